// Everything that is no data: messages, progress and summary, on stderr.

import MinutarioPipeline
import MinutarioQuerying
import MinutarioWording

/// The way to the person at the terminal.
struct Console: Sendable {
  let loudness: Loudness
  let wording: Wording

  enum Loudness: Comparable, Sendable {
    /// Only why something could not be done.
    case quiet
    case normal
    /// Also each file that was not read.
    case verbose
  }

  /// Why something could not be done; said even when quiet.
  func complain(_ message: String) {
    write(message.split(separator: "\n").map { "minutario: \($0)" })
  }

  /// A message for everybody who did not ask for quiet.
  func say(_ lines: [String]) {
    if loudness > .quiet { write(lines) }
  }

  private func write(_ lines: [String]) {
    // Nobody is left to tell when stderr itself is closed.
    try? FileDescriptor.standardError.write(Array(lines.map { $0 + "\n" }.joined().utf8))
  }

  /// The message of an error and the code to end with.
  func ending(for error: any Error) -> any Error {
    switch error {
    case is Interrupted:
      let signal = Interruption.signal ?? 2
      complain(wording(.interrupted))
      return Ending.signal(signal)
    case is BrokenPipe:
      return Ending.brokenPipe
    case let error as ConfigurationError:
      complain(PrintedText.escaped(lines: error.description))
      return Ending.configuration
    case let error as DatasetError:
      complain(PrintedText.escaped(lines: wording.sentence(for: error)))
      return Ending.nothingDone
    case let error as TableError:
      complain(error.description)
      return Ending.nothingDone
    case let error as DiskError:
      complain(PrintedText.escaped(error.description))
      return Ending.nothingDone
    case let error as DatasetRun.NothingToRead:
      let summary = RunSummary(skipped: error.skipped, tally: Tally(), language: wording.language)
      say(summary.lines(everything: loudness == .verbose))
      complain(wording(.nothingToRead))
      return Ending.nothingDone
    case let error as OutputError:
      complain(error.description)
      return Ending.nothingDone
    case let error as ArchiveListing.Missing:
      complain(wording(.pathMissing, ["path": error.path]))
      return Ending.nothingDone
    default:
      return error
    }
  }
}

extension PrintedText {
  /// Escapes each line and keeps the line breaks between them.
  static func escaped(lines: String) -> String {
    lines.split(separator: "\n").map { escaped(String($0)) }.joined(separator: "\n")
  }
}

/// How far the work is: one line that is written over at a terminal, else a line now and then.
struct Progress {
  private let console: Console
  private let total: Int
  private let isTerminal = FileDescriptor.standardError.isTerminal
  private var done = 0
  private var shown = ContinuousClock.now
  private var isLineOpen = false

  init(total: Int, console: Console) {
    self.total = total
    self.console = console
  }

  /// One document more is done.
  mutating func advance() {
    done += 1
    guard console.loudness > .quiet else { return }
    let now = ContinuousClock.now
    if isTerminal, now - shown >= .milliseconds(100) {
      show("\r\u{1B}[K\(console.wording(.documentsDone, ["done": done, "total": total]))")
      isLineOpen = true
      shown = now
    } else if !isTerminal, now - shown >= .seconds(30) {
      show("\(console.wording(.documentsDone, ["done": done, "total": total]))\n")
      shown = now
    }
  }

  /// Clears the line before anything else is written.
  mutating func finish() {
    if isLineOpen { show("\r\u{1B}[K") }
    isLineOpen = false
  }

  private func show(_ text: String) {
    try? FileDescriptor.standardError.write(Array(text.utf8))
  }
}
