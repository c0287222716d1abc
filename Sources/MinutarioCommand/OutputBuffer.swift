// Data on stdout, in large writes: a record is a few kilobytes, and a system call for each would
// show.

import MinutarioPipeline
import MinutarioWording

/// Collects output and writes it in pieces.
struct OutputBuffer {
  private var bytes: [UInt8] = []
  private static let piece = 1 << 16

  /// - Throws: `BrokenPipe` when nobody reads any more, or `OutputError` such as for a full disk.
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
struct OutputError: ToldError {
  let cause: SystemError

  func told(in wording: Wording) -> String {
    wording(.outputFailed, ["cause": cause.told(in: wording)])
  }
}
