// `generate-archive`: writes an archive of invented minutes to measure with, and tells what a reader
// must find in it.

import ArchiveGenerator
import ArgumentParser
import Foundation

@main
struct GenerateArchive: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate-archive",
    abstract: "Writes invented minutes of meetings; the same seed gives the same bytes.",
    discussion: """
      Prints as JSON how many documents, attendances and agreements the archive holds.
      """)

  @Argument(help: "The folder to write; it must not be there yet.")
  var folder: String

  @Option(help: "How many documents.")
  var documents = 1000

  @Option(help: "What decides the content.")
  var seed: UInt64 = 1

  @Option(help: "Share of .docx among the documents, 0 to 1; the others are .txt.")
  var docxShare = 0.5

  func validate() throws {
    guard documents > 0 else { throw ValidationError("--documents must be 1 or more.") }
    guard (0...1).contains(docxShare) else {
      throw ValidationError("--docx-share must be between 0 and 1.")
    }
    guard !FileManager.default.fileExists(atPath: folder) else {
      throw ValidationError("\(folder) is there already.")
    }
  }

  func run() async throws {
    let archive = GeneratedArchive(count: documents, seed: seed, wordShare: docxShare)
    let writers = min(documents, ProcessInfo.processInfo.activeProcessorCount)
    let root = URL(fileURLWithPath: folder)
    let counts = try await withThrowingTaskGroup(of: Counts.self) { group in
      for writer in 0..<writers {
        group.addTask {
          var counts = Counts()
          for index in stride(from: writer, to: archive.count, by: writers) {
            let document = archive.document(at: index)
            let file = root.appending(path: document.path)
            try FileManager.default.createDirectory(
              at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(document.bytes).write(to: file, options: .withoutOverwriting)
            counts.add(document.counts)
          }
          return counts
        }
      }
      return try await group.reduce(into: Counts()) { $0.add($1) }
    }
    print(
      """
      {"documents":\(counts.documents),"docx":\(counts.word),\
      "attendances":\(counts.attendances),"agreements":\(counts.agreements)}
      """)
  }
}
