// What can stand in the way of reading or writing a dataset.

public import MinutarioWording

/// Why a folder cannot be read or written as a dataset.
public enum DatasetError: Error, Sendable {
  /// It holds other things, or is no folder.
  case notADataset(String)
  /// Another version of the program wrote it; what its format file says.
  case otherFormat(String, found: String)
  /// Another run is at work.
  case locked(String, by: LockHolder)
  /// A file could not be written; what the library that writes it says.
  case unwritable(String, reason: String)
  case disk(DiskError)
}

/// The process that writes a dataset, as the lock file names it.
public struct LockHolder: Sendable, Equatable {
  public let process: String
  public let machine: String

  /// What the lock file says: `1234 machine`.
  var line: String { "\(process) \(machine)\n" }

  init(process: String, machine: String) {
    self.process = process
    self.machine = machine
  }

  init(line: String) {
    let words = line.split { $0 == " " || $0 == "\n" }
    process = words.first.map(String.init) ?? "?"
    machine = words.dropFirst().first.map(String.init) ?? "?"
  }
}

extension DatasetError: ToldError {
  public func told(in wording: Wording) -> String {
    switch self {
    case .notADataset(let path):
      wording(.notADataset, ["path": path])
    case .otherFormat(let path, let found):
      wording(
        .otherDatasetFormat, ["path": path, "found": found, "format": DatasetFolder.format])
    case .locked(let path, let holder):
      wording(
        .datasetLocked, ["path": path, "process": holder.process, "machine": holder.machine])
    case .unwritable(let path, let reason):
      wording(.fileUnwritable, ["path": path, "reason": reason])
    case .disk(let error):
      error.told(in: wording)
    }
  }
}
