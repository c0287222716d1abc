// The issues of all records and of the archive as rows: each with the row and the column that it is
// about, as far as its field's path tells.

import MinutarioModel

/// Makes the rows of `issues`.
struct IssueRows {
  private let messages: MessageCatalogue
  private var uses: [String: Int] = [:]

  init(messages: MessageCatalogue) { self.messages = messages }

  /// The issues of one document, sorted by id.
  mutating func rows(of document: ArchivedDocument, index: EvidenceIndex) -> [IssueRow] {
    var rows: [IssueRow] = []
    uses = [:]
    for minutes in document.minutes {
      for issue in minutes.record.issues {
        let place = IssuePlace(issue.field, document: document, minutes: minutes)
        rows.append(
          IssueRow(
            id: id(issue, document: document.id, minutes: minutes.record.minutes.index, rowID: nil),
            documentID: document.id, issue: issue, message: messages.sentence(for: issue),
            table: place.table, rowID: place.rowID, field: place.field,
            evidenceID: index.id(of: issue.evidence)))
      }
    }
    return rows.sorted { $0.id.precedesBytewise($1.id) }
  }

  /// The issues over several documents, sorted by id.
  mutating func rows(ofArchive issues: [ArchiveIssue]) -> [IssueRow] {
    uses = [:]
    return issues.map { found in
      IssueRow(
        id: id(found.issue, document: "archivo", minutes: 0, rowID: found.rowID),
        documentID: found.documentID, issue: found.issue,
        message: messages.sentence(for: found.issue), table: found.table, rowID: found.rowID,
        field: found.issue.field, evidenceID: nil)
    }.sorted { $0.id.precedesBytewise($1.id) }
  }

  /// `<document>-i<hash of code and place>`; the same finding twice is told apart by a counter.
  private mutating func id(
    _ issue: Issue, document: String, minutes: Int, rowID: String?
  ) -> String {
    let place = [
      issue.code.rawValue, String(minutes), issue.field ?? "", rowID ?? "",
      issue.evidence.map { "\($0.start) \($0.end)" } ?? "", issue.arguments.joined(separator: "\n"),
    ].joined(separator: "\n")
    let digits = String(wordHash(place.utf8), radix: 16)
    let id =
      "\(document)-\(ArchivedDocument.RowKind.issue.rawValue)"
      + String(repeating: "0", count: 16 - digits.count) + digits
    uses[id, default: 0] += 1
    let use = uses[id] ?? 1
    return use == 1 ? id : "\(id)-\(use)"
  }
}

/// The row and the column that a field's path such as `attendances[6].role` leads to.
struct IssuePlace {
  private(set) var table: String?
  private(set) var rowID: String?
  private(set) var field: String?

  init(_ path: String?, document: ArchivedDocument, minutes: ArchivedMinutes) {
    guard let path else { return }
    let steps = Self.steps(path)
    field = path
    guard let first = steps.first else { return }
    if first.name == "document" { set(DocumentTables.documents.definition, document.id, steps) }
    if first.name == "sections", let index = first.index,
      minutes.record.sections.indices.contains(index)
    {
      let id = document.rowID(.section, minutes.rowsBefore.sections + index + 1)
      set(DocumentTables.sections.definition, id, steps)
    }
    guard let meeting = minutes.meeting else { return }
    let context = MeetingRow(document: document, minutes: minutes, meeting: meeting)
    if first.name == "meeting" { set(MeetingTables.meetings.definition, meeting.id, steps) }
    guard let index = first.index, index >= 0 else { return }
    setListed(first.name, index, steps, context)
  }

  private mutating func setListed(
    _ list: String, _ index: Int, _ steps: [Step], _ context: MeetingRow
  ) {
    let record = context.record
    switch list {
    case "attendances" where index < record.attendances.count:
      let id = AttendanceRow(context: context, index: index).id.description
      set(AttendanceTables.attendances.definition, id, steps)
    case "mentions" where index < record.mentions.count:
      set(
        EvidenceTables.mentions.definition,
        MentionRow(context: context, index: index).id.description, steps)
    case "topics" where index < record.topics.count:
      set(
        MeetingTables.topics.definition, TopicRow(context: context, index: index).id.description,
        steps)
    case "agreements" where index < record.agreements.count:
      let agreement = AgreementRow(context: context, index: index)
      if steps.count > 1, steps[1].name == "responsibles", let party = steps[1].index,
        record.agreements[index].responsibles.indices.contains(party)
      {
        let id = PartyRow.id(agreement: agreement.id, sequence: party + 1)
        set(AgreementTables.parties.definition, id, Array(steps.dropFirst()))
      } else {
        set(AgreementTables.agreements.definition, agreement.id, steps)
      }
    default: break
    }
  }

  private mutating func set(_ definition: TableDefinition, _ id: String, _ steps: [Step]) {
    table = definition.name
    rowID = id
    field = steps.count > 1 ? definition.column(forField: steps[1].name) : nil
  }

  private struct Step {
    let name: String
    let index: Int?
  }

  private static func steps(_ path: String) -> [Step] {
    path.split(separator: ".").map { step in
      guard let bracket = step.firstIndex(of: "["), step.last == "]" else {
        return Step(name: String(step), index: nil)
      }
      let index = step[step.index(after: bracket)...].dropLast()
      return Step(name: String(step[..<bracket]), index: Int(index))
    }
  }
}
