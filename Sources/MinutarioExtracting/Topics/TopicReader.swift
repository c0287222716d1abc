// Topics: the items of the agenda, or of the list of what was dealt with.

import MinutarioLexicon
import MinutarioModel

/// Reads the list of topics.
struct TopicReader {
  private let lexicon: Lexicon

  init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// The topics in order: of the first agenda that lists any, else of the first list of topics. Of
  /// several, those go first whose heading is nothing but the word for it ("Programa Nacional de
  /// Riego" may be somebody's institution).
  func topics(_ text: NormalizedText, sections: [Section]) -> [Topic] {
    let reader = ItemReader(text: text, lexicon: lexicon)
    for kind in [Section.Kind.agenda, .topics] {
      let own = sections.filter { $0.kind == kind }
      let plain = own.filter { isPlain($0, text) }
      for section in plain + own.filter({ !isPlain($0, text) }) {
        let items = reader.items(in: section.content, main: .topic)
        if !items.isEmpty { return items.map { topic($0, text) } }
      }
    }
    return []
  }

  private func isPlain(_ section: Section, _ text: NormalizedText) -> Bool {
    guard let heading = section.heading else { return false }
    let tokens = text.tokenIndices(in: heading)
    guard let first = tokens.first,
      let match = lexicon[.headings].match(in: text, at: first, before: tokens.upperBound)
    else { return false }
    return match.tokens.upperBound == tokens.upperBound
  }

  private func topic(_ item: Item, _ text: NormalizedText) -> Topic {
    let words = text.withoutListPunctuation(item.range)
    var evidence = FieldEvidence(entry: text.evidence(item.entry))
    evidence.add("text", text.evidence(words))
    var topic = Topic(
      label: item.label.flatMap { text.printed($0) },
      text: text.joined(item.pieces.map { $0.clamped(to: words) }), parent: item.parent,
      evidence: evidence)
    if let label = item.label, topic.label != nil {
      topic.evidence.add("label", text.evidence(label.range))
    }
    return topic
  }
}

extension NormalizedText {
  /// A label as printed; nil where a list level shows none.
  func printed(_ label: ItemLabel) -> String? {
    label.range.isEmpty ? nil : string(label.range)
  }
}
