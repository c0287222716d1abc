// Whether a folder can be written, and whether its file system can exchange two folders in one
// step. Both are tried, not guessed: rights, quotas and network shares tell only then.

private import Glibc

/// What was found out about a folder.
public struct FolderProbe: Sendable {
  public let path: String
  /// Whether it is a dataset already.
  public let isDataset: Bool
  /// Whether `data/` can be replaced in one step; nil when that could not be tried.
  public let canExchange: Bool?
  /// Why a run could not use it.
  public let problem: DatasetError?

  /// Tries a folder that is there.
  init(existing folder: DiskPath) {
    self.init(folder, isDataset: false, tried: Self.exchange(in: folder))
  }

  /// Tries the folder of a dataset; of one that is not there yet, the folder above it.
  init(dataset: DiskPath) {
    let isDataset = DatasetFolder.isDataset(dataset)
    do {
      try DatasetFolder.check(dataset)
    } catch {
      self.init(dataset, isDataset: isDataset, tried: .failure(error))
      return
    }
    var existing = dataset
    while existing.kind(followingLinks: true) == .missing, existing != existing.parent {
      existing = existing.parent.isEmpty ? DiskPath(".") : existing.parent
    }
    self.init(dataset, isDataset: isDataset, tried: Self.exchange(in: existing))
  }

  private init(_ folder: DiskPath, isDataset: Bool, tried: Result<Bool, DatasetError>) {
    path = folder.text
    self.isDataset = isDataset
    switch tried {
    case .success(let answer):
      canExchange = answer
      problem = nil
    case .failure(let error):
      canExchange = nil
      problem = error
    }
  }

  private static func exchange(in folder: DiskPath) -> Result<Bool, DatasetError> {
    do { return .success(try folder.triesExchange()) } catch { return .failure(.disk(error)) }
  }
}

extension DiskPath {
  fileprivate var isEmpty: Bool { bytes.isEmpty }

  /// Makes two folders in this one, exchanges them if it can, and removes them.
  /// - Returns: whether they could be exchanged.
  /// - Throws: `DiskError` when they cannot be made.
  fileprivate func triesExchange() throws(DiskError) -> Bool {
    let first = appending(".minutario-doctor-\(getpid())-1")
    let second = appending(".minutario-doctor-\(getpid())-2")
    defer {
      try? first.removeTree()
      try? second.removeTree()
    }
    do throws(DiskError) {
      // Making a folder makes those above it too, which nobody has asked for here.
      guard kind(followingLinks: true) == .folder else {
        throw DiskError(.list, self, SystemError(number: ENOENT))
      }
      try first.createFolder()
      try second.createFolder()
      return try first.exchange(with: second)
    } catch {
      // The names of the trial folders tell nobody anything.
      throw DiskError(.write, self, error.cause)
    }
  }
}
