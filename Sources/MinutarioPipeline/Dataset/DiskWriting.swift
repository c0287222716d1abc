// Writing to disk so that it survives a power cut: every file and every folder is synced before
// anybody relies on it.

private import CDiskCalls
private import Glibc

extension DiskPath {
  /// Creates the folder and those above it; one that is there already is fine.
  func createFolder() throws(DiskError) {
    if withCString({ mkdir($0, 0o777) }) == 0 { return }
    if errno == EEXIST, kind(followingLinks: true) == .folder { return }
    let failure = SystemError.last
    let above = parent
    guard failure.number == ENOENT, above != self else {
      throw DiskError(.create, self, failure)
    }
    try above.createFolder()
    guard withCString({ mkdir($0, 0o777) }) == 0 else { throw DiskError(.create, self) }
  }

  /// The folder above, by the letters of the path.
  var parent: DiskPath {
    let above = bytes.dropLast(name.count)
    let end = above.lastIndex { $0 != UInt8(ascii: "/") }
    return DiskPath(bytes: end.map { Array(above[...$0]) } ?? Array(above.prefix(1)))
  }

  /// Writes a whole file and syncs it; what stood there is gone.
  func write(_ content: [UInt8]) throws(DiskError) {
    try write(content, flags: O_TRUNC, syncing: true)
  }

  /// Writes behind what the file holds; makes the file if need be. The disk is told to begin, so that
  /// syncing the file later waits for little.
  func append(_ content: [UInt8]) throws(DiskError) {
    try write(content, flags: O_APPEND, syncing: false)
    beginWriteback()
  }

  /// Tells the disk to begin with what waits to be written; waits for nothing.
  func beginWriteback() {
    let descriptor = withCString { open($0, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    minutario_begin_writeback(descriptor)
  }

  private func write(_ content: [UInt8], flags: Int32, syncing: Bool) throws(DiskError) {
    let descriptor = withCString { open($0, O_WRONLY | O_CREAT | O_CLOEXEC | flags, 0o666) }
    guard descriptor >= 0 else { throw DiskError(.create, self) }
    defer { close(descriptor) }
    do {
      try FileDescriptor(number: descriptor).write(content)
    } catch {
      throw DiskError(.write, self, error)
    }
    if syncing, fsync(descriptor) != 0 { throw DiskError(.sync, self) }
  }

  /// Writes a file that is not relied on yet.
  public func create(with content: [UInt8]) throws(DiskError) {
    try write(content, flags: O_TRUNC, syncing: false)
  }

  /// Makes what a file holds durable.
  func syncFile() throws(DiskError) {
    let descriptor = withCString { open($0, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw DiskError(.open, self) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw DiskError(.sync, self) }
  }

  /// Puts a whole file in the place of another in one step. What is no file, such as a pipe or a
  /// device, is written to.
  public func replace(with content: [UInt8]) throws(DiskError) {
    if kind(followingLinks: true) == .special {
      return try write(content, flags: 0, syncing: false)
    }
    let temporary = DiskPath(bytes: bytes + Array(".new".utf8))
    do {
      try temporary.write(content)
      try temporary.rename(to: self)
    } catch {
      try? temporary.removeTree()
      throw error
    }
  }

  func rename(to other: DiskPath) throws(DiskError) {
    guard withCString({ from in other.withCString { to in Glibc.rename(from, to) } }) == 0 else {
      throw DiskError(.rename, self)
    }
  }

  /// Exchanges two paths in one step.
  /// - Returns: false when this file system cannot do that.
  func exchange(with other: DiskPath) throws(DiskError) -> Bool {
    let answer = withCString { first in
      other.withCString { second in minutario_rename_exchange(first, second) }
    }
    switch answer {
    case 0: return true
    case EINVAL, ENOSYS, ENOTSUP: return false
    default: throw DiskError(.exchange, self, SystemError(number: answer))
    }
  }

  /// Makes the names in a folder durable.
  func syncFolder() throws(DiskError) {
    let descriptor = withCString { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw DiskError(.open, self) }
    defer { close(descriptor) }
    // Some file systems cannot sync a folder and say so; nothing better can be done there.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw DiskError(.sync, self) }
  }

  /// Removes a file, or a folder with all it holds; links are removed, not followed.
  func removeTree() throws(DiskError) {
    switch kind(followingLinks: false) {
    case .missing:
      return
    case .folder:
      let names: [[UInt8]]
      do { names = try entries() } catch { throw DiskError(.list, self, error) }
      for name in names { try appending(name).removeTree() }
      guard withCString({ rmdir($0) }) == 0 else { throw DiskError(.remove, self) }
    default:
      guard withCString({ unlink($0) }) == 0 else { throw DiskError(.remove, self) }
    }
  }

  /// The names in a folder, but for `.` and `..`, in any order.
  func entries() throws(SystemError) -> [[UInt8]] {
    guard let stream = withCString({ opendir($0) }) else { throw SystemError.last }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw SystemError.last }
        return names
      }
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { characters in
          Array(UnsafeRawBufferPointer(start: characters, count: strlen(characters)))
        }
      }
      if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
    }
  }
}

/// An open file that is written to.
public struct FileDescriptor: Sendable {
  let number: Int32

  public static let standardOutput = FileDescriptor(number: STDOUT_FILENO)
  public static let standardError = FileDescriptor(number: STDERR_FILENO)

  /// Whether a person looks at it.
  public var isTerminal: Bool { isatty(number) == 1 }

  /// Columns of the terminal at this moment; nil when it is none, or does not tell.
  public var columns: Int? {
    var size = winsize()
    guard ioctl(number, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Writes all bytes, however many steps it takes.
  public func write(_ bytes: [UInt8]) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(number, buffer.baseAddress?.advanced(by: written), buffer.count - written)
      }
      if count >= 0 {
        written += count
      } else if errno != EINTR {
        throw SystemError.last
      }
    }
  }
}
