// How far the work is, in one line: at a terminal a bar that fits its width, elsewhere a sentence.

import MinutarioModel
import MinutarioWording

/// The state of the reading.
struct Progress {
  let total: Int
  private(set) var done = 0
  /// Documents that are partial or failed.
  private(set) var problems = 0
  private let wording: Wording
  private var rate: RateEstimate

  /// `time` is of any clock, the same in all calls.
  init(total: Int, wording: Wording, from time: Duration) {
    self.total = total
    self.wording = wording
    rate = RateEstimate(from: time)
  }

  /// One document more is done.
  mutating func advance(isProblem: Bool, at time: Duration) {
    done += 1
    if isProblem { problems += 1 }
    rate.note(done, at: time)
  }

  /// `1200 of 5000 documents, 310/s, 0:13 left, 2 with problems`.
  var sentence: String {
    ([wording(.documentsDone, ["done": done, "total": total])] + details).joined(separator: ", ")
  }

  private var details: [String] {
    var details: [String] = []
    if let speed { details.append(speed) }
    if let remaining { details.append(remaining) }
    if let trouble { details.append(trouble) }
    return details
  }

  private var speed: String? {
    guard let rate = rate.perSecond,
      let number = DecimalText.string(rate, places: rate < 9.95 ? 1 : 0)
    else { return nil }
    return wording(.progressRate, ["rate": number])
  }

  private var remaining: String? {
    rate.seconds(for: total - done).map { wording(.progressLeft, ["time": Self.clock($0)]) }
  }

  private var trouble: String? {
    problems > 0 ? wording(.progressProblems, ["count": problems]) : nil
  }

  /// `0:07`, `12:30`, `1:02:03`.
  static func clock(_ seconds: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
    return hours > 0
      ? "\(hours):\(two(minutes)):\(two(seconds % 60))" : "\(minutes):\(two(seconds % 60))"
  }

  // MARK: The bar

  private static let bars = 8...32

  /// `Reading [=====>    ] 1200/5000  310/s  0:13 left  2 with problems`, never wider than `width`.
  /// A narrow terminal loses the bar first, then the stage, the speed and the time; the counts stay.
  func bar(width: Int) -> String {
    let counts = "\(done)/\(total)"
    let stage = wording(.progressReading)
    let full = ([counts] + details).joined(separator: "  ")
    let room = width - full.count - stage.count - 4
    if room >= Self.bars.lowerBound {
      return "\(stage) [\(filled(min(room, Self.bars.upperBound)))] \(full)"
    }
    let choices = [
      "\(stage) \(full)", full,
      [counts, remaining, trouble].compactMap { $0 }.joined(separator: "  "),
      [counts, trouble].compactMap { $0 }.joined(separator: "  "),
    ]
    return choices.first { $0.count <= width } ?? String(counts.prefix(max(0, width)))
  }

  private func filled(_ width: Int) -> String {
    let length = total > 0 ? min(width, done * width / total) : width
    let head = length > 0 && length < width ? ">" : ""
    return String(repeating: "=", count: length - head.count) + head
      + String(repeating: " ", count: width - length)
  }
}
