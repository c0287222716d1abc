// The text of a printed document carries its page numbers along, in the middle of sentences and
// lists that run over the page. Form feeds tell where pages end; the line above one that counts from
// page to page is the page's footer and no part of the body.

/// Finds the lines that number pages.
struct PageFooters {
  /// Indices of the lines.
  private(set) var lines: Set<Int> = []

  /// - Parameters:
  ///   - text: valid UTF-8.
  ///   - lines: all lines of the text.
  ///   - pages: index of the first line of each page.
  init(_ text: [UInt8], _ lines: [TextLine], pages: [Int]) {
    var previous: Footer?
    for (index, start) in pages.enumerated() {
      let end = index + 1 < pages.count ? pages[index + 1] : lines.count
      let last = (start..<end).last { !text.trimmed(lines[$0].range).isEmpty }
      let footer = last.flatMap { Footer(text, lines[$0].range, line: $0) }
      if let footer, let previous, footer.follows(previous) {
        self.lines.formUnion([previous.line, footer.line])
      }
      previous = footer
    }
  }

  /// The last line of a page: its numbers, and what stands around them.
  private struct Footer {
    let line: Int
    private var numbers: [Int] = []
    private var rest: [UInt8] = []
    private static let longest = 240

    /// Nil for a line without numbers.
    init?(_ text: [UInt8], _ range: Range<Int>, line: Int) {
      let visible = text.trimmed(range)
      guard visible.count <= Footer.longest else { return nil }
      self.line = line
      var isNumber = false
      for byte in text[visible] {
        let digit = Int(byte) - Int(UInt8(ascii: "0"))
        guard (0...9).contains(digit) else {
          isNumber = false
          if !isBlank(byte) { rest.append(byte) }
          continue
        }
        if isNumber, let last = numbers.last {
          numbers[numbers.count - 1] = min(last * 10 + digit, 1 << 30)
        } else {
          numbers.append(digit)
          rest.append(UInt8(ascii: "0"))
          isNumber = true
        }
      }
      if numbers.isEmpty { return nil }
    }

    /// Whether this is the other one counted on: one number is the next, all else is the same.
    func follows(_ other: Footer) -> Bool {
      guard rest == other.rest, numbers.count == other.numbers.count else { return false }
      let steps = zip(other.numbers, numbers).map { $1 - $0 }.filter { $0 != 0 }
      return steps == [1]
    }
  }
}
