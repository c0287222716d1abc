// Folding makes one word of "Secretaría" (an office) and "Secretaria" (a person). Where that
// matters, the accents decide.

public import MinutarioModel

extension NormalizedText {
  /// Whether a word bears an accent that a term does not have. Words in capitals often go without,
  /// so only a surplus counts.
  public func hasSurplusAccent(_ token: Token, over term: String) -> Bool {
    let written = bytes[token.range].count { $0 >= 0x80 }
    guard written > 0 else { return false }
    let first = term.utf8.prefix { $0 != UInt8(ascii: " ") }
    return written > first.count { $0 >= 0x80 }
  }

  /// Whether a word in small letters lacks an accent that a term has.
  public func lacksAccent(_ token: Token, of term: String) -> Bool {
    guard !token.shape.contains(.allCapitals) else { return false }
    let first = term.utf8.prefix { $0 != UInt8(ascii: " ") }
    return bytes[token.range].count { $0 >= 0x80 } < first.count { $0 >= 0x80 }
  }
}
