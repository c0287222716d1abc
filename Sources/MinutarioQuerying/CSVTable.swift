// The tables of a dataset as queries read them back, and why one cannot be read.

public import MinutarioModel
public import MinutarioWording

/// Why a table of a dataset cannot be read.
public struct TableError: ToldError, Equatable {
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

/// A CSV file of the dataset with its header.
struct CSVTable {
  let file: String
  private let columns: [String: Int]
  private(set) var rows: [Row] = []

  /// One line; cells are asked for by column.
  struct Row {
    fileprivate let cells: [String]
    fileprivate let columns: [String: Int]

    /// The cell, the guard against formulas taken off; nil when it is empty or there is no such
    /// column.
    subscript(column: String) -> String? {
      guard let index = columns[column], !cells[index].isEmpty else { return nil }
      return CSV.unguarded(cells[index])
    }
  }

  /// `file` gives the bytes of a file by name, nil when there is none.
  init(_ name: String, _ file: (String) -> [UInt8]?) throws(TableError) {
    guard let bytes = file(name) else { throw TableError(file: name, problem: .missing) }
    self.file = name
    var reader = CSVReader(bytes)
    do throws(CSVReader.Failure) {
      let header = try reader.nextLine() ?? []
      columns = Dictionary(
        header.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
      var line = try reader.nextLine()
      while let cells = line, cells.count == header.count {
        rows.append(Row(cells: cells, columns: columns))
        line = try reader.nextLine()
      }
      if line == nil { return }
    } catch {
      throw TableError(file: name, problem: .malformed(error))
    }
    throw TableError(file: name, problem: .wrongCellCount(row: rows.count + 2))
  }

  func require(_ names: [String]) throws(TableError) {
    for name in names where columns[name] == nil {
      throw TableError(file: file, problem: .missingColumn(name))
    }
  }

  /// The first row of each value of a column.
  func byKey(_ column: String) throws(TableError) -> [String: Row] {
    try require([column])
    var byKey: [String: Row] = [:]
    for row in rows {
      if let key = row[column], byKey[key] == nil { byKey[key] = row }
    }
    return byKey
  }
}
