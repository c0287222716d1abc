// An entry of a roster cut at its separators: "Ana Ruiz, Directora (Instituto X)" has three pieces.

import MinutarioModel

/// A stretch of an entry between two separators.
struct Piece: Equatable {
  /// Token indices, never empty; outer signs are not part of it.
  var tokens: Range<Int>
  /// What stands before the piece.
  var before: Separator
  /// Whether it stands in brackets, alone or with others.
  var isBracketed = false
}

/// What may stand between two pieces.
enum Separator: Equatable {
  case start, comma, semicolon, colon, dash, slash, column, lineBreak, bracket, period
}

/// Cuts a run of tokens into pieces.
struct PieceCutter {
  let text: NormalizedText
  let legalForms: (Int, Int) -> Int?
  /// Whether the word at a token is an honorific, whose dot ends nothing.
  let isTitle: (Int) -> Bool

  /// `legalForms` gives the end of a legal form ("A.C.") that starts at a token before a limit, so
  /// that the comma before it does not cut.
  init(
    text: NormalizedText, legalForms: @escaping (Int, Int) -> Int?,
    isTitle: @escaping (Int) -> Bool
  ) {
    self.text = text
    self.legalForms = legalForms
    self.isTitle = isTitle
  }

  /// The pieces in order; `joinsLines` reads over line breaks.
  func pieces(_ range: Range<Int>, joinsLines: Bool = false) -> [Piece] {
    var pieces: [Piece] = []
    var start = range.lowerBound
    var separator = Separator.start
    var bracketEnd: Int?
    func close(_ end: Int) {
      let tokens = trimmed(start..<max(start, end))
      if !tokens.isEmpty {
        pieces.append(
          Piece(tokens: tokens, before: separator, isBracketed: bracketEnd != nil))
      }
    }
    var index = range.lowerBound
    while index < range.upperBound {
      if let end = bracketEnd {
        if index == end {
          close(index)
          bracketEnd = nil
          start = index + 1
          separator = .comma
        } else if let found = self.separator(at: index, end) {
          close(index)
          start = index + 1
          separator = found
        }
        index += 1
        continue
      }
      if index > start, let gap = gap(before: index), !(joinsLines && gap == .lineBreak) {
        close(index)
        start = index
        separator = gap
      }
      let token = text.tokens[index]
      if token.isSign(UInt8(ascii: "(")), let end = closingBracket(index, range.upperBound) {
        if isSuffix(index, end) {
          index = end + 1
          continue
        }
        close(index)
        start = index + 1
        separator = .bracket
        bracketEnd = end
      } else if let found = self.separator(at: index, range.upperBound) {
        close(index)
        start = index + 1
        separator = found
      }
      index += 1
    }
    close(range.upperBound)
    return pieces
  }

  private func separator(at index: Int, _ limit: Int) -> Separator? {
    let token = text.tokens[index]
    guard token.kind == .sign else { return nil }
    switch token.sign {
    case UInt8(ascii: ","):
      return legalForms(index + 1, limit) == nil ? .comma : nil
    case UInt8(ascii: ";"): return .semicolon
    case UInt8(ascii: ":"): return isInTime(index, limit) ? nil : .colon
    case UInt8(ascii: "."):
      return isLeader(index, limit) ? .column : endsPart(index, limit) ? .period : nil
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "|"):
      let isApart = token.spaceBefore && index + 1 < limit && text.tokens[index + 1].spaceBefore
      guard isApart || token.isSign(UInt8(ascii: "|")) else { return nil }
      return token.isSign(UInt8(ascii: "-")) ? .dash : .slash
    default: return nil
    }
  }

  /// `10:05`.
  private func isInTime(_ index: Int, _ limit: Int) -> Bool {
    index > 0 && index + 1 < limit && text.tokens[index - 1].kind == .number
      && text.tokens[index + 1].kind == .number && !text.tokens[index + 1].spaceBefore
  }

  /// `Ana Ruiz ........ Presidenta`: dots that lead to the next column; two are enough where blanks
  /// stand around them.
  private func isLeader(_ index: Int, _ limit: Int) -> Bool {
    let dot = UInt8(ascii: ".")
    var start = index
    while start > 0, text.tokens[start - 1].isSign(dot) { start -= 1 }
    var end = index + 1
    while end < limit, text.tokens[end].isSign(dot) { end += 1 }
    return end - start >= 3
      || end - start == 2 && text.tokens[start].spaceBefore && end < limit
        && text.tokens[end].spaceBefore
  }

  /// "Rivas, Tomasa. Rectora": a full stop behind a whole word, a capital behind it.
  private func endsPart(_ index: Int, _ limit: Int) -> Bool {
    guard index + 1 < limit, index > 0 else { return false }
    let previous = text.tokens[index - 1]
    let next = text.tokens[index + 1]
    return previous.kind == .word && previous.range.count > 4 && next.kind == .word
      && next.spaceBefore && next.shape.contains(.capitalized) && !isTitle(index - 1)
  }

  /// A tab, a wide gap or a line break before a token.
  private func gap(before index: Int) -> Separator? {
    let gap = text.tokens[index - 1].end..<text.tokens[index].start
    guard gap.count > 0 else { return nil }
    if text.gap(before: index, holds: UInt8(ascii: "\t")) { return .column }
    if text.gap(before: index, holds: UInt8(ascii: "\n")) {
      let line = text.lines[text.lineIndex(at: text.tokens[index].start)]
      return line.continuesPrevious ? nil : .lineBreak
    }
    return gap.count >= 3 ? .column : nil
  }

  /// `(S)`, `(E)`, `(a.i.)`: part of the words before it.
  private func isSuffix(_ open: Int, _ close: Int) -> Bool {
    let words = (open + 1..<close).filter { text.tokens[$0].kind != .sign }
    if words.count == 1, isNickname(words[0], open, close) { return true }
    return !words.isEmpty && words.count <= 2
      && words.allSatisfy { text.tokens[$0].shape.contains(.single) }
  }

  /// `Concepción (Chita) Rivas`: one name in brackets between two others.
  private func isNickname(_ word: Int, _ open: Int, _ close: Int) -> Bool {
    guard open > 0, close + 1 < text.tokens.count, text.tokens[close + 1].spaceBefore else {
      return false
    }
    let around = [open - 1, word, close + 1].map { text.tokens[$0] }
    return around.allSatisfy {
      $0.kind == .word && $0.shape.contains(.capitalized) && !$0.shape.contains(.allCapitals)
    } && text.lineIndex(at: around[0].start) == text.lineIndex(at: around[2].start)
  }

  private func closingBracket(_ open: Int, _ limit: Int) -> Int? {
    var depth = 0
    for index in open..<min(limit, open + 80) {
      if text.tokens[index].isSign(UInt8(ascii: "(")) { depth += 1 }
      if text.tokens[index].isSign(UInt8(ascii: ")")) {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return nil
  }

  /// Without signs at both ends; a dot stays behind a single letter or a short abbreviation.
  func trimmed(_ tokens: Range<Int>) -> Range<Int> {
    var start = tokens.lowerBound
    var end = tokens.upperBound
    while start < end, text.tokens[start].kind == .sign, !isOpeningQuote(text.tokens[start]) {
      start += 1
    }
    while end > start, text.tokens[end - 1].kind == .sign {
      let token = text.tokens[end - 1]
      if token.isSign(UInt8(ascii: ".")), end - 2 >= start, isAbbreviation(text.tokens[end - 2]) {
        break
      }
      if token.isSign(UInt8(ascii: "\"")) || token.isSign(UInt8(ascii: ")")) || token.sign == 0
        || token.isSign(Token.ordinal)
      {
        break
      }
      end -= 1
    }
    return start..<end
  }

  private func isOpeningQuote(_ token: Token) -> Bool { token.isSign(UInt8(ascii: "\"")) }

  private func isAbbreviation(_ token: Token) -> Bool {
    token.kind == .word && token.shape.contains(.single)
  }
}
