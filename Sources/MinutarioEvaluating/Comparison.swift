// What was read from one document beside what a careful person reads in it: every value is counted,
// and every difference is told.

import MinutarioModel

/// The comparison of one document.
struct Comparison {
  private let gold: GoldDocument
  private let read: ReadRecord
  private let text: NormalizedText?
  /// Only documents that differ are searched.
  private lazy var places = text.map { TextPlaces($0) }
  private(set) var counts: [FigureName: Counts] = [:]
  private(set) var differences: [Difference] = []
  private(set) var rows: [JudgedRow] = []

  init(of read: ReadRecord, with gold: GoldDocument, text: NormalizedText?) {
    self.gold = gold
    self.read = read
    self.text = text
    compareAttendees()
    if gold.isComplete(.mentions) { compareMentions() }
    if gold.isComplete(.meeting) { compareMeeting() }
    if gold.isComplete(.nextMeeting) { compareNextMeeting() }
    if gold.isComplete(.topics) {
      compareItems(gold.topics, read.topics, .topic, label: .topicLabel)
    }
    if gold.isComplete(.agreements) {
      let pairing = compareItems(
        gold.agreements, read.agreements, .agreement, label: .agreementLabel)
      compareTasks(pairing)
    }
  }

  // MARK: Counting

  private mutating func count(
    _ figure: FigureName, right: Int = 0, extra: Int = 0, missed: Int = 0
  ) {
    counts[figure, default: Counts()] += Counts(right: right, extra: extra, missed: missed)
  }

  /// Counts a value that is right or, when it is not, both extra and missed.
  private mutating func judge(
    _ figure: FigureName, _ isRight: Bool, of subject: String? = nil, expected: String?,
    found: String?, at place: String?
  ) {
    count(figure, right: isRight ? 1 : 0, extra: isRight ? 0 : 1, missed: isRight ? 0 : 1)
    if !isRight { tell(figure, of: subject, expected: expected, found: found, at: place) }
  }

  /// Counts a value that need not be there: where neither has one, nothing is earned.
  private mutating func judgeOptional(
    _ figure: FigureName, of subject: String?, expected: String?, found: String?,
    _ form: (String?) -> String?, at place: String?
  ) {
    let (want, got) = (form(expected), form(found))
    guard want != nil || got != nil else { return }
    let isRight = want == got
    count(
      figure, right: isRight ? 1 : 0, extra: !isRight && got != nil ? 1 : 0,
      missed: !isRight && want != nil ? 1 : 0)
    if !isRight { tell(figure, of: subject, expected: expected, found: found, at: place) }
  }

  private mutating func tell(
    _ figure: FigureName, of subject: String? = nil, expected: String?, found: String?,
    at place: String?
  ) {
    let place = place ?? expected.flatMap { places?.place(of: $0) }
    let kind: Difference.Kind = expected == nil ? .extra : found == nil ? .missed : .different
    differences.append(
      Difference(
        figure: figure, kind: kind, subject: subject, expected: expected, found: found,
        place: place))
  }

  // MARK: Attendees

  private mutating func compareAttendees() {
    let isPartial = gold.partial.contains(GoldDocument.List.attendees.rawValue)
    guard isPartial || gold.isComplete(.attendees) else { return }
    let pairing = Pairing(
      gold.attendees.map { key(of: $0.name) }, read.attendances.map { key(of: $0.name) },
      likeness: { $0 == $1 ? 1 : 0 })
    let extra = isPartial ? [] : pairing.extra
    count(
      .attendeeName, right: pairing.pairs.count, extra: extra.count, missed: pairing.missed.count)
    for figure in Self.fields(isAsWritten: gold.isAsWritten) {
      count(figure, missed: pairing.missed.count)
    }
    var exact = 0
    for (index, other) in pairing.pairs {
      let isExact = compare(gold.attendees[index], read.attendances[other])
      if isExact { exact += 1 }
      judgeRow(read.attendances[other], isRight: isExact)
    }
    if gold.isAsWritten {
      count(
        .attendeeRow, right: exact, extra: pairing.pairs.count - exact + extra.count,
        missed: gold.attendees.count - exact)
    }
    for index in pairing.missed {
      tell(.attendeeName, expected: gold.attendees[index].name, found: nil, at: nil)
    }
    for index in extra {
      let attendance = read.attendances[index]
      tell(
        .attendeeName, expected: nil, found: attendance.name ?? "",
        at: attendance.evidence?.entry?.place)
      judgeRow(attendance, isRight: false)
    }
  }

  /// What an attendee is found by.
  private func key(of name: String?) -> String {
    let key = ComparisonForm.name(name)
    return gold.isAsWritten ? key : ComparisonForm.withoutAccents(key)
  }

  /// What each attendee has, beside the name.
  private static func fields(isAsWritten: Bool) -> [FigureName] {
    isAsWritten
      ? [.attendeePosition, .attendeeInstitution, .attendeePresence, .attendeeTitle]
      : [.attendeePresence]
  }

  private mutating func judgeRow(_ attendance: ReadRecord.Attendance, isRight: Bool) {
    guard gold.isAsWritten, let confidence = attendance.confidence else { return }
    rows.append(JudgedRow(confidence: confidence, isRight: isRight))
  }

  /// Whether position, institution and presence are right.
  private mutating func compare(
    _ want: GoldDocument.Attendee, _ got: ReadRecord.Attendance
  ) -> Bool {
    let place = got.evidence?.entry?.place
    let presence = want.presence ?? "present"
    let isPresence = presence == got.presence
    var isExact = isPresence
    if gold.isAsWritten {
      let isPosition = same(want.position, got.position)
      judge(
        .attendeePosition, isPosition, of: want.name, expected: want.position,
        found: got.position, at: place)
      let wanted = Set((want.institution?.values ?? []).map(ComparisonForm.institution))
      let forms = got.institution?.compared ?? []
      let isInstitution =
        (want.institution?.values ?? []).isEmpty && forms.isEmpty
        || forms.contains { wanted.contains($0) }
      judge(
        .attendeeInstitution, isInstitution, of: want.name, expected: want.institution?.told,
        found: got.institution?.forms.first, at: place)
      isExact = isExact && isPosition && isInstitution
    }
    judge(
      .attendeePresence, isPresence, of: want.name, expected: presence, found: got.presence,
      at: place)
    guard gold.isAsWritten else { return isExact }
    judge(
      .attendeeTitle, same(want.title, got.title), of: want.name, expected: want.title,
      found: got.title, at: place)
    if let represented = want.representsPerson, !represented.isEmpty {
      judge(
        .attendeeRepresents,
        ComparisonForm.name(represented) == ComparisonForm.name(got.representsPerson),
        of: want.name, expected: represented, found: got.representsPerson, at: place)
    }
    if let capacity = want.capacity, !capacity.isEmpty {
      judge(
        .attendeeCapacity, same(capacity, got.capacity), of: want.name, expected: capacity,
        found: got.capacity, at: place)
    }
    return isExact
  }

  private func same(_ a: String?, _ b: String?) -> Bool {
    ComparisonForm.plain(a) == ComparisonForm.plain(b)
  }

  // MARK: Mentions

  private mutating func compareMentions() {
    let attending = Set(gold.attendees.map { ComparisonForm.name($0.name) })
    var seen = attending
    let mentioned = read.mentions.filter {
      $0.kind == "person" && seen.insert(ComparisonForm.name($0.called)).inserted
    }
    let goldKeys = gold.mentions.map { ComparisonForm.name($0.name) }
    let pairing = Pairing(goldKeys, mentioned.map { ComparisonForm.name($0.called) }) {
      $0 == $1 ? 1 : 0
    }
    count(
      .mentionPerson, right: pairing.pairs.count, extra: pairing.extra.count,
      missed: pairing.missed.count)
    for index in pairing.missed {
      tell(.mentionPerson, expected: gold.mentions[index].name, found: nil, at: nil)
    }
    for index in pairing.extra {
      tell(
        .mentionPerson, expected: nil, found: mentioned[index].called ?? "",
        at: mentioned[index].evidence?.entry?.place)
    }
  }

  // MARK: The meeting

  private mutating func compareMeeting() {
    for (key, figure) in GoldDocument.Meeting.figures {
      guard let forms = gold.meeting.fields[figure] else { continue }
      let value = read.meeting.value(key)
      let isRight =
        switch key {
        case .name, .place:
          // Long values are right when most of their words are.
          forms.values.isEmpty
            ? (value ?? "").isEmpty
            : forms.values.contains {
              ComparisonForm.Words($0).overlap(ComparisonForm.Words(value)) >= 0.8
            }
        case .date, .startTime, .endTime, .mode: same(forms.values.first, value)
        }
      judge(
        figure, isRight, expected: forms.told, found: value,
        at: read.meeting.evidence?[key.rawValue]?.first?.place)
    }
  }

  private mutating func compareNextMeeting() {
    let (want, got) = (gold.nextMeeting, read.meeting.followUp)
    judge(
      .nextMeeting, same(want.date, got?.date) && same(want.startTime, got?.startTime),
      expected: Self.told(want.date, want.startTime), found: Self.told(got?.date, got?.startTime),
      at: got?.evidence?.place)
  }

  private static func told(_ date: String?, _ time: String?) -> String? {
    let parts = [date, time].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  // MARK: Topics and agreements

  @discardableResult
  private mutating func compareItems(
    _ want: [GoldDocument.Item], _ got: [ReadRecord.Item], _ figure: FigureName, label: FigureName
  ) -> Pairing {
    let pairing = Pairing(
      want.map { ComparisonForm.Words($0.text) }, got.map { ComparisonForm.Words($0.text) },
      likeness: { a, b in
        let overlap = a.overlap(b)
        return overlap >= 0.85 ? overlap : 0
      })
    count(
      figure, right: pairing.pairs.count, extra: pairing.extra.count,
      missed: pairing.missed.count)
    for index in pairing.missed {
      tell(figure, expected: want[index].text ?? "", found: nil, at: nil)
      count(label, missed: ComparisonForm.label(want[index].label) == nil ? 0 : 1)
    }
    for index in pairing.extra {
      tell(
        figure, expected: nil, found: got[index].text ?? "", at: got[index].evidence?.entry?.place)
    }
    for (index, other) in pairing.pairs {
      judgeOptional(
        label, of: want[index].text, expected: want[index].label, found: got[other].label,
        ComparisonForm.label, at: got[other].evidence?.entry?.place)
    }
    return pairing
  }

  /// Due dates and responsibles of agreements.
  private mutating func compareTasks(_ pairing: Pairing) {
    for index in pairing.missed {
      let want = gold.agreements[index]
      count(.agreementDueDate, missed: want.dueDate == nil ? 0 : 1)
      count(.agreementResponsible, missed: Set(Self.names(want)).count)
    }
    for (index, other) in pairing.pairs {
      let (want, got) = (gold.agreements[index], read.agreements[other])
      judgeOptional(
        .agreementDueDate, of: want.text, expected: want.dueDate, found: got.dueDate,
        ComparisonForm.plain, at: got.evidence?.entry?.place)
      compareResponsibles(of: want, got)
    }
  }

  private static func names(_ item: GoldDocument.Item) -> [String] {
    (item.responsibles ?? []).map(ComparisonForm.name)
  }

  /// A responsible that was read is one of the gold under any of its names.
  private mutating func compareResponsibles(of want: GoldDocument.Item, _ got: ReadRecord.Item) {
    let wanted = Set(Self.names(want))
    var found: [String: String] = [:]
    for responsible in got.responsibles ?? [] {
      let forms =
        [responsible.name, responsible.text].map(ComparisonForm.name)
        + (responsible.institution?.compared ?? []).sorted().map(ComparisonForm.name)
      let name = forms.first { wanted.contains($0) } ?? ComparisonForm.name(responsible.called)
      found[name] = responsible.called ?? ""
    }
    let right = wanted.intersection(found.keys)
    count(
      .agreementResponsible, right: right.count, extra: found.count - right.count,
      missed: wanted.count - right.count)
    for (key, name) in zip(Self.names(want), want.responsibles ?? []) where found[key] == nil {
      tell(
        .agreementResponsible, of: want.text, expected: name, found: nil,
        at: got.evidence?.entry?.place)
    }
    for (key, name) in found.sorted(by: { $0.key < $1.key }) where !wanted.contains(key) {
      tell(
        .agreementResponsible, of: want.text, expected: nil, found: name,
        at: got.evidence?.entry?.place)
    }
  }
}
