// Rosters in lines: bullets, numbers, tabs or bare names, under group headings that give a role, an
// institution or a presence to the lines below them.

import MinutarioLexicon
import MinutarioModel

/// Reads the lines of a roster.
struct LineRoster {
  let text: NormalizedText
  let parser: EntryParser
  let prose: ProseRoster
  private let splitter: EntrySplitter

  init(text: NormalizedText, parser: EntryParser, prose: ProseRoster) {
    self.text = text
    self.parser = parser
    self.prose = prose
    splitter = EntrySplitter(text: text, parser: parser)
  }

  /// What the lines gave.
  struct Reading {
    var entries: [RosterEntry] = []
    /// Stretches that were neither person nor heading.
    var unread: [Range<Int>] = []
  }

  /// A logical line: one physical line, or several that a hard wrap broke.
  struct Unit {
    var lines: Range<Int>
    var range: Range<Int>
    var tokens: Range<Int>
    var isListItem: Bool
    var isSetOff: Bool
    var indent: Int
  }

  /// The people of a stretch of lines, in order. Behind a list or a table, running text is read for
  /// absences only: it has gone over to the session itself.
  func read(
    _ range: Range<Int>, context: RosterContext,
    lastIsInstitution: @autoclosure () -> Bool = false,
    isAfterTable: Bool = false
  ) -> Reading {
    let units = units(in: range).flatMap(sentences(of:))
    var reading = Reading()
    var current = context
    var previousWasEntry = false
    for (index, unit) in units.enumerated() {
      if isFiller(unit) { continue }
      if let entries = statement(unit, context: context) {
        reading.entries += entries
        previousWasEntry = false
        continue
      }
      if isNarrative(unit) {
        let found = prose.read(
          unit.range, context: current, onlyAbsence: isAfterTable || !reading.entries.isEmpty)
        reading.entries += found
        previousWasEntry = false
        continue
      }
      if let group = inlineGroup(unit, context: current) {
        var entries = list(group.tokens, context: group.context, lastIsInstitution())
        if !entries.isEmpty {
          makePosition(of: group.heading, in: &entries)
          reading.entries += entries
          previousWasEntry = false
          continue
        }
      }
      let isOffice = isOfficeBehindAbsent(unit, reading.entries, context: current)
      let entries = running(
        unit, context: isOffice ? current.present : current, lastIsInstitution())
      if !entries.isEmpty, !isHeadingOverPeople(unit, entries, units[(index + 1)...]) {
        reading.entries += entries
        previousWasEntry = true
        continue
      }
      if previousWasEntry, attachCharge(unit, to: &reading.entries, context: current) { continue }
      if let group = groupHeading(unit, following: units[(index + 1)...], context: context) {
        current = nested(group, in: current, base: context, isFirst: reading.entries.isEmpty)
        previousWasEntry = false
        continue
      }
      let stated = prose.read(unit.range, context: current)
      if !stated.isEmpty {
        reading.entries += stated
        continue
      }
      reading.unread.append(unit.range)
      previousWasEntry = false
    }
    return reading
  }

  // MARK: Logical lines

  /// The visible lines of a byte range, wrapped ones joined.
  func units(in range: Range<Int>) -> [Unit] {
    guard !range.isEmpty else { return [] }
    var units: [Unit] = []
    var index = text.lineIndex(at: range.lowerBound)
    while index < text.lines.count, text.lines[index].range.lowerBound < range.upperBound {
      let line = text.lines[index]
      let clipped = line.range.clamped(to: range)
      let tokens = text.tokenIndices(of: line, in: range)
      let body = max(tokens.lowerBound, min(line.body.lowerBound, tokens.upperBound))
      defer { index += 1 }
      guard body < tokens.upperBound else { continue }
      if line.continuesPrevious, let last = units.indices.last,
        units[last].lines.upperBound == index
      {
        units[last].lines = units[last].lines.lowerBound..<index + 1
        units[last].range = units[last].range.lowerBound..<clipped.upperBound
        units[last].tokens = units[last].tokens.lowerBound..<tokens.upperBound
      } else {
        units.append(
          Unit(
            lines: index..<index + 1, range: clipped, tokens: body..<tokens.upperBound,
            isListItem: line.isListItem, isSetOff: line.isBold || line.headingLevel != nil,
            indent: line.indent))
      }
    }
    return joiningBrokenBlocks(units)
  }

  /// Lines of one block that the author broke by hand: the second belongs to the first when it does
  /// not begin with a person of its own.
  private func joiningBrokenBlocks(_ units: [Unit]) -> [Unit] {
    var joined: [Unit] = []
    for unit in units {
      guard let last = joined.last,
        text.lines[last.lines.lowerBound].block == text.lines[unit.lines.lowerBound].block,
        !beginsWithPerson(unit), beginsWithPerson(last)
      else {
        joined.append(unit)
        continue
      }
      joined[joined.count - 1].lines = last.lines.lowerBound..<unit.lines.upperBound
      joined[joined.count - 1].range = last.range.lowerBound..<unit.range.upperBound
      joined[joined.count - 1].tokens = last.tokens.lowerBound..<unit.tokens.upperBound
    }
    return joined
  }

  /// "Faltan con aviso: A. Faltan sin aviso: B.": sentences that each announce people are read one
  /// by one.
  private func sentences(of unit: Unit) -> [Unit] {
    guard !unit.isListItem, unit.tokens.count > 12 else { return [unit] }
    let sentences = Sentences(text: text, honorifics: parser.names.honorifics).sentences(
      in: text.range(ofTokens: unit.tokens))
    let announcing = sentences.count { sentence in
      sentence.contains { text.tokens[$0].isSign(UInt8(ascii: ":")) }
    }
    guard sentences.count > 1, announcing > 0 else { return [unit] }
    return sentences.map { sentence in
      var part = unit
      part.tokens = sentence
      part.range = text.range(ofTokens: sentence)
      return part
    }
  }

  private func beginsWithPerson(_ unit: Unit) -> Bool {
    guard
      let match = parser.names.name(
        in: text, at: unit.tokens.lowerBound, before: unit.tokens.upperBound)
    else { return false }
    return match.score >= 1
      && parser.roles.role(in: text, at: unit.tokens.lowerBound, before: unit.tokens.upperBound)
        == nil
  }

  /// Underscores, page numbers, placeholders: lines without a word of two letters.
  private func isFiller(_ unit: Unit) -> Bool {
    !unit.tokens.contains { text.tokens[$0].kind == .word && text.tokens[$0].range.count > 1 }
  }

  /// More words than names and charges side by side have; lines to sign on are signs.
  func isLong(_ unit: Unit) -> Bool { unit.tokens.count { text.tokens[$0].kind == .word } > 40 }

  /// A sentence or paragraph rather than an entry: long, with verbs' small words and a full stop.
  func isNarrative(_ unit: Unit) -> Bool {
    guard !unit.isListItem else { return false }
    let words = unit.tokens.filter { text.tokens[$0].kind == .word }
    guard words.count >= 14 else { return false }
    let small = words.count { !text.tokens[$0].shape.contains(.capitalized) }
    return small * 2 > words.count
  }

  // MARK: Shape

  /// Whether the entries of a document's rosters tend to end in an institution behind a comma.
  func lastIsInstitution(in sections: [Section]) -> Bool {
    var yes = 0
    var all = 0
    for section in sections where section.kind == .attendees || section.kind == .absent {
      for unit in units(in: section.content).prefix(200) where !isNarrative(unit) {
        for part in splitter.split(unit.tokens) {
          guard let parsed = parser.parse(part, in: RosterContext(), source: .list),
            parsed.chargePieces.count > 1
          else { continue }
          all += 1
          if parsed.entry.charge.institution != nil { yes += 1 }
        }
      }
    }
    return all >= 3 && yes * 2 > all
  }

  // MARK: Entries of a line

  /// The entries of one line: usually one; several where names are listed one after the other.
  func list(
    _ tokens: Range<Int>, context: RosterContext, _ lastIsInstitution: @autoclosure () -> Bool
  ) -> [RosterEntry] {
    let parts = splitter.split(tokens)
    var entries: [RosterEntry] = []
    for part in parts {
      guard
        let parsed = parser.parse(
          part, in: context, source: .list, leastScore: parts.count > 1 ? 1 : 0,
          lastIsInstitution: lastIsInstitution())
      else { continue }
      entries.append(parsed.entry)
      entries += parsed.represented
    }
    return entries
  }

  /// "Asisten también el Director de Obras, Ing. A, y la Encargada de Rentas, Sra. B.": a line that
  /// states presence of its own, whatever the lines above it do; nil for any other line.
  private func statement(_ unit: Unit, context: RosterContext) -> [RosterEntry]? {
    guard !unit.isListItem, let stated = parser.words.presence(openingAt: unit.tokens),
      stated.value == .present,
      text.tokenIndices(in: stated.span).count > 1 || context.presence != .present
    else { return nil }
    let next = text.tokenIndices(in: stated.span).upperBound
    guard next < unit.tokens.upperBound, text.tokens[next].kind == .word else { return nil }
    var own = RosterContext()
    own.state((stated.value, stated.span))
    let entries = prose.readAll(unit.range, context: own)
    return entries.isEmpty ? nil : entries
  }

  /// The entries of a line. One that opens with an article may go on like a sentence, "el Director de
  /// Obras, Ing. A; la Encargada de Rentas, Sra. B": the reading that finds more people holds.
  private func running(
    _ unit: Unit, context: RosterContext, _ lastIsInstitution: @autoclosure () -> Bool
  ) -> [RosterEntry] {
    let listed = list(unit.tokens, context: context, lastIsInstitution())
    guard let first = unit.tokens.first, !unit.isListItem,
      parser.functionWords.isArticle(text.tokens[first])
    else { return listed }
    let told = prose.readAll(unit.range, context: context)
    return told.count > listed.count ? told : listed
  }

  /// "Área requirente: Dr. X": a label with one person and nothing else is what the person is there
  /// for, unless it names an institution.
  private func makePosition(of heading: Range<Int>, in entries: inout [RosterEntry]) {
    guard entries.count == 1, entries[0].charge == Charge(), entries[0].distantPosition == nil,
      !parser.functionWords.isBy(text.tokens[heading.lowerBound]),
      parser.institutions.likeness(heading) <= .unit,
      parser.words.presence(in: heading) == nil, parser.words.capacity(in: heading) == nil
    else { return }
    let range = text.range(ofTokens: heading)
    entries[0].distantInstitution = nil
    if parser.institutions.likeness(heading) == .unit {
      entries[0].charge.unit = range
    } else {
      entries[0].distantPosition = range
    }
  }

  /// Whether nothing but one line break lies between an entry and a line.
  private func follows(_ unit: Unit, _ entry: RosterEntry) -> Bool {
    let gap = entry.entry.upperBound..<max(entry.entry.upperBound, unit.range.lowerBound)
    return text.bytes[gap].count { $0 == UInt8(ascii: "\n") } <= 1
  }

  /// A name with nothing beside it, followed by a line that is a charge.
  private func attachCharge(
    _ unit: Unit, to entries: inout [RosterEntry], context: RosterContext
  ) -> Bool {
    guard let last = entries.indices.last, entries[last].charge == Charge(), !unit.isSetOff,
      !closesWithColon(unit),
      !(parser.roles.role(in: text, at: unit.tokens.lowerBound, before: unit.tokens.upperBound)
        == nil && text.lines[text.lineIndex(at: entries[last].name.lowerBound)].isListItem),
      entries[last].distantPosition == nil, !headsRoleInPlural(unit.tokens),
      follows(unit, entries[last]),
      parser.roles.role(in: text, at: unit.tokens.lowerBound, before: unit.tokens.upperBound) != nil
        || parser.institutions.likeness(unit.tokens) > .unit
    else { return false }
    var represented: [RosterEntry] = []
    let rest = parser.readWords(
      parser.cutter.pieces(unit.tokens), into: &entries[last], represented: &represented)
    entries[last].charge = parser.charges.charge(rest)
    entries[last].entry = entries[last].entry.lowerBound..<unit.range.upperBound
    entries[last].distantPosition = nil
    entries[last].distantInstitution = nil
    parser.inherit(context, into: &entries[last])
    entries += represented
    return true
  }
}
