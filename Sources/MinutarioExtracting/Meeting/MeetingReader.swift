// What a document says of its meeting. Each fact comes from the most trusted place that states it;
// the readers beside this file know those places.

public import MinutarioLexicon
public import MinutarioModel

/// Reads name, date, times, place, mode and follow-up of the meeting.
public struct MeetingReader: Sendable {
  private let lexicon: Lexicon

  public init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// The meeting of one document's text.
  public func read(_ text: NormalizedText, sections: [Section]) -> MeetingReading {
    let context = MeetingContext(text: text, sections: sections, lexicon: lexicon)
    let issue = IssueLine.find(in: context)
    let reader = ScheduleReader(context: context, issue: issue)
    var reading = MeetingReading()
    if let issue {
      reading.issuedPlace = text.plainString(ofTokens: issue.place)
      reading.issuedDate = issue.date.resolved(near: nil)?.date
    }
    let schedule = reader.read()
    fillSchedule(&reading, schedule, in: context)
    let modes = ModeReader(context: context, schedule: reader)
    let place =
      PlaceReader(context: context, schedule: reader).read(platform: modes.platformField())
      ?? modes.platform()
    let name = BodyNameReader(context: context, schedule: reader).read(besides: place)
    fillPlace(&reading, place, mode: modes.read(place: place, name: name), in: context)
    fillSession(&reading, reader, name: name, in: context)
    let followUp = FollowUpReader(
      context: context, date: schedule.date?.value, start: schedule.start?.value)
    reading.meeting.followUp = followUp.read()
    if let next = reading.meeting.followUp, next.derived.contains("date") {
      reading.issues.append(
        Issue(
          .yearInferred, .info, arguments: [next.raw ?? "", next.date?.description ?? ""],
          field: "meeting.follow_up.date", evidence: next.evidence))
    }
    return reading
  }

  private func fillSchedule(
    _ reading: inout MeetingReading, _ schedule: ScheduleReader.Schedule, in context: MeetingContext
  ) {
    if let start = schedule.start {
      reading.meeting.startTime = start.value
      reading.meeting.evidence.add("start_time", context.evidence(start.tokens))
    }
    if let end = schedule.end {
      reading.meeting.endTime = end.value
      reading.meeting.evidence.add("end_time", context.evidence(end.tokens))
    }
    guard let date = schedule.date else {
      reading.issues.append(Issue(.dateMissing, .warning, field: "meeting.date"))
      return
    }
    let evidence = context.evidence(date.tokens)
    reading.meeting.date = date.value
    reading.meeting.evidence.add("date", evidence)
    func report(_ code: Issue.Code, _ severity: Issue.Severity, _ arguments: [String]) {
      reading.issues.append(
        Issue(code, severity, arguments: arguments, field: "meeting.date", evidence: evidence))
    }
    if date.isInferred { report(.yearInferred, .info, [evidence.quote, date.value.description]) }
    if let found = schedule.found, found.contradictsWeekday(of: date.value) {
      report(.weekdayMismatch, .warning, [evidence.quote, date.value.description])
    }
    if let other = schedule.conflict {
      report(.dateConflict, .warning, [date.value.description, other.value.description])
      reading.meeting.evidence.add("date", context.evidence(other.tokens))
    }
  }

  private func fillPlace(
    _ reading: inout MeetingReading, _ place: Range<Int>?, mode: ModeReader.Reading,
    in context: MeetingContext
  ) {
    if let place {
      reading.meeting.place = context.text.plainString(ofTokens: place)
      reading.meeting.evidence.add("place", context.evidence(place))
    }
    reading.meeting.mode = mode.mode
    reading.meeting.evidence.add("mode", mode.tokens.map(context.evidence))
  }

  private func fillSession(
    _ reading: inout MeetingReading, _ schedule: ScheduleReader, name: Range<Int>?,
    in context: MeetingContext
  ) {
    if let name {
      reading.meeting.name = context.text.plainString(ofTokens: name)
      reading.meeting.evidence.add("name", context.evidence(name))
    }
    let session = SessionReader(context: context, schedule: schedule)
    if let kind = session.classification() {
      reading.meeting.classification = kind.value
      reading.meeting.evidence.add("classification", context.evidence(kind.tokens))
    }
    if let number = session.number() {
      reading.meeting.number = context.text.plainString(ofTokens: number)
      reading.meeting.evidence.add("number", context.evidence(number))
    }
    if let quorum = session.quorum() {
      reading.meeting.quorum = context.text.plainString(ofTokens: quorum)
      reading.meeting.evidence.add("quorum", context.evidence(quorum))
      if let count = session.statedAttendees(quorum: quorum) {
        reading.meeting.statedAttendees = count.value
        reading.meeting.evidence.add("stated_attendees", context.evidence(count.tokens))
      }
    }
  }
}
