// The attributes of one element as libxml2 hands them over, looked up by name without making
// strings of those that nobody asks for.

/// Borrowed attributes: valid only while the element's event is handled.
struct XMLAttributes {
  /// Five pointers for each: name, prefix, namespace, begin and end of the value.
  private let fields: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  let count: Int
  /// The address under which the part's word namespace is known.
  private let wordURI: UnsafePointer<UInt8>?

  init(
    _ fields: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, count: Int,
    wordURI: UnsafePointer<UInt8>?
  ) {
    self.fields = fields
    self.count = fields == nil ? 0 : max(0, count)
    self.wordURI = wordURI
  }

  /// The value of an attribute; one without namespace counts as of any.
  func bytes(_ name: StaticString, _ space: XMLNamespace = .word) -> UnsafeBufferPointer<UInt8>? {
    guard let fields else { return nil }
    for index in 0..<count {
      let field = fields + index * 5
      guard let candidate = field[0], name.isEqual(to: candidate),
        let start = field[3], let end = field[4], end >= start
      else { continue }
      if let uri = field[2], !(space == .word && uri == wordURI), XMLNamespace(uri) != space {
        continue
      }
      return UnsafeBufferPointer(start: start, count: end - start)
    }
    return nil
  }

  /// The value as a string.
  func string(_ name: StaticString, _ space: XMLNamespace = .word) -> String? {
    bytes(name, space).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The value as a whole number; nil when it is none or out of any sensible range.
  func integer(_ name: StaticString, _ space: XMLNamespace = .word) -> Int? {
    guard var digits = bytes(name, space)?[...], let first = digits.first else { return nil }
    let isNegative = first == UInt8(ascii: "-")
    if isNegative { digits = digits.dropFirst() }
    guard !digits.isEmpty, digits.count <= 10 else { return nil }
    var value = 0
    for digit in digits {
      guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return isNegative ? -value : value
  }

  /// What an on/off property says: on unless its `val` denies it.
  var isOn: Bool {
    guard let value = bytes("val") else { return true }
    return !["0", "false", "off"].contains { (name: StaticString) in name.isEqual(to: value) }
  }

  /// Whether `val` (or another attribute) equals a word of the format.
  func has(_ value: StaticString, in name: StaticString = "val") -> Bool {
    bytes(name).map { value.isEqual(to: $0) } ?? false
  }
}

extension StaticString {
  /// Compares with a C string.
  func isEqual(to other: UnsafePointer<UInt8>) -> Bool {
    let own = utf8Start
    for index in 0..<utf8CodeUnitCount where other[index] != own[index] { return false }
    return other[utf8CodeUnitCount] == 0
  }

  /// Compares with bytes.
  func isEqual(to other: UnsafeBufferPointer<UInt8>) -> Bool {
    other.elementsEqual(UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount))
  }
}
