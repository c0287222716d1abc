// One file that is to be read, and how its bytes are taken from the disk.

private import Glibc
import MinutarioModel

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
  /// - Throws: `unreadable_file` or `too_large`.
  func content(limit: Int) throws(DocumentError) -> [UInt8] {
    // Without O_NONBLOCK the opening of a named pipe would wait for a writer.
    let descriptor = location.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else { throw Self.unreadable() }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Self.unreadable() }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw DocumentError(.unreadableFile, arguments: ["not a regular file"])
    }
    return try Self.read(descriptor, expected: Int(status.st_size), limit: limit)
  }

  /// Reads to the end, also when the file grows meanwhile, but never more than the limit.
  private static func read(
    _ descriptor: Int32, expected: Int, limit: Int
  ) throws(DocumentError) -> [UInt8] {
    let tooLarge = DocumentError(.tooLarge, arguments: [String(expected), String(limit)])
    guard expected <= limit else { throw tooLarge }
    var content: [UInt8] = []
    content.reserveCapacity(expected + 1)
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count == 0 { return content }
      if count < 0 {
        if errno == EINTR { continue }
        throw unreadable()
      }
      content += chunk[..<count]
      guard content.count <= limit else { throw tooLarge }
    }
  }

  private static func unreadable() -> DocumentError {
    DocumentError(.unreadableFile, arguments: [SystemError.last.description])
  }
}

/// What the operating system answered, in its own words.
public struct SystemError: Error, Sendable, CustomStringConvertible {
  public let number: Int32

  /// The error of the call just made.
  static var last: SystemError { SystemError(number: errno) }

  /// Whether nobody reads any more what is written.
  public var isBrokenPipe: Bool { number == EPIPE }

  public var description: String {
    guard let words = strerror(number) else { return "error \(number)" }
    return String(cString: words)
  }
}
