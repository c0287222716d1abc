// Reads the label at the start of an item: automatic, typed (`1.-`, `a)`, `(2)`), or in words
// (`PRIMERO.-`, `Acuerdo N° 07:`, `CT/04/2023.-`).

import MinutarioModel

/// Finds labels in one text.
struct LabelReader {
  let text: NormalizedText
  let numbers: NumberReader
  /// Words that may announce a code at most ("Punto de acuerdo").
  private static let longestAnnouncement = 3
  /// Tokens of a code at most.
  private static let longestCode = 16

  /// The label of a line, or nil. A line's automatic label counts before a typed one.
  func label(of line: Line) -> ItemLabel? {
    if let label = automatic(line) { return label }
    if let typed = line.typedLabel { return named(typed, before: line.tokens.upperBound) }
    guard let first = line.tokens.first else { return nil }
    return inWords(at: first, before: line.tokens.upperBound)
      ?? ordinalNumber(at: first, before: line.tokens.upperBound)
      ?? beforeTab(at: first, before: line.tokens.upperBound)
      ?? letterAndNumber(at: first, before: line.tokens.upperBound)
  }

  private func automatic(_ line: Line) -> ItemLabel? {
    guard let label = line.label else { return nil }
    let end = line.range.lowerBound
    guard let range = line.labelRange else {
      return label.isBullet
        ? ItemLabel(kind: .bullet, range: end..<end, end: end, level: label.level) : nil
    }
    let printed = unpunctuated(range)
    let notation = LabelNotation.classify(text.bytes[printed])
    return ItemLabel(
      kind: label.isBullet ? .bullet : notation.kind, value: notation.value, path: notation.path,
      range: printed, end: end, level: label.level, letterValue: notation.letter)
  }

  /// A typed label made of the given tokens.
  private func named(_ tokens: Range<Int>, before limit: Int) -> ItemLabel {
    let range = text.range(ofTokens: tokens)
    let printed = unpunctuated(range)
    let notation = LabelNotation.classify(text.bytes[printed])
    let end = tokens.upperBound < limit ? text.tokens[tokens.upperBound].start : range.upperBound
    return ItemLabel(
      kind: notation.kind, value: notation.value, path: notation.path, range: printed, end: end,
      letterValue: notation.letter)
  }

  /// The bytes without the brackets, dots and dashes around a label; a bullet stays as it is.
  private func unpunctuated(_ range: Range<Int>) -> Range<Int> {
    let punctuation = ".-)(][: ".utf8
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, punctuation.contains(text.bytes[start]) { start += 1 }
    while end > start, punctuation.contains(text.bytes[end - 1]) { end -= 1 }
    return start < end ? dropping(trailingDashesFrom: start..<end) : range
  }

  /// Dashes other than the ASCII one are three bytes long.
  private func dropping(trailingDashesFrom range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end - range.lowerBound > 3, text.bytes[end - 3] == 0xE2, text.bytes[end - 2] == 0x80,
      (0x90...0x95).contains(text.bytes[end - 1])
    {
      end -= 3
      while end > range.lowerBound, ".) -:".utf8.contains(text.bytes[end - 1]) { end -= 1 }
    }
    return end > range.lowerBound ? range.lowerBound..<end : range
  }

  // MARK: Labels inside a line

  /// A number, a roman number or a letter with its punctuation, before a capital: `2. Balance`.
  func inline(at token: Int, before limit: Int) -> ItemLabel? {
    guard token < limit else { return nil }
    var index = token
    var isBracketed = false
    if text.tokens[index].isSign(UInt8(ascii: "(")) {
      isBracketed = true
      index += 1
    }
    guard index < limit, text.tokens[index].kind != .sign, text.tokens[index].range.count <= 5
    else { return nil }
    let notation = LabelNotation.classify(text.bytes[text.tokens[index].range])
    guard notation.value != nil else { return nil }
    let signs = index + 1
    var end = signs
    while end < limit, end - signs < 3, text.tokens[end].kind == .sign,
      !text.tokens[end].spaceBefore, isLabelSign(text.tokens[end])
    {
      end += 1
    }
    guard end > signs, end < limit, text.tokens[end].spaceBefore || text.tokens[end].kind == .word
    else { return nil }
    let closes = text.tokens[signs..<end].contains { $0.isSign(UInt8(ascii: ")")) }
    guard closes || !isBracketed else { return nil }
    // A letter with a dot alone is an initial or an abbreviation.
    let hasDash = text.tokens[signs..<end].contains { $0.isSign(UInt8(ascii: "-")) }
    guard closes || hasDash || notation.kind == .number || notation.kind == .roman else {
      return nil
    }
    return named(token..<end, before: limit)
  }

  private func isLabelSign(_ token: Token) -> Bool {
    token.isSign(UInt8(ascii: ".")) || token.isSign(UInt8(ascii: ")"))
      || token.isSign(UInt8(ascii: "-")) || token.isSign(Token.ordinal)
  }

  /// A bullet inside a line.
  func inlineBullet(at token: Int, before limit: Int) -> ItemLabel? {
    guard token + 1 < limit, text.tokens[token].isSign(Token.bullet) else { return nil }
    return named(token..<token + 1, before: limit)
  }

  // MARK: Labels in words

  /// `PRIMERO.-`, `Acuerdo N° 07:`, `RES. 45/19.-`, `Artículo I.`, `COMU/2/1` before a tab.
  func inWords(at first: Int, before limit: Int) -> ItemLabel? {
    ordinal(at: first, before: limit) ?? cardinal(at: first, before: limit)
      ?? code(at: first, before: limit) ?? counted(at: first, before: limit)
      ?? yearlyNumber(at: first, before: limit)
  }

  /// One or two words that count, closed by `.-`, `.` or `:`.
  private func ordinal(at first: Int, before limit: Int) -> ItemLabel? {
    var end = first
    while end < limit, end - first < 2, text.tokens[end].kind == .word,
      isOrdinalWord(text.tokens[end])
    {
      end += 1
    }
    guard end > first, text.tokens[first].shape.contains(.capitalized) else { return nil }
    var counted: UInt64?
    // "Primera Resolución:": what is counted stands before the colon.
    if end + 1 < limit, text.tokens[end].kind == .word,
      text.tokens[end + 1].isSign(UInt8(ascii: ":"))
    {
      counted = text.tokens[end].hash
      end += 1
    }
    guard let close = terminator(at: end, before: limit), !close.isGap else { return nil }
    let range = text.range(ofTokens: first..<end)
    return ItemLabel(
      kind: .ordinal, range: range, end: text.tokens[close.next].start, announcedBy: counted)
  }

  /// `Uno.`, `Dos.-`, `Veintiuno:`: a number in words alone.
  private func cardinal(at first: Int, before limit: Int) -> ItemLabel? {
    let view = TokenView(text: text, limit: limit)
    guard first < limit, text.tokens[first].shape.contains(.capitalized),
      let number = numbers.words(in: view, at: first),
      let close = terminator(at: number.end, before: limit), !close.isGap
    else { return nil }
    return ItemLabel(
      kind: .ordinal, range: text.range(ofTokens: first..<number.end),
      end: text.tokens[close.next].start)
  }

  /// `RESOLUCIÓN NÚMERO UNO (1):`: an announcing word, a word for number, the number in words.
  private func counted(at first: Int, before limit: Int) -> ItemLabel? {
    let view = TokenView(text: text, limit: limit)
    guard first < limit, text.tokens[first].shape.contains(.capitalized),
      text.tokens[first].folded.count >= 3
    else { return nil }
    for start in first + 1..<max(first + 1, min(first + 4, limit)) {
      guard text.tokens[start - 1].kind == .word || isGlued(start - 1) else { return nil }
      guard start < limit, let behind = behindNumberWord(view, at: start) else { continue }
      var end = behind
      if view.isSign(end, "("), view.digits(end + 1) != nil, view.isSign(end + 2, ")") { end += 3 }
      guard let close = terminator(at: end, before: limit), !close.isGap else { return nil }
      return ItemLabel(
        kind: .code, range: text.range(ofTokens: first..<end), end: text.tokens[close.next].start,
        announcedBy: text.tokens[first].hash)
    }
    return nil
  }

  /// Behind `UNO` or `primero`.
  private func behindNumberWord(_ view: TokenView, at index: Int) -> Int? {
    if let number = numbers.words(in: view, at: index) { return number.end }
    return text.tokens[index].kind == .word && isOrdinalWord(text.tokens[index]) ? index + 1 : nil
  }

  /// `463/1 -`, `03/23`: two numbers that a slash joins. Without a sign behind them they may be a
  /// date or a fraction, so that one alone is no label.
  private func yearlyNumber(at first: Int, before limit: Int) -> ItemLabel? {
    guard first + 3 < limit, text.tokens[first].kind == .number,
      text.tokens[first + 1].isSign(UInt8(ascii: "/")), isGlued(first + 1),
      text.tokens[first + 2].kind == .number, isGlued(first + 2)
    else { return nil }
    var next = first + 3
    if let close = terminator(at: next, before: limit) {
      next = close.next
    } else {
      guard text.tokens[next].spaceBefore, text.tokens[next].shape.contains(.capitalized) else {
        return nil
      }
    }
    return ItemLabel(
      kind: .code, range: text.range(ofTokens: first..<first + 3), end: text.tokens[next].start,
      announcedBy: text.tokens[first + 1].hash)
  }

  /// `1º Calendario`: an ordinal sign alone closes a label where the list goes on so.
  private func ordinalNumber(at first: Int, before limit: Int) -> ItemLabel? {
    let view = TokenView(text: text, limit: limit)
    guard let number = view.digits(first), number.count <= 2, first + 2 < limit,
      text.tokens[first + 1].isSign(Token.ordinal), isGlued(first + 1),
      text.tokens[first + 2].spaceBefore, text.tokens[first + 2].shape.contains(.capitalized)
    else { return nil }
    return ItemLabel(
      kind: .number, value: number.value, range: text.range(ofTokens: first..<first + 2),
      end: text.tokens[first + 2].start, announcedBy: Self.ordinalSign)
  }

  private static let ordinalSign = wordHash("º".utf8)

  /// Ordinals are told by their endings: primero, segunda, cuarto, séptima, noveno, único.
  private func isOrdinalWord(_ token: Token) -> Bool {
    let folded = text.folded(token)
    guard folded.count >= 5, let last = folded.last else { return false }
    // "Primer acuerdo", "Tercer acuerdo" lose their vowel.
    let hasVowel = last == UInt8(ascii: "o") || last == UInt8(ascii: "a")
    guard hasVowel || last == UInt8(ascii: "r") else { return false }
    let stem = hasVowel ? folded.dropLast() : folded
    return Self.ordinalEndings.contains { stem.suffix($0.count).elementsEqual($0) }
  }

  private static let ordinalEndings: [[UInt8]] =
    [
      "imer", "egund", "ercer", "uart", "uint", "sext", "tim", "ctav", "oven", "ecim", "esim",
      "unic",
    ]
    .map { Array($0.utf8) }

  private func code(at first: Int, before limit: Int) -> ItemLabel? {
    let start = announcementEnd(from: first, before: limit)
    let announcement = start > first ? text.tokens[first].hash : nil
    var index = start
    guard announcement == nil || text.tokens[first].shape.contains(.capitalized) else { return nil }
    var hasNumber = false
    var hasLetters = false
    var joints = 0
    while index < limit, index - start < Self.longestCode, index == start || isGlued(index) {
      let token = text.tokens[index]
      if token.kind == .sign {
        guard index > start, isJoint(index, before: limit) else { break }
        joints += 1
      } else {
        hasNumber = hasNumber || token.kind == .number
        hasLetters = hasLetters || token.kind == .word
      }
      index += 1
    }
    guard index > start, let close = terminator(at: index, before: limit) else { return nil }
    if announcement == nil {
      guard joints > 0, hasNumber, hasLetters else { return nil }
    } else {
      guard hasNumber || index == start + 1 && isRoman(text.tokens[start]),
        !close.isGap || joints > 0
      else { return nil }
    }
    let notation = LabelNotation.classify(text.bytes[text.range(ofTokens: start..<index)])
    return ItemLabel(
      kind: .code, value: index == start + 1 ? notation.value : nil,
      range: text.range(ofTokens: first..<index),
      end: text.tokens[close.next].start, announcedBy: announcement)
  }

  /// Behind the words that announce a code: "Acuerdo N°", "RES.", "Punto de acuerdo".
  private func announcementEnd(from first: Int, before limit: Int) -> Int {
    var index = first
    var words = 0
    while index < limit, words < Self.longestAnnouncement, text.tokens[index].kind == .word,
      !isRoman(text.tokens[index])
    {
      var next = index + 1
      while next < limit, next - index <= 2, isGlued(next),
        text.tokens[next].isSign(UInt8(ascii: ".")) || text.tokens[next].isSign(Token.ordinal)
      {
        next += 1
      }
      // "RESOLUCIÓN J.M. N° 61": the initials of who resolves.
      if words > 0, next < limit, text.tokens[index].shape.contains(.single),
        text.tokens[next - 1].isSign(UInt8(ascii: "."))
      {
        index = next
        continue
      }
      guard next < limit, !isGlued(next) else { break }
      // "N°", "No.": short words count only before the number itself.
      guard text.tokens[index].folded.count >= 3 || text.tokens[next].kind == .number else { break }
      index = next
      words += 1
    }
    return index
  }

  /// `9.1` or `3` with a tab or a wide gap behind it.
  private func beforeTab(at first: Int, before limit: Int) -> ItemLabel? {
    guard text.tokens[first].kind == .number, text.tokens[first].range.count <= 3 else {
      return nil
    }
    var end = first + 1
    while end + 1 < limit, text.tokens[end].isSign(UInt8(ascii: ".")), isGlued(end),
      text.tokens[end + 1].kind == .number, isGlued(end + 1)
    {
      end += 2
    }
    guard let close = terminator(at: end, before: limit), close.isGap else { return nil }
    return named(first..<end, before: limit)
  }

  /// `b.1` under `b`: a letter and numbers, before a blank.
  private func letterAndNumber(at first: Int, before limit: Int) -> ItemLabel? {
    guard text.tokens[first].shape.contains(.single),
      let letter = LabelNotation.classify(text.bytes[text.tokens[first].range]).letter
    else { return nil }
    var end = first + 1
    var path = [letter]
    while end + 1 < limit, text.tokens[end].isSign(UInt8(ascii: ".")), isGlued(end),
      text.tokens[end + 1].kind == .number, isGlued(end + 1), text.tokens[end + 1].range.count <= 2
    {
      let digits = text.bytes[text.tokens[end + 1].range]
      path.append(digits.reduce(0) { $0 * 10 + Int($1) - 0x30 })
      end += 2
    }
    guard path.count > 1 else { return nil }
    let signs = end
    while end < limit, isGlued(end), isLabelSign(text.tokens[end]), end - signs < 2 { end += 1 }
    guard end < limit, text.tokens[end].spaceBefore else { return nil }
    let label = named(first..<end, before: limit)
    return ItemLabel(
      kind: .decimal, value: path.last, path: path, range: label.range, end: label.end)
  }

  /// What closes a label at a token: the token behind it, and whether only a gap closes it.
  private func terminator(at index: Int, before limit: Int) -> (next: Int, isGap: Bool)? {
    guard index < limit else { return nil }
    let token = text.tokens[index]
    if token.kind == .sign,
      token.isSign(UInt8(ascii: ".")) || token.isSign(UInt8(ascii: ":"))
        || token.isSign(UInt8(ascii: "-")) || token.isSign(UInt8(ascii: ")"))
    {
      var next = index + 1
      while next < limit, next - index < 3, isLabelSign(text.tokens[next]) { next += 1 }
      guard next < limit, text.tokens[next].spaceBefore || next > index + 1 else { return nil }
      return (next, false)
    }
    let gap = text.tokens[index - 1].end..<token.start
    guard text.bytes[gap].contains(UInt8(ascii: "\t")) || gap.count >= 2 else { return nil }
    return (index, true)
  }

  private func isJoint(_ index: Int, before limit: Int) -> Bool {
    let sign = text.tokens[index]
    guard index + 1 < limit, isGlued(index + 1), text.tokens[index + 1].kind != .sign else {
      return false
    }
    return sign.isSign(UInt8(ascii: "/")) || sign.isSign(UInt8(ascii: "-"))
      || sign.isSign(UInt8(ascii: ".")) || sign.isSign(UInt8(ascii: "_"))
  }

  private func isRoman(_ token: Token) -> Bool {
    token.kind == .word && token.shape.contains(.allCapitals)
      && text.folded(token).allSatisfy { "ivxlc".utf8.contains($0) }
  }

  private func isGlued(_ index: Int) -> Bool {
    !text.tokens[index].spaceBefore && text.tokens[index].start == text.tokens[index - 1].end
  }
}
