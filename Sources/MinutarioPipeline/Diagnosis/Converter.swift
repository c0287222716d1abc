// Programs that people may have, and that make a readable file of one that is not read.

private import Glibc

/// A program that makes documents of one extension readable.
public struct Converter: Sendable {
  /// Small letters, without dot.
  public let fileExtension: String
  public let program: String
  /// The package that holds it, on Debian and Ubuntu.
  public let package: String
  /// What to type for a file called `acta`.
  public let example: String
  /// Where it is; nil when it is not installed.
  public let location: String?

  private static let known = [
    ("pdf", "pdftotext", "poppler-utils", "pdftotext -layout acta.pdf acta.pdf.txt"),
    ("doc", "soffice", "libreoffice-writer", "soffice --headless --convert-to docx acta.doc"),
    ("odt", "soffice", "libreoffice-writer", "soffice --headless --convert-to docx acta.odt"),
  ]

  /// One for each extension that is not read and can be converted.
  static func all(searchPath: String) -> [Converter] {
    known.filter { !ArchiveListing.readableExtensions.contains($0.0) }.map {
      Converter(
        fileExtension: $0, program: $1, package: $2, example: $3,
        location: location(of: $1, searchPath: searchPath))
    }
  }

  private static func location(of program: String, searchPath: String) -> String? {
    searchPath.split(separator: ":").lazy.map { DiskPath(String($0)).appending(program) }
      .first { path in
        guard case .file = path.kind(followingLinks: true) else { return false }
        return path.withCString { access($0, X_OK) } == 0
      }?.text
  }
}
