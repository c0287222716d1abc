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
        if !items.isEmpty { return agenda(items, text).map { topic($0, text) } }
      }
    }
    return []
  }

  /// The items up to where the numbers begin anew: no heading stands between the agenda and what was
  /// said of its items. A second list of an agenda looks like the first; what was said is longer, or
  /// numbered in another way.
  private func agenda(_ items: [Item], _ text: NormalizedText) -> ArraySlice<Item> {
    guard let first = items.first?.label, first.value == 1 else { return items[...] }
    let restart = items.indices.dropFirst(2).first {
      items[$0].parent == nil && items[$0].label?.value == 1
    }
    guard let restart, let label = items[restart].label else { return items[...] }
    func length(_ part: ArraySlice<Item>) -> Int {
      part.reduce(0) { $0 + $1.range.count } / max(1, part.count)
    }
    let isOfAnotherForm = marks(first, text) != marks(label, text)
    let isLonger = length(items[restart...]) * 2 >= length(items[..<restart]) * 3
    return isOfAnotherForm || isLonger ? items[..<restart] : items[...]
  }

  /// The signs of a label up to its item: `.`, `º.-`, `)`.
  private func marks(_ label: ItemLabel, _ text: NormalizedText) -> [UInt8] {
    let start = label.range.lowerBound
    return text.bytes[start..<max(start, label.end)].filter {
      !(0x30...0x39).contains($0) && !(0x41...0x5A).contains($0 & 0xDF) && $0 != 0x20
    } + (label.announcedBy == nil ? [] : [0])
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
