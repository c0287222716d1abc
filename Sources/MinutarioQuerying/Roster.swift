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
    let groups = rows.gathered { $0.key(for: grouping) }.compactMap { _, rows in
      rows.first.map { first in
        Group(
          id: first.id(for: grouping), title: first.title(for: grouping),
          people: Set(rows.map(\.personKey)).count, rows: rows)
      }
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
  /// By title; ties are settled by the id.
  fileprivate func precedesByTitle(_ other: Roster.Group) -> Bool {
    titleOrder((title, id ?? title), (other.title, other.id ?? other.title))
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
  private let bounds: DateBounds
  private let presence: Set<Attendance.Presence>?
  private let institution: NamePart?

  init(_ filter: Roster.Filter) {
    bounds = DateBounds(from: filter.from, to: filter.to)
    presence = filter.presence
    institution = filter.institution.map(NamePart.init)
  }

  func admits(_ row: RosterRow) -> Bool {
    if let presence, !presence.contains(row.presence) { return false }
    guard bounds.admit(row.date) else { return false }
    guard let institution else { return true }
    return row.institution.map { institution.isFound(in: $0.spellings) } ?? false
  }
}
