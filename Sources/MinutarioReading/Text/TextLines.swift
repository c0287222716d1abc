// The lines of a text, whatever ends them.

/// One line, or a piece of one.
struct TextLine {
  /// UTF-8 offsets without the line's end.
  var range: Range<Int>
  /// Ordinal of the line as an editor counts, from 0. Pieces of one line share it.
  var index: Int
}

/// Cuts a text into lines.
struct TextLines {
  private(set) var lines: [TextLine] = []
  /// Index of the first line of each page; form feeds end pages.
  private(set) var pages = [0]
  /// Whether a line was longer than allowed and was cut into pieces.
  private(set) var hasLongLines = false
  /// Whether lines at the end were left out.
  private(set) var isCut = false

  private static let formFeed: UInt8 = 0x0C
  private let longest: Int
  private let most: Int

  /// - Parameters:
  ///   - text: valid UTF-8.
  ///   - longest: bytes of one piece.
  ///   - most: number of lines and pieces.
  init(_ text: [UInt8], longest: Int, most: Int) {
    self.longest = max(16, longest)
    self.most = most
    var start = 0
    var position = 0
    var index = 0
    while position < text.count, !isCut {
      let (length, isEditorLine) = TextLines.breakLength(text, at: position)
      if length == 0 {
        position += 1
        continue
      }
      add(text, start..<position, index)
      if text[position] == TextLines.formFeed { pages.append(lines.count) }
      position += length
      start = position
      if isEditorLine { index += 1 }
    }
    if start < text.count, !isCut { add(text, start..<text.count, index) }
  }

  /// Bytes of the line break at a position, 0 for none, and whether editors count a line there:
  /// form feeds and Unicode's separators break the text, but not the count.
  private static func breakLength(_ text: [UInt8], at position: Int) -> (Int, Bool) {
    func byte(_ offset: Int) -> UInt8 {
      position + offset < text.count ? text[position + offset] : 0
    }
    switch text[position] {
    case 0x0A: return (1, true)
    case 0x0D: return (byte(1) == 0x0A ? 2 : 1, true)
    case 0x0B, 0x0C: return (1, false)
    case 0xC2 where byte(1) == 0x85: return (2, false)
    case 0xE2 where byte(1) == 0x80 && (byte(2) == 0xA8 || byte(2) == 0xA9): return (3, false)
    default: return (0, false)
    }
  }

  private mutating func add(_ text: [UInt8], _ line: Range<Int>, _ index: Int) {
    var rest = line
    while rest.count > longest {
      hasLongLines = true
      let end = TextLines.cut(text, rest, longest)
      append(rest.lowerBound..<end, index)
      rest = end..<rest.upperBound
    }
    append(rest, index)
  }

  private mutating func append(_ range: Range<Int>, _ index: Int) {
    guard lines.count < most else {
      isCut = true
      return
    }
    lines.append(TextLine(range: range, index: index))
  }

  /// Where to cut a long line: behind a space near the bound, else between two characters.
  private static func cut(_ text: [UInt8], _ line: Range<Int>, _ longest: Int) -> Int {
    let bound = line.lowerBound + longest
    let nearest = max(line.lowerBound + 1, bound - 256)
    if let space = (nearest..<bound).last(where: { text[$0] == 0x20 }) { return space + 1 }
    var end = bound
    while end > line.lowerBound + 4, text[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }
}
