// Where the result of a query goes: stdout, or a file that it takes the place of in one step.

import MinutarioPipeline

/// Writing a result that is in memory whole.
enum ResultOutput {
  /// - Throws: `BrokenPipe`, `OutputError`, or `DiskError` when the file cannot be written.
  static func write(_ bytes: [UInt8], to file: String?) throws {
    if let file { return try DiskPath(file).replace(with: bytes) }
    var output = OutputBuffer()
    try output.append(bytes)
    try output.flush()
  }
}
