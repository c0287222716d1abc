// Where what is compared comes from: documents that are read on the spot, or records that were
// written earlier, by this program or by another.

import MinutarioEvaluating
import MinutarioModel
import MinutarioPipeline
import MinutarioWording

/// What is compared with the gold.
struct EvaluationSource {
  /// A folder or file of minutes, or a file of records (`.jsonl`); nil for the documents beside the
  /// gold files.
  let path: DiskPath?
  let gold: DiskPath
  let configuration: Configuration
  let jobs: Int?
  let console: Console

  /// Compares the documents of all gold files; the work where documents were read.
  /// - Throws: what cannot be read, or `NothingCompared`.
  func evaluate(
    _ golds: GoldFiles
  ) async throws -> (documents: [DocumentEvaluation], ended: DocumentWork.Ended?) {
    let root = path ?? documentsBesideGold
    if root.text.hasSuffix(".jsonl") { return (try compareRecords(root, golds), nil) }
    var listing = ArchiveListing()
    try listing.add(root, extensions: configuration.extensions)
    let goldOf = try matches(listing.files.map(\.path), golds)
    listing.keep { goldOf[$0] != nil }
    let work = try DocumentWork(console, jobs: jobs, configuration: configuration)
    let messages = work.stored
    var documents: [DocumentEvaluation] = []
    let outcome = try await work.read(
      listing,
      product: { processed in
        processed.records.first.flatMap { goldOf[$0.document.path] }.map { path, gold in
          // The same way as records that were written to a file: one form is compared, no second.
          let lines = DocumentForm.json.bytes(of: processed, messages: messages)
          return Result { () throws(MalformedJSON) in
            DocumentEvaluation(
              path: path, gold: gold, records: try ReadRecord.records(jsonLines: lines),
              text: processed.text)
          }.mapError { JSONFile.Mistake(file: path, cause: $0) }
        }
      }, deliver: { documents += try $0.map { [try $0.get()] } ?? [] })
    return (
      documents + missing(of: golds, lackingIn: documents),
      DocumentWork.Ended(work: work, outcome: outcome)
    )
  }

  /// The folder of the gold files; for one file, the document that it stands beside.
  private var documentsBesideGold: DiskPath {
    guard !gold.isFolder, gold.text.hasSuffix(GoldDocument.fileEnding) else { return gold }
    return DiskPath(String(gold.text.dropLast(GoldDocument.fileEnding.count)))
  }

  private func compareRecords(
    _ file: DiskPath, _ golds: GoldFiles
  ) throws -> [DocumentEvaluation] {
    let records = try JSONFile(file.text).read(limit: 1 << 32, ReadRecord.records(jsonLines:))
    let byPath = Dictionary(grouping: records, by: \.path)
    let goldOf = try matches(byPath.keys.sorted(), golds)
    let documents = goldOf.map { path, match in
      DocumentEvaluation(path: match.path, gold: match.gold, records: byPath[path] ?? [])
    }
    return documents + missing(of: golds, lackingIn: documents)
  }

  /// The gold of each document that has one, by the document's path.
  private func matches(
    _ paths: [String], _ golds: GoldFiles
  ) throws -> [String: (path: String, gold: GoldDocument)] {
    let paths = DocumentPaths(paths)
    let pairs = golds.documents.compactMap { path, gold in
      paths.document(ofGold: path).map { ($0, (path, gold)) }
    }
    guard !pairs.isEmpty else {
      throw NothingCompared(source: (path ?? gold).text, gold: golds.documents.count)
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  /// Gold files that nothing was read for: all that they hold is missed.
  private func missing(
    of golds: GoldFiles, lackingIn documents: [DocumentEvaluation]
  ) -> [DocumentEvaluation] {
    let known = Set(documents.map(\.path))
    return golds.documents.filter { !known.contains($0.path) }.map { path, gold in
      DocumentEvaluation(path: path, gold: gold, records: [])
    }
  }

  /// No gold file has a document or a record.
  struct NothingCompared: ToldError {
    let source: String
    let gold: Int

    func told(in wording: Wording) -> String {
      wording(.nothingCompared, ["source": source, "count": gold])
    }
  }
}

extension DocumentWork {
  /// Work that is done, and how it went.
  struct Ended {
    let work: DocumentWork
    let outcome: Outcome
  }
}
