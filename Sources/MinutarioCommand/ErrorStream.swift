// stderr: lines that stay and, at a terminal, below them a line of progress that is written over.

import MinutarioPipeline
import Synchronization

/// The process's stderr. A class because there is one of it, and because it knows whether a line of
/// progress stands there that has to go before anything else is written.
final class ErrorStream: Sendable {
  static let shared = ErrorStream()

  let terminal = Terminal(.standardError)
  /// The line that stands at the end, nil when there is none.
  private let passing = Mutex<String?>(nil)

  private static let erasure = "\r\u{1B}[K"

  private init() {}

  /// Writes lines that stay; a passing line stands below them again.
  func write(_ lines: [String]) {
    let text = lines.map { $0 + "\n" }.joined()
    passing.withLock { line in
      put(line.map { Self.erasure + text + $0 } ?? text)
    }
  }

  /// Shows a line in the place of the one before. Only for a stream that is interactive.
  func pass(_ text: String) {
    passing.withLock { line in
      put((line == nil ? "" : Self.erasure) + text)
      line = text
    }
  }

  /// Takes the passing line away.
  func erase() {
    passing.withLock { line in
      if line != nil { put(Self.erasure) }
      line = nil
    }
  }

  private func put(_ text: String) {
    // Nobody is left to tell when stderr itself is closed.
    try? FileDescriptor.standardError.write(Array(text.utf8))
  }
}
