// What all readers of meeting facts share: the text cut into passages, its form fields, and the
// vocabulary they look words up in.

import MinutarioLexicon
import MinutarioModel

/// One text, prepared for reading meeting facts.
///
/// One for a document, shared by its readers: as a value it was copied, hundreds of bytes, for each
/// question asked through one of them.
final class MeetingContext {
  let text: NormalizedText
  let sections: [Section]
  let passages: [Passage]
  /// In the order of the text, without those of rosters and lists of agreements.
  let fields: [LabelledField]
  let dates: DateFinder
  let times: TimeFinder
  let cues: CueFinder
  let bodies: PhraseTable
  let sessions: PhraseTable
  let modes: PhraseTable
  let places: PhraseTable
  let headings: PhraseTable
  let numbers: NumberReader
  let closings: PhraseTable
  private let labels: PhraseTable

  init(text: NormalizedText, sections: [Section], lexicon: Lexicon) {
    self.text = text
    self.sections = sections
    passages = Passage.all(of: text, sections: sections)
    dates = DateFinder(lexicon: lexicon)
    times = TimeFinder(lexicon: lexicon)
    cues = CueFinder(table: lexicon[.meetingCues])
    bodies = lexicon[.bodies]
    sessions = lexicon[.sessions]
    modes = lexicon[.modes]
    places = lexicon[.placeWords]
    headings = lexicon[.headings]
    closings = lexicon[.closings]
    numbers = NumberReader(numbers: lexicon[.numbers])
    labels = lexicon[.fieldLabels]
    let finder = FieldFinder(text: text, labels: labels)
    fields = passages.filter(Self.mayHoldFields).flatMap { finder.fields(of: $0) }
  }

  /// Rosters and lists of agreements have labels and dates of their own; page headers and footers
  /// date the form or the printing, not the meeting.
  private static func mayHoldFields(_ passage: Passage) -> Bool {
    guard passage.isBody else { return false }
    return switch passage.kind {
    case .attendees, .absent: !passage.isListItem && (passage.isHead || !passage.isInTable)
    case .agreements: !passage.isListItem && !passage.isInTable
    case .agenda, .topics: !passage.isListItem
    default: true
    }
  }

  /// Whether the word at a token labels a field for the mode: "Modalidad".
  func isModeLabel(_ token: Int) -> Bool {
    labels.match(in: text, at: token, before: token + 1)?.entry.value == "mode"
  }

  /// The fields of a kind that speak of this meeting, those of the head first.
  func fields(_ kind: LabelledField.Kind) -> [LabelledField] {
    let own = fields.filter { $0.kinds.contains(kind) && $0.section != .followUp }
    return own.filter(\.isHead) + own.filter { !$0.isHead }
  }

  /// The tokens of the first section of a kind in the document's head.
  func content(_ kind: Section.Kind) -> Range<Int>? {
    let head = sections.prefix {
      !Passage.endsHead($0.kind)
        && text.story(ofLine: text.lineIndex(at: $0.range.lowerBound)) == .body
    }
    guard let section = head.first(where: { $0.kind == kind }) else { return nil }
    let tokens = text.tokenIndices(in: section.content)
    return tokens.isEmpty ? nil : tokens
  }

  func evidence(_ tokens: Range<Int>) -> Evidence { text.evidence(text.range(ofTokens: tokens)) }

  /// The tokens without signs that only set them off, and without a closing dot that is no part of
  /// an abbreviation.
  func trimmed(_ tokens: Range<Int>) -> Range<Int> {
    var start = tokens.lowerBound
    var end = tokens.upperBound
    func isOrnament(_ index: Int, _ signs: String) -> Bool {
      let token = text.tokens[index]
      return token.kind == .sign && (token.sign == Token.bullet || signs.utf8.contains(token.sign))
    }
    while start < end, isOrnament(start, ".,;:-*|=_#/)") { start += 1 }
    while end > start, isOrnament(end - 1, ",;:-*|=_#/(") { end -= 1 }
    if end - start > 1, isOrnament(end - 1, "."),
      !text.tokens[end - 2].shape.contains([.single, .capitalized])
    {
      end -= 1
    }
    return start..<end
  }
}
