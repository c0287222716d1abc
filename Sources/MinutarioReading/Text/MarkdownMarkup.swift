// The marks of Markdown and reStructuredText that say what a line is. Bullets and numbers stay in
// the text; marks of headings and of bold are read and left out.

/// A markup language, by the extension of its files.
enum Markup: String {
  case markdown = "md"
  case reStructuredText = "rst"

  init?(fileExtension: String) {
    switch fileExtension {
    case "md", "markdown", "mkd": self = .markdown
    case "rst", "rest": self = .reStructuredText
    default: return nil
    }
  }
}

/// A line without its marks.
struct MarkedLine {
  private(set) var text: [UInt8] = []
  private(set) var headingLevel: Int?
  private(set) var boldPrefix = 0

  init(_ line: ArraySlice<UInt8>, _ markup: Markup) {
    var rest = line
    if markup == .markdown, let (level, title) = MarkedLine.heading(line) {
      headingLevel = level
      rest = title
    }
    removeBoldMarks(rest)
  }

  /// `## Title ##`: the level and the title.
  private static func heading(_ line: ArraySlice<UInt8>) -> (Int, ArraySlice<UInt8>)? {
    let hash = UInt8(ascii: "#")
    let indented = line.drop { $0 == 0x20 }
    let title = indented.drop { $0 == hash }
    let level = indented.count - title.count
    guard (1...6).contains(level), line.count - indented.count < 4,
      title.isEmpty || title.first.map(isBlank) == true
    else { return nil }
    var rest = title.drop(while: isBlank)
    func trimEnd() { while let last = rest.last, isBlank(last) { rest.removeLast() } }
    trimEnd()
    let closing = rest.reversed().prefix { $0 == hash }.count
    if closing > 0 {
      let body = rest.dropLast(closing)
      if body.isEmpty || body.last.map(isBlank) == true { rest = body }
      trimEnd()
    }
    return (level, rest)
  }

  /// Leaves out pairs of `**` and measures how much of the beginning they make bold.
  private mutating func removeBoldMarks(_ line: ArraySlice<UInt8>) {
    var isBold = false
    var isBoldSoFar = true
    var position = line.startIndex
    text.reserveCapacity(line.count)
    while position < line.endIndex {
      if MarkedLine.isMark(line, at: position),
        isBold || MarkedLine.opens(line, at: position)
      {
        isBold.toggle()
        position += 2
        continue
      }
      let byte = line[position]
      text.append(byte)
      if isBold, isBoldSoFar {
        boldPrefix = text.count
      } else if !isBold, !isBlank(byte) {
        isBoldSoFar = false
      }
      position += 1
    }
    if isBoldSoFar, boldPrefix > 0 { boldPrefix = text.count }
  }

  private static func isMark(_ line: ArraySlice<UInt8>, at position: Int) -> Bool {
    let star = UInt8(ascii: "*")
    func isStar(_ at: Int) -> Bool { line.indices.contains(at) && line[at] == star }
    // Exactly two: a row of stars is no mark.
    return isStar(position) && isStar(position + 1) && !isStar(position + 2)
      && !isStar(position - 1)
  }

  /// Whether a mark has text behind it and a partner on the line.
  private static func opens(_ line: ArraySlice<UInt8>, at position: Int) -> Bool {
    let start = position + 2
    guard start < line.endIndex, !isBlank(line[start]) else { return false }
    return (start..<line.endIndex).contains { isMark(line, at: $0) }
  }
}

/// Headings whose marks stand on lines of their own: a row of one character below the title, in
/// reStructuredText perhaps also above it.
struct UnderlinedHeadings {
  struct Heading {
    var level: Int
    var hasOverline: Bool
  }

  private let markup: Markup?
  /// reStructuredText gives levels in the order in which the styles appear.
  private var styles: [Style] = []

  private struct Style: Equatable {
    var mark: UInt8
    var hasOverline: Bool
  }

  init(_ markup: Markup?) { self.markup = markup }

  /// The heading that begins at a line, with its rows.
  mutating func heading(_ text: [UInt8], _ lines: [TextLine], at index: Int) -> Heading? {
    guard let markup, index == 0 || text.trimmed(lines[index - 1].range).isEmpty else { return nil }
    func mark(_ index: Int) -> UInt8? {
      index < lines.count ? UnderlinedHeadings.mark(text, lines[index].range) : nil
    }
    func isTitle(_ index: Int) -> Bool {
      index < lines.count && !text.trimmed(lines[index].range).isEmpty && mark(index) == nil
    }
    if let over = mark(index), isTitle(index + 1), mark(index + 2) == over {
      return Heading(
        level: level(Style(mark: over, hasOverline: true), markup), hasOverline: true)
    }
    guard isTitle(index), let under = mark(index + 1) else { return nil }
    if markup == .markdown, under != UInt8(ascii: "="), under != UInt8(ascii: "-"),
      under != UInt8(ascii: "~")
    {
      return nil
    }
    return Heading(level: level(Style(mark: under, hasOverline: false), markup), hasOverline: false)
  }

  private mutating func level(_ style: Style, _ markup: Markup) -> Int {
    if markup == .markdown { return style.mark == UInt8(ascii: "=") ? 1 : 2 }
    if let known = styles.firstIndex(of: style) { return min(9, known + 1) }
    styles.append(style)
    return min(9, styles.count)
  }

  /// The character that fills a line of three or more.
  private static func mark(_ text: [UInt8], _ line: Range<Int>) -> UInt8? {
    let line = text.trimmed(line)
    let marks: StaticString = "=-~^\"#*+`"
    guard line.count >= 3 else { return nil }
    let first = text[line.lowerBound]
    guard marks.withUTF8Buffer({ $0.contains(first) }) else { return nil }
    return text[line].allSatisfy { $0 == first } ? first : nil
  }
}
