// One file that is to be read, and how its bytes are taken from the disk.

private import Glibc

/// A file of the archive.
public struct ArchiveFile: Sendable {
  /// As the record has it: relative to the archive, `/` between folders, NFC.
  public let path: String
  let location: DiskPath

  /// Bytes that the file system states, or 0 when it does not tell.
  var bytesOnDisk: Int {
    if case .file(let bytes) = location.kind(followingLinks: true) { return bytes }
    return 0
  }

  /// The first bytes of the content, up to a number; nil when the file cannot be read.
  func head(_ count: Int) -> [UInt8]? {
    let descriptor = location.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var head = [UInt8](repeating: 0, count: count)
    let length = pread(descriptor, &head, count, 0)
    return length < 0 ? nil : Array(head[..<length])
  }

  /// The whole content.
  /// - Throws: `FileError` that says why.
  public func content(limit: Int) throws(FileError) -> [UInt8] {
    // Without O_NONBLOCK the opening of a named pipe would wait for a writer.
    let descriptor = location.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure() }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FileError(path: location.text, reason: .notRegular)
    }
    return try read(descriptor, expected: Int(status.st_size), limit: limit)
  }

  /// Reads to the end, also when the file grows meanwhile, but never more than the limit.
  private func read(
    _ descriptor: Int32, expected: Int, limit: Int
  ) throws(FileError) -> [UInt8] {
    let tooLarge = FileError(path: location.text, reason: .tooLarge(expected, limit: limit))
    guard expected <= limit else { throw tooLarge }
    var content: [UInt8] = []
    // The expected bytes and one that is not there show the end in two reads and without a copy.
    var chunk = expected + 1
    while true {
      guard let next = Self.chunk(of: descriptor, chunk) else { throw failure() }
      if next.isEmpty { return content }
      if content.isEmpty { content = next } else { content += next }
      guard content.count <= limit else { throw tooLarge }
      chunk = 1 << 16
    }
  }

  /// The bytes that come next, at most `count`; none at the end, nil where reading failed.
  private static func chunk(of descriptor: Int32, _ count: Int) -> [UInt8]? {
    var length = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      repeat {
        length = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      } while length < 0 && errno == EINTR
      filled = max(0, length)
    }
    return length < 0 ? nil : bytes
  }

  /// The call just made has failed.
  private func failure() -> FileError {
    FileError(path: location.text, reason: .system(.last))
  }
}

extension DiskPath {
  /// The whole content of the file at the path.
  /// - Throws: `FileError` that says why.
  public func content(limit: Int) throws(FileError) -> [UInt8] {
    try ArchiveFile(path: text, location: self).content(limit: limit)
  }
}
