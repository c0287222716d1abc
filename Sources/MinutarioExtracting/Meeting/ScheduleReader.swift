// Date, start and end of the meeting, each from the most trusted place that states it: form
// fields, opening and closing sentences, lines of the head, and last the line of issue.

import MinutarioLexicon
import MinutarioModel

/// Reads when a meeting took place.
struct ScheduleReader {
  let context: MeetingContext
  let issue: IssueLine?
  private let opening: [MeetingSentence]
  private let closing: [MeetingSentence]
  private let headLines: [MeetingSentence]

  /// Passages at the top in which a line without label or cue may date the meeting.
  private static let headReach = 16
  /// Tokens of such a line at most.
  private static let headLine = 40

  /// A value and where it stands.
  struct Reading<Value> {
    var value: Value
    var tokens: Range<Int>
    var isInferred = false
  }

  /// What was read.
  struct Schedule {
    var date: Reading<PartialDate>?
    var found: FoundDate?
    /// Another stated date that differs.
    var conflict: Reading<PartialDate>?
    var start: Reading<ClockTime>?
    var end: Reading<ClockTime>?
  }

  init(context: MeetingContext, issue: IssueLine?) {
    self.context = context
    self.issue = issue
    var opening: [MeetingSentence] = []
    var later: [MeetingSentence] = []
    var closing: [MeetingSentence] = []
    var headLines: [MeetingSentence] = []
    for (index, passage) in context.passages.enumerated() {
      guard passage.isBody, !passage.isInTable || passage.isHead else { continue }
      // Where no heading ends the agenda, the session is told under it; its items are short.
      let isTold = passage.kind == .agenda && passage.tokens.count > Self.headLine / 2
      guard passage.kind != .agenda || isTold, passage.kind != .topics || !passage.isListItem,
        index != issue?.passage
      else { continue }
      let isList = passage.isListItem && !passage.isHead
      if passage.isHead, !passage.isListItem, index < Self.headReach,
        passage.tokens.count <= Self.headLine
      {
        headLines.append(MeetingSentence(passage.tokens, passage: index, in: context))
      }
      for tokens in passage.sentences(in: context.text) {
        guard MeetingSentence.tellsOfMeeting(tokens, in: context) else { continue }
        let sentence = MeetingSentence(tokens, passage: index, in: context)
        if sentence.has(.closing), !sentence.times.isEmpty { closing.append(sentence) }
        guard sentence.has(.opening), !isList, !isTold else { continue }
        if passage.isHead {
          opening.append(sentence)
        } else if sentence.has(.noun), passage.kind != .followUp {
          later.append(sentence)
        }
      }
    }
    self.opening = opening + later
    self.closing = closing
    self.headLines = headLines
  }

  /// The sentences that tell of the meeting taking place, the most trusted first.
  var openingSentences: [MeetingSentence] { opening }
  /// Short lines at the top of the document.
  var topLines: [MeetingSentence] { headLines }

  func read() -> Schedule {
    var schedule = Schedule()
    readDate(&schedule)
    readTimes(&schedule)
    return schedule
  }

  // MARK: Date

  private func readDate(_ schedule: inout Schedule) {
    let stated =
      fieldDates()
      + opening.filter { context.passages[$0.passage].isHead }
      .compactMap { $0.ownDate(in: context.text) }
    let lines = (dayBeforeIssue == nil ? headLines : []).compactMap {
      $0.ownDate(in: context.text, needsYear: true)
    }
    // The body of the minutes tells of other sessions too: it dates the meeting only when nothing
    // else does.
    let later = opening.filter { issue == nil && !context.passages[$0.passage].isHead }
      .compactMap { $0.ownDate(in: context.text) }
    let candidates = stated + lines + later
    let reference = reference(candidates)
    for found in candidates {
      guard let resolved = found.resolved(near: reference) else { continue }
      schedule.found = found
      schedule.date = Reading(
        value: resolved.date, tokens: found.tokens, isInferred: resolved.inferredYear)
      break
    }
    if schedule.date == nil { readDateFromIssue(&schedule) }
    guard let date = schedule.date else { return }
    for found in stated where found.tokens != date.tokens {
      guard let other = found.resolved(near: reference), other.date.day != nil,
        other.date != date.value
      else { continue }
      schedule.conflict = Reading(value: other.date, tokens: found.tokens)
      break
    }
  }

  /// One date of each field; a field dates the meeting only in the head, or when no other does.
  private func fieldDates() -> [FoundDate] {
    let fields = context.fields(.date)
    let inHead = fields.filter(\.isHead)
    return (inHead.isEmpty ? Array(fields.prefix(1)) : inHead).compactMap { field in
      context.dates.dates(in: context.text, tokens: field.value).first
    } + sectionDates()
  }

  private func sectionDates() -> [FoundDate] {
    [Section.Kind.date, .event].compactMap { kind in
      context.content(kind).flatMap {
        context.dates.dates(in: context.text, tokens: $0.prefix(60)).first
      }
    }
  }

  /// What years are taken from: the line of issue, a full date of the head, the title, the text.
  private func reference(_ candidates: [FoundDate]) -> PartialDate? {
    if let issued = issue?.date.resolved(near: nil)?.date { return issued }
    if let full = candidates.lazy.compactMap({ $0.resolved(near: nil)?.date }).first { return full }
    if candidates.isEmpty { return nil }
    return titleYear() ?? commonYear()
  }

  /// The year of most dates in the text; of two, the later one.
  private func commonYear() -> PartialDate? {
    var counts: [Int: Int] = [:]
    for passage in context.passages {
      for date in context.dates.dates(in: context.text, tokens: passage.tokens) {
        if let year = date.year { counts[year, default: 0] += 1 }
      }
    }
    let common = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
    return common.flatMap { PartialDate(year: $0.key) }
  }

  /// A year in the title: "Tercera Sesión Ordinaria 2024".
  private func titleYear() -> PartialDate? {
    for passage in context.passages.prefix(6) where passage.isBody {
      let view = TokenView(text: context.text, limit: passage.tokens.upperBound)
      for index in passage.tokens {
        guard let digits = view.digits(index), digits.count == 4,
          (1980...2100).contains(digits.value)
        else { continue }
        return PartialDate(year: digits.value)
      }
    }
    return nil
  }

  /// The day of issue, or the day before it where the text says "ayer".
  private func readDateFromIssue(_ schedule: inout Schedule) {
    guard let issue, let issued = issue.date.resolved(near: titleYear()) else { return }
    if let dayBeforeIssue {
      schedule.date = dayBeforeIssue
    } else {
      schedule.found = issue.date
      schedule.date = Reading(
        value: issued.date, tokens: issue.date.tokens, isInferred: issued.inferredYear)
    }
  }

  private var dayBeforeIssue: Reading<PartialDate>? {
    guard let issued = issue?.date.resolved(near: titleYear()) else { return nil }
    for passage in context.passages.prefix(Self.headReach) where !passage.isListItem {
      let cues = context.cues.cues(in: context.text, tokens: passage.tokens)
      guard let cue = cues.first(where: { $0.kind == .yesterday }),
        cues.contains(where: { $0.kind == .opening }), let before = issued.date.dayBefore
      else { continue }
      return Reading(value: before, tokens: cue.tokens, isInferred: issued.inferredYear)
    }
    return nil
  }

  // MARK: Times

  private func readTimes(_ schedule: inout Schedule) {
    for field in context.fields(.startTime) + context.fields(.time) + context.fields(.date) {
      take(firstTime(field.value), into: &schedule)
    }
    if schedule.start == nil, let content = context.content(.date), !isDuration(content) {
      let sentence = MeetingSentence(content.prefix(60), passage: 0, in: context)
      take(sentence.ownTime(before: .max), into: &schedule)
    }
    for field in context.fields(.endTime) where !field.kinds.contains(.startTime) {
      guard schedule.end == nil, let time = firstTime(field.value) else { continue }
      schedule.end = Reading(value: time.end ?? time.time, tokens: time.tokens)
    }
    for sentence in opening where schedule.start == nil {
      let closing = sentence.first(.closing)?.tokens.lowerBound ?? Int.max
      take(sentence.ownTime(before: closing), into: &schedule)
    }
    for line in headLines where schedule.start == nil && !line.has(.closing) && !line.has(.next) {
      take(line.times.first, into: &schedule)
    }
    if schedule.end == nil { schedule.end = closingTime() }
  }

  /// "Duración: 2 horas" stands under a heading for the date, but tells no time of day.
  private func isDuration(_ content: Range<Int>) -> Bool {
    let line = context.text.lines[
      context.text.lineIndex(at: context.text.tokens[content.lowerBound].start)]
    return line.tokens.contains { index in
      context.times.words.match(in: context.text, at: index, before: line.tokens.upperBound)?.entry
        .value == TimeWord.duration
    }
  }

  private func firstTime(_ tokens: Range<Int>) -> FoundTime? {
    context.times.times(in: context.text, tokens: tokens).first
  }

  private func take(_ time: FoundTime?, into schedule: inout Schedule) {
    guard let time, schedule.start == nil else { return }
    schedule.start = Reading(value: time.time, tokens: context.text.tokenIndices(in: time.range))
    if schedule.end == nil, let end = time.end, let range = time.endRange {
      schedule.end = Reading(value: end, tokens: context.text.tokenIndices(in: range))
    }
  }

  /// The time nearest to the cue in the last sentence that closes the meeting.
  private func closingTime() -> Reading<ClockTime>? {
    for sentence in closing.reversed() {
      guard let cue = sentence.first(.closing) else { continue }
      let barrier =
        sentence.cues.first { $0.kind == .next && $0.tokens.lowerBound > cue.tokens.lowerBound }?
        .tokens.lowerBound ?? Int.max
      let times = sentence.times.filter { $0.tokens.upperBound <= barrier }
      let nearest = times.min { distance($0, cue) < distance($1, cue) }
      if let nearest {
        return Reading(value: nearest.end ?? nearest.time, tokens: nearest.tokens)
      }
    }
    return nil
  }

  private func distance(_ time: FoundTime, _ cue: MeetingCue) -> Int {
    time.tokens.lowerBound >= cue.tokens.upperBound
      ? time.tokens.lowerBound - cue.tokens.upperBound
      : cue.tokens.lowerBound - time.tokens.upperBound
  }
}

extension PartialDate {
  /// The day before a full date.
  fileprivate var dayBefore: PartialDate? {
    guard let month, let day else { return nil }
    if day > 1 { return PartialDate(year: year, month: month, day: day - 1) }
    let lastYear = month > 1 ? year : year - 1
    let lastMonth = month > 1 ? month - 1 : 12
    return PartialDate(
      year: lastYear, month: lastMonth, day: PartialDate.days(in: lastMonth, of: lastYear))
  }
}
