// What a run leaves in reports/: the last run in words and as JSON, the list of all runs, and how
// each file of the last run ended. Nothing of it stands in the tables, which depend on no day.

private import FoundationEssentials
import MinutarioModel
public import MinutarioWording

/// When a run began.
struct RunClock: Sendable {
  private let started = Date()

  /// `20240521T150405.123Z`: the name of the run.
  var identifier: String {
    let milliseconds = Int((started.timeIntervalSince1970 * 1000).rounded(.down)) % 1000
    let digits = String(String(1000 + milliseconds).dropFirst())
    return begin.filter { $0 != "-" && $0 != ":" && $0 != "Z" } + ".\(digits)Z"
  }
  /// `2024-05-21T15:04:05Z`, as all times here.
  var begin: String { started.ISO8601Format() }
  var now: String { Date().ISO8601Format() }
}

/// The reports of one run.
struct RunReport {
  private let result: DatasetRun.Result
  private let documentIDs: [String: String]
  private let configuration: Configuration
  private let clock: RunClock
  private let language: Language

  init(
    _ result: DatasetRun.Result, archive: Archive, clock: RunClock, configuration: Configuration
  ) {
    self.result = result
    self.clock = clock
    self.configuration = configuration
    language = Language(rawValue: configuration.language) ?? .spanish
    documentIDs = Dictionary(
      archive.documents.flatMap { document in document.paths.map { ($0, document.id) } },
      uniquingKeysWith: { first, _ in first })
  }

  private var summary: RunSummary {
    RunSummary(skipped: result.skipped, tally: result.tally, language: language)
  }

  /// Writes all reports.
  func write(to folder: DatasetFolder) throws {
    try folder.writeReport(Array((words + "\n").utf8), to: "ultima-corrida.txt")
    try folder.writeReport(json, to: "ultima-corrida.json")
    try folder.writeReport(files, to: "run_files.csv")
    var runs = try folder.report("runs.csv")
    if runs.isEmpty { CSV.appendLine(Self.runColumns, guarding: false, to: &runs) }
    CSV.appendLine(run, guarding: false, to: &runs)
    try folder.writeReport(runs, to: "runs.csv")
  }

  private var words: String {
    let wording = Wording(language)
    let title = wording(.runTitle, ["time": clock.begin, "version": ToolVersion.number])
    return ([title, ""] + summary.lines(everything: true) + ["", result.rows.sentence(wording)])
      .joined(separator: "\n")
  }

  private var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("run_id", clock.identifier)
      json.field("started", clock.begin)
      json.field("finished", clock.now)
      json.field("tool_version", ToolVersion.number)
      json.field("documents") { json in
        json.object { json in
          for outcome in [Outcome.read, .partial, .empty, .failed] {
            json.field(outcome.rawValue, result.tally[outcome])
          }
        }
      }
      json.field("rows") { json in
        json.object { json in
          json.field("meetings", result.rows.meetings)
          json.field("attendances", result.rows.attendances)
          json.field("people", result.rows.people)
          json.field("institutions", result.rows.institutions)
          json.field("agreements", result.rows.agreements)
        }
      }
      json.field("not_read") { json in
        json.array(result.skipped.filter { $0.text == nil }) { json, file in
          json.object { json in
            json.field("path", file.path)
            json.field("reason", file.reason.code)
          }
        }
      }
      json.field("read_as_text") { json in
        json.array(result.skipped.filter { $0.text != nil }) { json, file in
          json.object { json in
            json.field("path", file.path)
            json.field("text", file.text)
          }
        }
      }
    }
    json.lineBreak()
    return json.bytes
  }

  private static let runColumns = [
    "run_id", "started", "finished", "tool_version", "rules_sha256", "lexicon_sha256",
    "config_sha256", "n_seen", "n_new", "n_changed", "n_reused", "n_failed", "n_removed",
    "exit_status", "n_read", "n_partial", "n_empty", "n_not_read",
  ]

  /// The run's line. What a run cannot know yet stays empty.
  private var run: [String] {
    let tally = result.tally
    return [
      clock.identifier, clock.begin, clock.now, ToolVersion.number, "", "",
      configuration.sha256,
      "\(tally.total)", "", "", "", "\(tally[.failed])", "", summary.hasFailures ? "1" : "0",
      "\(tally[.read])", "\(tally[.partial])", "\(tally[.empty])",
      "\(result.skipped.count { $0.text == nil })",
    ]
  }

  private var files: [UInt8] {
    var bytes: [UInt8] = []
    CSV.appendLine(
      ["run_id", "path", "document_id", "outcome", "code", "detail", "attempt", "bytes"],
      guarding: false, to: &bytes)
    for document in result.documents {
      CSV.appendLine(
        [
          clock.identifier, document.path, documentIDs[document.path] ?? "",
          document.outcome.rawValue, document.reason?.code.rawValue ?? "", document.sentence, "1",
          "\(document.bytes)",
        ], guarding: true, to: &bytes)
    }
    let outcomes = Dictionary(
      result.documents.map { ($0.path, $0.outcome) }, uniquingKeysWith: { first, _ in first })
    for file in result.skipped {
      // What was read of a file is the text beside it: its row leads there and ends alike.
      let outcome = file.text.flatMap { outcomes[$0]?.rawValue } ?? "skipped_unsupported"
      let document = file.text.flatMap { documentIDs[$0] } ?? ""
      CSV.appendLine(
        [
          clock.identifier, file.path, document, outcome, file.reason.code, file.text ?? "", "", "",
        ], guarding: true, to: &bytes)
    }
    return bytes
  }
}

extension SkippedFile.Reason {
  /// A stable word.
  public var code: String {
    switch self {
    case .unsupported: "unsupported"
    case .otherXML: "not_a_document"
    case .readAsText: "read_as_text"
    case .hidden: "hidden"
    case .lockFile: "lock_file"
    case .symbolicLink: "symbolic_link"
    case .special: "special"
    case .dataset: "dataset"
    case .sameName: "same_name"
    case .unreadableFolder: "unreadable_folder"
    }
  }
}

extension DatasetRun.Result.Rows {
  /// `12 meetings, 80 attendances, 51 people …`.
  public func sentence(_ wording: Wording) -> String {
    wording(
      .datasetRows,
      [
        "meetings": meetings, "attendances": attendances, "people": people,
        "institutions": institutions, "agreements": agreements,
      ])
  }
}
