// The log for people: the sentences alone, on stderr.

import Logging

/// Writes the lines of each event that has something to say; errors name the program, so that they
/// are found among the output of others.
struct TextLogHandler: LogHandler {
  var metadata: Logger.Metadata = [:]
  var logLevel: Logger.Level
  /// Takes lines without line breaks at their ends.
  let write: @Sendable ([String]) -> Void

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let lines = "\(event.message)".split(separator: "\n").map(String.init)
    write(event.level >= .error ? lines.map { "minutario: \($0)" } : lines)
  }
}
