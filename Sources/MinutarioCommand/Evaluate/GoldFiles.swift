// The gold files of a folder, and why one cannot be used.

import ArgumentParser
import MinutarioEvaluating
import MinutarioPipeline
import MinutarioWording

/// What people have read, by the documents' paths.
struct GoldFiles {
  /// In byte order of the paths, which stand below the folder, without `.gold.json`.
  let documents: [(path: String, gold: GoldDocument)]
  /// Paths of gold files that say of no list that it is complete.
  let uncompared: [String]

  /// Reads the gold files of a folder's tree, or one.
  /// - Throws: `ArchiveListing.Missing`, `FileError`, `JSONFile.Mistake`, or `NoGold`.
  init(_ root: DiskPath, formats: ExtensionList?, limit: Int) throws {
    var listing = ArchiveListing()
    try listing.add(root, extensions: ["json"])
    documents = try listing.files.compactMap { file -> (path: String, gold: GoldDocument)? in
      guard file.path.hasSuffix(GoldDocument.fileEnding) else { return nil }
      let path = String(file.path.dropLast(GoldDocument.fileEnding.count))
      guard formats?.admits(path) ?? true else { return nil }
      let json = try file.content(limit: limit)
      do throws(MalformedJSON) {
        return (path, try GoldDocument(json: json))
      } catch {
        throw JSONFile.Mistake(file: file.path, cause: error)
      }
    }
    guard !documents.isEmpty else { throw NoGold(path: root.text) }
    uncompared = documents.filter { !$0.gold.isCompared }.map(\.path)
  }

  /// There is nothing to compare with.
  struct NoGold: ToldError {
    let path: String

    func told(in wording: Wording) -> String { wording(.noGold, ["path": path]) }
  }
}

/// `--formats txt,docx`.
struct ExtensionList: ExpressibleByArgument {
  private let extensions: [String]

  init?(argument: String) {
    extensions = argument.split(separator: ",").map {
      let name = $0.filter { $0 != " " }.lowercased()
      return name.hasPrefix(".") ? name : "." + name
    }
    if extensions.isEmpty { return nil }
  }

  /// Whether a file of this path has one of the extensions.
  func admits(_ path: String) -> Bool {
    let path = path.lowercased()
    return extensions.contains { path.hasSuffix($0) }
  }
}

/// A JSON file that is named on the command line, or found beside documents.
struct JSONFile {
  let name: String

  init(_ name: String) { self.name = name }

  /// What the file holds.
  /// - Throws: `FileError` or `Mistake`.
  func read<Value>(
    limit: Int, _ decode: ([UInt8]) throws(MalformedJSON) -> Value
  ) throws -> Value {
    let bytes = try DiskPath(name).content(limit: limit)
    do throws(MalformedJSON) {
      return try decode(bytes)
    } catch {
      throw Mistake(file: name, cause: error)
    }
  }

  /// The file is not what it should be.
  struct Mistake: ToldError {
    let file: String
    let cause: MalformedJSON

    func told(in wording: Wording) -> String {
      let line = cause.line.map { ":\($0)" } ?? ""
      let place = cause.place.isEmpty ? "" : ": \(cause.place)"
      let problem =
        switch cause.problem {
        case .notJSON: wording(.evaluationNotJSON)
        case .missing: wording(.evaluationValueMissing)
        case .wrongType: wording(.evaluationWrongType)
        }
      return wording(
        .configurationProblem, ["place": "\(file)\(line)\(place)", "problem": problem])
    }
  }
}
