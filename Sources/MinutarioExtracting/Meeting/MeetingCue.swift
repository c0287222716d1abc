// Cues: the words of a sentence that tell to which meeting, and to which end of it, a date or a
// time belongs.

import MinutarioLexicon
import MinutarioModel

/// A cue found in a sentence.
struct MeetingCue {
  var kind: Kind
  var tokens: Range<Int>

  /// The classes of the vocabulary `meeting-cues`.
  enum Kind: String {
    case noun, opening, closing
    case nextWord = "next-word"
    case next, future, other, yesterday
    case sameTime = "same-time"
    case member, number, ordinal, quorum
  }
}

/// Finds cues.
struct CueFinder {
  let table: PhraseTable

  /// The cue that starts at a token, whatever stands around it.
  func kind(in text: NormalizedText, at token: Int, before limit: Int) -> MeetingCue.Kind? {
    guard let match = table.match(in: text, at: token, before: limit) else { return nil }
    return MeetingCue.Kind(rawValue: match.entry.value)
  }

  /// Whether words that open or close a meeting stand anywhere among the tokens, be it within other
  /// cues.
  func mayTellOfMeeting(_ text: NormalizedText, _ tokens: Range<Int>) -> Bool {
    var index = tokens.lowerBound
    while let place = table.place(in: text, from: index, before: tokens.upperBound) {
      if let cue = table.match(in: text, at: place, before: tokens.upperBound)?.entry.value,
        cue == MeetingCue.Kind.opening.rawValue || cue == MeetingCue.Kind.closing.rawValue
      {
        return true
      }
      index = place + 1
    }
    return false
  }

  /// The cues of a run of tokens in order. A next-word with a noun right behind it is one cue of
  /// kind `next`; without, it is none.
  func cues(in text: NormalizedText, tokens: Range<Int>) -> [MeetingCue] {
    var cues: [MeetingCue] = []
    var index = tokens.lowerBound
    while let place = table.place(in: text, from: index, before: tokens.upperBound) {
      guard let match = table.match(in: text, at: place, before: tokens.upperBound),
        let kind = MeetingCue.Kind(rawValue: match.entry.value)
      else {
        index = place + 1
        continue
      }
      index = match.tokens.upperBound
      if kind == .nextWord {
        // "Sig. reunión"
        if index < tokens.upperBound, text.tokens[index].isSign(UInt8(ascii: ".")) { index += 1 }
        guard let noun = table.match(in: text, at: index, before: tokens.upperBound),
          noun.entry.value == MeetingCue.Kind.noun.rawValue
        else { continue }
        index = noun.tokens.upperBound
        cues.append(MeetingCue(kind: .next, tokens: match.tokens.lowerBound..<index))
      } else {
        cues.append(MeetingCue(kind: kind, tokens: match.tokens))
      }
    }
    return cues
  }
}
