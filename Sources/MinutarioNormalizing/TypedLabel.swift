// The label that an author typed at the start of a line: `1.-`, `I.`, `a)`, `(2)`, `4.3.1`, `·`.

import MinutarioModel

/// Recognises typed list labels.
enum TypedLabel {
  /// The tokens of the label that opens a line, its punctuation included; nil when there is none.
  static func read(_ tokens: [Token], _ line: Range<Int>, folded: [UInt8]) -> Range<Int>? {
    guard let first = line.first, line.count > 1 else { return nil }
    let token = tokens[first]
    if token.kind == .sign {
      if let open = closingSign(of: token.sign) {
        return bracketed(tokens, line, closing: open, folded: folded)
      }
      return isBullet(tokens, first) ? first..<first + 1 : nil
    }
    return numbered(tokens, line, folded: folded)
  }

  private static func closingSign(of sign: UInt8) -> UInt8? {
    switch sign {
    case UInt8(ascii: "("): UInt8(ascii: ")")
    case UInt8(ascii: "["): UInt8(ascii: "]")
    default: nil
    }
  }

  /// `(1)`, `[a]`, `(iv)`.
  private static func bracketed(
    _ tokens: [Token], _ line: Range<Int>, closing: UInt8, folded: [UInt8]
  ) -> Range<Int>? {
    let first = line.lowerBound
    guard first + 3 < line.upperBound, tokens[first + 2].isSign(closing),
      tokens[first + 1].kind == .number && tokens[first + 1].range.count <= 3
        || isLetterOrRoman(tokens[first + 1], folded: folded)
    else { return nil }
    return first..<first + 3
  }

  private static func isBullet(_ tokens: [Token], _ index: Int) -> Bool {
    switch tokens[index].sign {
    case Token.bullet, UInt8(ascii: "*"): true
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."):
      tokens[index + 1].kind == .word
        && (tokens[index].sign == UInt8(ascii: "-")
          || tokens[index + 1].spaceBefore)
    default: false
    }
  }

  /// `1.`, `1.-`, `1)`, `1°)`, `1-`, `4.3.1`, `A1.`, `I.`, `a)`, `3` before a tab or wide gap.
  private static func numbered(
    _ tokens: [Token], _ line: Range<Int>, folded: [UInt8]
  ) -> Range<Int>? {
    var index = line.lowerBound
    let isPrefixedNumber =
      index + 1 < line.upperBound && tokens[index].shape.contains([.single, .allCapitals])
      && tokens[index + 1].kind == .number && !tokens[index + 1].spaceBefore
    if isPrefixedNumber { index += 1 }
    let isNumber = tokens[index].kind == .number
    guard isNumber || isLetterOrRoman(tokens[index], folded: folded),
      tokens[index].range.count <= (isNumber ? 3 : 6)
    else { return nil }
    index += 1
    var levels = 1
    while isNumber, index + 1 < line.upperBound, tokens[index].isSign(UInt8(ascii: ".")),
      tokens[index + 1].kind == .number, !tokens[index].spaceBefore, !tokens[index + 1].spaceBefore,
      tokens[index + 1].range.count <= 2
    {
      index += 2
      levels += 1
    }
    let signs = index
    while index < line.upperBound, tokens[index].kind == .sign, !tokens[index].spaceBefore,
      isLabelSign(tokens[index].sign), index - signs < 3
    {
      index += 1
    }
    guard index < line.upperBound else { return nil }
    let hasBlank = tokens[index].spaceBefore
    if index == signs {
      let gap = tokens[index].start - tokens[index - 1].end
      let isWide = gap >= 2 && isNumber || levels > 1 && hasBlank
      return isWide && tokens[index].kind == .word ? line.lowerBound..<index : nil
    }
    let closes = tokens[signs..<index].contains {
      $0.isSign(UInt8(ascii: ")")) || $0.isSign(UInt8(ascii: "-"))
    }
    let isCapitalLetter = !isNumber && tokens[signs - 1].shape.contains([.single, .allCapitals])
    if isCapitalLetter, !closes, !isRomanOne(tokens[signs - 1], folded: folded) { return nil }
    if tokens[signs].isSign(Token.ordinal), index == signs + 1 { return nil }
    // "1.312 personas" and "17:00" are no labels; "1.Texto" and "1-Agenda" are.
    guard hasBlank || tokens[index].kind == .word || tokens[index].kind == .sign else { return nil }
    return line.lowerBound..<index
  }

  private static func isLabelSign(_ sign: UInt8) -> Bool {
    switch sign {
    case UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: "-"), Token.ordinal: true
    default: false
    }
  }

  /// I, V and X may number an item without a bracket; other capitals may be honorifics or initials.
  private static func isRomanOne(_ token: Token, folded: [UInt8]) -> Bool {
    guard let letter = folded[token.folded].first else { return false }
    return letter == UInt8(ascii: "i") || letter == UInt8(ascii: "v") || letter == UInt8(ascii: "x")
  }

  private static func isLetterOrRoman(_ token: Token, folded: [UInt8]) -> Bool {
    guard token.kind == .word else { return false }
    if token.shape.contains(.single) { return true }
    let isUniform = token.shape.contains(.allCapitals) || !token.shape.contains(.capitalized)
    return isUniform && folded[token.folded].allSatisfy { "ivx".utf8.contains($0) }
  }
}
