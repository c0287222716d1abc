// Random numbers that repeat: property tests must fail twice the same way.

/// SplitMix64.
public struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Text made of words, signs, breaks and marks that minutes hold, in any order.
  public mutating func text(pieces count: Int) -> String {
    let pieces = [
      "Acta", "ACUERDOS", "Lic.", "Ana", "RUIZ", "de", "la", "Secretaría", "I.", "1.-", "·", "*",
      ":",
      ",", ";", "(", ")", "\n", "\n\n", "\t", " ", "  ", "—", "“", "”", "e\u{301}", "ñ", "Ñ", "12",
      "17:00", "A C U E R D O S", "\u{FEFF}", "\u{A0}", "º", "de 2020", "octubre", "|", "____",
      "\u{200B}", "😀", "Directora", "S.A. de C.V.", "y", "ausente", "ASISTENTES:", "-",
    ]
    return (0..<count).map { _ in pieces.randomElement(using: &self) ?? "" }
      .joined(separator: Bool.random(using: &self) ? " " : "")
  }
}
