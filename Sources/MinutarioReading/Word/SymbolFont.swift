// Characters of Word's fonts of signs (w:sym), which have codes of their own.

/// The character that looks like a sign of such a font.
enum SymbolFont {
  /// Signs of Wingdings that mean something in a text: check marks and boxes say who attended,
  /// numbers count. Ornaments are all bullets to a reader of the text.
  private static let wingdings = table(
    "28☎ 2A✉ 41✌ 45☜ 46☞ 4A☺ 4C☹ 6F☐ 78☒ 80⓪ 81① 82② 83③ 84④ 85⑤ 86⑥ 87⑦ 88⑧ 89⑨ 8A⑩ 8C❶ 8D❷ 8E❸ "
      + "8F❹ 90❺ 91❻ 92❼ 93❽ 94❾ 95❿ A8☐ AB★ DF← E0→ E1↑ E2↓ E7← E8→ E9↑ EA↓ F3⇔ FB✗ FC✓ FD☒ FE☑")
  private static let wingdings2 = table("4F✗ 50✓ 51☒ 52☑ 53☒ 54☒ A3☐")
  /// The encoding of Adobe's Symbol font.
  private static let symbol = table(
    "22∀ 24∃ 27∋ 2A∗ 2D− 40≅ 41Α 42Β 43Χ 44Δ 45Ε 46Φ 47Γ 48Η 49Ι 4Aϑ 4BΚ 4CΛ 4DΜ 4EΝ 4FΟ 50Π 51Θ 52Ρ "
      + "53Σ 54Τ 55Υ 56ς 57Ω 58Ξ 59Ψ 5AΖ 5C∴ 5E⊥ 61α 62β 63χ 64δ 65ε 66φ 67γ 68η 69ι 6Aϕ 6Bκ 6Cλ 6Dμ "
      + "6Eν 6Fο 70π 71θ 72ρ 73σ 74τ 75υ 76ϖ 77ω 78ξ 79ψ 7Aζ 7E∼ A0€ A1ϒ A2′ A3≤ A4⁄ A5∞ A6ƒ A7♣ A8♦ "
      + "A9♥ AA♠ AB↔ AC← AD↑ AE→ AF↓ B0° B1± B2″ B3≥ B4× B5∝ B6∂ B7• B8÷ B9≠ BA≡ BB≈ BC… BF↵ C0ℵ C1ℑ "
      + "C2ℜ C3℘ C4⊗ C5⊕ C6∅ C7∩ C8∪ C9⊃ CA⊇ CB⊄ CC⊂ CD⊆ CE∈ CF∉ D0∠ D1∇ D2® D3© D4™ D5∏ D6√ D7⋅ D8¬ "
      + "D9∧ DA∨ DB⇔ DC⇐ DD⇑ DE⇒ DF⇓ E0◊ E1〈 E2® E3© E4™ E5∑ F1〉 F2∫")

  /// A table from entries such as `6F☐`: the code, the character.
  private static func table(_ entries: String) -> [UInt8: Unicode.Scalar] {
    var table: [UInt8: Unicode.Scalar] = [:]
    for entry in entries.split(separator: " ") {
      if let code = UInt8(entry.prefix(2), radix: 16) { table[code] = entry.unicodeScalars.last }
    }
    return table
  }

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
    case "Symbol":
      // Digits and most signs of ASCII are themselves.
      return symbol[sign] ?? (sign < 0x7F ? Unicode.Scalar(sign) : bullet)
    default:
      if isPrivate || font.hasPrefix("Wingdings") || font.hasPrefix("Webdings") { return bullet }
      guard let scalar = Unicode.Scalar(value), !(0xE000...0xF8FF).contains(value),
        !(0x7F...0x9F).contains(value)
      else { return bullet }
      return scalar
    }
  }
}
