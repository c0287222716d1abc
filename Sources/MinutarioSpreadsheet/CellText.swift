// What a cell of a workbook can hold of a text: XML forbids some characters, and Excel bounds the
// length. A text of a document may be anything; no text may break the file.

/// A text made fit for a cell: characters that XML cannot hold become `�`, a text that is too long is
/// cut with `…` at the cut, and `_x0041_`, which Excel would read as `A`, is written so that it stays.
struct CellText {
  /// UTF-16 units that a cell holds.
  static let greatestLength = 32_767

  /// Valid UTF-8, NUL at the end, no other NUL.
  private let bytes: [UInt8]
  init(_ text: String) {
    var text = text
    self = text.withUTF8 { CellText($0) }
  }

  /// A text that is given as UTF-8.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count + 1)
    var copied = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      switch byte {
      case 0x09, 0x0A:
        break
      case 0..<0x20:
        bytes.append(contentsOf: text[copied..<index])
        bytes.append(contentsOf: Self.replacement)
        copied = index + 1
      // U+FFFE and U+FFFF.
      case 0xEF
      where index + 2 < text.count && text[index + 1] == 0xBF && text[index + 2] & 0xFE == 0xBE:
        bytes.append(contentsOf: text[copied..<index])
        bytes.append(contentsOf: Self.replacement)
        copied = index + 3
        index += 2
      case UInt8(ascii: "_") where Self.looksEscaped(text, at: index):
        bytes.append(contentsOf: text[copied..<index])
        bytes.append(contentsOf: "_x005F".utf8)
        copied = index
      default:
        break
      }
      index += 1
    }
    bytes.append(contentsOf: text[copied...])
    if bytes.count > Self.greatestLength { Self.cut(&bytes) }
    bytes.append(0)
    self.bytes = bytes
  }

  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    CText.with(terminated: bytes, body)
  }

  /// Lines that the text takes in a column of so many characters, words kept whole where they fit.
  func lines(of width: Int) -> Int {
    var lines = 1
    var line = 0
    var word = 0
    for byte in bytes.dropLast() where byte & 0xC0 != 0x80 {
      switch byte {
      case 0x0A:
        lines += 1
        line = 0
        word = 0
      case UInt8(ascii: " "):
        line += 1
        word = 0
      default:
        line += 1
        word += 1
        if line > width {
          lines += 1
          // The word goes to the next line, or is broken when it is alone on this one.
          line = word < line ? word : 1
          word = line
        }
      }
    }
    return lines
  }

  private static let replacement = Array("\u{FFFD}".utf8)

  /// `_xHHHH_` stands at the index.
  private static func looksEscaped(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index + 6 < text.count, text[index + 1] == UInt8(ascii: "x"),
      text[index + 6] == UInt8(ascii: "_")
    else { return false }
    return text[index + 2...index + 5].allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte & 0xDF)
    }
  }

  /// Cuts a text that is too long, so that `…` still fits.
  private static func cut(_ text: inout [UInt8]) {
    var units = 0
    var place: Int?
    for (index, byte) in text.enumerated() where byte & 0xC0 != 0x80 {
      // Characters beyond U+FFFF take four bytes, and two units.
      let more = byte >= 0xF0 ? 2 : 1
      if units + more > greatestLength - 1, place == nil { place = index }
      units += more
      guard units <= greatestLength else { break }
    }
    guard units > greatestLength, let place else { return }
    text.removeSubrange(place...)
    text.append(contentsOf: "…".utf8)
  }
}

/// Texts as the C library takes them.
enum CText {
  /// Calls the body with bytes that hold no NUL.
  static func with<Result>(_ bytes: [UInt8], _ body: (UnsafePointer<CChar>) -> Result) -> Result {
    with(terminated: bytes + [0], body)
  }

  /// Calls the body with bytes that end with NUL.
  static func with<Result>(
    terminated bytes: [UInt8], _ body: (UnsafePointer<CChar>) -> Result
  ) -> Result {
    bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { rebound in
        guard let start = rebound.baseAddress else { preconditionFailure("a NUL is always there") }
        return body(start)
      }
    }
  }
}
