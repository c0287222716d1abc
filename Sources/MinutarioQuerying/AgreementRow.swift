// What the follow-up of agreements is made of: one row an agreement, with what people need to read
// beside it. Rows come from an archive in memory or from the tables of a dataset.

public import MinutarioModel

/// One agreement as the follow-up shows it.
public struct AgreementRow: Sendable, Equatable {
  public var id: String
  public var meetingID: String
  public var meetingName: String?
  /// Of the meeting: `2020`, `2020-10`, `2020-10-01`; nil when unknown.
  public var date: String?
  /// The institution that met.
  public var body: InstitutionName?
  /// Place in the meeting's list, from 1.
  public var order: Int
  /// As printed, without its punctuation.
  public var label: String?
  /// As the document writes it.
  public var text: String
  public var responsibles: [Party]
  /// When it is to be done, as the document writes it.
  public var dueRaw: String?
  /// `2020`, `2020-10`, `2020-10-01`; nil when unknown.
  public var dueDate: String?
  public var status: Agreement.Status
  /// Date of the meeting that tells the status; nil when none does.
  public var statusAsOf: String?
  /// First path of the document.
  public var path: String

  public init(
    id: String, meetingID: String, order: Int, text: String, status: Agreement.Status, path: String
  ) {
    self.id = id
    self.meetingID = meetingID
    self.order = order
    self.text = text
    self.status = status
    self.path = path
    responsibles = []
  }

  /// Who is to carry it out.
  public struct Party: Sendable, Equatable {
    /// As the agreement writes it.
    public var text: String
    public var personID: String?
    /// One spelling for all entries of the person; nil when nobody could be told.
    public var personName: String?
    public var institution: InstitutionName?

    public init(
      text: String, personID: String?, personName: String?, institution: InstitutionName?
    ) {
      self.text = text
      self.personID = personID
      self.personName = personName
      self.institution = institution
    }

    /// The person, else the institution, else what is written.
    public var name: String { personName ?? institution?.label ?? text }

    /// Tells one party from another over all agreements.
    var key: String { personID ?? institution?.id ?? "?" + Tokenizer.foldedKey(text) }

    /// Everything under which the party can be asked for.
    var spellings: [String] {
      [text] + (personName.map { [$0] } ?? []) + (institution?.spellings ?? [])
    }
  }

  /// Whether it should have been done before a date, and nothing says that it was, or that it need
  /// not be. A due date known to the month or the year is over when all of it is.
  public func isOverdue(on date: PartialDate) -> Bool {
    guard [.open, .partial, .unknown].contains(status), let dueDate else { return false }
    return dueDate.precedesBytewise(date.description.prefix(dueDate.utf8.count))
  }
}

extension AgreementRow {
  /// The rows of an archive: meetings by date, undated ones last; agreements in list order.
  public static func rows(of archive: Archive) -> [AgreementRow] {
    let names = NameIndex(of: archive)
    var rows: [AgreementRow] = []
    for document in archive.documents {
      for minutes in document.minutes {
        guard let meeting = minutes.meeting else { continue }
        for (index, agreement) in minutes.record.agreements.enumerated() {
          let links = meeting.agreements[index]
          var row = AgreementRow(
            id: links.id, meetingID: meeting.id, order: index + 1, text: agreement.text,
            status: agreement.status, path: document.paths.first ?? "")
          row.meetingName = minutes.record.meeting.name
          row.date = minutes.record.meeting.date?.description
          row.body = meeting.bodyID.flatMap { names.institutions[$0] }
          row.label = agreement.label
          row.responsibles = zip(agreement.responsibles, links.responsibles).map { party, link in
            Party(
              text: party.text, personID: link.personID,
              personName: link.personID.flatMap { names.people[$0] },
              institution: link.institutionID.flatMap { names.institutions[$0] })
          }
          row.dueRaw = agreement.evidence.spans("due_date").first?.quote
          row.dueDate = agreement.dueDate?.description
          row.statusAsOf = agreement.status == .unknown ? nil : row.date
          rows.append(row)
        }
      }
    }
    return sorted(rows)
  }

  /// By date, undated last; then by meeting and place in its list.
  static func sorted(_ rows: [AgreementRow]) -> [AgreementRow] {
    rows.sorted { a, b in
      if let isBefore = dateOrder(a.date, b.date) { return isBefore }
      if a.meetingID != b.meetingID { return a.meetingID.precedesBytewise(b.meetingID) }
      return a.order < b.order
    }
  }
}
