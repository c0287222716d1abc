import Foundation
import MinutarioExtracting
import MinutarioLexicon
import MinutarioModel
import MinutarioNormalizing
import MinutarioReading
import MinutarioSegmenting
import MinutarioTestSupport
import Testing

/// Nothing of a roster is dropped silently: each word of an attendees or absent section lies in an
/// attendance's evidence, in a heading, or in an issue.
@Suite struct RosterCoverageTests {
  static let corpus = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/corpus")
  static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "fixtures/archive")

  static let segmenter = Segmenter(lexicon: .standard)
  static let extractor = Extractor(lexicon: .standard)

  @Test func accountsForEveryWordOfTheRostersOfTheFixtures() throws {
    try check(Self.fixtures)
  }

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: corpus.path),
      "needs ../shared/corpus, which is not here"))
  func accountsForEveryWordOfTheRostersOfTheCorpus() throws {
    for folder in ["seed", "real", "authored"] {
      try check(Self.corpus.appending(path: folder))
    }
  }

  @Test func accountsForEveryWordOfRandomRosters() {
    var random = SeededGenerator(seed: 33)
    for _ in 0..<300 {
      let text = NormalizedText(lines: "ASISTENTES\n" + random.text(pieces: 80))
      #expect(unaccounted(text) == [])
    }
  }

  private func check(_ folder: URL) throws {
    let files = try #require(FileManager.default.enumerator(atPath: folder.path))
    var checked = 0
    for case let path as String in files {
      guard let bytes = FileManager.default.contents(atPath: folder.appending(path: path).path),
        let source = try? SourceReader().read([UInt8](bytes), name: path)
      else { continue }
      checked += 1
      #expect(unaccounted(Normalizer().normalize(source)) == [], "\(path)")
    }
    #expect(checked > 0)
  }

  /// The words of rosters that nothing accounts for.
  private func unaccounted(_ text: NormalizedText) -> [String] {
    let sections = Self.segmenter.sections(of: text)
    let record = Self.extractor.record(
      of: text, sections: sections,
      facts: DocumentFacts(path: "", sha256: "", bytes: 0, format: ""),
      issues: [])
    var spans: [Evidence] = record.issues.compactMap(\.evidence)
    for attendance in record.attendances {
      spans += [attendance.evidence.entry].compactMap { $0 }
      spans += attendance.evidence.fields.flatMap(\.spans)
    }
    var missing: [String] = []
    for section in sections where section.kind == .attendees || section.kind == .absent {
      for index in text.tokenIndices(in: section.content) {
        let token = text.tokens[index]
        guard token.kind == .word, token.range.count > 1 else { continue }
        let place = text.codePoint(at: token.start)
        let isHeading = section.heading?.contains(token.start) ?? false
        if !isHeading, !spans.contains(where: { $0.start <= place && place < $0.end }) {
          missing.append(text.string(token.range))
        }
      }
    }
    return missing
  }
}
