// Over measuring material outside of the repository: every value can be found where its evidence
// says that it stands, and no minutes are cut in two.

import Foundation
import MinutarioModel
import MinutarioPipeline
import MinutarioTestSupport
import Testing

@Suite(.enabled(if: Repository.hasCorpus, "no corpus beside the repository"))
struct CorpusTests {
  @Test(arguments: ["seed", "authored", "real"])
  func everyQuoteStandsWhereItsEvidenceSays(part: String) async throws {
    var listing = ArchiveListing()
    try listing.add(DiskPath(Repository.corpus.appending(path: part).path))
    #expect(!listing.files.isEmpty)
    try await Pipeline().documents(
      of: listing.files, jobs: 2, isInterrupted: { false },
      product: { document in (document.records[0].document.path, document.wrongEvidences) },
      deliver: { path, wrong in #expect(wrong.isEmpty, "\(path)") })
  }

  /// Every document of these sets is one minutes.
  @Test(arguments: ["seed", "authored", "real"])
  func noMinutesAreCutInTwo(part: String) async throws {
    var listing = ArchiveListing()
    try listing.add(DiskPath(Repository.corpus.appending(path: part).path))
    try await Pipeline().documents(
      of: listing.files, jobs: 2, isInterrupted: { false },
      product: { document in (document.records[0].document.path, document.records.count) },
      deliver: { path, count in #expect(count == 1, "\(path)") })
  }
}

extension ProcessedDocument {
  /// Spans whose slice of the text is not their quote.
  var wrongEvidences: [Evidence] {
    let evidences = records.flatMap(\.evidences)
    guard let text else { return evidences }
    let scalars = Array(String(decoding: text.bytes, as: UTF8.self).unicodeScalars)
    return evidences.filter { evidence in
      guard evidence.start >= 0, evidence.start <= evidence.end, evidence.end <= scalars.count
      else { return true }
      return Array(evidence.quote.unicodeScalars) != Array(scalars[evidence.start..<evidence.end])
    }
  }
}

extension MinutesRecord {
  /// Every span that the record holds.
  var evidences: [Evidence] {
    let rows =
      [meeting.evidence] + attendances.map(\.evidence) + mentions.map(\.evidence)
      + topics.map(\.evidence) + agreements.map(\.evidence)
    return rows.flatMap { row in (row.entry.map { [$0] } ?? []) + row.fields.flatMap(\.spans) }
      + issues.compactMap(\.evidence) + [meeting.followUp?.evidence].compactMap { $0 }
      + agreements.flatMap { $0.responsibles.compactMap(\.evidence) }
  }
}
