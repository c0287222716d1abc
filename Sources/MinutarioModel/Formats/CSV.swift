// CSV over bytes, written and read back: RFC 4180 quoting with LF line ends, and the guard against
// cells that a spreadsheet would run as a formula.

/// Writing CSV.
public enum CSV {
  /// What a CSV file for people begins with: without it Excel takes the text for the system's old
  /// character set and shows wrong accents. Files for programs go without; `CSVReader` takes both.
  public static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Appends a cell, quoted when its content asks for it.
  public static func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { append(utf8: $0, to: &bytes) }
  }

  /// Appends a cell that is given as UTF-8, quoted when its content asks for it. With `guarding`, a
  /// cell that looks like a formula gets an apostrophe in front.
  public static func append(
    utf8 content: UnsafeBufferPointer<UInt8>, guarding: Bool = false, to bytes: inout [UInt8]
  ) {
    let isGuarded = guarding && isFormula(utf8: content)
    guard content.contains(where: needsQuotes) else {
      if isGuarded { bytes.append(apostrophe) }
      return bytes.append(contentsOf: content)
    }
    bytes.append(quote)
    if isGuarded { bytes.append(apostrophe) }
    for byte in content {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  /// Appends one line of texts. With `guarding`, cells that look like formulas are guarded.
  public static func appendLine(_ cells: [String], guarding: Bool, to bytes: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(guarding && isFormula(cell) ? guarded(cell) : cell, to: &bytes)
    }
    bytes.append(0x0A)
  }

  /// Whether a spreadsheet could take the text for a formula: it starts with one of `= + - @`, tab
  /// or carriage return, plain or full-width. Apostrophes before it count as nothing, so that a
  /// guarded text differs from every text that was not guarded.
  public static func isFormula(_ text: String) -> Bool {
    var text = text
    return text.withUTF8(isFormula(utf8:))
  }

  /// The same for a text that is given as UTF-8.
  public static func isFormula(utf8 text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = text.firstIndex(where: { $0 != apostrophe }) else { return false }
    switch text[start] {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
      return true
    // ＋ － ＝ ＠: U+FF0B, U+FF0D, U+FF1D, U+FF20.
    case 0xEF where start + 2 < text.count && text[start + 1] == 0xBC:
      return [0x8B, 0x8D, 0x9D, 0xA0].contains(text[start + 2])
    default: return false
    }
  }

  /// The text with the apostrophe before it that makes it plain text to a spreadsheet.
  public static func guarded(_ text: String) -> String { "'" + text }

  /// The text that was written, without the guard.
  public static func unguarded(_ cell: String) -> String {
    cell.hasPrefix("'") && isFormula(cell) ? String(cell.dropFirst()) : cell
  }

  private static let quote = UInt8(ascii: "\"")
  private static let apostrophe = UInt8(ascii: "'")

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == quote || byte == UInt8(ascii: ",") || byte == 0x0A || byte == 0x0D
  }
}

/// Reads the lines of a CSV file, one after the other.
public struct CSVReader: Sendable {
  private let bytes: [UInt8]
  private var index: Int

  /// A byte order mark at the start counts for nothing.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    index = bytes.starts(with: CSV.byteOrderMark) ? CSV.byteOrderMark.count : 0
  }

  /// What is wrong with a file that is no CSV.
  public enum Failure: Error, Equatable {
    /// A quoted cell has no end; offset of its start, in bytes.
    case openQuote(at: Int)
    /// Something stands behind the closing quote of a cell; offset in bytes.
    case textBehindQuote(at: Int)
  }

  /// The cells of the next line; nil at the end of the file.
  public mutating func nextLine() throws(Failure) -> [String]? {
    guard index < bytes.count else { return nil }
    var cells: [String] = []
    while true {
      cells.append(try nextCell())
      guard index < bytes.count, bytes[index] == UInt8(ascii: ",") else { break }
      index += 1
    }
    if index < bytes.count, bytes[index] == 0x0D { index += 1 }
    if index < bytes.count, bytes[index] == 0x0A { index += 1 }
    return cells
  }

  /// Reads up to the comma or line end behind the cell.
  private mutating func nextCell() throws(Failure) -> String {
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { return plainCell() }
    let start = index
    var content: [UInt8] = []
    index += 1
    while index < bytes.count {
      if bytes[index] != UInt8(ascii: "\"") {
        content.append(bytes[index])
        index += 1
      } else if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") {
        content.append(bytes[index])
        index += 2
      } else {
        index += 1
        guard index == bytes.count || Self.endsCell(bytes[index]) else {
          throw .textBehindQuote(at: index)
        }
        return String(decoding: content, as: UTF8.self)
      }
    }
    throw .openQuote(at: start)
  }

  private mutating func plainCell() -> String {
    let start = index
    while index < bytes.count, !Self.endsCell(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private static func endsCell(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == 0x0A || byte == 0x0D
  }
}
