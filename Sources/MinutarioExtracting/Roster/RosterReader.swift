// Attendances: which parts of the minutes are rosters, and in which of their shapes each is read.

import MinutarioLexicon
import MinutarioModel

/// Reads all attendances of one document.
struct RosterReader {
  private let text: NormalizedText
  private let sections: [Section]
  private let parser: EntryParser
  private let lines: LineRoster
  private let tables: TableRoster
  private let prose: ProseRoster
  private let shape: Shape
  private let labels: PhraseTable
  private let particles: PhraseTable

  init(
    text: NormalizedText, sections: [Section], vocabulary: PeopleVocabulary,
    institutions: InstitutionFinder
  ) {
    let lexicon = vocabulary.lexicon
    labels = lexicon[.fieldLabels]
    particles = lexicon[.nameParticles]
    self.text = text
    self.sections = sections
    parser = EntryParser(text: text, vocabulary: vocabulary, institutions: institutions)
    prose = ProseRoster(text: text, parser: parser, lexicon: lexicon)
    lines = LineRoster(text: text, parser: parser, prose: prose)
    shape = Shape(lines: lines, sections: sections)
    tables = TableRoster(text: text, parser: parser, lines: lines, lexicon: lexicon)
  }

  /// What the rosters of one document have in common. To know it, all entries are parsed once more:
  /// it is read when the first entry asks, and few documents have one.
  private final class Shape {
    private let lines: LineRoster
    private let sections: [Section]
    private(set) lazy var lastIsInstitution = lines.lastIsInstitution(in: sections)

    init(lines: LineRoster, sections: [Section]) {
      self.lines = lines
      self.sections = sections
    }
  }

  /// The attendances in document order, and what could not be read.
  func read() -> (attendances: [Attendance], issues: [Issue]) {
    var assembly = AttendanceAssembly(
      text: text, institutions: parser.institutions, particles: particles,
      rosters: sections.filter { $0.kind == .attendees || $0.kind == .absent }.map(\.content))
    var office: Range<Int>?
    for section in sections {
      switch section.kind {
      case .attendees, .absent:
        var context = context(of: section)
        if context.position == nil, tellsPresence(section) { context.position = office }
        let reading = roster(section.content, context: context)
        office =
          context.position != nil && reading.entries.isEmpty || tellsPresence(section)
          ? context.position : nil
        assembly.add(reading.entries)
        assembly.addUnread(reading.unread)
      case .agreements, .topics, .accessLink, .signatures, .followUp: continue
      case .agenda, .discussion, .annexes:
        assembly.add(rollCall(section.content))
        assembly.add(prose.officers(in: section.content))
        assembly.add(prose.read(section.content, context: RosterContext(), onlyAbsence: true))
      case .heading, .event, .date, .place, .other:
        assembly.add(labelledLines(section.content))
        assembly.add(prose.read(section.content, context: RosterContext()))
      }
    }
    assembly.add(authors())
    if !assembly.hasRoster { assembly.add(rostersByContent()) }
    for section in sections where mayBeSigned(section) {
      assembly.add(signatories(section.content))
    }
    if let end = unannouncedSignatures() {
      assembly.add(signatories(end).filter { $0.charge.role != nil })
    }
    for section in sections where section.kind == .attendees || section.kind == .absent {
      assembly.addGaps(in: section.content, headings: [section.heading].compactMap { $0 })
    }
    return assembly.finish()
  }

  /// Whether signatures may stand in a section; names in page headers and footers sign nothing.
  private func mayBeSigned(_ section: Section) -> Bool {
    (section.kind == .signatures || section.kind == .other)
      && text.story(ofLine: text.lineIndex(at: section.range.lowerBound)) == .body
  }

  /// The lines behind the last sentence of the body, where no heading or closing announces signatures:
  /// short lines with two people at least, and nothing else.
  private func unannouncedSignatures() -> Range<Int>? {
    guard
      let last = sections.last(where: {
        text.story(ofLine: text.lineIndex(at: $0.range.lowerBound)) == .body
      }), !mayBeSigned(last), last.kind != .attendees, last.kind != .absent
    else { return nil }
    let units = lines.units(in: last.content)
    let sentence = units.lastIndex { lines.isLong($0) || lines.isNarrative($0) }
    guard let sentence, sentence + 1 < units.count, let end = units.last else { return nil }
    let range = units[sentence + 1].range.lowerBound..<end.range.upperBound
    return signatories(range).count { $0.charge.role != nil } >= 2 ? range : nil
  }

  /// Tables and lines of a roster, in order.
  private func roster(_ range: Range<Int>, context: RosterContext) -> LineRoster.Reading {
    var reading = LineRoster.Reading()
    var start = range.lowerBound
    func add(_ part: LineRoster.Reading) {
      reading.entries += part.entries
      reading.unread += part.unread
    }
    for grid in Grid.grids(in: range, of: text) {
      if grid.range.lowerBound > start {
        add(
          lines.read(
            start..<grid.range.lowerBound, context: context,
            lastIsInstitution: shape.lastIsInstitution))
      }
      add(
        tables.read(grid, context: context)
          ?? lines.read(
            grid.range.clamped(to: range), context: context,
            lastIsInstitution: shape.lastIsInstitution))
      start = max(start, grid.range.upperBound)
    }
    if start < range.upperBound {
      add(
        lines.read(
          start..<range.upperBound, context: context, lastIsInstitution: shape.lastIsInstitution,
          isAfterTable: start > range.lowerBound))
    }
    return reading
  }

  /// What a section's heading says of everybody under it: "Invitados", "Ausentes con aviso".
  private func context(of section: Section) -> RosterContext {
    var context = RosterContext()
    if section.kind == .absent { context.presence = .absent }
    guard let heading = section.heading else { return context }
    if section.kind == .absent { context.presenceSpan = heading }
    let tokens = text.tokenIndices(in: heading)
    if lines.headsRoleInPlural(tokens) {
      context.position = lines.office(lines.behindHonorific(tokens))
      context.group = heading
    }
    if let stated = parser.words.presence(in: tokens), stated.value != .present {
      context.presence = stated.value
      context.presenceSpan = stated.span
    }
    if let stated = parser.words.capacity(in: tokens), stated.value != .presidencia {
      context.capacity = stated.value
    }
    return context
  }

  /// Whether a section's heading tells who came or how ("Conectados por videoconferencia:"), and no
  /// office: under "CONSEJEROS" such headings leave the office as it is.
  private func tellsPresence(_ section: Section) -> Bool {
    guard let heading = section.heading else { return false }
    let tokens = text.tokenIndices(in: heading)
    return !lines.headsRoleInPlural(tokens)
      && (parser.words.presence(in: tokens) != nil || parser.words.mode(in: tokens) != nil)
  }

  /// "Elaboró: X": who wrote the minutes was there.
  private func authors() -> [RosterEntry] {
    var found: [RosterEntry] = []
    for line in text.lines
    where line.tokens.contains(where: { text.tokens[$0].isSign(UInt8(ascii: ":")) }) {
      for index in line.tokens {
        guard let label = labels.match(in: text, at: index, before: line.tokens.upperBound),
          label.entry.value == "author", label.tokens.upperBound < line.tokens.upperBound,
          text.tokens[label.tokens.upperBound].isSign(UInt8(ascii: ":")),
          let parsed = parser.parse(
            label.tokens.upperBound + 1..<line.tokens.upperBound, in: RosterContext(),
            source: .signature, leastScore: 2)
        else { continue }
        found.append(parsed.entry)
      }
    }
    return found
  }

  /// Where no heading announces a roster: tables and runs of lines that consist of people.
  private func rostersByContent() -> [RosterEntry] {
    var entries: [RosterEntry] = []
    for section in sections where section.kind != .agreements && section.kind != .agenda {
      for grid in Grid.grids(in: section.content, of: text) {
        guard let reading = tables.read(grid, context: RosterContext()),
          reading.entries.count(where: { $0.nameScore >= 2 }) >= 2
        else { continue }
        entries += reading.entries.filter { $0.nameScore >= 1 }
      }
      if entries.isEmpty { entries += peopleLines(section.content) }
    }
    return entries
  }

  /// "Regidor Primero: A" over "Regidora Segunda: B": three such lines or more are a roster wherever
  /// they stand.
  private func labelledLines(_ range: Range<Int>) -> [RosterEntry] {
    var found: [RosterEntry] = []
    var run: [LineRoster.Unit] = []
    func close() {
      if run.count >= 3, let first = run.first, let last = run.last {
        let stretch = first.range.lowerBound..<last.range.upperBound
        found += lines.read(stretch, context: RosterContext()).entries
      }
      run = []
    }
    for unit in lines.units(in: range) {
      if lines.labelsPerson(unit) { run.append(unit) } else { close() }
    }
    close()
    return found
  }

  /// A roll call in the course of the session: three lines or more that follow one another, each a
  /// person and the answer.
  private func rollCall(_ range: Range<Int>) -> [RosterEntry] {
    var run: [RosterEntry] = []
    var found: [RosterEntry] = []
    for unit in lines.units(in: range) {
      let answered = lines.answered(unit)
      if answered.isEmpty {
        if run.count >= 3 { found += run }
        run = []
      }
      run += answered
    }
    return run.count >= 3 ? found + run : found
  }

  /// Three people or more in lines that follow one another, each line beginning with a person or
  /// with a group and its people.
  private func peopleLines(_ range: Range<Int>) -> [RosterEntry] {
    var run: [LineRoster.Unit] = []
    var people = 0
    var found: [RosterEntry] = []
    func close() {
      if people >= 3, let first = run.first, let last = run.last {
        let stretch = first.range.lowerBound..<last.range.upperBound
        found += lines.read(stretch, context: RosterContext()).entries.filter { $0.nameScore >= 1 }
      }
      run = []
      people = 0
    }
    for unit in lines.units(in: range) {
      let count = lines.countPeople(unit)
      if count > 0 {
        run.append(unit)
        people += count
      } else if !lines.mayHeadPeople(unit) {
        close()
      } else {
        run.append(unit)
      }
    }
    close()
    return found
  }

  /// People in a signature block: names over or beside positions, mostly in capitals.
  private func signatories(_ range: Range<Int>) -> [RosterEntry] {
    SignatureBlock(text: text, parser: parser, lines: lines).entries(in: range)
  }
}
