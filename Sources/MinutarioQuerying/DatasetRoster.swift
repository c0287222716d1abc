// The roster's rows out of the CSV tables of a dataset, so that a roster needs no archive.

import MinutarioModel

extension RosterRow {
  /// The files of a dataset's `data` folder that `rows(ofDataset:)` asks for.
  public static let datasetFiles =
    MeetingIndex.datasetFiles + NameIndex.datasetFiles + ["attendances.csv"]

  /// The rows of a written dataset, the same as those of the archive that it was written from.
  /// `file` gives the bytes of a file in the dataset's `data` folder by name, nil when there is none.
  /// - Throws: `TableError` when a file is missing or is not as the dataset writes it.
  public static func rows(
    ofDataset file: (String) -> [UInt8]?
  ) throws(TableError) -> [RosterRow] {
    let meetings = try MeetingIndex(ofDataset: file)
    let names = try NameIndex(ofDataset: file)
    let attendances = try CSVTable("attendances.csv", file)
    try attendances.require(["meeting_id", "person_id", "name_raw", "presence", "list_order"])
    return sorted(
      attendances.rows.map { cells in
        let meeting = cells["meeting_id"] ?? ""
        let person = cells["person_id"]
        let name = cells["name_raw"] ?? ""
        var row = RosterRow(
          meetingID: meeting, personID: person, name: name,
          displayName: person.flatMap { names.people[$0] } ?? name,
          presence: cells["presence"].flatMap(Attendance.Presence.init) ?? .unknown,
          isDerived: cells["institution_origin"]
            == AttendanceLinks.InstitutionOrigin.meetingBody.rawValue,
          path: meetings.path(of: meeting), order: cells["list_order"].flatMap { Int($0) } ?? 0)
        row.meetingName = meetings[meeting]?["name"]
        row.date = meetings[meeting]?["date"]
        row.title = cells["title_raw"]
        row.position = cells["position_raw"] ?? cells["role"]
        row.unit = cells["unit_raw"]
        row.institution = cells["institution_id"].flatMap { names.institutions[$0] }
        row.capacity = cells["capacity"].flatMap(Attendance.Capacity.init)
        return row
      })
  }
}
