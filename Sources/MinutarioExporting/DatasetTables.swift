// The dataset: all tables of an archive, in a fixed order, byte for byte the same for the same
// archive.

public import MinutarioModel

/// Makes the rows of an archive's tables and hands them to the writers.
public struct DatasetTables {
  private let archive: Archive
  private let messages: MessageCatalogue
  private let text: (ArchivedDocument) throws -> [UInt8]?
  private let meetings: [MeetingRow]

  /// - Parameters:
  ///   - archive: what is written.
  ///   - messages: the sentences of the issues, in the language of the dataset.
  ///   - text: the canonical text of a document, UTF-8; asked for each document, in the order of
  ///     their ids. Nil leaves the document out of `texts.jsonl`; what it throws ends the writing.
  public init(
    archive: Archive, messages: MessageCatalogue,
    text: @escaping (ArchivedDocument) throws -> [UInt8]?
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
    DocumentTables.texts.definition,
    EvidenceTables.issues.definition,
  ]

  /// The sheets of the workbook in their order; the first is a table as well.
  public static let sheets: [TableDefinition] = [
    AttendanceTables.flat.definition,
    SheetTables.people.definition,
    SheetTables.institutions.definition,
    SheetTables.meetings.definition,
    SheetTables.agreements.definition,
    SheetTables.dictionary.definition,
  ]

  /// Writes every table to each writer that takes it; rows are made once.
  /// - Parameters:
  ///   - writers: the forms in which the dataset is written.
  ///   - checkpoint: called between pieces of a table; what it throws ends the writing.
  /// - Throws: what a writer, `checkpoint` or the reader of texts throws.
  public func write(
    to writers: [any TableWriter], checkpoint: @escaping () throws -> Void = {}
  ) throws {
    let output = Output(writers: writers, checkpoint: checkpoint)
    var guarded: [ArchiveIssue] = []
    let evidence = archive.documents.map(EvidenceIndex.init)
    let agreements = meetings.flatMap { meeting in
      meeting.record.agreements.indices.map { AgreementRow(context: meeting, index: $0) }
    }.sorted { $0.id.precedesBytewise($1.id) }
    let byMeeting = meetings.sorted { $0.meeting.id.precedesBytewise($1.meeting.id) }

    guarded += try output.write(flatRows, AttendanceTables.flat)
    try writeSheets(to: output)
    guarded += try output.write(archive.documents, DocumentTables.documents)
    guarded += try output.write(
      archive.documents.lazy.flatMap { document in
        document.paths.map { PathRow(documentID: document.id, path: $0) }
      }, DocumentTables.paths)
    guarded += try output.write(byMeeting, MeetingTables.meetings)
    guarded += try output.write(byMeeting, MeetingTables.meetingDocuments)
    guarded += try output.write(archive.people, ActorTables.people)
    guarded += try output.write(
      archive.people.lazy.flatMap { person in
        person.names.map { NameRow(ownerID: person.id, use: $0) }
      }, ActorTables.personNames)
    guarded += try output.write(archive.institutions, ActorTables.institutions)
    guarded += try output.write(
      archive.institutions.lazy.flatMap { institution in
        institution.names.map { NameRow(ownerID: institution.id, use: $0) }
      }, ActorTables.institutionNames)
    guarded += try output.write(archive.memberships, ActorTables.memberships)
    guarded += try output.write(attendanceRows, AttendanceTables.attendances)
    guarded += try output.write(topicRows, MeetingTables.topics)
    guarded += try output.write(agreements, AgreementTables.agreements)
    guarded += try output.write(agreements.lazy.flatMap(\.parties), AgreementTables.parties)
    guarded += try output.write(agreements, AgreementTables.events)
    guarded += try output.write(mentionRows, EvidenceTables.mentions)
    guarded += try output.write(sectionRows, DocumentTables.sections)
    guarded += try output.write(EvidenceTables.evidences) { add in
      for index in evidence { try index.rows(quotedFrom: try text(index.document), add) }
    }
    guarded += try output.write(EvidenceTables.factEvidence) { add in
      try addFacts(evidence, agreements: agreements, byMeeting: byMeeting, add)
    }
    guarded += try output.write(DocumentTables.texts) { add in
      for document in archive.documents {
        if let utf8 = try text(document) { try add(TextRow(documentID: document.id, utf8: utf8)) }
      }
    }
    _ = try output.write(issueRows(evidence, guarded: guarded), EvidenceTables.issues)
    for writer in writers {
      try checkpoint()
      try writer.finish()
    }
  }

  /// The sheets behind the flat one.
  private func writeSheets(to output: Output) throws {
    // Their rows are sorted by name, which is not done for nobody.
    guard output.writers.contains(where: { $0.takes(SheetTables.people.definition) }) else {
      return
    }
    let sheets = SheetRows(archive)
    let byDate = meetingsByDate
    _ = try output.write(sheets.personRows, SheetTables.people)
    _ = try output.write(sheets.institutionRows, SheetTables.institutions)
    _ = try output.write(byDate.lazy.map(sheets.meetingRow), SheetTables.meetings)
    _ = try output.write(byDate.lazy.flatMap(sheets.agreementRows), SheetTables.agreements)
    _ = try output.write(DataDictionary.rows(Self.sheets.dropLast()), SheetTables.dictionary)
  }

  /// Where the rows go.
  private struct Output {
    let writers: [any TableWriter]
    let checkpoint: () throws -> Void

    /// Writes one table.
    /// - Returns: an issue for each column where CSV needs the guard against formulas.
    func write<Row>(_ rows: some Sequence<Row>, _ table: Table<Row>) throws -> [ArchiveIssue] {
      try write(table) { add in for row in rows { try add(row) } }
    }

    /// Writes one table whose rows `make` adds one by one.
    /// - Returns: as above.
    func write<Row>(
      _ table: Table<Row>, _ make: (_ add: (Row) throws -> Void) throws -> Void
    ) throws -> [ArchiveIssue] {
      let definition = table.definition
      let writers = writers.filter { $0.takes(definition) }
      guard !writers.isEmpty else { return [] }
      var tally = FormulaTally(definition)
      var batch = RowBatch(columns: definition.columns.count)
      func handOver() throws {
        try checkpoint()
        if definition.hasCSV { tally.count(batch) }
        for writer in writers { try writer.write(batch) }
        batch.removeAll()
      }
      for writer in writers { try writer.begin(definition) }
      try make { row in
        table.append(row, to: &batch)
        if batch.isFull { try handOver() }
      }
      try handOver()
      for writer in writers { try writer.end() }
      return tally.issues
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
            id: RowID(document: document.id, .section, order), documentID: document.id,
            order: order,
            section: section)
        }
      }
    }
  }

  /// By date, undated ones last, then by id.
  private var meetingsByDate: [MeetingRow] {
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
  private var flatRows: some Sequence<FlatRow> {
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
  private func addFacts(
    _ evidence: [EvidenceIndex], agreements: [AgreementRow], byMeeting: [MeetingRow],
    _ add: (FactEvidenceRow) throws -> Void
  ) throws {
    let byDocument = Dictionary(
      uniqueKeysWithValues: zip(archive.documents.map(\.id), evidence))
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

  private func issueRows(
    _ evidence: [EvidenceIndex], guarded: [ArchiveIssue]
  ) -> some Sequence<IssueRow> {
    var issues = IssueRows(messages: messages)
    var rows = zip(archive.documents, evidence).flatMap { issues.rows(of: $0, index: $1) }
    rows += issues.rows(ofArchive: archive.issues + guarded)
    return rows.sorted { $0.id.precedesBytewise($1.id) }
  }
}
