// How wide the columns of a sheet are to be. Rows cannot be made tall enough for their text unless the
// widths are known before, so they are chosen by a sample: the first rows.

/// Chooses widths by what stands in the columns.
public struct ColumnWidths: Sendable {
  /// Characters of a whole sheet: what a wide screen shows, and what still can be read in print.
  private static let sheetWidth = 220.0

  private var measures: [Measure]

  /// What is known of one column.
  private struct Measure: Sendable {
    let heading: String
    /// Characters.
    var longest = 0
    var sum = 0
    var count = 0

    /// The longest text where that is short; else wider the longer the texts are, but less and less.
    func width(_ breadth: Double) -> Int {
      let mean = count > 0 ? Double(sum) / Double(count) : 0
      let wanted = min(Double(longest) + 2, max(10, breadth * mean.squareRoot()))
      // The longest word of the heading, and the button of the filter beside it.
      let word = heading.split(separator: " ").map(\.count).max() ?? 0
      return max(Int(wanted), word + 4)
    }
  }

  public init(_ headings: [String]) { measures = headings.map { Measure(heading: $0) } }

  /// Takes a text into account; empty cells count for nothing.
  public mutating func take(_ text: String, in column: Int) {
    var text = text
    text.withUTF8 { take(utf8: $0, in: column) }
  }

  /// Takes a text that is given as UTF-8 into account.
  public mutating func take(utf8 text: UnsafeBufferPointer<UInt8>, in column: Int) {
    guard !text.isEmpty else { return }
    let length = text.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    measures[column].longest = max(measures[column].longest, length)
    measures[column].sum += length
    measures[column].count += 1
  }

  /// The columns: as wide as the sheet allows, and not narrower than can be read.
  public var columns: [Workbook.Column] {
    var breadth = 8.0
    while breadth > 4, measures.reduce(0, { $0 + Double($1.width(breadth)) }) > Self.sheetWidth {
      breadth -= 0.25
    }
    return measures.map { Workbook.Column($0.heading, width: $0.width(breadth)) }
  }
}
