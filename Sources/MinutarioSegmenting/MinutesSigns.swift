// What shows that a stretch of lines is whole minutes: a day and a roster at its head, business
// behind them, an end. Gathered once for a text, then asked of any stretch.

import MinutarioLexicon
import MinutarioModel

/// The signs of minutes in a text, each by its line, in order.
struct MinutesSigns {
  private var days: [Day] = []
  /// Headings of rosters.
  private var rosters: [Int] = []
  /// Lines of running text that state presence.
  private var presences: [Int] = []
  /// Headings of agendas, discussions, agreements.
  private var business: [Int] = []
  /// Headings of signatures.
  private var signatures: [Int] = []
  /// Lines that tell the end of a meeting or begin as the end of minutes does.
  private var closings: [Int] = []
  private var annexes: [Int] = []
  private var headings: [Int] = []

  private struct Day {
    var line: Int
    var words: [UInt64]
  }

  /// What a stretch of lines shows.
  struct Block {
    /// The first day that its head states, as the words that state it.
    var day: [UInt64]?
    /// Whether the heading of a roster stands in its head.
    var hasRosterInHead: Bool
    /// Whether running text in its head states presence.
    var statesPresenceInHead: Bool
    var hasRoster: Bool
    var hasBusiness: Bool
    /// Whether its end is told, or signatures stand there.
    var isClosed: Bool
    /// Whether its last section holds annexes.
    var endsInAnnexes: Bool

    /// Whether it can be minutes of its own.
    var isWhole: Bool { day != nil && hasRoster && hasBusiness }
  }

  init(text: NormalizedText, lines: Range<Int>, finder: HeadingFinder, lexicon: Lexicon) {
    var ends: Set<Int> = []
    for heading in finder.accepted() where lines.contains(heading.line) && !heading.isUnknown {
      if heading.heading == nil { ends.insert(heading.line) } else { add(heading) }
    }
    let cues = lexicon[.meetingCues]
    let presence = lexicon[.presence]
    let reader = DayReader(lexicon: lexicon)
    for index in lines {
      let line = text.lines[index]
      if let words = reader.day(in: text, line.tokens) {
        days.append(Day(line: index, words: words))
      }
      guard !line.isListItem, line.cell == nil else { continue }
      func says(_ value: String, in table: PhraseTable) -> Bool {
        line.tokens.contains {
          table.match(in: text, at: $0, before: line.tokens.upperBound)?.entry.value == value
        }
      }
      if says("present", in: presence) { presences.append(index) }
      if ends.contains(index) || says("closing", in: cues) { closings.append(index) }
    }
  }

  private mutating func add(_ heading: Heading) {
    headings.append(heading.line)
    switch heading.kind {
    case .attendees: rosters.append(heading.line)
    // With its text on the same line it may be a field of the head: "Inicio: 10:05".
    case .discussion where !heading.isWholeLine: break
    case .agenda, .topics, .discussion, .agreements, .followUp: business.append(heading.line)
    case .signatures: signatures.append(heading.line)
    // With its text on the same line it is a field: "Anexos: ninguno".
    case .annexes where heading.isWholeLine: annexes.append(heading.line)
    default: break
    }
  }

  /// What a stretch shows, found without walking it.
  func block(_ lines: Range<Int>) -> Block {
    let headEnd = [business, signatures, annexes].compactMap { $0.first(in: lines) }.min()
    let head = lines.lowerBound..<(headEnd.map { $0 + 1 } ?? lines.upperBound)
    let day = days.boundary(where: { $0.line >= lines.lowerBound })
    let roster = rosters.first(in: lines)
    let presence = presences.first(in: head)
    // "Hora de término" may stand in the head too: the end is told behind the roster.
    let rest = ([roster, presence].compactMap { $0 }.min() ?? lines.upperBound)..<lines.upperBound
    let isClosed = closings.first(in: rest) != nil || signatures.first(in: rest) != nil
    let lastHeading = headings.last(in: lines)
    return Block(
      day: day < days.count && head.contains(days[day].line) ? days[day].words : nil,
      hasRosterInHead: roster.map(head.contains) ?? false, statesPresenceInHead: presence != nil,
      hasRoster: roster != nil || presence != nil,
      hasBusiness: business.first(in: lines) != nil || isClosed,
      isClosed: isClosed,
      endsInAnnexes: lastHeading != nil && annexes.last(in: lines) == lastHeading)
  }

  /// Whether the stretch has the heading of a roster.
  func hasRoster(in lines: Range<Int>) -> Bool { rosters.first(in: lines) != nil }
}

extension Array {
  /// The first index whose element fulfils a condition that all behind it fulfil too.
  fileprivate func boundary(where isBehind: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension [Int] {
  /// The first of sorted lines within a range.
  fileprivate func first(in lines: Range<Int>) -> Int? {
    let index = boundary { $0 >= lines.lowerBound }
    return index < count && lines.contains(self[index]) ? self[index] : nil
  }

  /// The last of sorted lines within a range.
  fileprivate func last(in lines: Range<Int>) -> Int? {
    let index = boundary { $0 >= lines.upperBound } - 1
    return index >= 0 && lines.contains(self[index]) ? self[index] : nil
  }
}
