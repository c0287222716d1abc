// By when an agreement is to be done: a date that a deadline's words announce or that stands with a
// task; a span ("cinco días hábiles"); the next meeting.

import MinutarioLexicon
import MinutarioModel

/// Reads deadlines.
struct DueReader {
  let text: NormalizedText
  let dates: DateFinder
  let deadlines: PhraseTable
  let columns: PhraseTable
  /// The date of the meeting, which dates without a year follow.
  let meetingDate: PartialDate?
  /// The date of the next meeting when the minutes state it.
  let followUp: PartialDate?

  /// A deadline as read.
  struct Due {
    var date: PartialDate?
    var basis: Agreement.DueBasis
    var range: Range<Int>
    var inferredYear = false
  }

  private enum Announcement: String {
    case explicit, relative, standing
    case nextMeeting = "next_meeting"
  }

  /// The deadline that a cell states; nil when it states none.
  func due(inCell range: Range<Int>) -> Due? {
    let tokens = text.tokenIndices(in: range)
    if let date = dates.dates(in: text, tokens: tokens).last, let due = explicit(date) {
      return due
    }
    for index in tokens {
      if let found = announcement(at: index, before: tokens.upperBound) {
        switch found.kind {
        case .relative: return Due(date: nil, basis: .relative, range: range)
        case .nextMeeting: return Due(date: followUp, basis: .followUpMeeting, range: range)
        case .standing: return nil
        case .explicit: continue
        }
      }
    }
    let counts = tokens.contains { text.tokens[$0].kind == .number }
    return counts ? Due(date: nil, basis: .relative, range: range) : nil
  }

  /// The deadline that a sentence states. A bare date, or a mention of the next meeting, is a
  /// deadline only where somebody has a task.
  func due(inText range: Range<Int>, hasResponsible: Bool) -> Due? {
    let tokens = text.tokenIndices(in: range)
    let found = dates.dates(in: text, tokens: tokens)
    for date in found where isAnnounced(date, from: tokens.lowerBound) {
      if let due = explicit(date) { return due }
    }
    let announcements = tokens.compactMap { announcement(at: $0, before: tokens.upperBound) }
    if hasResponsible {
      if let next = announcements.first(where: {
        $0.kind == .nextMeeting && isDeadline($0.tokens, from: tokens.lowerBound)
      }) {
        return Due(
          date: followUp, basis: .followUpMeeting, range: text.range(ofTokens: next.tokens))
      }
      for date in found where isTaskDate(date, in: tokens) {
        if let due = explicit(date) { return due }
      }
    }
    if !hasResponsible, opensWithTask(tokens), found.count == 1, let date = found.first,
      date.weekday != nil, isActionDay(date, from: tokens.lowerBound),
      isTaskDate(date, in: tokens), let due = explicit(date)
    {
      return due
    }
    guard let span = announcements.first(where: { $0.kind == .relative }) else { return nil }
    return Due(date: nil, basis: .relative, range: text.range(ofTokens: span.tokens))
  }

  /// "Abrir el registro el lunes 14 de marzo": the weekday behind its article is a day to act on;
  /// "para el lunes" may be the day of the thing asked for.
  private func isActionDay(_ date: FoundDate, from first: Int) -> Bool {
    let article = date.tokens.lowerBound - 1
    guard article > first, text.tokens[article].hash == GrammarWord.el.hash else { return false }
    return text.tokens[article - 1].hash != GrammarWord.para.hash
  }

  /// An infinitive first tells a task, whoever does it.
  private func opensWithTask(_ tokens: Range<Int>) -> Bool {
    tokens.first.map { text.endsAsInfinitive(text.tokens[$0]) } ?? false
  }

  private func explicit(_ date: FoundDate) -> Due? {
    guard let resolved = date.resolved(after: meetingDate) else { return nil }
    return Due(
      date: resolved.date, basis: .explicit, range: date.range, inferredYear: resolved.inferredYear)
  }

  private func announcement(at index: Int, before limit: Int) -> (
    kind: Announcement, tokens: Range<Int>
  )? {
    guard let match = deadlines.match(in: text, at: index, before: limit),
      let kind = Announcement(rawValue: match.entry.value)
    else { return nil }
    return (kind, match.tokens)
  }

  /// Whether a deadline's words, or a label ("Fecha:"), stand right before the date.
  private func isAnnounced(_ date: FoundDate, from first: Int) -> Bool {
    let end = date.tokens.lowerBound
    for start in max(first, end - 8)..<max(first, end) {
      if let found = announcement(at: start, before: end), found.kind == .explicit,
        isOnlyLink(found.tokens.upperBound..<end), isFirm(found.tokens)
      {
        return true
      }
      if let label = columns.match(in: text, at: start, before: end),
        label.entry.value == ItemColumn.due.rawValue,
        label.tokens.upperBound < end,
        text.tokens[label.tokens.upperBound].isSign(UInt8(ascii: ":"))
      {
        return true
      }
    }
    return false
  }

  /// "para el", "el próximo", "con fecha" announce a date of any kind; longer phrases a deadline.
  private func isFirm(_ tokens: Range<Int>) -> Bool {
    let first = text.tokens[tokens.lowerBound]
    let isLoose =
      first.hash == GrammarWord.para.hash || first.hash == GrammarWord.el.hash
      || first.hash == GrammarWord.con.hash || first.hash == GrammarWord.en.hash
      || first.folded.count > 4 && tokens.count == 1
    return !isLoose
  }

  /// "el", "día", "del" … between the announcement and the date.
  private func isOnlyLink(_ tokens: Range<Int>) -> Bool {
    tokens.count <= 3
      && tokens.allSatisfy { text.tokens[$0].kind == .word && text.tokens[$0].folded.count <= 5 }
  }

  /// A date of a task lies ahead and is not what the task is about ("con la fecha del 5 de mayo",
  /// "la reunión del 3 de mayo", "al 31 de octubre").
  private func isTaskDate(_ date: FoundDate, in tokens: Range<Int>) -> Bool {
    guard let resolved = date.resolved(after: meetingDate) else { return false }
    if let meetingDate, resolved.date < meetingDate { return false }
    let before = max(tokens.lowerBound, date.tokens.lowerBound - 8)..<date.tokens.lowerBound
    guard let last = before.last else { return true }
    let link = text.tokens[last]
    guard link.hash != GrammarWord.al.hash else { return false }
    return !before.contains { isDateWord(text.tokens[$0]) }
  }

  private func isDateWord(_ token: Token) -> Bool {
    token.hash == Self.dateWord.hash
  }

  private static let dateWord = GrammarWord.date

  /// "para la próxima reunión", "en la siguiente sesión", "a la siguiente junta": a preposition makes
  /// a deadline of it.
  private func isDeadline(_ meeting: Range<Int>, from first: Int) -> Bool {
    for index in max(first, meeting.lowerBound - 3)..<max(first, meeting.lowerBound) {
      let hash = text.tokens[index].hash
      if hash == GrammarWord.para.hash || hash == GrammarWord.en.hash || hash == GrammarWord.a.hash
        || hash == GrammarWord.al.hash || hash == GrammarWord.de.hash
      {
        return true
      }
    }
    return meeting.lowerBound == first
  }
}
