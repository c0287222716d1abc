// The rows of all tables that tell what was resolved: lists over the whole archive in the order of
// their tables.

import MinutarioModel

/// Makes rows of a resolved archive. They point into it; most are made while they are written.
struct ArchiveRows {
  let archive: Archive
  /// One for each document, in their order.
  private let evidence: [EvidenceIndex]
  private let messages: MessageCatalogue
  /// In the order of the documents and of their text.
  private let meetings: [MeetingRow]
  /// Sorted by id.
  let byMeeting: [MeetingRow]
  /// Sorted by id.
  let agreements: [AgreementRow]

  init(_ archive: Archive, evidence: [EvidenceIndex], messages: MessageCatalogue) {
    self.archive = archive
    self.evidence = evidence
    self.messages = messages
    meetings = archive.documents.flatMap { document in
      document.minutes.compactMap { minutes in
        minutes.meeting.map { MeetingRow(document: document, minutes: minutes, meeting: $0) }
      }
    }
    byMeeting = meetings.sorted { $0.meeting.id.precedesBytewise($1.meeting.id) }
    agreements = meetings.flatMap { meeting in
      meeting.record.agreements.indices.map { AgreementRow(context: meeting, index: $0) }
    }.sorted { $0.id.precedesBytewise($1.id) }
  }

  var personNames: some Sequence<NameRow> {
    archive.people.lazy.flatMap { person in
      person.names.map { NameRow(ownerID: person.id, use: $0) }
    }
  }

  var institutionNames: some Sequence<NameRow> {
    archive.institutions.lazy.flatMap { institution in
      institution.names.map { NameRow(ownerID: institution.id, use: $0) }
    }
  }

  var attendances: some Sequence<AttendanceRow> {
    meetings.lazy.flatMap { meeting in
      meeting.record.attendances.indices.map { AttendanceRow(context: meeting, index: $0) }
    }
  }

  var topics: some Sequence<TopicRow> {
    meetings.lazy.flatMap { meeting in
      meeting.record.topics.indices.map { TopicRow(context: meeting, index: $0) }
    }
  }

  var mentions: some Sequence<MentionRow> {
    meetings.lazy.flatMap { meeting in
      meeting.record.mentions.indices.map { MentionRow(context: meeting, index: $0) }
    }
  }

  /// By date, undated ones last, then by id.
  var meetingsByDate: [MeetingRow] {
    meetings.sorted { a, b in
      switch (a.record.meeting.date, b.record.meeting.date) {
      case (let first?, let second?) where first != second: first < second
      case (.some, nil): true
      case (nil, .some): false
      default: a.meeting.id.precedesBytewise(b.meeting.id)
      }
    }
  }

  /// The flat table: by date, undated meetings last, then by meeting and place in the list.
  var flat: some Sequence<FlatRow> {
    let institutions = Dictionary(
      uniqueKeysWithValues: archive.institutions.map { ($0.id, $0.displayName) })
    return meetingsByDate.lazy.flatMap { meeting in
      let reasons = reviewReasons(of: meeting.record)
      return meeting.record.attendances.indices.map { index in
        let row = AttendanceRow(context: meeting, index: index)
        return FlatRow(
          row: row, body: meeting.meeting.bodyID.flatMap { institutions[$0] },
          institution: row.links.institutionID.flatMap { institutions[$0] },
          represents: row.attendance.representsPerson, reasons: reasons[index])
      }
    }
  }

  /// What warnings and errors say of each attendance.
  private func reviewReasons(of record: MinutesRecord) -> [[String]] {
    var reasons = [[String]](repeating: [], count: record.attendances.count)
    for issue in record.issues where issue.severity != .info {
      guard let field = issue.field, field.hasPrefix("attendances["),
        let index = Int(field.dropFirst("attendances[".count).prefix { $0 != "]" }),
        reasons.indices.contains(index)
      else { continue }
      reasons[index].append(messages.sentence(for: issue))
    }
    return reasons
  }

  /// Adds the rows of `fact_evidence`: in the order of the tables' names, which is the order of the
  /// key's first column.
  func addFacts(_ add: (FactEvidenceRow) throws -> Void) throws {
    let byDocument = Dictionary(
      uniqueKeysWithValues: evidence.map { ($0.documentID, $0) })
    func index(_ context: MeetingRow) -> EvidenceIndex {
      byDocument[context.document.id] ?? EvidenceIndex(context.document)
    }
    var parties = FactEvidenceRows(for: AgreementTables.parties.definition)
    for row in agreements.flatMap(\.parties).sorted(by: { $0.id.precedesBytewise($1.id) }) {
      let entry = FieldEvidence(entry: row.party.evidence)
      try parties.rows(row.id, entry, index: index(row.agreement.context), add)
    }
    var agreed = FactEvidenceRows(for: AgreementTables.agreements.definition)
    for row in agreements {
      try agreed.rows(row.id, row.agreement.evidence, index: index(row.context), add)
    }
    var attended = FactEvidenceRows(for: AttendanceTables.attendances.definition)
    for meeting in meetings {
      let index = index(meeting)
      for place in meeting.record.attendances.indices {
        try attended.rows(
          meeting.attendanceID(place).description,
          meeting.minutes.record.attendances[place].evidence, index: index, add)
      }
    }
    var met = FactEvidenceRows(for: MeetingTables.meetings.definition)
    for row in byMeeting { try met.rows(row, index: index(row), add) }
    var mentioned = FactEvidenceRows(for: EvidenceTables.mentions.definition)
    for meeting in meetings {
      let index = index(meeting)
      for place in meeting.record.mentions.indices {
        try mentioned.rows(
          meeting.mentionID(place).description, meeting.minutes.record.mentions[place].evidence,
          index: index, add)
      }
    }
    var discussed = FactEvidenceRows(for: MeetingTables.topics.definition)
    for meeting in meetings {
      let index = index(meeting)
      for place in meeting.record.topics.indices {
        try discussed.rows(
          meeting.topicID(place).description, meeting.minutes.record.topics[place].evidence,
          index: index, add)
      }
    }
  }

  /// The issues of the documents, of the archive, and of the columns that were guarded against
  /// formulas; sorted by id.
  func issues(guarded: [ArchiveIssue]) -> [IssueRow] {
    var issues = IssueRows(messages: messages)
    var rows = zip(archive.documents, evidence).flatMap { issues.rows(of: $0, index: $1) }
    rows += issues.rows(ofArchive: archive.issues + guarded)
    return rows.sorted { $0.id.precedesBytewise($1.id) }
  }
}
