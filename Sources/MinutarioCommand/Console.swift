// Everything that is no data: what happens, told on stderr in the form that was asked for.

import ArgumentParser
import Logging
import MinutarioModel
import MinutarioPipeline
import MinutarioWording

/// How events are written.
enum LogFormat: String, ExpressibleByArgument, CaseIterable {
  /// Sentences, and progress at a terminal.
  case text
  /// An event a line, and nothing else.
  case json
}

/// The way to whoever started the command.
struct Console: Sendable {
  let wording: Wording
  private let format: LogFormat
  private let logger: Logger

  /// Tells what is at least of a level: errors, or what people want to know, or each document.
  init(_ format: LogFormat, from level: Logger.Level, wording: Wording) {
    self.format = format
    self.wording = wording
    logger = Logger(label: "minutario") { _ in
      switch format {
      case .text:
        TextLogHandler(logLevel: level) { ErrorStream.shared.write($0) }
      case .json:
        JSONLogHandler(logLevel: level) { ErrorStream.shared.write([$0]) }
      }
    }
  }

  /// Whether files and documents are told one by one.
  var tellsEverything: Bool { logger.logLevel <= .debug }

  /// Whether progress may be shown between the events.
  var showsProgress: Bool { format == .text && logger.logLevel <= .info }

  /// Tells of an event, if it is of a level that was asked for.
  func tell(_ event: Event) {
    switch format {
    case .json:
      var fields = event.fields
      fields[Event.nameField] = "\(event.name)"
      logger.log(level: event.level, "\(event.message)", metadata: fields)
    case .text:
      guard let told = event.told, !told.lines.isEmpty else { return }
      logger.log(level: told.level, "\(told.lines.joined(separator: "\n"))")
    }
  }

  /// The lines of a summary as they stand out at this terminal.
  func lines(of summary: RunSummary) -> [String] {
    summary.told(everything: tellsEverything).map { line in
      let tone: Terminal.Tone? =
        switch line.outcome {
        case .read: .good
        case .partial: .warning
        case .failed: .bad
        case .empty, nil: nil
        }
      return tone.map { ErrorStream.shared.terminal.shown(line.text, as: $0) } ?? line.text
    }
  }

  /// Tells why a command ends, and gives the code to end with.
  func ending(for error: any Error) -> any Error {
    guard let (message, code) = failure(error) else {
      return error is BrokenPipe ? Ending.brokenPipe : error
    }
    if let error = error as? DatasetRun.NothingToRead {
      let summary = RunSummary(skipped: error.skipped, tally: Tally(), language: wording.language)
      for file in error.skipped { tell(.skipped(file)) }
      tell(.finished(summary, took: nil, exit: code, lines: lines(of: summary)))
    }
    tell(.failure(message, exit: code))
    return code
  }

  /// The sentence and the code of an error that is told; nil for one that is not, or not here.
  private func failure(_ error: any Error) -> (String, ExitCode)? {
    switch error {
    case is Interrupted: (wording(.interrupted), Ending.signal(Interruption.signal ?? 2))
    case let error as ConfigurationError: (error.told(in: wording), Ending.configuration)
    case let error as any ToldError: (error.told(in: wording), Ending.nothingDone)
    default: nil
    }
  }
}
