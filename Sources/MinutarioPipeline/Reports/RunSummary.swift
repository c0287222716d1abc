// A run in words: first what was not read, because nobody would miss it otherwise; then how the
// documents ended and why. Printed at the end, and kept in reports/ultima-corrida.txt.

import MinutarioModel

/// What there is to say of a run.
public struct RunSummary: Sendable {
  public let skipped: [SkippedFile]
  public let tally: Tally
  let language: Language

  public init(skipped: [SkippedFile], tally: Tally, language: Language) {
    self.skipped = skipped
    self.tally = tally
    self.language = language
  }

  /// Whether something that should have been read was lost.
  public var hasFailures: Bool {
    tally[.partial] + tally[.failed] > 0 || skipped.contains(where: \.isFailure)
  }

  /// Lines without line breaks at their ends. `everything` lists each file that was not read.
  public func lines(everything: Bool = false) -> [String] {
    let kinds = Dictionary(grouping: skipped) { sentence(for: $0.reason) }
    var lines: [String] = []
    for kind in kinds.sorted(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) }) {
      lines.append("\(kind.value.count) \(kind.key)")
      let shown = everything ? kind.value[...] : kind.value.prefix(Tally.exampleLimit)
      lines += shown.map { file in
        "    "
          + PrintedText.escaped([file.path, file.text].compactMap { $0 }.joined(separator: " ← "))
      }
      lines += remainder(kind.value.count - shown.count)
    }
    lines.append(counts)
    for reason in tally.reasons {
      lines.append("  \(word(for: reason.outcome)): \(reason.code) (\(reason.count))")
      lines += reason.examples.map { example in
        let sentence = example.sentence.isEmpty ? "" : ": \(PrintedText.escaped(example.sentence))"
        return "    \(PrintedText.escaped(example.path))\(sentence)"
      }
      lines += remainder(reason.count - reason.examples.count)
    }
    return lines
  }

  private func remainder(_ count: Int) -> [String] {
    count > 0 ? [language(en: "    … and \(count) more", es: "    … y \(count) más")] : []
  }

  /// `19 documents: 17 read, 0 partial, 0 empty, 2 failed`.
  private var counts: String {
    let numbers = [Outcome.read, .partial, .empty, .failed]
      .map { "\(tally[$0]) \(word(for: $0))" }.joined(separator: ", ")
    let documents = tally.total == 1 ? "1 documento" : "\(tally.total) documentos"
    return language(
      en: "\(tally.total) \(tally.total == 1 ? "document" : "documents"): \(numbers)",
      es: "\(documents): \(numbers)")
  }

  private func word(for outcome: Outcome) -> String {
    switch outcome {
    case .read: language(en: "read", es: "leídos")
    case .partial: language(en: "partial", es: "parciales")
    case .empty: language(en: "empty", es: "vacíos")
    case .failed: language(en: "failed", es: "fallidos")
    }
  }

  /// Follows a number of files or folders.
  private func sentence(for reason: SkippedFile.Reason) -> String {
    let readable = ArchiveListing.readableExtensions.map { ".\($0)" }.joined(separator: ", ")
    return switch reason {
    case .unsupported(let name) where name.isEmpty:
      language(
        en: "without an extension not read: this version reads \(readable)",
        es: "sin extensión no leídos: esta versión lee \(readable)")
    case .unsupported(let name):
      language(
        en: ".\(PrintedText.escaped(name)) not read: this version reads \(readable)",
        es: ".\(PrintedText.escaped(name)) no leídos: esta versión lee \(readable)")
    case .otherXML:
      language(
        en: "XML files that are no Word documents, not read",
        es: "archivos XML que no son documentos de Word, no leídos")
    case .readAsText:
      language(
        en: "read by way of the text that stands beside",
        es: "leídos a través del texto que está junto a cada uno")
    case .hidden: language(en: "hidden, not read", es: "ocultos, no leídos")
    case .lockFile:
      language(
        en: "lock files of an open Word document, not read",
        es: "archivos de bloqueo de un documento de Word abierto, no leídos")
    case .symbolicLink:
      language(en: "symbolic links, not followed", es: "enlaces simbólicos, no se siguen")
    case .special:
      language(
        en: "pipes, sockets or devices, not read",
        es: "tuberías, sockets o dispositivos, no leídos")
    case .dataset:
      language(
        en: "datasets of this program, not read",
        es: "conjuntos de datos de este programa, no leídos")
    case .sameName:
      language(
        en: "with the same name as another, spelled with other code points, not read",
        es: "con el mismo nombre que otro, escrito con otros códigos, no leídos")
    case .unreadableFolder(let cause):
      language(
        en: "folders that could not be listed: \(cause)",
        es: "carpetas que no se pudieron listar: \(cause)")
    }
  }
}
