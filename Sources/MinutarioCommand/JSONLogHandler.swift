// The log for programs: an event a line, as JSON on stderr.

import Glibc
import Logging
import MinutarioModel

/// Writes each event as an object on a line of its own: `time`, `level`, `event`, `message`, and the
/// event's own fields behind them, sorted by name.
struct JSONLogHandler: LogHandler {
  var metadata: Logger.Metadata = [:]
  var logLevel: Logger.Level
  /// Takes the line, without a line break.
  let write: @Sendable (String) -> Void
  /// The time now.
  var time: @Sendable () -> String = Timestamp.now

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    var fields = metadata.merging(event.metadata ?? [:]) { _, own in own }
    let name = fields.removeValue(forKey: Event.nameField)
    let message = "\(event.message)"
    var json = JSONWriter()
    json.object { json in
      json.field("time", time())
      json.field("level", event.level.rawValue)
      if let name { json.field("event") { $0.write(name) } }
      if !message.isEmpty { json.field("message", message) }
      for key in fields.keys.sorted(by: { $0.precedesBytewise($1) }) {
        if let value = fields[key] { json.field(key) { $0.write(value) } }
      }
    }
    write(String(decoding: json.bytes, as: UTF8.self))
  }
}

extension JSONWriter {
  /// Numbers stay numbers.
  fileprivate mutating func write(_ value: Logger.Metadata.Value) {
    switch value {
    case .string(let text): string(text)
    case .stringConvertible(let number as Int): integer(number)
    case .stringConvertible(let other): string(other.description)
    case .array(let values): array(values) { $0.write($1) }
    case .dictionary(let fields):
      object { json in
        for key in fields.keys.sorted(by: { $0.precedesBytewise($1) }) {
          if let value = fields[key] { json.field(key) { $0.write(value) } }
        }
      }
    }
  }
}

/// Times of events.
enum Timestamp {
  /// UTC with milliseconds: `2024-05-21T15:04:05.123Z`.
  @Sendable static func now() -> String {
    var moment = timespec()
    clock_gettime(CLOCK_REALTIME, &moment)
    var parts = tm()
    gmtime_r(&moment.tv_sec, &parts)
    func padded(_ number: Int, _ digits: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
    let date =
      "\(padded(Int(parts.tm_year) + 1900, 4))-\(padded(Int(parts.tm_mon) + 1, 2))"
      + "-\(padded(Int(parts.tm_mday), 2))"
    let time =
      "\(padded(Int(parts.tm_hour), 2)):\(padded(Int(parts.tm_min), 2))"
      + ":\(padded(Int(parts.tm_sec), 2)).\(padded(moment.tv_nsec / 1_000_000, 3))"
    return "\(date)T\(time)Z"
  }
}
