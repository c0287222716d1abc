// The words in which a run is told.

import MinutarioModel
import MinutarioWording
import Testing

@testable import MinutarioPipeline

@Suite struct RunSummaryTests {
  private let messages = MessageCatalogue([.damaged: "The file is damaged: %1", .noText: "No text"])

  private func outcome(
    _ path: String, _ outcome: Outcome, _ issues: [MinutarioModel.Issue] = []
  ) -> DocumentOutcome {
    let facts = DocumentFacts(path: path, sha256: "", bytes: 1, format: "txt")
    return DocumentOutcome(
      MinutesRecord(outcome: outcome, document: facts, issues: issues), messages: messages)
  }

  @Test func whatWasNotReadComesFirst() {
    var tally = Tally()
    tally.add(outcome("a.txt", .read))
    tally.add(
      outcome("b.docx", .failed, [.init(.damaged, .error, arguments: ["zip"])]))
    let skipped = [
      SkippedFile(path: "x.pdf", reason: .unsupported(extension: "pdf")),
      SkippedFile(path: "y.pdf", reason: .unsupported(extension: "pdf")),
      SkippedFile(path: ".z", reason: .hidden),
    ]
    let summary = RunSummary(skipped: skipped, tally: tally, language: .english)
    #expect(
      summary.lines() == [
        "2 .pdf not read: this version reads .txt, .md, .rst, .docx", "    x.pdf", "    y.pdf",
        "1 hidden, not read", "    .z", "2 documents: 1 read, 0 partial, 0 empty, 1 failed",
        "  failed: damaged (1)", "    b.docx: The file is damaged: zip",
      ])
    #expect(summary.hasFailures)
  }

  @Test func examplesAreFewUnlessEverythingIsAskedFor() {
    let skipped = (0..<9).map {
      SkippedFile(path: "\($0).pdf", reason: .unsupported(extension: "pdf"))
    }
    let summary = RunSummary(skipped: skipped, tally: Tally(), language: .spanish)
    #expect(summary.lines().contains("    … y 4 más"))
    #expect(summary.lines(everything: true).contains("    8.pdf"))
  }

  @Test func emptyAndUnsupportedFilesAreNoFailure() {
    var tally = Tally()
    tally.add(outcome("a.txt", .empty, [.init(.noText, .warning)]))
    let skipped = [SkippedFile(path: "x.pdf", reason: .unsupported(extension: "pdf"))]
    #expect(!RunSummary(skipped: skipped, tally: tally, language: .english).hasFailures)
  }

  @Test func theReasonIsWhatCutTheReadingShortNotWhateverCameFirst() {
    let partial = outcome(
      "a.docx", .partial, [.init(.commentsPresent, .info), .init(.damaged, .warning)])
    #expect(partial.reason?.code == .damaged)
  }

  @Test func namesCannotWriteToTheTerminal() {
    #expect(PrintedText.escaped("a\u{1B}[2Jb\u{202E}c\n") == "a\\u{1b}[2Jb\\u{202e}c\\u{a}")
    #expect(PrintedText.escaped("sesión ñ") == "sesión ñ")
  }
}
