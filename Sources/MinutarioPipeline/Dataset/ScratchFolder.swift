// A folder of one's own for files in the making, and the way from there to where they belong: whole
// or not at all.

private import Glibc

/// A new folder that nobody else can look into; gone with all it holds when the last reference goes.
public final class ScratchFolder: Sendable {
  public let path: DiskPath

  /// Makes it in a folder, under a name that cannot be guessed.
  public init(in folder: DiskPath) throws(DiskError) {
    var template = folder.appending(".minutario-XXXXXX").bytes + [0]
    let isMade = template.withUnsafeMutableBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { name in
        name.baseAddress.flatMap { mkdtemp($0) } != nil
      }
    }
    guard isMade else { throw DiskError(.create, folder) }
    path = DiskPath(bytes: template.dropLast())
  }

  deinit { try? path.removeTree() }

  /// The system's folder for temporary files: `TMPDIR`, else `/tmp`.
  public static var systemFolder: DiskPath {
    guard let name = getenv("TMPDIR"), name.pointee != 0 else { return DiskPath("/tmp") }
    return DiskPath(String(cString: name))
  }

  /// Puts a file of this folder in another place in one step, synced; a file that stood there is gone.
  /// A device or a pipe there is written to.
  public func move(_ name: String, to target: DiskPath) throws(DiskError) {
    let file = path.appending(name)
    if target.kind(followingLinks: true) == .special {
      let descriptor = target.withCString { open($0, O_WRONLY | O_CLOEXEC) }
      guard descriptor >= 0 else { throw DiskError(.write, target) }
      defer { close(descriptor) }
      do {
        try copy(name, to: FileDescriptor(number: descriptor))
      } catch {
        throw DiskError(.write, target, error)
      }
      return
    }
    try file.syncFile()
    try file.rename(to: target)
    try target.folderOrHere.syncFolder()
  }

  /// Writes the bytes of a file of this folder to an open one.
  public func copy(_ name: String, to output: FileDescriptor) throws(SystemError) {
    let descriptor = path.appending(name).withCString { open($0, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw SystemError.last }
    defer { close(descriptor) }
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = piece.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw SystemError.last }
      guard count > 0 else { return }
      try output.write(Array(piece[..<count]))
    }
  }
}

extension DiskPath {
  /// The folder that the path lies in; `.` for a bare name.
  public var folderOrHere: DiskPath { folder.bytes.isEmpty ? DiskPath(".") : folder }
}
