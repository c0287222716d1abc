// How letters and signs fold for comparison: small letters, no accents, one kind of dash, quote and
// bullet. Covers Latin letters (Basic, Latin-1, Extended-A); other letters stay as they are.

/// What a Unicode scalar is to the tokenizer.
enum CharacterClass: Equatable {
  /// A letter: the ASCII letter it folds to (0: none, it stays itself), and whether it is a capital.
  case letter(folded: UInt8, isCapital: Bool)
  case digit
  /// Combining marks, soft hyphens, zero-width characters: no part of a spelling.
  case ignorable
  case blank
  /// The sign's class, as `Token.sign`.
  case sign(UInt8)
}

/// Folding of single scalars.
enum Folding {
  /// ASCII letters for U+00C0…U+00FF; `-` where no letter stands.
  private static let latin1 = Array(
    "aaaaaaaceeeeiiiidnooooo-ouuuuytsaaaaaaaceeeeiiiidnooooo-ouuuuyty".utf8)
  /// ASCII letters for U+0100…U+017F.
  private static let extendedA = Array(
    ("aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllllll"
      + "lnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)

  /// The class of a scalar.
  static func classify(_ scalar: UInt32) -> CharacterClass {
    switch scalar {
    case 0x61...0x7A: return .letter(folded: UInt8(scalar), isCapital: false)
    case 0x41...0x5A: return .letter(folded: UInt8(scalar) + 32, isCapital: true)
    case 0x30...0x39: return .digit
    case 0x00...0x20, 0x7F, 0x85, 0xA0: return .blank
    case 0x60: return .sign(UInt8(ascii: "'"))
    case 0x21...0x7E: return .sign(UInt8(scalar))
    case 0xAD: return .ignorable
    case 0xAA, 0xB0, 0xBA: return .sign(Token.ordinal)
    case 0xB4: return .sign(UInt8(ascii: "'"))
    case 0xB7: return .sign(Token.bullet)
    case 0xAB, 0xBB: return .sign(UInt8(ascii: "\""))
    case 0xB5: return .letter(folded: 0, isCapital: false)
    case 0x80...0xBF, 0xD7, 0xF7: return .sign(0)
    case 0xC0...0xFF:
      return .letter(folded: latin1[Int(scalar) - 0xC0], isCapital: scalar < 0xDF)
    case 0x100...0x17F:
      return .letter(folded: extendedA[Int(scalar) - 0x100], isCapital: isExtendedCapital(scalar))
    case 0x300...0x36F: return .ignorable
    case 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return .blank
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF:
      return .ignorable
    case 0x2010...0x2015, 0x2212: return .sign(UInt8(ascii: "-"))
    case 0x2018...0x201B, 0x2032: return .sign(UInt8(ascii: "'"))
    case 0x201C...0x201F, 0x2033: return .sign(UInt8(ascii: "\""))
    case 0x2026: return .sign(UInt8(ascii: "."))
    case 0x2022, 0x2023, 0x2043, 0x2190...0x21FF, 0x25A0...0x25FF, 0x2700...0x27BF, 0xE000...0xF8FF:
      return .sign(Token.bullet)
    case 0x2000...0x2BFF, 0x3001...0x303F, 0xFF00...0xFFEF: return .sign(0)
    default: return .letter(folded: 0, isCapital: false)
    }
  }

  /// In Latin Extended-A capitals stand on even numbers, but on odd ones in two stretches.
  private static func isExtendedCapital(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x139...0x148, 0x179...0x17E: scalar % 2 == 1
    case 0x178: true
    case 0x17F, 0x138, 0x149: false
    default: scalar % 2 == 0
    }
  }
}
