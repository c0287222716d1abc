// Bytes of a text file as UTF-8, and how sure that is: a byte order mark tells, zero bytes betray
// UTF-16, valid UTF-8 is no accident, and what remains is what Windows wrote in Spanish offices.

internal import MinutarioModel

/// The decoded text of a file: valid UTF-8 without control characters except tabs and breaks.
struct TextDecoding {
  private(set) var text: [UInt8] = []
  /// IANA name.
  private(set) var encoding = "utf-8"
  private(set) var source = SourceDocument.EncodingSource.detected
  /// Bytes (or characters) that had no meaning and became U+FFFD.
  private(set) var undecodable = 0

  /// Whether the encoding is a conclusion that may be wrong.
  var isGuess: Bool { source == .detected && encoding != "utf-8" }

  init(_ file: [UInt8]) {
    if file.starts(with: [0xEF, 0xBB, 0xBF]) {
      source = .bom
      decodeUTF8(file[3...])
    } else if file.starts(with: [0xFF, 0xFE]) {
      source = .bom
      decodeUTF16(file[2...], lowByteFirst: true)
    } else if file.starts(with: [0xFE, 0xFF]) {
      source = .bom
      decodeUTF16(file[2...], lowByteFirst: false)
    } else if let lowByteFirst = TextDecoding.wideOrder(file) {
      decodeUTF16(file[...], lowByteFirst: lowByteFirst)
    } else if TextDecoding.isMostlyUTF8(file) {
      decodeUTF8(file[...])
    } else {
      decodeWindows1252(file[...])
    }
    replaceControls()
  }

  /// U+FFFD
  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  // MARK: Detection

  /// Whether a file can be text at all: few control characters, and not bytes at random.
  static func isPlausible(_ file: [UInt8]) -> Bool {
    let head = file.prefix(1 << 16)
    guard !head.isEmpty else { return true }
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) || wideOrder(file) != nil
    {
      return true
    }
    var controls = 0
    var high = 0
    for byte in head {
      if byte >= 0x80 {
        high += 1
      } else if byte < 0x20 && !isBlank(byte) && byte != 0x1A && byte != 0x1B || byte == 0x7F {
        controls += 1
      }
    }
    // A handful of odd bytes in a short file proves nothing.
    guard controls <= max(4, head.count / 20) else { return false }
    return high <= max(16, head.count * 2 / 5) || isMostlyUTF8(Array(head))
  }

  /// The byte order of UTF-16 without a mark: one half of each pair is mostly zero.
  private static func wideOrder(_ file: [UInt8]) -> Bool? {
    let pairs = min(file.count, 4_096) / 2
    guard pairs >= 2 else { return nil }
    var zeros = (even: 0, odd: 0)
    for pair in 0..<pairs {
      if file[pair * 2] == 0 { zeros.even += 1 }
      if file[pair * 2 + 1] == 0 { zeros.odd += 1 }
    }
    if zeros.odd * 10 >= pairs * 6, zeros.even * 20 <= pairs { return true }
    if zeros.even * 10 >= pairs * 6, zeros.odd * 20 <= pairs { return false }
    return nil
  }

  /// Valid UTF-8, or UTF-8 with a few bytes damaged: reading that as anything else would damage
  /// all accented letters instead of a few.
  private static func isMostlyUTF8(_ file: [UInt8]) -> Bool {
    if (try? UTF8Span(validating: file.span)) != nil { return true }
    var sequences = 0
    var invalid = 0
    var position = 0
    while position < file.count {
      let length = sequenceLength(file[...], at: position)
      if length > 1 { sequences += 1 }
      if length == 0 { invalid += 1 }
      position += max(1, length)
    }
    return sequences >= 4 * invalid
  }

  /// Length of the well-formed UTF-8 sequence at a position; 0 when there is none.
  private static func sequenceLength(_ bytes: ArraySlice<UInt8>, at position: Int) -> Int {
    let first = bytes[position]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return 0
    }
    guard position + length <= bytes.endIndex, second.contains(bytes[position + 1]) else {
      return 0
    }
    for next in bytes[position + 2..<position + length] where next & 0xC0 != 0x80 { return 0 }
    return length
  }

  // MARK: Decoding

  private mutating func decodeUTF8(_ bytes: ArraySlice<UInt8>) {
    if (try? UTF8Span(validating: bytes.span)) != nil {
      text = Array(bytes)
      return
    }
    text.reserveCapacity(bytes.count + 64)
    var position = bytes.startIndex
    while position < bytes.endIndex {
      let length = TextDecoding.sequenceLength(bytes, at: position)
      if length == 0 {
        text += TextDecoding.replacement
        undecodable += 1
        position += 1
      } else {
        text += bytes[position..<position + length]
        position += length
      }
    }
  }

  private mutating func decodeUTF16(_ bytes: ArraySlice<UInt8>, lowByteFirst: Bool) {
    encoding = lowByteFirst ? "utf-16le" : "utf-16be"
    text.reserveCapacity(bytes.count)
    var position = bytes.startIndex
    func unit(_ at: Int) -> UInt32? {
      guard at + 1 < bytes.endIndex else { return nil }
      let (low, high) = lowByteFirst ? (bytes[at], bytes[at + 1]) : (bytes[at + 1], bytes[at])
      return UInt32(high) << 8 | UInt32(low)
    }
    while let first = unit(position) {
      position += 2
      var value = first
      if (0xD800...0xDBFF).contains(first), let second = unit(position),
        (0xDC00...0xDFFF).contains(second)
      {
        value = 0x1_0000 + (first - 0xD800) << 10 + (second - 0xDC00)
        position += 2
      }
      if let scalar = Unicode.Scalar(value) {
        append(scalar)
      } else {
        text += TextDecoding.replacement
        undecodable += 1
      }
    }
    if position < bytes.endIndex {
      text += TextDecoding.replacement
      undecodable += 1
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    if scalar.isASCII {
      text.append(UInt8(truncatingIfNeeded: scalar.value))
    } else {
      text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }

  /// 0x80 to 0x9F of Windows-1252; 0 where the code has no character.
  private static let windows1252: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]

  private mutating func decodeWindows1252(_ bytes: ArraySlice<UInt8>) {
    encoding = "windows-1252"
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        text.append(byte)
        continue
      }
      let value = byte < 0xA0 ? TextDecoding.windows1252[Int(byte) - 0x80] : UInt32(byte)
      if value != 0, let scalar = Unicode.Scalar(value) {
        append(scalar)
      } else {
        text += TextDecoding.replacement
        undecodable += 1
      }
    }
  }

  // MARK: Control characters

  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && !isBlank(byte) || byte == 0x7F
  }

  /// Replaces control characters; an end-of-file mark of DOS at the end just goes.
  private mutating func replaceControls() {
    if text.last == 0x1A { text.removeLast() }
    guard text.contains(where: { TextDecoding.isControl($0) || $0 == 0xC2 }) else { return }
    var clean: [UInt8] = []
    clean.reserveCapacity(text.count + 64)
    var position = 0
    while position < text.count {
      let byte = text[position]
      let next = position + 1 < text.count ? text[position + 1] : 0
      // U+0080 to U+009F, without the line break U+0085.
      let isHighControl = byte == 0xC2 && next < 0xA0 && next >= 0x80 && next != 0x85
      if TextDecoding.isControl(byte) || isHighControl {
        clean += TextDecoding.replacement
        undecodable += 1
        position += isHighControl ? 2 : 1
      } else {
        clean.append(byte)
        position += 1
      }
    }
    text = clean
  }
}
