// The dataset: all tables of an archive, in a fixed order, byte for byte the same for the same
// archive.

public import MinutarioModel

/// Writes an archive as the tables of the dataset, with the data package and the dictionary.
public struct DatasetTables {
  private let archive: Archive
  private let messages: MessageCatalogue
  private let text: (ArchivedDocument) -> [UInt8]?
  private let meetings: [MeetingRow]

  /// - Parameters:
  ///   - archive: what is written.
  ///   - messages: the sentences of the issues, in the language of the dataset.
  ///   - text: the canonical text of a document, UTF-8; asked for each document, in the order of
  ///     their ids. Nil leaves the document out of `texts.jsonl`.
  public init(
    archive: Archive, messages: MessageCatalogue,
    text: @escaping (ArchivedDocument) -> [UInt8]?
  ) {
    self.archive = archive
    self.messages = messages
    self.text = text
    meetings = archive.documents.flatMap { document in
      document.minutes.compactMap { minutes in
        minutes.meeting.map { MeetingRow(document: document, minutes: minutes, meeting: $0) }
      }
    }
  }

  /// All tables in the order in which they are written; `texts` has no CSV file.
  public static let definitions: [TableDefinition] = [
    AttendanceTables.flat.definition,
    DocumentTables.documents.definition,
    DocumentTables.paths.definition,
    MeetingTables.meetings.definition,
    MeetingTables.meetingDocuments.definition,
    ActorTables.people.definition,
    ActorTables.personNames.definition,
    ActorTables.institutions.definition,
    ActorTables.institutionNames.definition,
    ActorTables.memberships.definition,
    AttendanceTables.attendances.definition,
    MeetingTables.topics.definition,
    AgreementTables.agreements.definition,
    AgreementTables.parties.definition,
    AgreementTables.events.definition,
    EvidenceTables.mentions.definition,
    DocumentTables.sections.definition,
    EvidenceTables.evidences.definition,
    EvidenceTables.factEvidence.definition,
    DocumentTables.texts,
    EvidenceTables.issues.definition,
  ]

  /// Writes every file of the dataset to the sink.
  public func write<Sink: TableSink>(to sink: inout Sink) throws(Sink.Failure) {
    var guarded: [ArchiveIssue] = []
    let evidence = archive.documents.map(EvidenceIndex.init)
    let agreements = meetings.flatMap { meeting in
      meeting.record.agreements.indices.map { AgreementRow(context: meeting, index: $0) }
    }.sorted { $0.id.precedesBytewise($1.id) }
    let byMeeting = meetings.sorted { $0.meeting.id.precedesBytewise($1.meeting.id) }

    try write(flatRows, AttendanceTables.flat, to: &sink, &guarded)
    try write(archive.documents, DocumentTables.documents, to: &sink, &guarded)
    try write(
      archive.documents.lazy.flatMap { document in
        document.paths.map { PathRow(documentID: document.id, path: $0) }
      }, DocumentTables.paths, to: &sink, &guarded)
    try write(byMeeting, MeetingTables.meetings, to: &sink, &guarded)
    try write(byMeeting, MeetingTables.meetingDocuments, to: &sink, &guarded)
    try write(archive.people, ActorTables.people, to: &sink, &guarded)
    try write(
      archive.people.lazy.flatMap { person in
        person.names.map { NameRow(ownerID: person.id, use: $0) }
      }, ActorTables.personNames, to: &sink, &guarded)
    try write(archive.institutions, ActorTables.institutions, to: &sink, &guarded)
    try write(
      archive.institutions.lazy.flatMap { institution in
        institution.names.map { NameRow(ownerID: institution.id, use: $0) }
      }, ActorTables.institutionNames, to: &sink, &guarded)
    try write(archive.memberships, ActorTables.memberships, to: &sink, &guarded)
    try write(attendanceRows, AttendanceTables.attendances, to: &sink, &guarded)
    try write(topicRows, MeetingTables.topics, to: &sink, &guarded)
    try write(agreements, AgreementTables.agreements, to: &sink, &guarded)
    try write(
      agreements.lazy.flatMap(\.parties), AgreementTables.parties, to: &sink, &guarded)
    try write(agreements, AgreementTables.events, to: &sink, &guarded)
    try write(mentionRows, EvidenceTables.mentions, to: &sink, &guarded)
    try write(sectionRows, DocumentTables.sections, to: &sink, &guarded)
    try write(
      evidence.lazy.flatMap { $0.rows(quotedFrom: text($0.document)) }, EvidenceTables.evidences,
      to: &sink, &guarded)
    try write(
      factRows(evidence, agreements: agreements, byMeeting: byMeeting),
      EvidenceTables.factEvidence, to: &sink, &guarded)
    try writeTexts(to: &sink)
    var ignored: [ArchiveIssue] = []
    try write(
      issueRows(evidence, guarded: guarded), EvidenceTables.issues, to: &sink, &ignored)
    try sink.append(DataPackage.json(Self.definitions), to: "datapackage.json")
    try sink.append(DataPackage.dictionary(Self.definitions), to: "diccionario.csv")
  }

  /// Writes one table, and reports the columns where cells were guarded.
  private func write<Row, Sink: TableSink>(
    _ rows: some Sequence<Row>, _ table: Table<Row>, to sink: inout Sink,
    _ guarded: inout [ArchiveIssue]
  ) throws(Sink.Failure) {
    var writer = TableWriter<Sink>(table.definition)
    for row in rows { try writer.write(row, of: table, to: &sink) }
    try writer.flush(to: &sink)
    for column in writer.guarded where column.count > 0 {
      let issue = Issue(
        .csvFormulaGuarded, .info,
        arguments: ["\(column.table).\(column.column)", String(column.count)], field: column.column)
      guarded.append(ArchiveIssue(issue, table: column.table, rowID: column.firstRow))
    }
  }

  private func writeTexts<Sink: TableSink>(to sink: inout Sink) throws(Sink.Failure) {
    let file = DocumentTables.texts.name + ".jsonl"
    try sink.append([], to: file)
    for document in archive.documents {
      guard let text = text(document) else { continue }
      var json = JSONWriter()
      json.object { json in
        json.field("document_id", document.id)
        json.field("text", String(decoding: text, as: UTF8.self))
      }
      json.lineBreak()
      try sink.append(json.bytes, to: file)
    }
  }
}

// MARK: - Rows

extension DatasetTables {
  private var attendanceRows: some Sequence<AttendanceRow> {
    meetings.lazy.flatMap { meeting in
      meeting.record.attendances.indices.map { AttendanceRow(context: meeting, index: $0) }
    }
  }

  private var topicRows: some Sequence<TopicRow> {
    meetings.lazy.flatMap { meeting in
      meeting.record.topics.indices.map { TopicRow(context: meeting, index: $0) }
    }
  }

  private var mentionRows: some Sequence<MentionRow> {
    meetings.lazy.flatMap { meeting in
      meeting.record.mentions.indices.map { MentionRow(context: meeting, index: $0) }
    }
  }

  private var sectionRows: some Sequence<SectionRow> {
    archive.documents.lazy.flatMap { document in
      document.minutes.flatMap { minutes in
        minutes.record.sections.enumerated().map { index, section in
          let order = minutes.rowsBefore.sections + index + 1
          return SectionRow(
            id: document.rowID(.section, order), documentID: document.id, order: order,
            section: section)
        }
      }
    }
  }

  /// The flat table: by date, undated meetings last, then by meeting and place in the list.
  private var flatRows: some Sequence<FlatRow> {
    let institutions = Dictionary(
      uniqueKeysWithValues: archive.institutions.map { ($0.id, $0.displayName) })
    let ordered = meetings.sorted { a, b in
      switch (a.record.meeting.date, b.record.meeting.date) {
      case (let first?, let second?) where first != second: first < second
      case (.some, nil): true
      case (nil, .some): false
      default: a.meeting.id.precedesBytewise(b.meeting.id)
      }
    }
    return ordered.lazy.flatMap { meeting in
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

  private func factRows(
    _ evidence: [EvidenceIndex], agreements: [AgreementRow], byMeeting: [MeetingRow]
  ) -> some Sequence<FactEvidenceRow> {
    let byDocument = Dictionary(
      uniqueKeysWithValues: zip(archive.documents.map(\.id), evidence))
    func index(_ context: MeetingRow) -> EvidenceIndex {
      byDocument[context.document.id] ?? EvidenceIndex(context.document)
    }
    let parties = FactEvidenceRows(for: AgreementTables.parties.definition)
    let agreed = FactEvidenceRows(for: AgreementTables.agreements.definition)
    let attended = FactEvidenceRows(for: AttendanceTables.attendances.definition)
    let met = FactEvidenceRows(for: MeetingTables.meetings.definition)
    let mentioned = FactEvidenceRows(for: EvidenceTables.mentions.definition)
    let discussed = FactEvidenceRows(for: MeetingTables.topics.definition)
    // In the order of the tables' names, which is the order of the key's first column.
    let sources: [AnySequence<FactEvidenceRow>] = [
      AnySequence(
        agreements.flatMap(\.parties).sorted { $0.id.precedesBytewise($1.id) }.lazy.flatMap {
          let entry = FieldEvidence(entry: $0.party.evidence)
          return parties.rows($0.id, entry, index: index($0.agreement.context))
        }),
      AnySequence(
        agreements.lazy.flatMap {
          agreed.rows($0.id, $0.agreement.evidence, index: index($0.context))
        }),
      AnySequence(
        attendanceRows.lazy.flatMap {
          attended.rows($0.id, $0.attendance.evidence, index: index($0.context))
        }),
      AnySequence(byMeeting.lazy.flatMap { met.rows($0, index: index($0)) }),
      AnySequence(
        mentionRows.lazy.flatMap {
          mentioned.rows($0.id, $0.mention.evidence, index: index($0.context))
        }),
      AnySequence(
        topicRows.lazy.flatMap {
          discussed.rows($0.id, $0.topic.evidence, index: index($0.context))
        }),
    ]
    return sources.lazy.flatMap { $0 }
  }

  private func issueRows(
    _ evidence: [EvidenceIndex], guarded: [ArchiveIssue]
  ) -> some Sequence<IssueRow> {
    var issues = IssueRows(messages: messages)
    var rows = zip(archive.documents, evidence).flatMap { issues.rows(of: $0, index: $1) }
    rows += issues.rows(ofArchive: archive.issues + guarded)
    return rows.sorted { $0.id.precedesBytewise($1.id) }
  }
}

extension AgreementRow {
  /// The agreement's parties in order.
  fileprivate var parties: [PartyRow] {
    agreement.responsibles.indices.map { PartyRow(agreement: self, sequence: $0 + 1) }
  }
}
