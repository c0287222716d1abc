// SIGINT and SIGTERM: the first asks the run to end cleanly, and gives it a few seconds; the second
// ends it at once. Ending at once is safe too: datasets are replaced in one step.

private import Glibc
private import Synchronization

/// The signal that came; 0 for none. Global, because a signal handler can capture nothing.
private let received = Atomic<Int32>(0)

/// Seconds between the request to stop and the end of a process that has not stopped: one document
/// may be long, and who sends one signal does not want to wait for it.
private let grace: UInt32 = 5

/// Whether the user has asked to stop.
public enum Interruption {
  /// Starts to listen. A pipe that nobody reads any more becomes an error of the write from here on.
  public static func listen() {
    // The atomic must exist before a handler can need it.
    received.store(0, ordering: .relaxed)
    for number in [SIGINT, SIGTERM] {
      Glibc.signal(number) { number in
        received.store(number, ordering: .relaxed)
        Glibc.signal(number, SIG_DFL)
        alarm(grace)
      }
    }
    Glibc.signal(SIGALRM) { _ in _exit(128 + received.load(ordering: .relaxed)) }
    Glibc.signal(SIGPIPE, SIG_IGN)
  }

  /// The number of the signal that came, or nil.
  public static var signal: Int32? {
    let number = received.load(ordering: .relaxed)
    return number == 0 ? nil : number
  }
}
