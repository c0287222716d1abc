// SIGINT and SIGTERM: the first asks the run to end cleanly, and gives it a few seconds; the second
// ends it at once. Ending at once is safe too: datasets are replaced in one step.

private import Glibc
private import Synchronization

/// The signal that came; 0 for none. Global, because a signal handler can capture nothing.
private let received = Atomic<Int32>(0)

/// Seconds between the request to stop and the end of a process that has not stopped: one document
/// may be long, and who sends one signal does not want to wait for it.
private let grace: UInt32 = 5

/// Whether a line of progress may stand on the terminal when the process is ended at once.
private let leavesLine = Atomic<Bool>(false)

/// Whether the user has asked to stop.
public enum Interruption {
  /// Starts to listen. A pipe that nobody reads any more becomes an error of the write from here on.
  /// - Parameter erasingLine: erase the last line of stderr when the grace is over: progress may
  ///   stand there, and nobody is left to take it away.
  public static func listen(erasingLine: Bool) {
    // The atomics must exist before a handler can need them.
    received.store(0, ordering: .relaxed)
    leavesLine.store(erasingLine, ordering: .relaxed)
    for number in [SIGINT, SIGTERM] {
      Glibc.signal(number) { number in
        received.store(number, ordering: .relaxed)
        Glibc.signal(number, SIG_DFL)
        alarm(grace)
      }
    }
    Glibc.signal(SIGALRM) { _ in
      if leavesLine.load(ordering: .relaxed) { _ = write(STDERR_FILENO, "\r\u{1B}[K", 4) }
      _exit(128 + received.load(ordering: .relaxed))
    }
    Glibc.signal(SIGPIPE, SIG_IGN)
  }

  /// The number of the signal that came, or nil.
  public static var signal: Int32? {
    let number = received.load(ordering: .relaxed)
    return number == 0 ? nil : number
  }
}
