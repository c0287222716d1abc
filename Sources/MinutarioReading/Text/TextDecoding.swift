// Bytes of a text file as UTF-8, and how sure that is: a byte order mark tells, zero bytes betray
// UTF-16 and UTF-32, valid UTF-8 is no accident, and what remains is what offices wrote in one byte
// a letter.

internal import MinutarioModel

/// The decoded text of a file: valid UTF-8 without control characters except tabs and breaks.
struct TextDecoding {
  private(set) var text: [UInt8] = []
  /// IANA name.
  private(set) var encoding = "utf-8"
  private(set) var source = SourceDocument.EncodingSource.detected
  /// Bytes (or characters) that had no meaning and became U+FFFD.
  private(set) var undecodable = Finding()
  /// Bytes of Windows-1252 in a text of UTF-8.
  private(set) var foreign = Finding()
  /// Characters that somebody had read as Windows-1252 and saved so.
  private(set) var repaired = Finding()

  /// Something found in the file, perhaps many times.
  struct Finding {
    private(set) var count = 0
    /// Where in the file it was found first.
    private(set) var first = 0

    mutating func note(_ times: Int = 1, at offset: Int) {
      if count == 0 || offset < first { first = offset }
      count += times
    }

    /// How often and where, for an issue.
    var arguments: [String] { ["\(count)", "\(first)"] }
  }

  /// Whether the encoding is a conclusion that may be wrong.
  var isGuess: Bool { source == .detected && encoding != "utf-8" }

  init(_ file: [UInt8]) {
    if file.starts(with: [0xEF, 0xBB, 0xBF]) {
      source = .bom
      decodeUTF8(file[3...])
    } else if file.starts(with: [0xFF, 0xFE, 0, 0]), file.count % 4 == 0 {
      source = .bom
      decodeUTF32(file[4...], lowByteFirst: true)
    } else if file.starts(with: [0, 0, 0xFE, 0xFF]) {
      source = .bom
      decodeUTF32(file[4...], lowByteFirst: false)
    } else if file.starts(with: [0xFF, 0xFE]) {
      source = .bom
      decodeUTF16(file[2...], lowByteFirst: true)
    } else if file.starts(with: [0xFE, 0xFF]) {
      source = .bom
      decodeUTF16(file[2...], lowByteFirst: false)
    } else if let lowByteFirst = TextDecoding.widestOrder(file) {
      decodeUTF32(file[...], lowByteFirst: lowByteFirst)
    } else if let lowByteFirst = TextDecoding.wideOrder(file) {
      decodeUTF16(file[...], lowByteFirst: lowByteFirst)
    } else if TextDecoding.isMostlyUTF8(file) {
      decodeUTF8(file[...])
    } else {
      decode(file[...], SingleByteEncoding(of: file))
    }
    clean(orderMark: source == .bom ? file.count - bodyCount : 0)
  }

  /// Bytes of the file behind its byte order mark.
  private var bodyCount = 0
  /// U+FFFD
  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  // MARK: Detection

  /// Whether a file can be text at all: few control characters, and not bytes at random.
  static func isPlausible(_ file: [UInt8]) -> Bool {
    let head = file.prefix(1 << 16)
    guard !head.isEmpty else { return true }
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) || wideOrder(file) != nil
      || widestOrder(file) != nil
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

  /// The byte order of UTF-32 without a mark: three of each four bytes are mostly zero.
  private static func widestOrder(_ file: [UInt8]) -> Bool? {
    let fours = min(file.count, 4_096) / 4
    guard fours >= 2, file.count % 4 == 0 else { return nil }
    var zeros = [0, 0, 0, 0]
    for position in 0..<fours * 4 where file[position] == 0 { zeros[position % 4] += 1 }
    guard zeros[1] * 10 >= fours * 8, zeros[2] * 10 >= fours * 8 else { return nil }
    if zeros[3] == fours, zeros[0] * 20 <= fours { return true }
    if zeros[0] == fours, zeros[3] * 20 <= fours { return false }
    return nil
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
    bodyCount = bytes.count
    if (try? UTF8Span(validating: bytes.span)) != nil {
      text = Array(bytes)
      return
    }
    text.reserveCapacity(bytes.count + 64)
    var position = bytes.startIndex
    while position < bytes.endIndex {
      let length = TextDecoding.sequenceLength(bytes, at: position)
      if length > 0 {
        text += bytes[position..<position + length]
        position += length
        continue
      }
      if let letter = SingleByteEncoding.letter(in: bytes, at: position) {
        append(letter)
        foreign.note(at: position)
      } else {
        text += TextDecoding.replacement
        undecodable.note(at: position)
      }
      position += 1
    }
  }

  private mutating func decodeUTF16(_ bytes: ArraySlice<UInt8>, lowByteFirst: Bool) {
    encoding = lowByteFirst ? "utf-16le" : "utf-16be"
    bodyCount = bytes.count
    text.reserveCapacity(bytes.count)
    var position = bytes.startIndex
    func unit(_ at: Int) -> UInt32? {
      guard at + 1 < bytes.endIndex else { return nil }
      let (low, high) = lowByteFirst ? (bytes[at], bytes[at + 1]) : (bytes[at + 1], bytes[at])
      return UInt32(high) << 8 | UInt32(low)
    }
    while let first = unit(position) {
      let start = position
      position += 2
      var value = first
      if (0xD800...0xDBFF).contains(first), let second = unit(position),
        (0xDC00...0xDFFF).contains(second)
      {
        value = 0x1_0000 + (first - 0xD800) << 10 + (second - 0xDC00)
        position += 2
      }
      append(Unicode.Scalar(value), at: start)
    }
    if position < bytes.endIndex { append(nil, at: position) }
  }

  private mutating func decodeUTF32(_ bytes: ArraySlice<UInt8>, lowByteFirst: Bool) {
    encoding = lowByteFirst ? "utf-32le" : "utf-32be"
    bodyCount = bytes.count
    text.reserveCapacity(bytes.count / 2)
    var position = bytes.startIndex
    while position + 3 < bytes.endIndex {
      var value: UInt32 = 0
      for index in 0..<4 {
        let place = lowByteFirst ? position + 3 - index : position + index
        value = value << 8 | UInt32(bytes[place])
      }
      append(Unicode.Scalar(value), at: position)
      position += 4
    }
    if position < bytes.endIndex { append(nil, at: position) }
  }

  private mutating func decode(_ bytes: ArraySlice<UInt8>, _ single: SingleByteEncoding) {
    encoding = single.rawValue
    bodyCount = bytes.count
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for position in bytes.indices {
      let byte = bytes[position]
      if byte < 0x80 {
        text.append(byte)
      } else {
        append(single.scalar(byte), at: position)
      }
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar?, at position: Int) {
    if let scalar {
      append(scalar)
    } else {
      text += TextDecoding.replacement
      undecodable.note(at: position)
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    if scalar.isASCII {
      text.append(UInt8(truncatingIfNeeded: scalar.value))
    } else {
      text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }

  // MARK: What is no text

  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && !isBlank(byte) || byte == 0x7F
  }

  /// Replaces control characters, and repairs letters that were converted wrongly. An end-of-file
  /// mark of DOS at the end just goes.
  private mutating func clean(orderMark: Int) {
    if text.last == 0x1A { text.removeLast() }
    guard
      text.contains(where: { TextDecoding.isControl($0) || $0 == 0xC2 || $0 == 0xC3 })
    else { return }
    let original = text
    var repairs = (count: 0, first: 0)
    var controls = (count: 0, first: 0)
    var clean: [UInt8] = []
    clean.reserveCapacity(original.count)
    var position = 0
    while position < original.count {
      let byte = original[position]
      if byte == 0xC2 || byte == 0xC3,
        let (character, length) = Mojibake.read(original, at: position)
      {
        clean += character
        if repairs.count == 0 { repairs.first = position }
        repairs.count += 1
        position += length
        continue
      }
      let next = position + 1 < original.count ? original[position + 1] : 0
      // U+0080 to U+009F, without the line break U+0085.
      let isHighControl = byte == 0xC2 && next < 0xA0 && next >= 0x80 && next != 0x85
      if TextDecoding.isControl(byte) || isHighControl {
        clean += TextDecoding.replacement
        if controls.count == 0 { controls.first = position }
        controls.count += 1
        position += isHighControl ? 2 : 1
      } else {
        clean.append(byte)
        position += 1
      }
    }
    text = clean
    let offsets = FileOffsets(encoding, orderMark: orderMark)
    if repairs.count > 0 {
      repaired.note(repairs.count, at: offsets.offset(of: repairs.first, in: original))
    }
    if controls.count > 0 {
      undecodable.note(controls.count, at: offsets.offset(of: controls.first, in: original))
    }
  }
}

/// Where in a file a position of its decoded text comes from.
private struct FileOffsets {
  private let orderMark: Int
  /// Bytes of a character of the basic plane; nil for UTF-8.
  private let width: Int?

  init(_ encoding: String, orderMark: Int) {
    self.orderMark = orderMark
    switch encoding {
    case "utf-8": width = nil
    case "utf-16le", "utf-16be": width = 2
    case "utf-32le", "utf-32be": width = 4
    default: width = 1
    }
  }

  /// An offset is asked for twice in a file at most, so it is counted from the start. In UTF-8
  /// with bytes that were replaced, it is that of the text.
  func offset(of position: Int, in text: [UInt8]) -> Int {
    guard let width else { return orderMark + position }
    return orderMark + text[..<position].count { $0 & 0xC0 != 0x80 } * width
  }
}
