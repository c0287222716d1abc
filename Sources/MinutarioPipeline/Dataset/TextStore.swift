// The texts of a run between reading and writing, on disk: those of a large archive would fill the
// memory.

private import Glibc

/// Texts by the hash of their document, in a file without a name that vanishes with the process.
final class TextStore {
  private let descriptor: Int32
  private let folder: DiskPath
  private var places: [String: Range<Int>] = [:]
  private var end = 0

  /// Makes the file in a folder, which must be there.
  /// - Throws: `DiskError` when that is not possible.
  init(in folder: DiskPath) throws(DiskError) {
    self.folder = folder
    descriptor = folder.appending("texts").withCString { path in
      let descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
      if descriptor >= 0 { unlink(path) }
      return descriptor
    }
    guard descriptor >= 0 else { throw DiskError(.create, folder) }
  }

  deinit { close(descriptor) }

  /// Keeps a text; a second one under the same hash is the same and is not kept again.
  func add(_ text: [UInt8], for hash: String) throws(DiskError) {
    guard places[hash] == nil else { return }
    do {
      try FileDescriptor(number: descriptor).write(text)
    } catch {
      throw DiskError(.write, folder, error)
    }
    places[hash] = end..<end + text.count
    end += text.count
  }

  /// The text, or nil when none was kept.
  /// - Throws: `DiskError` when it was, and cannot be read back whole.
  func text(for hash: String) throws(DiskError) -> [UInt8]? {
    guard let place = places[hash] else { return nil }
    var text = [UInt8](repeating: 0, count: place.count)
    var count = 0
    while count < text.count {
      let step = text.withUnsafeMutableBytes { buffer in
        pread(
          descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count,
          place.lowerBound + count)
      }
      if step < 0, errno == EINTR { continue }
      guard step > 0 else {
        throw DiskError(.read, folder, step < 0 ? .last : SystemError(number: EIO))
      }
      count += step
    }
    return text
  }
}
