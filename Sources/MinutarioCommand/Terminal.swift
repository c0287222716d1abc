// What a stream can show: whether a person looks at it, how wide it is, whether it has colours.
// Everything that steers a terminal stands in this file and in ErrorStream.

import Glibc
import MinutarioPipeline

/// One of the standard streams, as far as people look at it.
struct Terminal: Sendable {
  private let stream: FileDescriptor
  /// Takes control sequences: a line can be written over.
  let isInteractive: Bool
  let hasColour: Bool

  /// `environment` gives the value of a variable, nil when it is not set.
  init(
    _ stream: FileDescriptor,
    environment: (String) -> String? = { getenv($0).map { String(cString: $0) } }
  ) {
    self.stream = stream
    let kind = environment("TERM") ?? ""
    isInteractive = stream.isTerminal && !kind.isEmpty && kind != "dumb"
    hasColour = isInteractive && (environment("NO_COLOR") ?? "").isEmpty
  }

  /// Columns at this moment; nil when nobody looks.
  var width: Int? { stream.isTerminal ? stream.columns ?? 80 : nil }

  /// The text as it stands out on this stream; as it is where there are no colours.
  func shown(_ text: String, as tone: Tone) -> String {
    hasColour ? "\u{1B}[\(tone.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// How a text stands out: the numbers of ECMA-48.
  enum Tone: String {
    case heading = "1"
    case good = "32"
    case warning = "33"
    case bad = "31"
  }
}
