// The follow-up of agreements: what is open or overdue, and whose it is.

public import MinutarioModel

/// The agreements that pass a filter, gathered into groups.
public struct AgreementList: Sendable {
  public let grouping: Grouping
  /// In reading order; see `Group`.
  public let groups: [Group]
  /// Agreements that passed the filter; an agreement of several groups counts once.
  public let count: Int

  /// What the agreements are gathered by.
  public enum Grouping: String, Sendable, CaseIterable {
    /// By date of the meeting.
    case meeting
    /// By name; an agreement of two responsibles stands under both.
    case responsible
    /// By the month in which they are due.
    case due
  }

  /// The agreements that belong together.
  public struct Group: Sendable, Equatable {
    /// Id of the meeting, the person or the institution, or the month; nil for rows that have none.
    public let id: String?
    /// What stands above the rows.
    public let title: String
    /// Within a meeting in the order of its list, else the first due first.
    public let rows: [AgreementRow]
  }

  /// What is asked for; nil asks for all.
  public struct Filter: Sendable, Equatable {
    public var statuses: Set<Agreement.Status>?
    /// Only what was overdue on this day.
    public var overdueOn: PartialDate?
    /// Part of the name of a person or institution that is to carry it out.
    public var responsible: String?
    /// Part of an institution's name, or its acronym: it is to carry it out, or it is the body that
    /// met.
    public var institution: String?
    /// Date of the meeting.
    public var met = DateBounds()
    /// Date on which it is due.
    public var due = DateBounds()

    public init() {}
  }

  /// Gathers the rows that pass the filter.
  public init(
    _ rows: [AgreementRow], by grouping: Grouping, where filter: Filter = Filter()
  ) {
    let matcher = AgreementMatcher(filter)
    let kept = AgreementRow.sorted(rows).filter(matcher.admits)
    self.grouping = grouping
    count = kept.count
    groups =
      switch grouping {
      case .meeting: Self.meetings(of: kept)
      case .responsible: Self.responsibles(of: kept, asked: matcher)
      case .due: Self.months(of: kept)
      }
  }

  /// Meetings stand in the order of their dates already.
  private static func meetings(of rows: [AgreementRow]) -> [Group] {
    rows.gathered(by: \.meetingID).map { id, rows in
      Group(id: id, title: rows.first?.meetingTitle ?? id, rows: rows)
    }
  }

  /// Nobody's agreements stand last.
  private static func responsibles(
    of rows: [AgreementRow], asked matcher: AgreementMatcher
  ) -> [Group] {
    let tasks = rows.flatMap { row in
      // Who was not asked for gets no group, even where the two share an agreement.
      row.responsibles.filter(matcher.admits).map { (party: $0, row: row) }
        .gathered(by: \.party.key).compactMap(\.elements.first)
    }
    let groups = tasks.gathered(by: \.party.key).compactMap { key, tasks in
      tasks.first.map { first in
        (
          key: key,
          group: Group(
            id: first.party.personID ?? first.party.institution?.id, title: first.party.name,
            rows: firstDueFirst(tasks.map(\.row)))
        )
      }
    }.sorted { titleOrder(($0.group.title, $0.key), ($1.group.title, $1.key)) }.map(\.group)
    let nobodys = rows.filter(\.responsibles.isEmpty)
    guard !nobodys.isEmpty else { return groups }
    return groups + [Group(id: nil, title: "Sin responsable", rows: firstDueFirst(nobodys))]
  }

  private static func months(of rows: [AgreementRow]) -> [Group] {
    firstDueFirst(rows).gathered { String(($0.dueDate ?? "").prefix(7)) }.map { month, rows in
      month.isEmpty
        ? Group(id: nil, title: "Sin fecha de vencimiento", rows: rows)
        : Group(id: month, title: "Vence en \(month)", rows: rows)
    }
  }

  /// By due date, undated last; those of one date as they stand, which is by meeting.
  private static func firstDueFirst(_ rows: [AgreementRow]) -> [AgreementRow] {
    rows.enumerated().sorted { a, b in
      dateOrder(a.element.dueDate, b.element.dueDate) ?? (a.offset < b.offset)
    }.map(\.element)
  }
}

extension AgreementRow {
  /// `2020-10-01  Comité de Riego`.
  var meetingTitle: String { "\(date ?? "sin fecha")  \(meetingName ?? "reunión sin nombre")" }
}

/// A filter made ready for many rows.
private struct AgreementMatcher {
  private let filter: AgreementList.Filter
  private let responsible: NamePart?
  private let institution: NamePart?

  init(_ filter: AgreementList.Filter) {
    self.filter = filter
    responsible = filter.responsible.map(NamePart.init)
    institution = filter.institution.map(NamePart.init)
  }

  func admits(_ row: AgreementRow) -> Bool {
    if let statuses = filter.statuses, !statuses.contains(row.status) { return false }
    if let day = filter.overdueOn, !row.isOverdue(on: day) { return false }
    guard filter.met.admit(row.date), filter.due.admit(row.dueDate) else { return false }
    if responsible != nil, !row.responsibles.contains(where: admits) { return false }
    guard let institution else { return true }
    let concerned = row.responsibles.compactMap(\.institution) + (row.body.map { [$0] } ?? [])
    return institution.isFound(in: concerned.flatMap(\.spellings))
  }

  /// Whether the party is the one that is asked for.
  func admits(_ party: AgreementRow.Party) -> Bool {
    responsible.map { $0.isFound(in: party.spellings) } ?? true
  }
}
