// Sentences that tell of the meeting: when it opened, when it closed. What they say of other dates
// (the convocation, an earlier session, a decree) is told apart by the cue before the date.

import MinutarioLexicon
import MinutarioModel

/// A sentence with its cues, dates and times.
struct MeetingSentence {
  private let context: MeetingContext
  var tokens: Range<Int>
  var passage: Int
  var cues: [MeetingCue]
  /// The words at its start that name these minutes themselves: "Acta de la sesión celebrada …".
  private var title: MeetingCue?

  /// Tokens that are read of one sentence; what is longer is no sentence.
  private static let longest = 1_500

  init(_ sentence: Range<Int>, passage: Int, in context: MeetingContext) {
    let tokens = sentence.prefix(Self.longest)
    self.context = context
    self.tokens = tokens
    self.passage = passage
    cues = context.cues.cues(in: context.text, tokens: tokens)
    let own = context.passages[passage]
    if own.isHead, own.tokens.lowerBound == tokens.lowerBound, let first = cues.first,
      first.tokens.lowerBound == tokens.lowerBound, first.tokens.count > 1,
      context.headings.contains(context.text.tokens[first.tokens.lowerBound])
    {
      title = first
    }
  }

  /// Its dates. They are looked for when they are asked for: a form whose fields tell date and time
  /// leaves its sentences alone.
  var dates: [FoundDate] { context.dates.dates(in: context.text, tokens: tokens) }

  /// Its times, looked for like its dates.
  var times: [FoundTime] { context.times.times(in: context.text, tokens: tokens) }

  /// Whether a sentence says that the meeting opened or closed. Few do, and only those are worth
  /// looking through for dates and times.
  static func tellsOfMeeting(_ sentence: Range<Int>, in context: MeetingContext) -> Bool {
    let tokens = sentence.prefix(Self.longest)
    return context.cues.mayTellOfMeeting(context.text, tokens)
      && context.cues.cues(in: context.text, tokens: tokens)
        .contains { $0.kind == .opening || $0.kind == .closing }
  }

  func first(_ kind: MeetingCue.Kind) -> MeetingCue? { cues.first { $0.kind == kind } }
  func has(_ kind: MeetingCue.Kind) -> Bool { first(kind) != nil }

  /// The first date to the day that no cue gives to something else; with `needsYear`, one that
  /// names its year or its weekday, as a date without any cue must.
  func ownDate(in text: NormalizedText, needsYear: Bool = false) -> FoundDate? {
    dates.first { date in
      date.day != nil && (!needsYear || date.year != nil || date.weekday != nil)
        && !belongsElsewhere(date, in: text)
    }
  }

  /// The first time before a token that the sentence gives to the meeting, not to its convocation
  /// ("Convocados para las 10h00, la sesión se instala a las 10h20"); else the first time.
  func ownTime(before limit: Int) -> FoundTime? {
    let mine = times.filter { $0.tokens.lowerBound < limit }
    return mine.first { time in
      !cues.contains { cue in
        cue.kind == .other && cue.tokens.upperBound <= time.tokens.lowerBound
          && time.tokens.lowerBound - cue.tokens.upperBound <= 4
      }
    } ?? mine.first
  }

  /// Whether the clause right before a date names another thing that the date belongs to.
  private func belongsElsewhere(_ date: FoundDate, in text: NormalizedText) -> Bool {
    let reach = 10
    let start = date.tokens.lowerBound
    let binding = cues.last { cue in
      cue.tokens.upperBound <= start && (cue.kind == .other || cue.kind == .next)
        && cue.tokens != title?.tokens
    }
    guard let cue = binding, start - cue.tokens.upperBound <= reach else { return false }
    return !(cue.tokens.upperBound..<start).contains { index in
      let token = text.tokens[index]
      guard token.isSign(UInt8(ascii: ",")) || token.isSign(UInt8(ascii: ";")) else { return false }
      // "la sesión anterior, celebrada el …": the participle carries on.
      return !cues.contains { $0.kind == .opening && $0.tokens.lowerBound == index + 1 }
    }
  }
}
