// One file may hold several minutes, one behind the other. Cutting one minutes in two is worse than
// reading two as one, so a title opens new minutes only when what stands before it and what stands
// behind it are whole minutes of their own: each with its day, its roster and its business.

import MinutarioLexicon
import MinutarioModel

/// Finds where minutes begin.
struct MinutesFinder {
  private let text: NormalizedText
  private let finder: HeadingFinder
  private let lexicon: Lexicon
  /// Lines of a letterhead at most.
  private static let letterhead = 6

  init(text: NormalizedText, lexicon: Lexicon) {
    self.text = text
    self.lexicon = lexicon
    finder = HeadingFinder(text: text, lexicon: lexicon)
  }

  /// Indices of the lines that open minutes, in order; the first one opens the text.
  func starts() -> [Int] {
    let end = text.lines.indices.first { text.story(ofLine: $0) != .body }
    let body = 0..<(end ?? text.lines.count)
    let reader = TitleReader(text: text, finder: finder, lexicon: lexicon)
    let titles = body.compactMap(reader.title)
    guard titles.count > 1 else { return [0] }
    let signs = MinutesSigns(text: text, lines: body, finder: finder, lexicon: lexicon)
    let letterhead = Letterhead(
      lines: visible(0..<titles[0].line).suffix(Self.letterhead), text: text,
      days: DayReader(lexicon: lexicon))
    var starts = [0]
    var current = Current(titles: [titles[0]], begin: 0)
    for (index, title) in titles.enumerated().dropFirst() where title.line >= current.end {
      let before = signs.block(current.begin..<title.line)
      guard before.hasRoster || before.hasBusiness else {
        current.add(title)
        continue
      }
      let next = titles[(index + 1)...].first { $0.form == title.form }?.line
      let behind = signs.block(title.line..<body.upperBound)
      // Running text speaks of people who take part everywhere: it counts below a number only.
      let hasRoster =
        behind.hasRosterInHead || behind.statesPresenceInHead && !title.numbers.isEmpty
        || before.isClosed && signs.hasRoster(in: title.line..<(next ?? body.upperBound))
      guard before.isWhole, behind.day != nil, behind.hasBusiness, hasRoster,
        !before.endsInAnnexes, isAlike(title, current, before),
        isAnother(title, behind, than: current, before)
      else { continue }
      current = Current(titles: [title], begin: title.line)
      starts.append(opening(of: title, after: starts.last ?? 0, under: letterhead))
    }
    return starts
  }

  /// The minutes that a title would end.
  private struct Current {
    /// A title may take several lines, each of which names the minutes.
    var titles: [MinutesTitle]
    var begin: Int
    /// Lines between the parts of one title at most; what stands above is a cover or an index.
    private static let reach = 4

    init(titles: [MinutesTitle], begin: Int) {
      self.titles = titles
      self.begin = begin
    }

    /// The line behind the last title.
    var end: Int { titles.last?.end ?? begin }

    mutating func add(_ title: MinutesTitle) {
      titles = titles.filter { title.line - $0.end <= Self.reach } + [title]
    }
  }

  /// Whether a title is a repetition of the form of the one before. Where that one's minutes were
  /// closed or signed, another form will do: files are bound from the minutes of several bodies.
  private func isAlike(
    _ title: MinutesTitle, _ current: Current, _ before: MinutesSigns.Block
  ) -> Bool {
    before.isClosed
      || current.titles.contains { previous in
        title.form.word == previous.form.word && title.form.isInTable == previous.form.isInTable
          && previous.form.look.isSubset(of: title.form.look)
      }
  }

  /// Whether a title names other minutes than the one before: a page header repeats its number, a
  /// list of signatures its day.
  private func isAnother(
    _ title: MinutesTitle, _ behind: MinutesSigns.Block, than current: Current,
    _ before: MinutesSigns.Block
  ) -> Bool {
    if !title.numbers.isEmpty, current.titles.contains(where: { $0.words == title.words }) {
      return false
    }
    return behind.day != before.day
      || current.titles.allSatisfy { $0.numbers != title.numbers }
  }

  /// The first line of the minutes that a title belongs to: the letterhead above it is theirs.
  private func opening(
    of title: MinutesTitle, after start: Int, under letterhead: Letterhead
  ) -> Int {
    var opening = title.line
    if let cell = text.lines[opening].cell {
      while opening - 1 > start, text.lines[opening - 1].cell?.table == cell.table { opening -= 1 }
    }
    for line in visible(start + 1..<max(start + 1, opening)).suffix(Self.letterhead).reversed() {
      guard letterhead.has(line, of: text) || isLetterhead(line) else { break }
      opening = line
    }
    return opening
  }

  /// A set-off line that begins with the name of a body or an institution, apart from what is above.
  private func isLetterhead(_ index: Int) -> Bool {
    let line = text.lines[index]
    guard line.cell == nil, !line.isListItem, finder.look(of: line).isStrong,
      let token = line.tokens.first,
      index == 0 || text.lines[index - 1].isEmpty || line.isBold || line.headingLevel != nil
    else { return false }
    let end = line.tokens.upperBound
    return lexicon[.bodies].match(in: text, at: token, before: end) != nil
      || lexicon[.institutionWords].match(in: text, at: token, before: end) != nil
  }

  private func visible(_ lines: Range<Int>) -> [Int] { lines.filter { !text.lines[$0].isEmpty } }
}

/// What stands above the first title, as the minutes that follow may repeat it.
private struct Letterhead {
  private let lines: Set<[UInt64]>
  /// The first word of the lines that date the paper: "Villa Alta, a 9 de marzo de 2023".
  private let places: Set<UInt64>
  private let days: DayReader
  /// Tokens of a line that dates the paper at most.
  private static let longestDate = 20

  init(lines: some Sequence<Int>, text: NormalizedText, days: DayReader) {
    self.days = days
    self.lines = Set(lines.map { Self.words($0, text) })
    places = Set(
      lines.filter { Self.isDate($0, text, days) }.compactMap { Self.words($0, text).first })
  }

  /// Whether a line repeats one of these, but for the day that it dates the paper with.
  func has(_ line: Int, of text: NormalizedText) -> Bool {
    let words = Self.words(line, text)
    return lines.contains(words)
      || words.first.map(places.contains) ?? false && Self.isDate(line, text, days)
  }

  private static func words(_ line: Int, _ text: NormalizedText) -> [UInt64] {
    text.lines[line].tokens.map { text.tokens[$0].hash }
  }

  private static func isDate(_ line: Int, _ text: NormalizedText, _ days: DayReader) -> Bool {
    let line = text.lines[line]
    return !line.isListItem && line.cell == nil && line.tokens.count <= longestDate
      && days.day(in: text, line.tokens) != nil
  }
}
