// Where the result of a query goes: stdout, or a file that it takes the place of in one step.

import ArgumentParser
import MinutarioPipeline
import MinutarioQuerying
import MinutarioSpreadsheet
import MinutarioWording

/// Writing the result of a query.
enum ResultOutput {
  /// Refuses a workbook that nobody could read.
  static func validateWorkbook(to file: String?) throws {
    if file == nil, FileDescriptor.standardOutput.isTerminal {
      throw ValidationError(Wording.current(.workbookAtTerminal))
    }
  }

  /// Writes bytes that are in memory.
  /// - Throws: `BrokenPipe`, `OutputError`, or `DiskError` when the file cannot be written.
  static func write(_ bytes: [UInt8], to file: String?) throws {
    if let file { return try DiskPath(file).replace(with: bytes) }
    var output = OutputBuffer()
    try output.append(bytes)
    try output.flush()
  }

  /// Writes a workbook, which is made in a file.
  /// - Throws: what `write` of bytes throws, or `DatasetError` when it cannot be made.
  static func write(_ workbook: ListWorkbook, to file: String?) throws {
    let target = file.map { DiskPath($0) }
    // The file in the making lies where it will stand, so that it takes its place in one step.
    let scratch = try ScratchFolder(in: target?.folderOrHere ?? ScratchFolder.systemFolder)
    let name = "list"
    do {
      try workbook.write(to: scratch.path.appending(name).bytes, scratch: scratch.path.bytes)
    } catch {
      throw DatasetError.unwritable(file ?? "stdout", reason: error.description)
    }
    if let target { return try scratch.move(name, to: target) }
    do {
      try scratch.copy(name, to: .standardOutput)
    } catch {
      if error.isBrokenPipe { throw BrokenPipe() }
      throw OutputError(cause: error)
    }
  }
}
