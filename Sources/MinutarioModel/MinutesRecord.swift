// One document's content: the record that `extract` prints and the dataset is made of. Field by
// field the same as minutes.schema.json; names differ only where Swift's habits ask for it.

/// What was read from one minutes document.
public struct MinutesRecord: Sendable {
  public var outcome: Outcome
  public var document: DocumentFacts
  public var minutes: MinutesSpan
  public var meeting: Meeting
  public var sections: [RecordSection]
  public var attendances: [Attendance]
  public var mentions: [Mention]
  public var topics: [Topic]
  public var agreements: [Agreement]
  public var issues: [Issue]

  public init(
    outcome: Outcome, document: DocumentFacts, minutes: MinutesSpan = MinutesSpan(),
    meeting: Meeting = Meeting(), sections: [RecordSection] = [], attendances: [Attendance] = [],
    mentions: [Mention] = [], topics: [Topic] = [], agreements: [Agreement] = [],
    issues: [Issue] = []
  ) {
    self.outcome = outcome
    self.document = document
    self.minutes = minutes
    self.meeting = meeting
    self.sections = sections
    self.attendances = attendances
    self.mentions = mentions
    self.topics = topics
    self.agreements = agreements
    self.issues = issues
  }

  /// Whether the text was read, so that the record tells of a meeting, whatever was found of it.
  public var tellsOfMeeting: Bool { outcome == .read || outcome == .partial }
}

/// What is known of the file itself.
public struct DocumentFacts: Sendable, Equatable {
  /// Relative to the archive, `/` separated, NFC.
  public var path: String
  /// Hexadecimal, small letters, of the file's bytes.
  public var sha256: String
  public var bytes: Int
  public var format: String
  public var encoding: String?
  public var encodingSource: SourceDocument.EncodingSource?
  public var title: String?
  public var language: String?
  /// Where and when the document was issued ("Metepec, a 1 de octubre de 2020").
  public var issuedPlace: String?
  public var issuedDate: PartialDate?
  public var trackedChanges: SourceDocument.TrackedChanges?
  public var hasComments: Bool
  /// Share of characters in sections other than `heading` and `other`, 0 to 1.
  public var coverage: Double?
  /// Code points of the canonical text.
  public var textCharacters: Int

  public init(path: String, sha256: String, bytes: Int, format: String) {
    self.path = path
    self.sha256 = sha256
    self.bytes = bytes
    self.format = format
    hasComments = false
    textCharacters = 0
  }

  /// The path of the file that this one holds the text of: `acta.pdf` for `acta.pdf.txt`.
  public var textOf: String? { Self.original(ofText: path) }

  /// The path of the file whose text a file of this path holds; nil for files of their own.
  public static func original(ofText path: String) -> String? {
    path.lowercased().hasSuffix(".pdf.txt") ? String(path.dropLast(4)) : nil
  }
}

/// Which of a file's minutes a record is, and its span in the canonical text (code points).
public struct MinutesSpan: Sendable, Equatable {
  public var index = 0
  public var count = 1
  public var start = 0
  public var end = 0

  public init() {}
}

/// A section as the record shows it: offsets in code points.
public struct RecordSection: Sendable, Equatable {
  public var kind: Section.Kind
  public var heading: String?
  public var start: Int
  public var end: Int

  public init(kind: Section.Kind, heading: String?, start: Int, end: Int) {
    self.kind = kind
    self.heading = heading
    self.start = start
    self.end = end
  }
}

/// The meeting itself.
public struct Meeting: Sendable, Equatable {
  /// The body or event that met, as written.
  public var name: String?
  /// Kind and number of the session, as far as stated.
  public var classification: Classification = .unknown
  public var number: String?
  public var date: PartialDate?
  public var startTime: ClockTime?
  public var endTime: ClockTime?
  public var place: String?
  public var mode: Mode = .unknown
  public var followUp: FollowUp?
  /// Attendees that the text itself counts ("con siete integrantes").
  public var statedAttendees: Int?
  /// What the text says of the quorum, as written.
  public var quorum: String?
  /// Spans by field name; `entry` is not used.
  public var evidence = FieldEvidence(entry: nil)

  public init() {}

  public enum Mode: String, Sendable {
    case inPerson = "in_person"
    case remote, hybrid, unknown
  }

  /// The kinds of session that the dataset tells apart.
  public enum Classification: String, Sendable {
    case ordinary = "ordinaria"
    case extraordinary = "extraordinaria"
    case workingGroup = "grupo_de_trabajo"
    case installation = "instalacion"
    case other = "otra"
    case unknown = "desconocida"
  }
}

/// The next meeting that these minutes announce.
public struct FollowUp: Sendable, Equatable {
  public var date: PartialDate?
  public var startTime: ClockTime?
  /// The announcement as written.
  public var raw: String?
  public var evidence: Evidence?
  /// Names of values that were inferred: `date` when the year was.
  public var derived: [String]

  public init(
    date: PartialDate?, startTime: ClockTime?, raw: String? = nil, evidence: Evidence? = nil,
    derived: [String] = []
  ) {
    self.date = date
    self.startTime = startTime
    self.raw = raw
    self.evidence = evidence
    self.derived = derived
  }
}

/// One person's attendance, or absence, at the meeting.
public struct Attendance: Sendable, Equatable {
  /// Without honorific, in document order.
  public var name: String
  public var title: String?
  /// The whole charge as written, without the institution.
  public var position: String?
  /// Head of the position, typo repaired.
  public var role: String?
  /// The inner unit, also when it is part of `position`.
  public var unit: String?
  public var institution: InstitutionReference?
  public var presence: Presence
  public var capacity: Capacity?
  public var representsPerson: String?
  /// Sub-heading of the roster that the entry stands under.
  public var group: String?
  /// How the person took part, when the entry says so.
  public var mode: Meeting.Mode = .unknown
  /// 0 to 1, two decimals, ordinal only.
  public var confidence: Double
  public var evidence: FieldEvidence
  /// Fields that were inferred, repaired or derived, not read.
  public var derived: [String]

  public init(
    name: String, presence: Presence, confidence: Double, evidence: FieldEvidence,
    derived: [String] = []
  ) {
    self.name = name
    self.presence = presence
    self.confidence = confidence
    self.evidence = evidence
    self.derived = derived
  }

  public enum Presence: String, Sendable {
    case present, absent, excused, represented, unknown
  }

  public enum Capacity: String, Sendable {
    case titular, suplente, representante, invitado, observador, presidencia, secretaria
  }
}

/// An institution as one place of a document names it.
public struct InstitutionReference: Sendable, Hashable {
  /// As written in the entry.
  public var name: String
  public var acronym: String?
  /// Expansion known from the document or the lexicon.
  public var fullName: String?

  public init(name: String, acronym: String? = nil, fullName: String? = nil) {
    self.name = name
    self.acronym = acronym
    self.fullName = fullName
  }
}

/// A person, an institution or a role that the text speaks of.
public struct Mention: Sendable, Equatable {
  public var kind: Kind
  public var text: String
  /// For a person, the name without honorific; for a role, the attendee it refers to.
  public var name: String?
  public var position: String?
  public var institution: InstitutionReference?
  public var evidence: FieldEvidence
  public var derived: [String]

  public init(kind: Kind, text: String, evidence: FieldEvidence) {
    self.kind = kind
    self.text = text
    self.evidence = evidence
    derived = []
  }

  public enum Kind: String, Sendable {
    case person, institution, role
  }
}

/// An item of the agenda or of the list of topics.
public struct Topic: Sendable, Equatable {
  /// As printed, without its punctuation.
  public var label: String?
  public var text: String
  /// Index of the topic above it in the record's list.
  public var parent: Int?
  public var evidence: FieldEvidence
  public var derived: [String]

  public init(label: String?, text: String, parent: Int?, evidence: FieldEvidence) {
    self.label = label
    self.text = text
    self.parent = parent
    self.evidence = evidence
    derived = []
  }
}

/// An agreement, commitment, task or resolution.
public struct Agreement: Sendable, Equatable {
  public var label: String?
  public var text: String
  /// Index of the agreement that this one is a note or sub-item of.
  public var parent: Int?
  public var responsibles: [Responsible]
  public var dueDate: PartialDate?
  public var dueBasis: DueBasis
  public var status: Status
  public var evidence: FieldEvidence
  public var derived: [String]

  public init(label: String?, text: String, parent: Int?, evidence: FieldEvidence) {
    self.label = label
    self.text = text
    self.parent = parent
    self.evidence = evidence
    responsibles = []
    dueBasis = .none
    status = .unknown
    derived = []
  }

  public enum DueBasis: String, Sendable {
    case explicit, relative
    case followUpMeeting = "follow_up_meeting"
    case none
  }

  public enum Status: String, Sendable {
    case open, fulfilled, partial, superseded, cancelled, unknown
  }
}

/// Who is to carry out an agreement.
public struct Responsible: Sendable, Equatable {
  /// As written in the agreement.
  public var text: String
  /// The person it means, when exactly one fits.
  public var name: String?
  public var institution: InstitutionReference?
  public var resolution: Resolution
  public var evidence: Evidence?

  public init(
    text: String, name: String? = nil, institution: InstitutionReference? = nil,
    resolution: Resolution, evidence: Evidence? = nil
  ) {
    self.text = text
    self.name = name
    self.institution = institution
    self.resolution = resolution
    self.evidence = evidence
  }

  public enum Resolution: String, Sendable {
    case named
    case roleInSameMeeting = "role_in_same_meeting"
    case institutionOnly = "institution_only"
    case ambiguous, unresolved
  }
}
