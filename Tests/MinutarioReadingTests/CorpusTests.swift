// Real and authored minutes beside the package, where they are at hand: every file gives an outcome.

import Foundation
import MinutarioModel
import MinutarioReading
import Testing

private enum Corpus {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/corpus")
  static var isAtHand: Bool { FileManager.default.fileExists(atPath: folder.path) }
}

@Suite(.enabled(if: Corpus.isAtHand, "the corpus is not beside the package"))
struct CorpusTests {
  private func files(_ name: String) throws -> [URL] {
    let folder = Corpus.folder.appending(path: name)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    return paths.filter { !$0.hasSuffix(".json") && !$0.hasSuffix(".tsv") }
      .map { folder.appending(path: $0) }
      .filter { !$0.hasDirectoryPath && (try? Data(contentsOf: $0)) != nil }
  }

  @Test(arguments: ["seed", "authored"])
  func readsEveryMinuteWhole(_ name: String) throws {
    let reader = SourceReader()
    let files = try files(name)
    #expect(!files.isEmpty)
    for file in files {
      let document = try reader.read([UInt8](Data(contentsOf: file)), name: file.lastPathComponent)
      #expect(!document.isTruncated && !document.text.isEmpty, "\(file.lastPathComponent)")
      document.checkInvariants(file.lastPathComponent)
    }
  }

  @Test(arguments: ["real", "docx-quirks"])
  func givesEveryFileAnOutcome(_ name: String) throws {
    let reader = SourceReader()
    var failures: [Issue.Code: Int] = [:]
    let files = try files(name)
    for file in files {
      let bytes = [UInt8](try Data(contentsOf: file))
      do throws(DocumentError) {
        try reader.read(bytes, name: file.lastPathComponent)
          .checkInvariants(file.lastPathComponent)
      } catch {
        #expect(error.saysSomething, "\(file.lastPathComponent)")
        failures[error.code, default: 0] += 1
      }
    }
    let refused = failures.values.reduce(0, +)
    #expect(refused * 4 <= files.count, "refused: \(failures)")
  }

  private typealias Issue = MinutarioModel.Issue
}
