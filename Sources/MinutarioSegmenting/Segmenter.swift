// From text to sections. Headings are found line by line (`HeadingFinder`); here it is decided
// which of them cut, and what lies between two of them.

public import MinutarioLexicon
public import MinutarioModel

/// Cuts a text into sections by its headings.
public struct Segmenter: Sendable {
  private let lexicon: Lexicon

  public init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// The minutes that a text holds, in order: the text itself, or its parts where it holds several.
  /// The last one runs to the end of the text, notes and comments included; all of them see the
  /// page headers and footers.
  public func minutes(of text: NormalizedText) -> [NormalizedText] {
    let starts = MinutesFinder(text: text, lexicon: lexicon).starts()
    guard starts.count > 1 else { return [text] }
    let running = text.lines.indices.filter {
      let story = text.story(ofLine: $0)
      return story == .header || story == .footer
    }
    let shared = (running.first ?? 0)..<(running.last.map { $0 + 1 } ?? 0)
    return starts.indices.map { index in
      let isLast = index + 1 == starts.count
      let lines = starts[index]..<(isLast ? text.lines.count : starts[index + 1])
      let begin = index == 0 ? 0 : text.lines[lines.lowerBound].rangeWithLabel.lowerBound
      let end = isLast ? text.bytes.count : text.lines[lines.upperBound].rangeWithLabel.lowerBound
      return text.part(lines: lines, extent: begin..<end, sharing: isLast ? 0..<0 : shared)
    }
  }

  /// Sections in order; they cover the text's extent without overlap. What stands before the first
  /// heading is of kind `heading`; an empty text has no sections.
  public func sections(of text: NormalizedText) -> [Section] {
    guard !text.extent.isEmpty else { return [] }
    var cuts = HeadingFinder(text: text, lexicon: lexicon).accepted()
    cuts = RosterEnd(text: text, lexicon: lexicon).closing(
      mergingFieldsIntoHead(cuts, of: text))
    cuts = endingBody(of: text, cuts).filter { text.extent.contains($0.start) }
    var sections: [Section] = []
    let firstCut = cuts.first?.start ?? text.extent.upperBound
    if firstCut > text.extent.lowerBound {
      sections.append(head(of: text, before: firstCut))
    }
    for (index, cut) in cuts.enumerated() {
      let end = index + 1 < cuts.count ? cuts[index + 1].start : text.extent.upperBound
      sections.append(
        Section(
          kind: cut.kind, heading: cut.heading, range: cut.start..<end,
          content: min(cut.content, end)..<end))
    }
    return sections
  }

  /// The cuts with one where the body ends: what its last heading announced does not go on in page
  /// headers and notes.
  private func endingBody(of text: NormalizedText, _ cuts: [Heading]) -> [Heading] {
    guard let line = text.lines.indices.first(where: { text.story(ofLine: $0) != .body }), line > 0
    else { return cuts }
    let start = text.lines[line].rangeWithLabel.lowerBound
    let index = cuts.firstIndex { $0.start >= start } ?? cuts.count
    guard index == cuts.count || cuts[index].start > start else { return cuts }
    var cuts = cuts
    cuts.insert(
      Heading(kind: .other, heading: nil, start: start, content: start, line: line, look: []),
      at: index)
    return cuts
  }

  /// A line that only repeats the document's own title ("Minuta") does not cut; nor does "Fecha:" below
  /// a task.
  private func mergingFieldsIntoHead(_ cuts: [Heading], of text: NormalizedText) -> [Heading] {
    var hasAgreements = false
    return cuts.filter { cut in
      if cut.kind == .agreements { hasAgreements = true }
      return cut.kind != .heading && !(hasAgreements && cut.kind == .date && tellsDue(cut, text))
    }
  }

  /// Whether a heading's words may head the column of deadlines.
  private func tellsDue(_ cut: Heading, _ text: NormalizedText) -> Bool {
    guard let tokens = cut.heading.map({ text.tokenIndices(in: $0) }), let first = tokens.first
    else { return false }
    let headers = lexicon[.columnHeaders]
    return headers.match(in: text, at: first, before: tokens.upperBound)?.entry.value == "due"
  }

  /// The section before the first heading; its heading is the line that names the document.
  private func head(of text: NormalizedText, before end: Int) -> Section {
    let title = text.lines.first { line in
      line.range.upperBound <= end
        && lexicon[.headings].match(
          in: text, at: line.body.lowerBound, before: line.body.upperBound)?.entry.value
          == Section.Kind.heading.rawValue
    }
    let range = text.extent.lowerBound..<end
    return Section(
      kind: .heading, heading: title.map { text.trimmed($0.range) }, range: range, content: range)
  }
}
