// The dataset: all tables of an archive, in a fixed order, byte for byte the same for the same
// archive.

public import MinutarioModel

/// Makes the rows of an archive's tables and hands them to the writers, each row once: first the tables
/// that tell of single documents, then those that tell what was resolved of them.
public struct DatasetTables {
  private let messages: MessageCatalogue
  private let text: (ArchivedDocument) throws -> [UInt8]?
  private let output: Output
  /// The spans of the documents that were written, in their order.
  private var evidence: [EvidenceIndex] = []
  private var guarded: [ArchiveIssue] = []

  /// - Parameters:
  ///   - writers: the forms in which the dataset is written; each gets the tables that it takes.
  ///   - messages: the sentences of the issues, in the language of the dataset.
  ///   - text: the canonical text of a document, UTF-8; asked for each document, in the order of
  ///     their ids. Nil leaves the document out of `texts.jsonl`; what it throws ends the writing.
  ///   - checkpoint: called between pieces of a table; what it throws ends the writing.
  public init(
    to writers: [any TableWriter], messages: MessageCatalogue,
    text: @escaping (ArchivedDocument) throws -> [UInt8]?,
    checkpoint: @escaping () throws -> Void = {}
  ) {
    self.messages = messages
    self.text = text
    output = Output(writers: writers, checkpoint: checkpoint)
  }

  /// All tables in the order in which people are told of them; `texts` has no CSV file.
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

  /// Writes the tables of single documents; what is resolved of them is not looked at.
  /// - Parameter documents: sorted by id.
  /// - Throws: what a writer, `checkpoint` or the reader of texts throws.
  public mutating func write(_ documents: [ArchivedDocument]) throws {
    evidence = documents.map(EvidenceIndex.init)
    guarded += try output.write(documents, DocumentTables.documents)
    guarded += try output.write(
      documents.lazy.flatMap { document in
        document.paths.map { PathRow(documentID: document.id, path: $0) }
      }, DocumentTables.paths)
    guarded += try output.write(documents.lazy.flatMap(\.sectionRows), DocumentTables.sections)
    guarded += try output.write(EvidenceTables.evidences) { add in
      for (document, index) in zip(documents, evidence) {
        try index.rows(of: document, quotedFrom: try text(document), add)
      }
    }
    guarded += try output.write(DocumentTables.texts) { add in
      for document in documents {
        if let utf8 = try text(document) { try add(TextRow(documentID: document.id, utf8: utf8)) }
      }
    }
  }

  /// Writes all other tables, and finishes the writers.
  /// - Parameter archive: the documents that were written, resolved.
  /// - Throws: what a writer or `checkpoint` throws.
  public consuming func write(_ archive: Archive) throws {
    let rows = ArchiveRows(archive, evidence: evidence, messages: messages)
    guarded += try output.write(rows.flat, AttendanceTables.flat)
    try writeSheets(rows)
    guarded += try output.write(rows.byMeeting, MeetingTables.meetings)
    guarded += try output.write(rows.byMeeting, MeetingTables.meetingDocuments)
    guarded += try output.write(archive.people, ActorTables.people)
    guarded += try output.write(rows.personNames, ActorTables.personNames)
    guarded += try output.write(archive.institutions, ActorTables.institutions)
    guarded += try output.write(rows.institutionNames, ActorTables.institutionNames)
    guarded += try output.write(archive.memberships, ActorTables.memberships)
    guarded += try output.write(rows.attendances, AttendanceTables.attendances)
    guarded += try output.write(rows.topics, MeetingTables.topics)
    guarded += try output.write(rows.agreements, AgreementTables.agreements)
    guarded += try output.write(
      rows.agreements.lazy.flatMap(\.parties), AgreementTables.parties)
    guarded += try output.write(rows.agreements, AgreementTables.events)
    guarded += try output.write(rows.mentions, EvidenceTables.mentions)
    guarded += try output.write(EvidenceTables.factEvidence) { try rows.addFacts($0) }
    _ = try output.write(rows.issues(guarded: guarded), EvidenceTables.issues)
    try output.finish()
  }

  /// The sheets behind the flat one.
  private func writeSheets(_ rows: ArchiveRows) throws {
    // Their rows are sorted by name, which is not done for nobody.
    guard output.writers.contains(where: { $0.takes(SheetTables.people.definition) }) else {
      return
    }
    let sheets = SheetRows(rows.archive)
    let byDate = rows.meetingsByDate
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

    func finish() throws {
      for writer in writers {
        try checkpoint()
        try writer.finish()
      }
    }

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
