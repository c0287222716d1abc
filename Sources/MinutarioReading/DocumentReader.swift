// What a reader of one file format is: the place where a further format joins in.

internal import MinutarioModel

/// Turns the bytes of a file of one format into blocks.
protocol DocumentReader {
  /// Reads one file; `name` may refine the format (`.md`), never decide whether it is read.
  func read(_ file: [UInt8], name: FileName) throws(DocumentError) -> SourceDocument
}

/// The name of a file as far as readers care.
struct FileName {
  /// In lower case, without the dot; empty when there is none.
  let fileExtension: String

  init(_ name: String) {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")),
      !name.utf8[dot...].contains(UInt8(ascii: "/"))
    else {
      fileExtension = ""
      return
    }
    fileExtension = name[name.utf8.index(after: dot)...].lowercased()
  }
}
