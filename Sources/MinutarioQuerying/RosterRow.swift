// What the roster is made of: one row an attendance, with what people need to read beside it. Rows
// come from an archive in memory or from the tables of a dataset.

public import MinutarioModel

/// One attendance as the roster shows it.
public struct RosterRow: Sendable, Equatable {
  public var meetingID: String
  public var meetingName: String?
  /// `2020`, `2020-10`, `2020-10-01`; nil when unknown.
  public var date: String?
  /// Nil when the entry names nobody whom resolving could tell.
  public var personID: String?
  /// As the entry writes it.
  public var name: String
  /// One spelling for all entries of the person.
  public var displayName: String
  public var title: String?
  public var position: String?
  public var unit: String?
  public var institution: InstitutionName?
  /// True when the entry names no institution: it is the body that met.
  public var isDerived: Bool
  public var presence: Attendance.Presence
  public var capacity: Attendance.Capacity?
  /// First path of the document.
  public var path: String
  /// Place in the meeting's list, from 1.
  public var order: Int

  public init(
    meetingID: String, personID: String?, name: String, displayName: String,
    presence: Attendance.Presence, isDerived: Bool, path: String, order: Int
  ) {
    self.meetingID = meetingID
    self.personID = personID
    self.name = name
    self.displayName = displayName
    self.presence = presence
    self.isDerived = isDerived
    self.path = path
    self.order = order
  }
}

extension RosterRow {
  /// The rows of an archive: meetings by date, undated ones last; attendances in list order.
  public static func rows(of archive: Archive) -> [RosterRow] {
    let names = NameIndex(of: archive)
    var rows: [RosterRow] = []
    for document in archive.documents {
      for minutes in document.minutes {
        guard let meeting = minutes.meeting else { continue }
        for (index, attendance) in minutes.record.attendances.enumerated() {
          let links = meeting.attendances[index]
          var row = RosterRow(
            meetingID: meeting.id, personID: links.personID, name: attendance.name,
            displayName: links.personID.flatMap { names.people[$0] } ?? attendance.name,
            presence: attendance.presence, isDerived: links.institutionOrigin == .meetingBody,
            path: document.paths.first ?? "", order: index + 1)
          row.meetingName = minutes.record.meeting.name
          row.date = minutes.record.meeting.date?.description
          row.title = attendance.title
          row.position = attendance.position ?? attendance.role
          row.unit = attendance.unit
          row.institution = links.institutionID.flatMap { names.institutions[$0] }
          row.capacity = attendance.capacity
          rows.append(row)
        }
      }
    }
    return sorted(rows)
  }

  /// By date, undated last; then by meeting and place in its list.
  static func sorted(_ rows: [RosterRow]) -> [RosterRow] {
    rows.sorted { a, b in
      if let isBefore = dateOrder(a.date, b.date) { return isBefore }
      if a.meetingID != b.meetingID { return a.meetingID.precedesBytewise(b.meetingID) }
      return a.order < b.order
    }
  }
}
