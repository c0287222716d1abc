// Characters of Word's fonts of signs (w:sym), which have codes of their own.

/// The character that looks like a sign of such a font.
enum SymbolFont {
  // Check marks and boxes say who attended, so those keep their meaning; arrows and ornaments are
  // all bullets to a reader of the text.
  private static let wingdings: [UInt8: Unicode.Scalar] = [
    0x6F: "\u{2610}", 0x78: "\u{2612}", 0xA8: "\u{2610}", 0xFB: "\u{2717}", 0xFC: "\u{2713}",
    0xFD: "\u{2612}", 0xFE: "\u{2611}",
  ]
  private static let wingdings2: [UInt8: Unicode.Scalar] = [
    0x4F: "\u{2717}", 0x50: "\u{2713}", 0x51: "\u{2612}", 0x52: "\u{2611}", 0x53: "\u{2612}",
    0x54: "\u{2612}", 0xA3: "\u{2610}",
  ]
  private static let symbol: [UInt8: Unicode.Scalar] = [
    0x2D: "\u{2212}", 0xB0: "\u{B0}", 0xB1: "\u{B1}", 0xB4: "\u{D7}", 0xA3: "\u{2264}",
    0xB3: "\u{2265}", 0xAE: "\u{2192}", 0xD6: "\u{221A}",
  ]

  /// The character for a sign.
  /// - Parameters:
  ///   - code: `w:char`, hexadecimal.
  ///   - font: `w:font`.
  /// - Returns: a bullet for a sign without a counterpart.
  static func character(code: String, font: String) -> Unicode.Scalar {
    let bullet: Unicode.Scalar = "\u{2022}"
    guard let value = UInt32(code, radix: 16), value >= 0x20 else { return bullet }
    let isPrivate = (0xF000...0xF0FF).contains(value)
    let sign = UInt8(truncatingIfNeeded: value)
    switch font {
    case "Wingdings": return wingdings[sign] ?? bullet
    case "Wingdings 2": return wingdings2[sign] ?? bullet
    case "Symbol": return symbol[sign] ?? bullet
    default:
      if isPrivate || font.hasPrefix("Wingdings") || font.hasPrefix("Webdings") { return bullet }
      guard let scalar = Unicode.Scalar(value), !(0xE000...0xF8FF).contains(value),
        !(0x7F...0x9F).contains(value)
      else { return bullet }
      return scalar
    }
  }
}
