// The attendee roster: who attended, by institution, by person or by meeting.

public import MinutarioModel

/// The roster of a set of attendances: filtered, and gathered into groups.
public struct Roster: Sendable {
  public let grouping: Grouping
  /// In reading order; see `Group`.
  public let groups: [Group]
  /// Attendances that passed the filters.
  public let count: Int

  /// What the rows are gathered by.
  public enum Grouping: String, Sendable, CaseIterable {
    case institution, person, meeting
  }

  /// The rows that belong together.
  public struct Group: Sendable, Equatable {
    /// Id of the institution, the person or the meeting; nil for rows that have none.
    public let id: String?
    /// What stands above the rows.
    public let title: String
    /// Distinct people of the group.
    public let people: Int
    /// In the order of the meetings' dates.
    public let rows: [RosterRow]
  }

  /// What is asked for; nil asks for all.
  public struct Filter: Sendable, Equatable {
    /// Part of an institution's name, or its acronym; case and accents count for nothing.
    public var institution: String?
    /// Meetings on or after, and on or before. A date known to the month or the year only passes
    /// when any day of it does; a meeting without a date passes neither.
    public var from: PartialDate?
    public var to: PartialDate?
    public var presence: Set<Attendance.Presence>?

    public init(
      institution: String? = nil, from: PartialDate? = nil, to: PartialDate? = nil,
      presence: Set<Attendance.Presence>? = nil
    ) {
      self.institution = institution
      self.from = from
      self.to = to
      self.presence = presence
    }
  }

  /// Gathers the rows that pass the filter.
  public init(_ rows: [RosterRow], by grouping: Grouping, where filter: Filter = Filter()) {
    let matcher = FilterMatcher(filter)
    let kept = RosterRow.sorted(rows).filter(matcher.admits)
    self.grouping = grouping
    count = kept.count
    groups = Self.groups(kept, by: grouping)
  }

  private static func groups(_ rows: [RosterRow], by grouping: Grouping) -> [Group] {
    var keys: [String] = []
    var members: [String: [RosterRow]] = [:]
    for row in rows {
      let key = row.key(for: grouping)
      if members[key] == nil { keys.append(key) }
      members[key, default: []].append(row)
    }
    let groups = keys.compactMap { key -> Group? in
      guard let rows = members[key], let first = rows.first else { return nil }
      return Group(
        id: first.id(for: grouping), title: first.title(for: grouping),
        people: Set(rows.map(\.personKey)).count, rows: rows)
    }
    switch grouping {
    // Meetings stand in the order of their dates already.
    case .meeting: return groups
    // The greatest first; rows without institution at the end.
    case .institution:
      return groups.sorted { a, b in
        if (a.id == nil) != (b.id == nil) { return b.id == nil }
        if a.people != b.people { return a.people > b.people }
        return a.precedesByTitle(b)
      }
    case .person: return groups.sorted { $0.precedesByTitle($1) }
    }
  }
}

extension Roster.Group {
  /// By folded title, then by id, so that accents do not matter and ties are settled.
  fileprivate func precedesByTitle(_ other: Roster.Group) -> Bool {
    let (a, b) = (Tokenizer.foldedKey(title), Tokenizer.foldedKey(other.title))
    if a != b { return a.precedesBytewise(b) }
    return (id ?? title).precedesBytewise(other.id ?? other.title)
  }
}

extension RosterRow {
  /// The person, or the name where nobody could be told.
  fileprivate var personKey: String { personID ?? "?" + Tokenizer.foldedKey(name) }

  fileprivate func id(for grouping: Roster.Grouping) -> String? {
    switch grouping {
    case .institution: institution?.id
    case .person: personID
    case .meeting: meetingID
    }
  }

  fileprivate func key(for grouping: Roster.Grouping) -> String {
    switch grouping {
    case .institution: institution?.id ?? ""
    case .person: personKey
    case .meeting: meetingID
    }
  }

  fileprivate func title(for grouping: Roster.Grouping) -> String {
    switch grouping {
    case .institution: institution?.label ?? "Sin institución"
    case .person: displayName
    case .meeting: "\(date ?? "sin fecha")  \(meetingName ?? "reunión sin nombre")"
    }
  }
}

/// A filter made ready for many rows.
private struct FilterMatcher {
  private let filter: Roster.Filter
  private let institution: String?

  init(_ filter: Roster.Filter) {
    self.filter = filter
    institution = filter.institution.map(Self.fold)
  }

  func admits(_ row: RosterRow) -> Bool {
    if let presence = filter.presence, !presence.contains(row.presence) { return false }
    if let from = filter.from?.description {
      guard let date = row.date, !date.precedesBytewise(from.prefix(date.utf8.count)) else {
        return false
      }
    }
    if let to = filter.to?.description {
      // `2020-10` as a bound takes in all of October.
      guard let date = row.date, !to.precedesBytewise(date.prefix(to.utf8.count)) else {
        return false
      }
    }
    guard let institution else { return true }
    guard let known = row.institution else { return false }
    return ([known.name, known.acronym].compactMap { $0 } + known.otherNames)
      .contains { Self.fold($0).contains(institution) }
  }

  /// Folded words, signs dropped, so that `A.C.` finds `A. C.`
  private static func fold(_ text: String) -> String {
    Tokenizer.foldedKey(text)
  }
}
