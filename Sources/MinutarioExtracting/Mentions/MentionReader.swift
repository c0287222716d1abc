// Mentions: who and what the minutes speak of. A person who is talked about is not an attendee, and
// an attendee who is named again is not a new person. READ FIRST in this folder.

import MinutarioLexicon
import MinutarioModel

/// Reads the mentions of one document.
struct MentionReader {
  private let vocabulary: PeopleVocabulary

  init(vocabulary: PeopleVocabulary) { self.vocabulary = vocabulary }

  /// The mentions in document order: every person and institution once, and every post that leads to
  /// one attendee once.
  func mentions(
    _ text: NormalizedText, sections: [Section], attendances: [Attendance], actors: ActorReader
  ) -> [Mention] {
    let people = MentionedPeople(
      text: text, vocabulary: vocabulary, actors: actors, directory: actors.directory)
    let others = MentionedPosts(
      text: text, actors: actors, directory: actors.directory, institutions: actors.institutions,
      attendances: attendances, headings: vocabulary.lexicon[.headings],
      columnHeaders: vocabulary.lexicon[.columnHeaders])
    let all = paragraphs(text, sections)
    let entries = attendances.compactMap { $0.evidence.entry.map { $0.start..<$0.end } }
    var found = people.mentions(
      in: all.filter { !$0.isRoster || isProse($0.tokens, beside: entries, text) }.map(\.tokens))
    found += others.mentions(in: all.map(\.tokens))
    // Records are large: their places are sorted, and each is moved once.
    let places = found.map { ($0.evidence.entry?.start ?? 0, $0.evidence.entry?.end ?? 0) }
    return found.indices.sorted { places[$0] < places[$1] }.map { found[$0] }
  }

  private struct Paragraph {
    var tokens: Range<Int>
    /// In a section whose own people are attendees.
    var isRoster: Bool
  }

  /// Words that a paragraph of a roster's section must have to be prose.
  private static let leastProse = 20

  /// Whether a paragraph in a roster's section is none of its entries: minutes without further
  /// headings go on there with what was discussed.
  private func isProse(
    _ tokens: Range<Int>, beside entries: [Range<Int>], _ text: NormalizedText
  ) -> Bool {
    guard tokens.count >= Self.leastProse else { return false }
    let range = text.range(ofTokens: tokens)
    let characters = text.codePoint(at: range.lowerBound)..<text.codePoint(at: range.upperBound)
    return !entries.contains { $0.overlaps(characters) }
  }

  /// The paragraphs of all sections; hard-wrapped lines are joined.
  private func paragraphs(_ text: NormalizedText, _ sections: [Section]) -> [Paragraph] {
    var paragraphs: [Paragraph] = []
    for section in sections {
      let isRoster =
        section.kind == .attendees || section.kind == .absent || section.kind == .signatures
      let range = section.heading == nil ? section.range : section.content
      guard !range.isEmpty else { continue }
      var index = text.lineIndex(at: range.lowerBound)
      while index < text.lines.count, text.lines[index].range.lowerBound < range.upperBound {
        let line = text.lines[index]
        let tokens = text.tokenIndices(of: line, in: range)
        if line.continuesPrevious, let last = paragraphs.last,
          last.tokens.upperBound == tokens.lowerBound
        {
          paragraphs[paragraphs.count - 1].tokens = last.tokens.lowerBound..<tokens.upperBound
        } else if !tokens.isEmpty {
          paragraphs.append(Paragraph(tokens: tokens, isRoster: isRoster))
        }
        index += 1
      }
    }
    return paragraphs
  }
}
