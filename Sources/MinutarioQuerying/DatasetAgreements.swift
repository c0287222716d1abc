// The rows of the follow-up out of the CSV tables of a dataset, so that it needs no archive. The
// place of each agreement in its text is not looked up: it stands in the two greatest tables, and
// the id of the agreement leads there.

import MinutarioModel

extension AgreementRow {
  /// The files of a dataset's `data` folder that `rows(ofDataset:)` asks for.
  public static let datasetFiles =
    MeetingIndex.datasetFiles + NameIndex.datasetFiles + [
      "agreements.csv", "agreement_parties.csv",
    ]

  /// The rows of a written dataset, the same as those of the archive that it was written from.
  /// `file` gives the bytes of a file in the dataset's `data` folder by name, nil when there is none.
  /// - Throws: `TableError` when a file is missing or is not as the dataset writes it.
  public static func rows(
    ofDataset file: (String) -> [UInt8]?
  ) throws(TableError) -> [AgreementRow] {
    let meetings = try MeetingIndex(ofDataset: file)
    let names = try NameIndex(ofDataset: file)
    let parties = try responsibles(file, names)
    let agreements = try CSVTable("agreements.csv", file)
    try agreements.require(["agreement_id", "meeting_id", "order", "text", "due_date", "status"])
    return sorted(
      agreements.rows.map { cells in
        let id = cells["agreement_id"] ?? ""
        let meeting = cells["meeting_id"] ?? ""
        var row = AgreementRow(
          id: id, meetingID: meeting, order: cells["order"].flatMap { Int($0) } ?? 0,
          text: cells["text"] ?? "",
          status: cells["status"].flatMap(Agreement.Status.init) ?? .unknown,
          path: meetings.path(of: meeting))
        row.meetingName = meetings[meeting]?["name"]
        row.date = meetings[meeting]?["date"]
        row.body = meetings[meeting]?["body_institution_id"].flatMap { names.institutions[$0] }
        row.label = cells["label_raw"]
        row.responsibles = parties[id] ?? []
        row.dueRaw = cells["due_raw"]
        row.dueDate = cells["due_date"]
        row.statusAsOf = cells["status_as_of"]
        return row
      })
  }

  /// The parties of each agreement that are to carry it out, in the order of the table.
  private static func responsibles(
    _ file: (String) -> [UInt8]?, _ names: NameIndex
  ) throws(TableError) -> [String: [Party]] {
    let table = try CSVTable("agreement_parties.csv", file)
    try table.require(["agreement_id", "party_raw", "person_id", "institution_id"])
    var parties: [String: [Party]] = [:]
    for row in table.rows where row["role_in_agreement"] == "responsible" {
      guard let id = row["agreement_id"] else { continue }
      parties[id, default: []].append(
        Party(
          text: row["party_raw"] ?? "", personID: row["person_id"],
          personName: row["person_id"].flatMap { names.people[$0] },
          institution: row["institution_id"].flatMap { names.institutions[$0] }))
    }
    return parties
  }
}
