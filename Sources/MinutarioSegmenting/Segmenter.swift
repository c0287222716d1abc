// From text to sections. Headings are found line by line (`HeadingFinder`); here it is decided
// which of them cut, and what lies between two of them.

public import MinutarioLexicon
public import MinutarioModel

/// Cuts a text into sections by its headings.
public struct Segmenter: Sendable {
  private let lexicon: Lexicon

  public init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// Sections in order; they cover the text without overlap. What stands before the first heading
  /// is of kind `heading`; an empty text has no sections.
  public func sections(of text: NormalizedText) -> [Section] {
    guard !text.bytes.isEmpty else { return [] }
    var cuts = HeadingFinder(text: text, lexicon: lexicon).accepted()
    cuts = RosterEnd(text: text, lexicon: lexicon).closing(mergingFieldsIntoHead(cuts))
    var sections: [Section] = []
    let firstCut = cuts.first?.start ?? text.bytes.count
    if firstCut > 0 {
      sections.append(head(of: text, before: firstCut))
    }
    for (index, cut) in cuts.enumerated() {
      let end = index + 1 < cuts.count ? cuts[index + 1].start : text.bytes.count
      sections.append(
        Section(
          kind: cut.kind, heading: cut.heading, range: cut.start..<end,
          content: min(cut.content, end)..<end))
    }
    return sections
  }

  /// A line that only repeats the document's own title ("Minuta") does not cut.
  private func mergingFieldsIntoHead(_ cuts: [Heading]) -> [Heading] {
    cuts.filter { $0.kind != .heading }
  }

  /// The section before the first heading; its heading is the line that names the document.
  private func head(of text: NormalizedText, before end: Int) -> Section {
    let title = text.lines.first { line in
      line.range.upperBound <= end
        && lexicon[.headings].match(
          in: text, at: line.body.lowerBound, before: line.body.upperBound)?.entry.value
          == Section.Kind.heading.rawValue
    }
    return Section(
      kind: .heading, heading: title.map { text.trimmed($0.range) }, range: 0..<end,
      content: 0..<end)
  }
}
