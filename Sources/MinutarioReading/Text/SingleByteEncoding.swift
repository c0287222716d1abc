// Encodings of one byte a letter, as offices that write Spanish used them, and which of them a file
// is in. ISO-8859-1 is Windows-1252 without the signs of 0x80 to 0x9F.

/// An encoding of one byte a letter, by its IANA name.
enum SingleByteEncoding: String {
  case windows1252 = "windows-1252"
  case latin9 = "iso-8859-15"
  case macRoman = "macintosh"

  /// The encoding that makes most sense of a file that is no Unicode.
  init(of file: [UInt8]) {
    var windows = 0
    var mac = 0
    var macLetters: Set<UInt8> = []
    var hasWindowsSigns = false
    for position in file.indices where file[position] >= 0x80 {
      let byte = file[position]
      let before = position > 0 && SingleByteEncoding.isLetter(file[position - 1])
      let after = position + 1 < file.count && SingleByteEncoding.isLetter(file[position + 1])
      if byte < 0xA0 { hasWindowsSigns = true }
      if SingleByteEncoding.isSpanish(SingleByteEncoding.windows1252.scalar(byte), before, after) {
        windows += 1
      }
      if SingleByteEncoding.isSpanish(SingleByteEncoding.macRoman.scalar(byte), before, after) {
        mac += 1
        macLetters.insert(byte)
      }
    }
    if mac > 2 * windows, macLetters.count > 1 {
      self = .macRoman
    } else if !hasWindowsSigns, file.contains(0xA4) {
      // The euro sign; what Windows-1252 has in its place nobody writes.
      self = .latin9
    } else {
      self = .windows1252
    }
  }

  /// The character of a byte; nil where the encoding has none.
  func scalar(_ byte: UInt8) -> Unicode.Scalar? {
    guard byte >= 0x80 else { return Unicode.Scalar(byte) }
    switch self {
    case .windows1252: return Windows1252.scalar(byte)
    case .macRoman: return SingleByteEncoding.macTable[Int(byte) - 0x80]
    case .latin9: return SingleByteEncoding.latin9Signs[byte] ?? Unicode.Scalar(byte)
    }
  }

  /// A byte of Windows-1252 in a text of UTF-8, where it makes a letter of a word: such files come
  /// about when texts are joined. Other bytes are what is left of damaged UTF-8.
  static func letter(in bytes: ArraySlice<UInt8>, at position: Int) -> Unicode.Scalar? {
    let byte = bytes[position]
    let before = position > bytes.startIndex && isLetter(bytes[position - 1])
    let after = position + 1 < bytes.endIndex && isLetter(bytes[position + 1])
    // 0xC2 and 0xC3 begin the letters of Spanish in UTF-8.
    guard byte > 0xC3, before || after, let scalar = Windows1252.scalar(byte),
      isSpanish(scalar, before, after)
    else { return nil }
    return scalar
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// Whether a character is one that Spanish uses, where it stands: letters at letters, signs not
  /// within a word.
  private static func isSpanish(
    _ scalar: Unicode.Scalar?, _ before: Bool, _ after: Bool
  ) -> Bool {
    guard let scalar else { return false }
    if letters.contains(scalar) { return before || after }
    return signs.contains(scalar) && !(before && after)
  }

  private static let letters = Set("áéíóúüñÁÉÍÓÚÜÑ".unicodeScalars)
  private static let signs = Set("¿¡«»“”‘’–—…ºª°€·•".unicodeScalars)

  private static let latin9Signs: [UInt8: Unicode.Scalar] = [
    0xA4: "€", 0xA6: "Š", 0xA8: "š", 0xB4: "Ž", 0xB8: "ž", 0xBC: "Œ", 0xBD: "œ", 0xBE: "Ÿ",
  ]

  /// 0x80 to 0xFF of Mac OS Roman.
  private static let macTable = Array(
    ("ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø"
      + "¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ")
      .unicodeScalars
  )
}

/// Windows-1252: Latin-1 with signs in the place of its control characters.
enum Windows1252 {
  /// 0x80 to 0x9F; 0 where the code has no character.
  private static let signs: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]

  /// The character of a byte; nil where the encoding has none.
  static func scalar(_ byte: UInt8) -> Unicode.Scalar? {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    let value = signs[Int(byte) - 0x80]
    return value == 0 ? nil : Unicode.Scalar(value)
  }

  /// The byte of a character; where the encoding has no character, that of the control character
  /// which programs put there.
  static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
    if scalar.value <= 0xFF { return UInt8(scalar.value) }
    return signs.firstIndex(of: scalar.value).map { UInt8(0x80 + $0) }
  }
}

/// UTF-8 that was read as Windows-1252 and saved in UTF-8 again: "sesiÃ³n". In Spanish no word has
/// "Ã" or "Â" before such a sign, so each of them tells by itself.
enum Mojibake {
  /// The character behind the signs at a position, and their length in bytes.
  static func read(_ text: [UInt8], at position: Int) -> ([UInt8], Int)? {
    guard let (character, length) = once(text, at: position) else { return nil }
    // Converted twice: what comes out are such signs again.
    var signs = character
    var end = position + length
    while signs.count < 8, signs.first == 0xC3, let (next, length) = once(text, at: end) {
      signs += next
      end += length
      if let (character, used) = once(signs, at: 0), used == signs.count {
        return (character, end - position)
      }
    }
    return (character, length)
  }

  private static func once(_ text: [UInt8], at position: Int) -> ([UInt8], Int)? {
    guard let (first, length) = byte(text, at: position) else { return nil }
    let count: Int
    switch first {
    case 0xC2, 0xC3: count = 2
    case 0xE2: count = 3
    default: return nil
    }
    var bytes = [first]
    var end = position + length
    while bytes.count < count {
      guard let (next, length) = byte(text, at: end), (0x80...0xBF).contains(next) else {
        return nil
      }
      bytes.append(next)
      end += length
    }
    // Of the signs with three bytes, those that offices use: quotes, dashes, dots, the euro sign.
    guard count == 2 || bytes[1] == 0x80 || bytes[1] == 0x82 && bytes[2] == 0xAC else { return nil }
    return (bytes, end - position)
  }

  /// The byte of Windows-1252 that the character at a position stands for, and its length.
  private static func byte(_ text: [UInt8], at position: Int) -> (UInt8, Int)? {
    guard position < text.count else { return nil }
    var rest = text[position..<min(position + 4, text.count)].makeIterator()
    var decoder = UTF8()
    guard case .scalarValue(let scalar) = decoder.decode(&rest) else { return nil }
    return Windows1252.byte(scalar).map { ($0, UTF8.width(scalar)) }
  }
}
