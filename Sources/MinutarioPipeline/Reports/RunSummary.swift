// A run in words: first what was not read, because nobody would miss it otherwise; then how the
// documents ended and why. Printed at the end, and kept in reports/ultima-corrida.txt.

public import MinutarioModel
public import MinutarioWording

/// What there is to say of a run.
public struct RunSummary: Sendable {
  public let skipped: [SkippedFile]
  public let tally: Tally
  private let wording: Wording

  public init(skipped: [SkippedFile], tally: Tally, language: Language) {
    self.skipped = skipped
    self.tally = tally
    wording = Wording(language)
  }

  /// Whether something that should have been read was lost.
  public var hasFailures: Bool {
    tally[.partial] + tally[.failed] > 0 || skipped.contains(where: \.isFailure)
  }

  /// A line without a line break at its end.
  public struct Line: Sendable, Equatable {
    public let text: String
    /// What the line counts or explains; nil for lines of no outcome. The line of all counts has
    /// the worst of them.
    public let outcome: Outcome?
  }

  /// The lines as plain text.
  public func lines(everything: Bool = false) -> [String] {
    told(everything: everything).map(\.text)
  }

  /// The lines with what they are about. `everything` lists each file that was not read.
  public func told(everything: Bool = false) -> [Line] {
    skippedLines(everything: everything).map { Line(text: $0, outcome: nil) }
      + [Line(text: counts, outcome: worst)] + tally.reasons.flatMap(lines)
  }

  private func skippedLines(everything: Bool) -> [String] {
    let kinds = Dictionary(grouping: skipped, by: \.reason)
      .map { reason, files in (sentence: sentence(for: reason, count: files.count), files: files) }
    var lines: [String] = []
    for kind in kinds.sorted(by: {
      ($1.files.count, $0.sentence) < ($0.files.count, $1.sentence)
    }) {
      lines.append(kind.sentence)
      let shown = everything ? kind.files[...] : kind.files.prefix(Tally.exampleLimit)
      lines += shown.map { file in
        "    "
          + PrintedText.escaped([file.path, file.text].compactMap { $0 }.joined(separator: " ← "))
      }
      lines += remainder(kind.files.count - shown.count)
    }
    return lines
  }

  /// A reason stands out, its examples do not.
  private func lines(of reason: Tally.Reason) -> [Line] {
    let title = "  \(word(for: reason.outcome)): \(reason.code) (\(reason.count))"
    let examples = reason.examples.map { example in
      let sentence = example.sentence.isEmpty ? "" : ": \(PrintedText.escaped(example.sentence))"
      return "    \(PrintedText.escaped(example.path))\(sentence)"
    }
    return [Line(text: title, outcome: reason.outcome)]
      + (examples + remainder(reason.count - reason.examples.count))
      .map { Line(text: $0, outcome: nil) }
  }

  private var worst: Outcome? {
    [Outcome.failed, .partial, .read].first { tally[$0] > 0 }
  }

  private func remainder(_ count: Int) -> [String] {
    count > 0 ? ["    " + wording(.andMore, ["count": count])] : []
  }

  /// `19 documents: 17 read, 0 partial, 0 empty, 2 failed`.
  public var counts: String {
    wording(
      .documentCounts,
      [
        "total": tally.total, "read": tally[.read], "partial": tally[.partial],
        "empty": tally[.empty], "failed": tally[.failed],
      ])
  }

  private func word(for outcome: Outcome) -> String {
    switch outcome {
    case .read: wording(.readDocuments)
    case .partial: wording(.partialDocuments)
    case .empty: wording(.emptyDocuments)
    case .failed: wording(.failedDocuments)
    }
  }

  private func sentence(for reason: SkippedFile.Reason, count: Int) -> String {
    let readable = ArchiveListing.readableExtensions.map { ".\($0)" }.joined(separator: ", ")
    return switch reason {
    case .unsupported(let name) where name.isEmpty:
      wording(.skippedWithoutExtension, ["count": count, "readable": readable])
    case .unsupported(let name):
      wording(
        .skippedUnsupported, ["count": count, "extension": name, "readable": readable])
    case .otherXML: wording(.skippedOtherXML, ["count": count])
    case .readAsText: wording(.skippedReadAsText, ["count": count])
    case .hidden: wording(.skippedHidden, ["count": count])
    case .lockFile: wording(.skippedLockFile, ["count": count])
    case .symbolicLink: wording(.skippedSymbolicLink, ["count": count])
    case .special: wording(.skippedSpecial, ["count": count])
    case .dataset: wording(.skippedDataset, ["count": count])
    case .sameName: wording(.skippedSameName, ["count": count])
    case .unreadableFolder(let cause):
      wording(.skippedUnreadableFolder, ["count": count, "cause": cause.told(in: wording)])
    }
  }
}
