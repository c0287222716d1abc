// Data on stdout, in large writes: a record is a few kilobytes, and a system call for each would
// show.

import MinutarioPipeline

/// Collects output and writes it in pieces.
struct OutputBuffer {
  private var bytes: [UInt8] = []
  private static let piece = 1 << 16

  /// - Throws: `BrokenPipe` when nobody reads any more, or `DiskError`'s like for a full disk.
  mutating func append(_ more: [UInt8]) throws {
    bytes += more
    if bytes.count >= Self.piece { try flush() }
  }

  /// Writes what is left.
  mutating func flush() throws {
    do {
      try FileDescriptor.standardOutput.write(bytes)
    } catch {
      if error.isBrokenPipe { throw BrokenPipe() }
      throw OutputError(cause: error)
    }
    bytes.removeAll(keepingCapacity: true)
  }
}

/// Whoever read our output has gone.
struct BrokenPipe: Error {}

/// The output cannot take more.
struct OutputError: Error, CustomStringConvertible {
  let cause: SystemError
  var description: String { "stdout: \(cause)" }
}
