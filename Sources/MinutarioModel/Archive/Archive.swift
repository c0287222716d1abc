// All records of an archive with what resolving found between them: who is the same person, which
// names are one institution, who belonged where. The tables and the roster are made of it.

/// A resolved archive. All lists are sorted by id, so that the same records give the same archive
/// whatever the order in which they were read.
public struct Archive: Sendable {
  /// One for each distinct content, also for contents that could not be read.
  public var documents: [ArchivedDocument]
  public var people: [Person]
  public var institutions: [Institution]
  public var memberships: [Membership]
  /// What was found over several documents; findings within one stand in its records.
  public var issues: [ArchiveIssue]

  public init(
    documents: [ArchivedDocument] = [], people: [Person] = [], institutions: [Institution] = [],
    memberships: [Membership] = [], issues: [ArchiveIssue] = []
  ) {
    self.documents = documents
    self.people = people
    self.institutions = institutions
    self.memberships = memberships
    self.issues = issues
  }
}

/// One content, under all the paths where it lies.
public struct ArchivedDocument: Sendable {
  public var id: String
  /// Bytewise sorted; at least one.
  public var paths: [String]
  /// Of the first path.
  public var facts: DocumentFacts
  public var outcome: Outcome
  /// In the order of the text; at least one.
  public var minutes: [ArchivedMinutes]

  public init(
    id: String, paths: [String], facts: DocumentFacts, outcome: Outcome, minutes: [ArchivedMinutes]
  ) {
    self.id = id
    self.paths = paths
    self.facts = facts
    self.outcome = outcome
    self.minutes = minutes
  }

  /// The id of a row of this document. Ordinals count from 1 over all minutes of the document.
  public func rowID(_ kind: RowKind, _ ordinal: Int) -> String {
    RowID(document: id, kind, ordinal).description
  }

  /// The kinds of row that are numbered within their document.
  public enum RowKind: String, Sendable {
    case attendance = "a"
    case evidence = "e"
    case issue = "i"
    case mention = "m"
    case membership = "b"
    case section = "s"
    case topic = "t"
  }
}

/// The id of a row that is numbered within its document: `<document_id>-<kind><ordinal>`. The dataset
/// has hundreds of them for each document, and most are only ever written: no text is made for them.
public struct RowID: Sendable, CustomStringConvertible {
  public let document: String
  public let kind: ArchivedDocument.RowKind
  public let ordinal: Int

  public init(document: String, _ kind: ArchivedDocument.RowKind, _ ordinal: Int) {
    self.document = document
    self.kind = kind
    self.ordinal = ordinal
  }

  public var description: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the id as text. Ordinals are padded, so that ids sort in the order of the document.
  public func append(to bytes: inout [UInt8]) {
    bytes.append(contentsOf: document.utf8)
    bytes.append(UInt8(ascii: "-"))
    bytes.append(contentsOf: kind.rawValue.utf8)
    let ordinal = max(0, ordinal)
    var unit = 100_000
    while ordinal / unit >= 10 { unit *= 10 }
    while unit > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(ordinal / unit % 10))
      unit /= 10
    }
  }
}

/// One record of a document, and its meeting with what was resolved of it.
public struct ArchivedMinutes: Sendable {
  public var record: MinutesRecord
  /// Nil for records that are `empty` or `failed`: they tell of no meeting.
  public var meeting: ArchivedMeeting?
  /// How many rows of each kind the earlier minutes of the document hold.
  public var rowsBefore: RowCounts

  public init(record: MinutesRecord, meeting: ArchivedMeeting?, rowsBefore: RowCounts) {
    self.record = record
    self.meeting = meeting
    self.rowsBefore = rowsBefore
  }

  /// Counts of rows that are numbered within a document.
  public struct RowCounts: Sendable, Equatable {
    public var sections = 0
    public var attendances = 0
    public var mentions = 0
    public var topics = 0

    public init() {}

    /// With the rows of one more record.
    public func adding(_ record: MinutesRecord) -> RowCounts {
      var sum = self
      sum.sections += record.sections.count
      sum.attendances += record.attendances.count
      sum.mentions += record.mentions.count
      sum.topics += record.topics.count
      return sum
    }
  }
}

/// What resolving adds to a record's meeting. The lists run parallel to those of the record.
public struct ArchivedMeeting: Sendable {
  public var id: String
  /// The institution that met; nil when the text names an event only, or nothing.
  public var bodyID: String?
  public var attendances: [AttendanceLinks]
  public var mentions: [MentionLinks]
  public var agreements: [AgreementLinks]

  public init(
    id: String, bodyID: String? = nil, attendances: [AttendanceLinks] = [],
    mentions: [MentionLinks] = [], agreements: [AgreementLinks] = []
  ) {
    self.id = id
    self.bodyID = bodyID
    self.attendances = attendances
    self.mentions = mentions
    self.agreements = agreements
  }
}

/// Whom an attendance means, and for whom the person came.
public struct AttendanceLinks: Sendable, Equatable {
  public var personID: String?
  public var institutionID: String?
  /// Nil when there is no institution.
  public var institutionOrigin: InstitutionOrigin?
  public var membershipID: String?
  public var representsID: String?
  /// 1, and 2, 3 … when the same person attends the same meeting in further roles.
  public var sequence: Int

  public init(personID: String? = nil, sequence: Int = 1) {
    self.personID = personID
    self.sequence = sequence
  }

  /// Where the institution of an attendance is known from.
  public enum InstitutionOrigin: String, Sendable {
    /// From the entry itself.
    case list
    /// From the heading that the entry stands under.
    case group
    /// From elsewhere in the document.
    case document
    /// The entry names none: it is the body that met.
    case meetingBody = "meeting_body"
  }
}

/// Whom or what a mention means.
public struct MentionLinks: Sendable, Equatable {
  public var personID: String?
  public var institutionID: String?

  public init(personID: String? = nil, institutionID: String? = nil) {
    self.personID = personID
    self.institutionID = institutionID
  }
}

/// An agreement's own id and the parties it names, parallel to its `responsibles`.
public struct AgreementLinks: Sendable, Equatable {
  public var id: String
  public var responsibles: [MentionLinks]

  public init(id: String, responsibles: [MentionLinks]) {
    self.id = id
    self.responsibles = responsibles
  }
}

/// A finding over several documents, with the row it is about.
public struct ArchiveIssue: Sendable, Equatable {
  public var issue: Issue
  public var documentID: String?
  public var table: String?
  public var rowID: String?

  public init(
    _ issue: Issue, documentID: String? = nil, table: String? = nil, rowID: String? = nil
  ) {
    self.issue = issue
    self.documentID = documentID
    self.table = table
    self.rowID = rowID
  }
}
