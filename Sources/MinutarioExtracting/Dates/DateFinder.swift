// Finds dates in running text: in digits, with the month in words, or all in words. Lists
// ("16 y 17 de abril") give one date a day.

public import MinutarioLexicon
public import MinutarioModel

/// Finds the dates of a stretch of text. Numbers of laws, files and telephones are not dates.
public struct DateFinder: Sendable {
  let months: PhraseTable
  let weekdays: PhraseTable
  let words: PhraseTable
  let numbers: NumberReader
  /// Days that a list before one month may have.
  private static let longestList = 12

  public init(lexicon: Lexicon) {
    self.init(
      months: lexicon[.months], weekdays: lexicon[.weekdays], words: lexicon[.timeWords],
      numbers: lexicon[.numbers])
  }

  init(months: PhraseTable, weekdays: PhraseTable, words: PhraseTable, numbers: PhraseTable) {
    self.months = months
    self.weekdays = weekdays
    self.words = words
    self.numbers = NumberReader(numbers: numbers)
  }

  /// The dates among the tokens, in order; they do not overlap.
  public func dates(in text: NormalizedText, tokens: Range<Int>) -> [FoundDate] {
    let view = TokenView(text: text, limit: min(tokens.upperBound, text.tokens.count))
    var found: [FoundDate] = []
    var index = tokens.lowerBound
    while index < view.limit {
      guard mayOpenDate(text.tokens[index]) else {
        index += 1
        continue
      }
      let dates = dates(in: view, at: index, from: tokens.lowerBound)
      found += dates
      index = max(index + 1, dates.last?.tokens.upperBound ?? 0)
    }
    return found
  }

  /// Whether a date may start with a token: no where it is neither a number nor a word of them.
  private func mayOpenDate(_ token: Token) -> Bool {
    token.kind == .number || weekdays.mayBegin(with: token) || months.mayBegin(with: token)
      || words.mayBegin(with: token) || numbers.mayOpen(token)
  }

  /// The dates of the construction that starts at a token; empty when none does.
  private func dates(in view: TokenView, at index: Int, from first: Int) -> [FoundDate] {
    var start = index
    let weekday = weekday(in: view, at: index)
    if let weekday { start = afterWeekday(weekday.end, in: view) }
    guard start < view.limit, !isStreet(before: start, in: view, from: first) else { return [] }
    var dates =
      inDigits(view, at: start).map { [$0] } ?? byDays(view, at: start)
      ?? byMonth(view, at: start).map { [$0] } ?? []
    guard !dates.isEmpty, let weekday else { return dates }
    let tokens = index..<dates[0].tokens.upperBound
    dates[0].weekday = weekday.value
    dates[0].tokens = tokens
    dates[0].range = view.text.range(ofTokens: tokens)
    return dates
  }

  private func weekday(in view: TokenView, at index: Int) -> (value: Int, end: Int)? {
    guard let match = weekdays.match(in: view.text, at: index, before: view.limit),
      let value = Int(match.entry.value)
    else { return nil }
    return (value, view.skippingDot(match.tokens.upperBound))
  }

  /// Between a weekday and its day: "lunes, 8", "jueves día 8".
  private func afterWeekday(_ index: Int, in view: TokenView) -> Int {
    var next = view.isSign(index, ",") ? index + 1 : index
    if view.is(next, .el) { next += 1 }
    if view.is(next, .day) { next += 1 }
    return next
  }

  /// Whether an address word stands before: "calle 5 de Mayo", "Av. 16 de Septiembre".
  private func isStreet(before index: Int, in view: TokenView, from first: Int) -> Bool {
    var word = index - 1
    if view.isSign(word, ".") { word -= 1 }
    guard word >= first, word < view.limit,
      let match = words.match(in: view.text, at: word, before: index)
    else { return false }
    return match.entry.value == TimeWord.street
  }

  // MARK: Days before their month

  private struct Day {
    var value: Int
    var tokens: Range<Int>
  }

  /// `8 de octubre`, `a los tres días del mes de septiembre del año dos mil nueve`, `16 y 17 de abril`.
  private func byDays(_ view: TokenView, at index: Int) -> [FoundDate]? {
    guard let days = days(view, at: index), let last = days.last else { return nil }
    guard let tail = monthAndYear(view, at: last.tokens.upperBound) else { return nil }
    return days.map { day in
      let isLast = day.tokens == last.tokens
      let tokens = day.tokens.lowerBound..<(isLast ? tail.end : day.tokens.upperBound)
      return FoundDate(
        day: day.value, month: tail.month, year: tail.year, weekday: nil,
        pointsAt: tail.pointsAt, range: view.text.range(ofTokens: tokens), tokens: tokens)
    }
  }

  private func days(_ view: TokenView, at index: Int) -> [Day]? {
    guard let first = day(view, at: index) else { return nil }
    var days = [first]
    while days.count < Self.longestList, let last = days.last {
      let link = last.tokens.upperBound
      guard
        view.is(link, .y) || view.is(link, .al) || view.is(link, .a) || view.isSign(link, ",")
          || view.isSign(link, "-")
      else { break }
      var next = link + 1
      if view.isSign(link, ","), view.is(next, .y) { next += 1 }
      if view.is(next, .el) { next += 1 }
      guard let day = day(view, at: next), day.value > last.value else { break }
      days.append(day)
    }
    return days
  }

  /// A day of the month: `8`, `1.º`, `1o.`, `06 días`, `primero`, `tres (3) días`.
  private func day(_ view: TokenView, at index: Int) -> Day? {
    if let match = words.match(in: view.text, at: index, before: view.limit),
      match.entry.value == TimeWord.first
    {
      return Day(value: 1, tokens: match.tokens)
    }
    guard let number = numbers.number(in: view, at: index), (1...31).contains(number.value) else {
      return nil
    }
    if !number.isInWords {
      guard view.digits(index)?.count ?? 3 <= 2, !isInsideNumber(index, in: view) else {
        return nil
      }
    }
    var end = number.end
    if !number.isInWords {
      if view.isSign(end, "."), view.isAdjacent(end), view.isAdjacent(end + 1) { end += 1 }
      if end < view.limit, view.isAdjacent(end), isOrdinalEnding(view, at: end) {
        end = view.skippingDot(end + 1)
      } else {
        end = number.end
      }
    }
    if view.is(end, .days) || view.is(end, .day) { end += 1 }
    return Day(value: number.value, tokens: index..<end)
  }

  private func isOrdinalEnding(_ view: TokenView, at index: Int) -> Bool {
    let token = view.text.tokens[index]
    return token.isSign(Token.ordinal) || token.kind == .word && token.folded.count <= 3
  }

  /// Whether a sign glues the number to a word or number before it: `112/14`, `DR-8`.
  private func isInsideNumber(_ index: Int, in view: TokenView) -> Bool {
    guard view.isAdjacent(index) else { return false }
    let before = view.text.tokens[index - 1]
    guard before.kind == .sign else { return before.kind == .word }
    let isGlue = "/.-:_".utf8.contains(before.sign)
    return isGlue && view.isAdjacent(index - 1)
  }

  private typealias Tail = (month: Int?, year: Int?, pointsAt: FoundDate.Pointer, end: Int)

  /// What follows the day: `de octubre de 2020`, `del mes en curso`.
  private func monthAndYear(_ view: TokenView, at index: Int) -> Tail? {
    var next = index
    var isLinked = false
    if view.is(next, .de) || view.is(next, .del) {
      next += 1
      isLinked = true
    } else if view.isSign(next, "-") || view.isSign(next, "/"), view.isAdjacent(next) {
      next += 1
    }
    if view.is(next, .los) { next += 1 }
    if isLinked, let pointer = pointer(view, at: next) {
      let isOpen = pointer.value == TimeWord.month || pointer.isBare
      guard isOpen else { return nil }
      return (nil, nil, .monthAndYear, pointer.end)
    }
    if view.is(next, .month) {
      next += 1
      if view.is(next, .de) { next += 1 }
    }
    guard let month = month(view, at: next) else { return nil }
    if let year = year(view, after: month.end) {
      return (month.value, year.value, .nothing, year.end)
    }
    if let end = pointedYear(view, after: month.end) {
      return (month.value, nil, .year, end)
    }
    return (month.value, nil, .nothing, month.end)
  }

  private func month(_ view: TokenView, at index: Int) -> (value: Int, end: Int)? {
    guard index < view.limit, view.text.tokens[index].kind == .word,
      let match = months.match(in: view.text, at: index, before: view.limit),
      let value = Int(match.entry.value), (1...12).contains(value)
    else { return nil }
    return (value, match.tokens.upperBound)
  }

  // MARK: Years

  /// The year behind a month: `de 2020`, `del año dos mil once`, `, 2007`, `-2020`, `2.016`.
  private func year(_ view: TokenView, after index: Int) -> (value: Int, end: Int)? {
    var next = view.skippingDot(index)
    if view.isSign(next, ",") || view.isSign(next, "-") || view.isSign(next, "/") { next += 1 }
    if view.is(next, .de) || view.is(next, .del) { next += 1 }
    if view.is(next, .year) {
      next += 1
      if view.is(next, .de) { next += 1 }
    }
    if let digits = view.digits(next) {
      return yearInDigits(digits, view, at: next, isGlued: view.isAdjacent(next))
    }
    guard let words = numbers.number(in: view, at: next), Self.years.contains(words.value) else {
      return nil
    }
    return (words.value, words.end)
  }

  private func yearInDigits(
    _ digits: (value: Int, count: Int), _ view: TokenView, at index: Int, isGlued: Bool
  ) -> (value: Int, end: Int)? {
    if digits.count == 4, Self.years.contains(digits.value) {
      let end = numbers.number(in: view, at: index)?.end ?? index + 1
      return (digits.value, max(end, index + 1))
    }
    if digits.count == 1, view.isSign(index + 1, "."), view.isAdjacent(index + 1),
      view.isAdjacent(index + 2), let rest = view.digits(index + 2), rest.count == 3
    {
      let year = digits.value * 1_000 + rest.value
      return Self.years.contains(year) ? (year, index + 3) : nil
    }
    // `09-sep-20`: two digits only where a sign holds the parts together.
    guard digits.count == 2, isGlued, !view.isAdjacent(index + 1) else { return nil }
    return (Self.fullYear(digits.value), index + 1)
  }

  /// "del presente año", "del año en curso", behind a month.
  private func pointedYear(_ view: TokenView, after index: Int) -> Int? {
    var next = view.isSign(index, ",") ? index + 1 : index
    guard view.is(next, .de) || view.is(next, .del) else { return nil }
    next += 1
    guard let pointer = pointer(view, at: next), pointer.value == TimeWord.year else { return nil }
    return pointer.end
  }

  private func pointer(_ view: TokenView, at index: Int) -> (
    value: String, end: Int, isBare: Bool
  )? {
    guard let match = words.match(in: view.text, at: index, before: view.limit) else { return nil }
    let value = match.entry.value
    guard value == TimeWord.year || value == TimeWord.month else { return nil }
    // "8 del presente" means the month; "8 de octubre del presente" the year.
    return (value, match.tokens.upperBound, match.tokens.count == 1)
  }

  private static let years = 1900...2100

  static func fullYear(_ twoDigits: Int) -> Int { twoDigits + (twoDigits < 70 ? 2000 : 1900) }

  // MARK: Months first

  /// `Septiembre 28, 2007`, `octubre de 2020`.
  private func byMonth(_ view: TokenView, at index: Int) -> FoundDate? {
    guard let month = month(view, at: index) else { return nil }
    func found(day: Int?, year: Int, end: Int) -> FoundDate {
      let tokens = index..<end
      return FoundDate(
        day: day, month: month.value, year: year, weekday: nil, pointsAt: .nothing,
        range: view.text.range(ofTokens: tokens), tokens: tokens)
    }
    if let day = view.digits(month.end), day.count <= 2, (1...31).contains(day.value),
      let year = year(view, after: month.end + 1)
    {
      return found(day: day.value, year: year.value, end: year.end)
    }
    guard let year = year(view, after: month.end), !view.isSign(month.end, "-") else { return nil }
    return found(day: nil, year: year.value, end: year.end)
  }

  // MARK: Digits only

  /// `28/09/2007`, `2020-10-01`, `12.11.2014`, `12 <tab> 11 <tab> 2014`.
  private func inDigits(_ view: TokenView, at index: Int) -> FoundDate? {
    guard let first = view.digits(index), !isInsideNumber(index, in: view) else { return nil }
    guard let parts = signed(view, at: index) ?? tabbed(view, at: index) else { return nil }
    guard !continues(view, at: parts.end) else { return nil }
    let (a, b, c) = (first, parts.second, parts.third)
    var day = a.value
    var month = b.value
    var year = c.value
    if a.count == 4 {
      guard c.count <= 2 else { return nil }
      (year, day) = (a.value, c.value)
    } else {
      guard a.count <= 2, b.count <= 2, c.count == 4 || c.count == 2 else { return nil }
      if c.count == 2 {
        // Numbers of sections look like this too; the clerk who shortens the year pads the rest.
        guard parts.sign != UInt8(ascii: ".") || a.count == 2 && b.count == 2 else { return nil }
        year = Self.fullYear(c.value)
      }
      if month > 12, day <= 12 { swap(&day, &month) }
    }
    guard Self.years.contains(year), PartialDate(year: year, month: month, day: day) != nil else {
      return nil
    }
    let tokens = index..<parts.end
    return FoundDate(
      day: day, month: month, year: year, weekday: nil, pointsAt: .nothing,
      range: view.text.range(ofTokens: tokens), tokens: tokens)
  }

  private typealias Digits = (value: Int, count: Int)
  private typealias Parts = (second: Digits, third: Digits, sign: UInt8, end: Int)

  /// Two numbers behind the first, the same sign before each.
  private func signed(_ view: TokenView, at index: Int) -> Parts? {
    guard index + 4 < view.limit, let second = view.digits(index + 2),
      let third = view.digits(index + 4)
    else { return nil }
    let sign = view.text.tokens[index + 1]
    guard sign.kind == .sign, "/-.".utf8.contains(sign.sign),
      view.text.tokens[index + 3].isSign(sign.sign)
    else { return nil }
    let isTight = (index + 1...index + 4).allSatisfy { view.isAdjacent($0) }
    guard isTight || sign.sign == UInt8(ascii: "/") || third.count == 4 else { return nil }
    return (second, third, sign.sign, index + 5)
  }

  /// Three numbers in three columns.
  private func tabbed(_ view: TokenView, at index: Int) -> Parts? {
    guard let second = view.digits(index + 1), let third = view.digits(index + 2),
      third.count == 4, isTab(before: index + 1, view), isTab(before: index + 2, view)
    else { return nil }
    return (second, third, UInt8(ascii: "\t"), index + 3)
  }

  private func isTab(before index: Int, _ view: TokenView) -> Bool {
    let gap = view.text.tokens[index - 1].end..<view.text.tokens[index].start
    return gap.count <= 16 && view.text.bytes[gap].contains(UInt8(ascii: "\t"))
  }

  /// Whether the number goes on behind the date: then it was none.
  private func continues(_ view: TokenView, at index: Int) -> Bool {
    guard view.isAdjacent(index) else { return false }
    let token = view.text.tokens[index]
    guard token.kind == .sign else { return true }
    return "/-".utf8.contains(token.sign) && view.isAdjacent(index + 1)
      && view.digits(index + 1) != nil
  }
}
