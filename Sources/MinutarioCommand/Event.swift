// What the commands tell while they work. Programs get every event with its fields; people get the
// sentences of some of them.

import ArgumentParser
import Logging
import MinutarioModel
import MinutarioPipeline
import MinutarioWording

/// Something that happened.
struct Event {
  /// What kind of event it is, for programs.
  let name: String
  let level: Logger.Level
  var fields: Logger.Metadata = [:]
  /// The event as a sentence, for programs; may be empty.
  var message = ""
  /// What people are told, and from which level on; nil for what only programs get.
  var told: (level: Logger.Level, lines: [String])?

  /// The field that holds the name.
  static let nameField = "event"

  /// An event that is told in the same words to all.
  private static func said(
    _ name: String, _ level: Logger.Level, _ message: String, _ fields: Logger.Metadata = [:]
  ) -> Event {
    Event(
      name: name, level: level, fields: fields, message: message,
      told: (level, message.split(separator: "\n").map(String.init)))
  }

  /// A command begins its work.
  static func started(_ command: String) -> Event {
    Event(
      name: "run_started", level: .info,
      fields: ["command": "\(command)", "version": "\(ToolVersion.number)"])
  }

  /// It is known what there is to read.
  static func found(documents: Int, skipped: Int) -> Event {
    Event(
      name: "documents_found", level: .info,
      fields: [
        "documents": .stringConvertible(documents), "not_read": .stringConvertible(skipped),
      ])
  }

  /// A file or folder is left out.
  static func skipped(_ file: SkippedFile) -> Event {
    Event(
      name: "file_not_read", level: file.isFailure ? .warning : .info,
      fields: ["path": "\(file.path)", "reason": "\(file.reason.code)"])
  }

  /// A document is done.
  static func document(_ document: DocumentOutcome, took: Duration, _ wording: Wording) -> Event {
    let level: Logger.Level =
      switch document.outcome {
      case .read: .debug
      case .empty: .info
      case .partial, .failed: .warning
      }
    var event = Event(name: "document_\(document.outcome.rawValue)", level: level)
    event.fields = [
      "path": "\(document.path)", "outcome": "\(document.outcome.rawValue)",
      "bytes": .stringConvertible(document.bytes), "ms": .stringConvertible(took.milliseconds),
    ]
    if let reason = document.reason { event.fields["code"] = "\(reason.code.rawValue)" }
    event.message = document.sentence
    let line = wording(
      .documentEnded,
      [
        "path": document.path, "outcome": document.outcome.rawValue,
        "milliseconds": took.milliseconds,
      ])
    let reason = PrintedText.escaped(document.sentence)
    event.told = (.debug, [reason.isEmpty ? line : "\(line): \(reason)"])
    return event
  }

  /// A stage of a run is over.
  static func finished(stage: String, took: Duration) -> Event {
    Event(
      name: "stage_finished", level: .info,
      fields: ["stage": "\(stage)", "ms": .stringConvertible(took.milliseconds)])
  }

  /// A command has done its work, and there were no documents in it.
  static let finished = Event(
    name: "run_finished", level: .info, fields: ["exit": .stringConvertible(0)])

  /// A command has done its work; `lines` are the summary for people.
  static func finished(
    _ summary: RunSummary, rows: DatasetRun.Result.Rows? = nil, took: Duration?,
    exit: ExitCode, lines: [String]
  ) -> Event {
    var event = Event(name: "run_finished", level: .info, told: (.info, lines))
    event.message = summary.counts
    event.fields = [
      "documents": .stringConvertible(summary.tally.total),
      "not_read": .stringConvertible(summary.skipped.count),
      "exit": .stringConvertible(Int(exit.rawValue)),
    ]
    if let took { event.fields["ms"] = .stringConvertible(took.milliseconds) }
    for outcome in [Outcome.read, .partial, .empty, .failed] {
      event.fields[outcome.rawValue] = .stringConvertible(summary.tally[outcome])
    }
    if let rows {
      event.fields["rows"] = [
        "meetings": .stringConvertible(rows.meetings),
        "attendances": .stringConvertible(rows.attendances),
        "people": .stringConvertible(rows.people),
        "institutions": .stringConvertible(rows.institutions),
        "agreements": .stringConvertible(rows.agreements),
      ]
    }
    return event
  }

  /// A gold file says of no list that it is complete, so that nothing of it is compared.
  static func uncomparedGold(_ path: String, _ wording: Wording) -> Event {
    said(
      "gold_not_compared", .warning, wording(.goldUncompared, ["path": path]), ["path": "\(path)"])
  }

  /// Why something could not be done.
  static func failure(_ message: String, exit: ExitCode) -> Event {
    said("error", .error, message, ["exit": .stringConvertible(Int(exit.rawValue))])
  }
}

extension Duration {
  /// Whole milliseconds, rounded down.
  var milliseconds: Int { Int(self / .milliseconds(1)) }
}
