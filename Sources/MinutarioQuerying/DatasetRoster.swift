// The roster's rows out of the CSV tables of a dataset, so that a roster needs no archive.

public import MinutarioModel
public import MinutarioWording

extension RosterRow {
  /// The files of a dataset's `data` folder that `rows(ofDataset:)` asks for.
  public static let datasetFiles = [
    "meetings.csv", "people.csv", "institutions.csv", "institution_names.csv",
    "meeting_documents.csv", "document_paths.csv", "attendances.csv",
  ]

  /// Why a dataset cannot be read.
  public struct DatasetError: ToldError, Equatable {
    public let file: String
    public let problem: Problem

    public init(file: String, problem: Problem) {
      self.file = file
      self.problem = problem
    }

    public enum Problem: Equatable, Sendable {
      case missing
      case malformed(CSVReader.Failure)
      case missingColumn(String)
      /// Line of the file, from 1, counted in rows.
      case wrongCellCount(row: Int)
    }

    public func told(in wording: Wording) -> String {
      switch problem {
      case .missing: wording(.tableMissing, ["file": file])
      case .malformed(.openQuote(let offset)):
        wording(.tableOpenQuote, ["file": file, "offset": offset])
      case .malformed(.textBehindQuote(let offset)):
        wording(.tableTextBehindQuote, ["file": file, "offset": offset])
      case .missingColumn(let name):
        wording(.tableColumnMissing, ["file": file, "column": name])
      case .wrongCellCount(let row): wording(.tableWrongCellCount, ["file": file, "row": row])
      }
    }
  }

  /// The rows of a written dataset, the same as those of the archive that it was written from.
  /// `file` gives the bytes of a file in the dataset's `data` folder by name, nil when there is none.
  /// - Throws: `DatasetError` when a file is missing or is not as the dataset writes it.
  public static func rows(
    ofDataset file: (String) -> [UInt8]?
  ) throws(DatasetError) -> [RosterRow] {
    let meetings = try CSVTable("meetings.csv", file).byKey("meeting_id")
    let people = try CSVTable("people.csv", file).byKey("person_id")
    let institutions = try self.institutions(file)
    let paths = try firstPaths(file)
    let attendances = try CSVTable("attendances.csv", file)
    try attendances.require(["meeting_id", "person_id", "name_raw", "presence", "list_order"])
    return sorted(
      attendances.rows.map { cells in
        let meeting = cells["meeting_id"] ?? ""
        let person = cells["person_id"]
        let name = cells["name_raw"] ?? ""
        var row = RosterRow(
          meetingID: meeting, personID: person, name: name,
          displayName: person.flatMap { people[$0]?["display_name"] } ?? name,
          presence: cells["presence"].flatMap(Attendance.Presence.init) ?? .unknown,
          isDerived: cells["institution_origin"]
            == AttendanceLinks.InstitutionOrigin.meetingBody.rawValue,
          path: paths[meeting] ?? "", order: cells["list_order"].flatMap { Int($0) } ?? 0)
        row.meetingName = meetings[meeting]?["name"]
        row.date = meetings[meeting]?["date"]
        row.title = cells["title_raw"]
        row.position = cells["position_raw"] ?? cells["role"]
        row.unit = cells["unit_raw"]
        row.institution = cells["institution_id"].flatMap { institutions[$0] }
        row.capacity = cells["capacity"].flatMap(Attendance.Capacity.init)
        return row
      })
  }

  private static func institutions(
    _ file: (String) -> [UInt8]?
  ) throws(DatasetError) -> [String: RosterInstitution] {
    var names: [String: [String]] = [:]
    for row in try CSVTable("institution_names.csv", file).rows {
      if let id = row["institution_id"], let name = row["name"] {
        names[id, default: []].append(name)
      }
    }
    var institutions: [String: RosterInstitution] = [:]
    for (id, row) in try CSVTable("institutions.csv", file).byKey("institution_id") {
      institutions[id] = RosterInstitution(
        id: id, name: row["display_name"] ?? id, acronym: row["acronym"],
        otherNames: names[id] ?? [])
    }
    return institutions
  }

  /// The first path of each meeting's document.
  private static func firstPaths(
    _ file: (String) -> [UInt8]?
  ) throws(DatasetError) -> [String: String] {
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
    return paths
  }
}

/// A CSV file of the dataset with its header.
private struct CSVTable {
  let file: String
  let header: [String]
  /// Cells by column, the guard against formulas taken off; empty cells are left out.
  private(set) var rows: [[String: String]] = []

  init(
    _ name: String, _ file: (String) -> [UInt8]?
  ) throws(RosterRow.DatasetError) {
    guard let bytes = file(name) else { throw .init(file: name, problem: .missing) }
    self.file = name
    var reader = CSVReader(bytes)
    do {
      header = try reader.nextLine() ?? []
      while let cells = try reader.nextLine() {
        guard cells.count == header.count else {
          throw RosterRow.DatasetError(
            file: name, problem: .wrongCellCount(row: rows.count + 2))
        }
        var row: [String: String] = [:]
        for (column, cell) in zip(header, cells) where !cell.isEmpty {
          row[column] = CSV.unguarded(cell)
        }
        rows.append(row)
      }
    } catch let error as CSVReader.Failure {
      throw .init(file: name, problem: .malformed(error))
    } catch let error as RosterRow.DatasetError {
      throw error
    } catch {
      throw .init(file: name, problem: .missing)
    }
  }

  func require(_ columns: [String]) throws(RosterRow.DatasetError) {
    for column in columns where !header.contains(column) {
      throw .init(file: file, problem: .missingColumn(column))
    }
  }

  func byKey(_ column: String) throws(RosterRow.DatasetError) -> [String: [String: String]] {
    try require([column])
    var byKey: [String: [String: String]] = [:]
    for row in rows {
      if let key = row[column], byKey[key] == nil { byKey[key] = row }
    }
    return byKey
  }
}
