// How fast the work goes and when it may end. Documents differ in size and come in bursts: a plain
// mean follows a change too late, the last interval jumps. So the newest intervals weigh most.

/// A speed that is smoothed over the last seconds.
struct RateEstimate {
  /// Items a second; nil until something was seen.
  private(set) var perSecond: Double?
  private var last: (done: Int, time: Duration)

  /// How long an interval keeps most of its weight.
  private static let memory = 5.0

  /// Work begins at a time of any clock.
  init(from start: Duration) { last = (0, start) }

  /// As many are done at this time; intervals below a tenth of a second are put together.
  mutating func note(_ done: Int, at time: Duration) {
    let seconds = (time - last.time) / .seconds(1)
    guard seconds >= 0.1 else { return }
    let speed = Double(done - last.done) / seconds
    // The share of an interval grows with its length, so that the rhythm of the calls is no matter.
    let share = seconds / (seconds + Self.memory)
    perSecond = perSecond.map { $0 + (speed - $0) * share } ?? speed
    last = (done, time)
  }

  /// Seconds until as many more are done; nil when that cannot be told.
  func seconds(for remaining: Int) -> Int? {
    guard let perSecond, perSecond > 0.001 else { return nil }
    return Int((Double(remaining) / perSecond).rounded(.up))
  }
}
