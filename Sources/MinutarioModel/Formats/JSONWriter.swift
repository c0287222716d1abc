// JSON text over bytes: records, table rows and rosters are written through it. It exists because
// an encoder built on reflection would cost more than reading the documents (DESIGN.md §4).

/// Writes compact JSON into a byte buffer, in the order in which it is called. Objects and arrays
/// are closures, so that what is opened is always closed.
public struct JSONWriter: Sendable {
  /// What was written so far: UTF-8 without any line break, unless `lineBreak` was called.
  public var bytes: [UInt8] = []
  /// Whether a value stands before the place where the next one goes.
  private var needsComma = false

  public init() {}

  /// An object; the closure writes its fields.
  public mutating func object(_ fields: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "{"))
    fields(&self)
    close(UInt8(ascii: "}"))
  }

  /// An array with one value for each element; the closure writes it.
  @inlinable
  public mutating func array<Element>(
    _ elements: some Sequence<Element>, _ value: (inout JSONWriter, Element) -> Void
  ) {
    open(UInt8(ascii: "["))
    for element in elements { value(&self, element) }
    close(UInt8(ascii: "]"))
  }

  /// A field of an object whose value the closure writes. The closure must write one value.
  public mutating func field(_ name: String, _ value: (inout JSONWriter) -> Void) {
    var name = name
    name.withUTF8 { quote($0, isName: true) }
    needsComma = false
    value(&self)
  }

  /// A field of an object as it stands in JSON, `"name":null`, for those who write it many times.
  public mutating func constant(_ field: UnsafeBufferPointer<UInt8>) {
    separate()
    bytes.append(contentsOf: field)
  }

  /// The name of such a field, `"name":`; one value must follow.
  public mutating func name(_ name: UnsafeBufferPointer<UInt8>) {
    separate()
    bytes.append(contentsOf: name)
    needsComma = false
  }

  /// A field that is text or null.
  public mutating func field(_ name: String, _ value: String?) {
    field(name) { json in
      if let value { json.string(value) } else { json.null() }
    }
  }

  /// A field that is an integer or null.
  public mutating func field(_ name: String, _ value: Int?) {
    field(name) { json in
      if let value { json.integer(value) } else { json.null() }
    }
  }

  /// A field that is true or false.
  public mutating func field(_ name: String, _ value: Bool) {
    field(name) { $0.boolean(value) }
  }

  /// A field that is an array of texts.
  public mutating func field(_ name: String, _ values: [String]) {
    field(name) { json in json.array(values) { $0.string($1) } }
  }

  /// A text. Quotes, backslashes and controls are escaped, and so are the characters that some
  /// readers take for a line break (U+0085, U+2028, U+2029): a record must stay one line for all.
  public mutating func string(_ text: String) {
    var text = text
    text.withUTF8 { string(utf8: $0) }
  }

  /// A text that is given as UTF-8.
  public mutating func string(utf8 text: UnsafeBufferPointer<UInt8>) {
    quote(text, isName: false)
  }

  /// A text longer than this is written piece by piece.
  private static let longestAtOnce = 1_024

  /// A text in quotes, behind it a colon where it is a name, before it a comma where one is due.
  private mutating func quote(_ text: UnsafeBufferPointer<UInt8>, isName: Bool) {
    guard text.count <= Self.longestAtOnce, Self.isPlain(text) else {
      separate()
      bytes.append(UInt8(ascii: "\""))
      appendEscaped(text)
      bytes.append(UInt8(ascii: "\""))
      if isName { bytes.append(UInt8(ascii: ":")) }
      return
    }
    // Records are thousands of short texts: each is put together first and appended once.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count + 4) { piece in
      var count = 0
      if needsComma {
        piece[0] = UInt8(ascii: ",")
        count = 1
      }
      piece[count] = UInt8(ascii: "\"")
      count += 1
      // The piece has room for the text, two quotes, a comma and a colon.
      if let source = text.baseAddress, let target = piece.baseAddress {
        (target + count).update(from: source, count: text.count)
      }
      count += text.count
      piece[count] = UInt8(ascii: "\"")
      count += 1
      if isName {
        piece[count] = UInt8(ascii: ":")
        count += 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: piece[..<count]))
    }
    needsComma = true
  }

  /// Whether nothing in a text can need an escape, looked at eight bytes at a time.
  private static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(text)
    var index = 0
    while index + 8 <= text.count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      // Controls, the signs that are escaped, and the first bytes of U+0085, U+2028 and U+2029.
      let isControl = (word &- 0x20 &* eachByte) & ~word & highBits
      if isControl | holds(word, 0x7F) | holds(word, UInt8(ascii: "\""))
        | holds(word, UInt8(ascii: "\\")) | holds(word, 0xC2) | holds(word, 0xE2) != 0
      {
        return false
      }
      index += 8
    }
    while index < text.count {
      guard isPlain(text[index]) || lengthToEscape(text, at: index) == 0 else { return false }
      index += 1
    }
    return true
  }

  private static let eachByte: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// Not 0 where one of eight bytes has a value: a byte that is 0 borrows when 1 is taken from it.
  private static func holds(_ word: UInt64, _ byte: UInt8) -> UInt64 {
    let rest = word ^ (UInt64(byte) &* eachByte)
    return (rest &- eachByte) & ~rest & highBits
  }

  public mutating func integer(_ value: Int) {
    separate()
    bytes.append(decimal: value)
  }

  /// A number with at most `places` (0 to 9) decimals; null for what JSON cannot say (NaN, ∞, or a
  /// magnitude of 10⁹ and above, which no share or confidence has).
  public mutating func decimal(_ value: Double, places: Int) {
    guard let text = DecimalText.string(value, places: places) else { return null() }
    separate()
    bytes.append(contentsOf: text.utf8)
  }

  public mutating func boolean(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  public mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  /// Ends a line, so that the next value is a JSON text of its own (JSON Lines).
  public mutating func lineBreak() {
    bytes.append(0x0A)
    needsComma = false
  }

  @usableFromInline
  mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  @usableFromInline
  mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    var copied = 0
    var index = 0
    while index < text.count {
      // Most bytes are plain letters.
      if Self.isPlain(text[index]) {
        index += 1
        continue
      }
      let length = Self.lengthToEscape(text, at: index)
      guard length > 0 else {
        index += 1
        continue
      }
      bytes.append(contentsOf: text[copied..<index])
      appendEscape(text, at: index)
      index += length
      copied = index
    }
    bytes.append(contentsOf: text[copied...])
  }

  /// Whether a byte never has to be escaped, whatever stands behind it.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  /// Bytes of the character at `index` when it must be escaped, else 0.
  private static func lengthToEscape(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    switch text[index] {
    case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F: 1
    case 0xC2 where index + 1 < text.count && text[index + 1] == 0x85: 2
    case 0xE2
    where index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] & 0xFE == 0xA8: 3
    default: 0
    }
  }

  private mutating func appendEscape(_ text: UnsafeBufferPointer<UInt8>, at index: Int) {
    switch text[index] {
    case UInt8(ascii: "\""): bytes.append(contentsOf: #"\""#.utf8)
    case UInt8(ascii: "\\"): bytes.append(contentsOf: #"\\"#.utf8)
    case 0x08: bytes.append(contentsOf: #"\b"#.utf8)
    case 0x09: bytes.append(contentsOf: #"\t"#.utf8)
    case 0x0A: bytes.append(contentsOf: #"\n"#.utf8)
    case 0x0C: bytes.append(contentsOf: #"\f"#.utf8)
    case 0x0D: bytes.append(contentsOf: #"\r"#.utf8)
    case 0xC2: bytes.append(contentsOf: #"\u0085"#.utf8)
    case 0xE2: bytes.append(contentsOf: (text[index + 2] == 0xA8 ? #"\u2028"# : #"\u2029"#).utf8)
    case let control:
      let digits = Array("0123456789abcdef".utf8)
      bytes.append(contentsOf: #"\u00"#.utf8)
      bytes.append(digits[Int(control >> 4)])
      bytes.append(digits[Int(control & 0xF)])
    }
  }
}

extension [UInt8] {
  /// Appends an integer as decimal digits.
  public mutating func append(decimal value: Int) {
    guard (0..<1_000_000_000).contains(value) else { return append(contentsOf: String(value).utf8) }
    // Nine digits at most, written from the last one on.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 9) { digits in
      var start = digits.count
      var rest = UInt32(value)
      repeat {
        start -= 1
        digits[start] = UInt8(ascii: "0") + UInt8(rest % 10)
        rest /= 10
      } while rest > 0
      append(contentsOf: UnsafeBufferPointer(rebasing: digits[start...]))
    }
  }
}

/// Decimal numbers as text, the same on every machine.
public enum DecimalText {
  /// `0.85`, `1`, `-0.5`: rounded half away from zero, without trailing zeros. Nil for NaN, ∞ and
  /// magnitudes of 10⁹ and above. `places` is held between 0 and 9.
  public static func string(_ value: Double, places: Int) -> String? {
    guard value.isFinite, value.magnitude < 1e9 else { return nil }
    var scale = 1
    for _ in 0..<min(9, max(0, places)) { scale *= 10 }
    let scaled = Int((value.magnitude * Double(scale)).rounded())
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard scaled % scale != 0 else { return sign + String(scaled / scale) }
    var decimals = String(String(scale + scaled % scale).dropFirst())
    while decimals.hasSuffix("0") { decimals.removeLast() }
    return "\(sign)\(scaled / scale).\(decimals)"
  }
}
