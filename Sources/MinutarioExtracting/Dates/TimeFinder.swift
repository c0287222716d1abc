// Finds clock times: `17:00 horas`, `2:15 PM`, `14h30`, `las siete y media de la noche`, and spans
// such as `5:30 a 7:15 de la tarde`, whose last words count for both ends.

public import MinutarioLexicon
public import MinutarioModel

/// A clock time found in a text; of a span, both ends.
public struct FoundTime: Sendable, Equatable {
  public var time: ClockTime
  /// UTF-8 offsets of the time with its unit, without "a las".
  public var range: Range<Int>
  /// The end of a span.
  public var end: ClockTime?
  public var endRange: Range<Int>?
  /// Token indices of the whole construction.
  public var tokens: Range<Int>
}

/// Finds the clock times of a stretch of text. Durations ("72 horas") are none.
public struct TimeFinder: Sendable {
  let words: PhraseTable
  let numbers: NumberReader

  public init(lexicon: Lexicon) {
    self.init(words: lexicon[.timeWords], numbers: lexicon[.numbers])
  }

  init(words: PhraseTable, numbers: PhraseTable) {
    self.words = words
    self.numbers = NumberReader(numbers: numbers)
  }

  /// The times among the tokens, in order; they do not overlap.
  public func times(in text: NormalizedText, tokens: Range<Int>) -> [FoundTime] {
    let view = TokenView(text: text, limit: min(tokens.upperBound, text.tokens.count))
    var found: [FoundTime] = []
    var index = tokens.lowerBound
    while index < view.limit {
      if let time = time(in: view, at: index, from: tokens.lowerBound) {
        found.append(time)
        index = max(index + 1, time.tokens.upperBound)
      } else {
        index += 1
      }
    }
    return found
  }

  /// The time or span that starts at a token.
  private func time(in view: TokenView, at index: Int, from first: Int) -> FoundTime? {
    let token = view.text.tokens[index]
    guard words.mayBegin(with: token) || numbers.mayOpen(token),
      var clock = clock(in: view, at: index)
    else { return nil }
    let announcement = announcement(index, in: view, from: first)
    if let link = spanLink(view, at: clock.tokens.upperBound),
      var end = self.clock(in: view, at: link), clock.isCertain || end.isCertain || end.hasUnit,
      accepts(end, clock.isCertain || announcement == .certain ? .certain : .start, in: view)
    {
      Clock.share(&clock, &end)
      if let time = clock.time, let endTime = end.time {
        return FoundTime(
          time: time, range: view.text.range(ofTokens: clock.tokens), end: endTime,
          endRange: view.text.range(ofTokens: end.tokens),
          tokens: clock.tokens.lowerBound..<end.tokens.upperBound)
      }
    }
    guard accepts(clock, announcement, in: view), let time = clock.time else { return nil }
    return FoundTime(
      time: time, range: view.text.range(ofTokens: clock.tokens), end: nil, endRange: nil,
      tokens: clock.tokens)
  }

  /// How much the words before a token tell that a time follows.
  private enum Announcement {
    case none
    /// A value starts here: a number needs its unit to be a time.
    case start
    /// "a las", "siendo la": a number alone is a time.
    case certain
  }

  private func announcement(_ index: Int, in view: TokenView, from first: Int) -> Announcement {
    guard index > first else { return .start }
    let before = index - 1
    if view.is(before, .las) || view.is(before, .la) {
      let leads: [GrammarWord] = [.a, .de, .desde, .hasta, .siendo, .ser]
      let isLed = before > first && leads.contains { view.is(before - 1, $0) }
      return isLed ? .certain : .start
    }
    if view.text.tokens[before].kind == .sign {
      return ",:(;".utf8.contains(view.text.tokens[before].sign) ? .start : .none
    }
    let word = words.match(in: view.text, at: before, before: index)?.entry.value
    if word == TimeWord.hour { return .certain }
    return word == TimeWord.unit ? .start : .none
  }

  /// Whether the words before make a clock of what its spelling leaves open.
  private func accepts(_ clock: Clock, _ announcement: Announcement, in view: TokenView) -> Bool {
    switch announcement {
    case .none: clock.isCertain
    case .start: clock.isCertain || clock.hasUnit
    case .certain: clock.isCertain || clock.isPlausible(in: view)
    }
  }

  /// Behind "a", "hasta", a dash, "a las": where the end of a span starts.
  private func spanLink(_ view: TokenView, at index: Int) -> Int? {
    var next = view.skippingDot(index)
    guard
      view.is(next, .a) || view.is(next, .hasta) || view.isSign(next, "-") || view.isSign(next, "/")
        || view.is(next, .y)
    else { return nil }
    next += 1
    if view.is(next, .a) { next += 1 }
    if view.is(next, .las) || view.is(next, .la) { next += 1 }
    return next
  }

  // MARK: One clock

  /// Hour, minutes and what stands behind them, before the parts of the day are applied.
  struct Clock {
    var hour: Int
    var minute: Int
    var tokens: Range<Int>
    /// Class of the part of the day, as in `TimeWord`.
    var part: String?
    var hasMinutes = false
    var hasUnit = false
    var isInWords = false

    /// Whether the spelling alone tells that it is a clock time.
    var isCertain: Bool { part != nil || hasMinutes }

    /// Whether it can be one where a time is expected: with a unit, or alone.
    func isPlausible(in view: TokenView) -> Bool {
      if hasUnit { return true }
      let next = tokens.upperBound
      guard next < view.limit else { return true }
      return view.text.tokens[next].kind == .sign && !view.isAdjacent(next + 1)
        && !view.isSign(next, "/") && !view.isSign(next, "-")
    }

    var time: ClockTime? {
      var hour = hour
      switch part {
      case TimeWord.am: if hour == 12 { hour = 0 }
      case TimeWord.pm: if hour < 12 { hour += 12 }
      case TimeWord.night:
        if hour == 12 { hour = 0 } else if (6...11).contains(hour) { hour += 12 }
      case TimeWord.midnight: hour = 0
      default: break
      }
      let total = hour * 60 + minute
      guard total >= 0 else { return nil }
      return ClockTime(hour: total / 60, minute: total % 60)
    }

    /// The words behind one end of a span count for the other end too.
    static func share(_ start: inout Clock, _ end: inout Clock) {
      if start.part == nil, let part = end.part, part != TimeWord.noon,
        part != TimeWord.atNoon
      {
        var shared = start
        shared.part = part
        if let early = shared.time, let late = end.time, early <= late, start.hour <= 12 {
          start = shared
        }
      } else if end.part == nil, let part = start.part, let early = start.time {
        var shared = end
        shared.part = part
        if let late = end.time, late < early, let moved = shared.time, moved > early {
          end = shared
        }
      }
    }
  }

  /// The clock that starts at a token, certain or not.
  private func clock(in view: TokenView, at index: Int) -> Clock? {
    guard index < view.limit else { return nil }
    if let word = timeWord(view, at: index), let alone = alone(word, at: index) { return alone }
    guard let hour = numbers.number(in: view, at: index), (0...24).contains(hour.value) else {
      return nil
    }
    var clock = Clock(
      hour: hour.value, minute: 0, tokens: index..<hour.end, isInWords: hour.isInWords)
    if !hour.isInWords {
      guard view.digits(index)?.count ?? 3 <= 2, !isInsideNumber(index, in: view) else {
        return nil
      }
      guard readDigitMinutes(&clock, view) else { return nil }
    }
    readUnit(&clock, view)
    readWordMinutes(&clock, view)
    readUnit(&clock, view)
    readPart(&clock, view)
    return isDuration(clock, view) ? nil : clock
  }

  /// "mediodía", "medianoche".
  private func alone(_ word: PhraseTable.Match, at index: Int) -> Clock? {
    guard word.entry.value == TimeWord.midnight || word.entry.value == TimeWord.noon else {
      return nil
    }
    return Clock(
      hour: word.entry.value == TimeWord.noon ? 12 : 0, minute: 0, tokens: word.tokens,
      part: word.entry.value, hasMinutes: true)
  }

  /// Minutes in digits behind the hour: `:30`, `.30`, `h30`. False when the number goes on.
  private func readDigitMinutes(_ clock: inout Clock, _ view: TokenView) -> Bool {
    let next = clock.tokens.upperBound
    guard next < view.limit else { return true }
    let isColon = view.isSign(next, ":")
    let isDot = view.isSign(next, ".")
    let isHour = view.text.tokens[next].kind == .word && isUnit(view, at: next)
    guard isColon || isDot || isHour, isHour || view.isAdjacent(next) else { return true }
    let isTight = view.isAdjacent(next + 1)
    guard isTight || isHour, let minutes = view.digits(next + 1), minutes.count == 2,
      minutes.value < 60
    else { return !(isTight && isDot && view.digits(next + 1) != nil) }
    var end = next + 2
    // `16 h 55` is a time, `16 h 20 personas` is one with something else behind it.
    if !isTight, end < view.limit, view.text.tokens[end].kind != .sign,
      timeWord(view, at: end) == nil
    {
      return true
    }
    if isColon, view.isSign(end, ":"), view.isAdjacent(end), let seconds = view.digits(end + 1),
      seconds.count == 2
    {
      end += 2
    }
    if view.isAdjacent(end), end < view.limit, view.isAdjacent(end + 1),
      view.digits(end + 1) != nil, !view.isSign(end, "-"), !view.isSign(end, "a")
    {
      return false
    }
    clock.minute = minutes.value
    clock.tokens = clock.tokens.lowerBound..<end
    // `9.30` alone may be anything; a unit or a part of the day behind it decides.
    clock.hasMinutes =
      !isDot || isUnit(view, at: end) || part(view, at: end, hour: clock.hour) != nil
    return true
  }

  private func isUnit(_ view: TokenView, at index: Int) -> Bool {
    timeWord(view, at: index)?.entry.value == TimeWord.unit
  }

  private func readUnit(_ clock: inout Clock, _ view: TokenView) {
    guard !clock.hasUnit, let word = timeWord(view, at: clock.tokens.upperBound),
      word.entry.value == TimeWord.unit
    else { return }
    clock.hasUnit = true
    clock.tokens = clock.tokens.lowerBound..<word.tokens.upperBound
  }

  /// "con treinta minutos", "y media", "y cuarto", "y cinco".
  private func readWordMinutes(_ clock: inout Clock, _ view: TokenView) {
    guard !clock.hasMinutes else { return }
    let next = clock.tokens.upperBound
    if let word = timeWord(view, at: next), word.entry.value.hasPrefix(TimeWord.past),
      let minutes = Int(word.entry.value.dropFirst(TimeWord.past.count))
    {
      clock.minute = minutes
      clock.hasMinutes = true
      clock.tokens = clock.tokens.lowerBound..<word.tokens.upperBound
      return
    }
    // "veintiuna horas menos diez minutos"
    let isMissing = timeWord(view, at: next)?.entry.value == TimeWord.to
    guard isMissing || view.is(next, .con) || view.is(next, .y),
      let minutes = numbers.number(in: view, at: next + 1), (0...59).contains(minutes.value)
    else { return }
    let behind = timeWord(view, at: minutes.end)
    let isNamed = behind?.entry.value == TimeWord.minutes
    let hasPart = part(view, at: minutes.end, hour: clock.hour) != nil
    guard isNamed || clock.hasUnit && clock.isInWords && minutes.isInWords || hasPart else {
      return
    }
    clock.minute = isMissing ? -minutes.value : minutes.value
    clock.hasMinutes = true
    let end = isNamed ? behind?.tokens.upperBound ?? minutes.end : minutes.end
    clock.tokens = clock.tokens.lowerBound..<end
  }

  private func readPart(_ clock: inout Clock, _ view: TokenView) {
    guard let part = part(view, at: clock.tokens.upperBound, hour: clock.hour) else { return }
    clock.part = part.entry.value
    clock.tokens = clock.tokens.lowerBound..<part.tokens.upperBound
  }

  /// The part of the day at a token, when it fits the hour.
  private func part(_ view: TokenView, at index: Int, hour: Int) -> PhraseTable.Match? {
    guard let word = timeWord(view, at: view.skippingDot(index)) ?? timeWord(view, at: index) else {
      return nil
    }
    switch word.entry.value {
    case TimeWord.am, TimeWord.pm, TimeWord.night: return word
    case TimeWord.noon, TimeWord.atNoon: return hour == 12 ? word : nil
    default: return nil
    }
  }

  private func timeWord(_ view: TokenView, at index: Int) -> PhraseTable.Match? {
    guard index < view.limit else { return nil }
    return words.match(in: view.text, at: index, before: view.limit)
  }

  /// "12 horas siguientes", "24 horas de anticipación".
  private func isDuration(_ clock: Clock, _ view: TokenView) -> Bool {
    guard clock.hasUnit, !clock.hasMinutes, clock.part == nil else { return false }
    return timeWord(view, at: clock.tokens.upperBound)?.entry.value == TimeWord.duration
  }

  /// Whether the number is only the tail of a longer one: `2020:10`, `1.47`, `4/14`.
  private func isInsideNumber(_ index: Int, in view: TokenView) -> Bool {
    guard view.isAdjacent(index) else { return false }
    let before = view.text.tokens[index - 1]
    guard before.kind == .sign else { return before.kind == .word }
    return "/.:,".utf8.contains(before.sign) && view.isAdjacent(index - 1)
      && view.digits(index - 2) != nil
  }
}
