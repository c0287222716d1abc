// The folder of a dataset: who may write it, and how one generation of its tables takes the place
// of another without a moment in which there is none, or half of one.
//
//   DATASET/data/        the tables, one generation
//   DATASET/reports/     the last run in words and as JSON, and the list of runs
//   DATASET/.minutario/  format version, lock, and the next generation while it is written

private import Glibc

/// A dataset that this process holds the lock of.
public struct DatasetFolder: Sendable {
  /// The version of the folder's layout and of its tables.
  public static let format = "minutario dataset 1"
  /// What may stand in a folder before it becomes a dataset: the user's decisions.
  private static let allowedBefore = ["decisiones.csv"]

  public let path: DiskPath
  private let lock: DatasetLock

  /// Opens a dataset, or makes one of an empty or missing folder. Waits for nobody.
  /// - Throws: `DatasetError`; nothing was changed then.
  public init(at path: DiskPath) throws(DatasetError) {
    self.path = path
    try Self.check(path)
    do {
      try Self.inner(path).createFolder()
      lock = try DatasetLock(file: Self.inner(path).appending("lock"), of: path)
      if Self.inner(path).appending("format").kind(followingLinks: false) == .missing {
        try Self.inner(path).appending("format").replace(with: Array("\(Self.format)\n".utf8))
      }
      try recover()
    } catch let error as DatasetError {
      throw error
    } catch let error as DiskError {
      throw .disk(error)
    } catch {
      preconditionFailure("nothing else is thrown")
    }
  }

  /// The folder for what is no part of the dataset.
  var inner: DiskPath { Self.inner(path) }

  private static func inner(_ path: DiskPath) -> DiskPath { path.appending(".minutario") }

  /// Whether a folder is a dataset of any version.
  public static func isDataset(_ path: DiskPath) -> Bool {
    if case .file = inner(path).appending("format").kind(followingLinks: false) { return true }
    return false
  }

  /// Refuses what is neither a dataset of this format nor a place where one can begin. Changes
  /// nothing.
  static func check(_ path: DiskPath) throws(DatasetError) {
    switch path.kind(followingLinks: true) {
    case .missing: return
    case .folder: break
    default: throw .notADataset(path.text)
    }
    guard isDataset(path) else {
      let entries: [[UInt8]]
      do { entries = try path.entries() } catch { throw .disk(DiskError(.list, path, error)) }
      let strange = entries.map(FileName.text).filter { !allowedBefore.contains($0) }
      // A first run that was stopped at once leaves the inner folder without a format.
      guard strange.allSatisfy({ $0 == ".minutario" }) else { throw .notADataset(path.text) }
      return
    }
    let found =
      (try? ArchiveFile(path: "", location: inner(path).appending("format"))
      .content(limit: 1 << 10)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    let words = found.split(separator: "\n").first.map(String.init) ?? ""
    guard words == format else { throw .otherFormat(path.text, found: words) }
  }

  // MARK: Generations

  private var data: DiskPath { path.appending("data") }
  private var next: DiskPath { Self.inner(path).appending("next") }
  private var previous: DiskPath { Self.inner(path).appending("previous") }

  /// Writes a generation of the tables and puts it in place of the old one, whole or not at all.
  /// - Parameter write: fills the folder of the next generation.
  /// - Throws: what `write` throws, or `DiskError`; the old generation is untouched then.
  public func replaceData(
    _ write: (Generation) async throws -> Void
  ) async throws {
    try next.removeTree()
    try next.createFolder()
    do {
      let generation = Generation(folder: next)
      try await write(generation)
      try generation.sync()
    } catch {
      try? next.removeTree()
      throw error
    }
    try putInPlace()
    try next.removeTree()
  }

  private func putInPlace() throws(DiskError) {
    if data.kind(followingLinks: false) == .missing {
      try next.rename(to: data)
    } else if try !next.exchange(with: data) {
      // Between these two steps there is no `data`; `recover` ends what is left half done.
      try data.rename(to: previous)
      try next.rename(to: data)
      try previous.removeTree()
    }
    try path.syncFolder()
    try Self.inner(path).syncFolder()
  }

  /// Ends what an interrupted run has left: the exchange if it had begun, else the old generation.
  private func recover() throws(DiskError) {
    if data.kind(followingLinks: false) == .missing,
      previous.kind(followingLinks: false) != .missing
    {
      // `previous` appears only once `next` is complete and synced.
      if next.kind(followingLinks: false) == .missing {
        try previous.rename(to: data)
      } else {
        try next.rename(to: data)
      }
    }
    try previous.removeTree()
    try next.removeTree()
  }

  /// A generation that is being written.
  public struct Generation: Sendable {
    let folder: DiskPath

    /// Appends to one file. Names come from the program, never from a document.
    public func append(_ bytes: [UInt8], to file: String) throws(DiskError) {
      try folder.appending(file).append(bytes)
    }

    /// The path of a file that a library writes by itself, as bytes. Nothing is there yet.
    func path(of file: String) -> [UInt8] { folder.appending(file).bytes }

    /// A folder for files that are gone before the generation is complete, as bytes.
    var scratch: [UInt8] { folder.bytes }

    /// Makes everything that was written durable.
    func sync() throws(DiskError) {
      let names: [[UInt8]]
      do { names = try folder.entries() } catch { throw DiskError(.list, folder, error) }
      for name in names { try folder.appending(name).syncFile() }
      try folder.syncFolder()
    }
  }

  // MARK: Reading

  /// Files of a dataset that somebody else may be writing: all of one generation.
  /// - Parameters:
  ///   - names: the files wanted.
  ///   - path: the dataset.
  /// - Returns: contents by name; files that are not there are left out.
  /// - Throws: `DatasetError` when it is no dataset of this format or cannot be read.
  public static func tables(
    _ names: [String], of path: DiskPath
  ) throws(DatasetError) -> [String: [UInt8]] {
    try check(path)
    let data = path.appending("data")
    while true {
      let generation = data.identity
      var tables: [String: [UInt8]] = [:]
      do {
        for name in names { tables[name] = try content(of: data.appending(name)) }
      } catch {
        guard generation == data.identity else { continue }
        throw .disk(DiskError(.read, data))
      }
      // A run may have put the next generation in place between two files.
      if generation == data.identity { return tables }
    }
  }

  // MARK: Files beside the tables

  /// The user's decisions, which only the user writes; nil when there are none.
  public func decisions() throws -> [UInt8]? {
    try Self.content(of: path.appending("decisiones.csv"))
  }

  private static func content(of file: DiskPath) throws -> [UInt8]? {
    guard file.kind(followingLinks: true) != .missing else { return nil }
    return try ArchiveFile(path: file.text, location: file).content(limit: 1 << 32)
  }

  private var reports: DiskPath { path.appending("reports") }

  /// Writes one report whole.
  public func writeReport(_ content: [UInt8], to name: String) throws(DiskError) {
    try reports.createFolder()
    try reports.appending(name).replace(with: content)
  }

  /// What a report holds; empty when there is none yet.
  public func report(_ name: String) throws -> [UInt8] {
    try Self.content(of: reports.appending(name)) ?? []
  }
}

/// One process at a time writes a dataset. The kernel frees the lock when the process ends, however
/// it ends; the file's content only tells people who holds it.
private final class DatasetLock: Sendable {
  private let descriptor: Int32

  init(file: DiskPath, of dataset: DiskPath) throws {
    descriptor = file.withCString { open($0, O_RDWR | O_CREAT | O_CLOEXEC, 0o666) }
    guard descriptor >= 0 else { throw DiskError(.open, file) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let cause = SystemError.last
      close(descriptor)
      guard cause.number == EWOULDBLOCK else { throw DiskError(.lock, file, cause) }
      let line = (try? ArchiveFile(path: "", location: file).content(limit: 1 << 12)) ?? []
      throw DatasetError.locked(
        dataset.text, by: LockHolder(line: String(decoding: line, as: UTF8.self)))
    }
    _ = ftruncate(descriptor, 0)
    try? FileDescriptor(number: descriptor).write(Array(Self.holder.line.utf8))
  }

  deinit { close(descriptor) }

  /// This process.
  private static var holder: LockHolder {
    var name = [CChar](repeating: 0, count: 256)
    _ = gethostname(&name, name.count - 1)
    let host = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return LockHolder(process: "\(getpid())", machine: String(decoding: host, as: UTF8.self))
  }
}
