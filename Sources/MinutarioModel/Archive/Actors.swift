// The people and institutions of an archive, each with the names under which texts know them.

/// A person, as all documents together know them.
public struct Person: Sendable, Equatable {
  public var id: String
  /// The spelling that is used most.
  public var displayName: String
  /// Folded, honorifics off: what makes two mentions the same person.
  public var nameKey: String
  /// The parts of the name, where its shape leaves no doubt.
  public var parts: NameParts?
  /// From role words only.
  public var gender: Gender
  public var seen: SeenSpan
  /// Meetings that list the person, present or not.
  public var meetings: Int
  /// Sorted by name.
  public var names: [NameUse]

  public init(
    id: String, displayName: String, nameKey: String, parts: NameParts?, gender: Gender,
    seen: SeenSpan, meetings: Int, names: [NameUse]
  ) {
    self.id = id
    self.displayName = displayName
    self.nameKey = nameKey
    self.parts = parts
    self.gender = gender
    self.seen = seen
    self.meetings = meetings
    self.names = names
  }

  /// Given names and surnames as Spanish orders them.
  public struct NameParts: Sendable, Equatable {
    public var givenNames: String
    public var surname1: String
    public var surname2: String?

    public init(givenNames: String, surname1: String, surname2: String?) {
      self.givenNames = givenNames
      self.surname1 = surname1
      self.surname2 = surname2
    }
  }

  /// The gender of the role words that a person is given.
  public enum Gender: String, Sendable {
    case feminine = "f"
    case masculine = "m"
    case unmarked, mixed
  }
}

/// An institution, or a body that meets.
public struct Institution: Sendable, Equatable {
  public var id: String
  /// The full name when any document or the lexicon gives it, else the spelling used most.
  public var displayName: String
  public var acronym: String?
  public var kind: Kind
  public var seen: SeenSpan
  /// Sorted by name.
  public var names: [NameUse]

  public init(
    id: String, displayName: String, acronym: String?, kind: Kind, seen: SeenSpan,
    names: [NameUse]
  ) {
    self.id = id
    self.displayName = displayName
    self.acronym = acronym
    self.kind = kind
    self.seen = seen
    self.names = names
  }

  /// What resolving can tell apart so far.
  public enum Kind: String, Sendable {
    /// A body that meets, such as a committee.
    case body = "organo_colegiado"
    case unknown = "desconocida"
  }
}

/// One spelling of a name, and how often and when it was used.
public struct NameUse: Sendable, Equatable {
  public var name: String
  /// The honorific used most with it.
  public var title: String?
  public var kind: Kind
  public var seen: SeenSpan
  public var count: Int

  public init(name: String, title: String? = nil, kind: Kind, seen: SeenSpan, count: Int) {
    self.name = name
    self.title = title
    self.kind = kind
    self.seen = seen
    self.count = count
  }

  /// `official` and `acronym` are of institutions, `full` and `initials` of people.
  public enum Kind: String, Sendable {
    case full, initials, short, official, acronym
  }
}

/// The dates of the first and the last meeting where something was seen; nil when none is dated.
public struct SeenSpan: Sendable, Equatable {
  public private(set) var first: PartialDate?
  public private(set) var last: PartialDate?

  public init() {}

  /// Widens the span to a meeting's date; nil changes nothing.
  public mutating func include(_ date: PartialDate?) {
    guard let date else { return }
    first = first.map { min($0, date) } ?? date
    last = last.map { max($0, date) } ?? date
  }
}

/// A person seen in a role at an institution.
public struct Membership: Sendable, Equatable {
  public var id: String
  public var personID: String
  public var institutionID: String
  /// The inner unit that the first attendance names.
  public var unit: String?
  /// As the first attendance writes it.
  public var role: String?
  /// Folded and gender-neutral; nil when no role is named.
  public var roleKey: String?
  public var seen: SeenSpan
  public var meetings: Int
  /// The highest of its attendances.
  public var confidence: Double

  public init(
    id: String, personID: String, institutionID: String, unit: String?, role: String?,
    roleKey: String?, seen: SeenSpan, meetings: Int, confidence: Double
  ) {
    self.id = id
    self.personID = personID
    self.institutionID = institutionID
    self.unit = unit
    self.role = role
    self.roleKey = roleKey
    self.seen = seen
    self.meetings = meetings
    self.confidence = confidence
  }
}
