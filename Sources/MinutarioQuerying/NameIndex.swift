// What the rows of all queries show beside themselves, by id: the names of people and
// institutions, and the meetings with their files. From an archive in memory, or from its tables.

import MinutarioModel

/// The names of people and institutions.
struct NameIndex {
  /// One spelling for each person.
  let people: [String: String]
  let institutions: [String: InstitutionName]

  init(of archive: Archive) {
    people = Dictionary(
      archive.people.map { ($0.id, $0.displayName) }, uniquingKeysWith: { first, _ in first })
    institutions = Dictionary(
      archive.institutions.map { institution in
        (
          institution.id,
          InstitutionName(
            id: institution.id, name: institution.displayName, acronym: institution.acronym,
            otherNames: institution.names.map(\.name))
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  static let datasetFiles = ["people.csv", "institutions.csv", "institution_names.csv"]

  init(ofDataset file: (String) -> [UInt8]?) throws(TableError) {
    people = try CSVTable("people.csv", file).byKey("person_id")
      .compactMapValues { $0["display_name"] }
    var names: [String: [String]] = [:]
    for row in try CSVTable("institution_names.csv", file).rows {
      if let id = row["institution_id"], let name = row["name"] {
        names[id, default: []].append(name)
      }
    }
    var institutions: [String: InstitutionName] = [:]
    for (id, row) in try CSVTable("institutions.csv", file).byKey("institution_id") {
      institutions[id] = InstitutionName(
        id: id, name: row["display_name"] ?? id, acronym: row["acronym"],
        otherNames: names[id] ?? [])
    }
    self.institutions = institutions
  }
}

/// The meetings of a dataset, and where the minutes of each lie.
struct MeetingIndex {
  private let meetings: [String: CSVTable.Row]
  /// The first path of each meeting's document.
  private let paths: [String: String]

  static let datasetFiles = ["meetings.csv", "meeting_documents.csv", "document_paths.csv"]

  init(ofDataset file: (String) -> [UInt8]?) throws(TableError) {
    meetings = try CSVTable("meetings.csv", file).byKey("meeting_id")
    var pathOf: [String: String] = [:]
    for row in try CSVTable("document_paths.csv", file).rows {
      if let id = row["document_id"], let path = row["path"], pathOf[id] == nil {
        pathOf[id] = path
      }
    }
    var paths: [String: String] = [:]
    for row in try CSVTable("meeting_documents.csv", file).rows
    where row["is_primary"] == "true" {
      if let meeting = row["meeting_id"], let document = row["document_id"] {
        paths[meeting] = pathOf[document]
      }
    }
    self.paths = paths
  }

  subscript(id: String) -> CSVTable.Row? { meetings[id] }

  /// Empty when the meeting has no document.
  func path(of id: String) -> String { paths[id] ?? "" }
}
