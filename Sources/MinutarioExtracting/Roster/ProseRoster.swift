// Rosters in prose: "estando presentes los CC. A, B y C, en su carácter de Presidenta, Secretario y
// Vocal, respectivamente". A sentence that states presence or absence is read person by person.

import MinutarioLexicon
import MinutarioModel

/// Reads people out of sentences that state who came and who did not.
struct ProseRoster {
  let text: NormalizedText
  let parser: EntryParser
  private let particles: PhraseTable
  private let changes: PresenceChanges

  init(text: NormalizedText, parser: EntryParser, lexicon: Lexicon) {
    self.text = text
    self.parser = parser
    changes = PresenceChanges(text: text, words: parser.words)
    particles = lexicon[.nameParticles]
  }

  /// The people of all sentences in a byte range that state presence. `onlyAbsence` passes over
  /// sentences that state presence only: further on in minutes "asistió" speaks of other meetings as
  /// often as of this one.
  func read(
    _ range: Range<Int>, context: RosterContext, onlyAbsence: Bool = false
  ) -> [RosterEntry] {
    guard parser.words.mayStatePresence(text.tokenIndices(in: range)) else { return [] }
    var entries: [RosterEntry] = []
    for sentence in Sentences(text: text, honorifics: parser.names.honorifics).sentences(in: range)
    {
      guard var stated = parser.words.presence(in: sentence), !isTableRow(sentence) else {
        continue
      }
      if onlyAbsence {
        // "ausente por viaje de trabajo": the clause states it, the preposition only says why.
        guard let clause = parser.words.presence(in: sentence, withPrepositions: false),
          clause.value != .present
        else { continue }
        if stated.value != .excused || clause.value == .excused { stated = clause }
        stated.span = clause.span
      }
      var own = context
      own.presence = stated.value
      own.presenceSpan = stated.span
      let found = people(
        in: sentence, context: own, before: (context.presence, context.presenceSpan))
      entries += onlyAbsence ? found.filter { stands($0, beside: stated.span) } : found
    }
    return entries
  }

  /// The people of all sentences in a byte range, each as its sentence states, else as the context
  /// does.
  func readAll(_ range: Range<Int>, context: RosterContext) -> [RosterEntry] {
    Sentences(text: text, honorifics: parser.names.honorifics).sentences(in: range)
      .filter { !isTableRow($0) }
      .flatMap { sentence in
        var own = context
        if let stated = parser.words.presence(in: sentence) {
          own.state((stated.value, stated.span))
        }
        return people(
          in: sentence, context: own, before: (context.presence, context.presenceSpan))
      }
  }

  /// Who holds an office of the meeting by a sentence's own words: "Actúa como Secretaria la Lic. X".
  /// Only people with an honorific: running text speaks of others who preside over other things.
  func officers(in range: Range<Int>) -> [RosterEntry] {
    guard
      parser.words.capacity(in: text.tokenIndices(in: range), where: \.isOffice) != nil
    else { return [] }
    return Sentences(text: text, honorifics: parser.names.honorifics).sentences(in: range)
      .flatMap { sentence -> [RosterEntry] in
        let persons = persons(in: sentence)
        return persons.enumerated().flatMap { index, person -> [RosterEntry] in
          guard person.match.titleRange != nil, announcedOffice(before: person.start) != nil else {
            return []
          }
          let end = index + 1 < persons.count ? persons[index + 1].start : sentence.upperBound
          return entry(
            person, charge: person.match.tokens.upperBound..<end, context: RosterContext()) ?? []
        }
      }
  }

  /// A line cut into columns by tabs is no sentence.
  private func isTableRow(_ sentence: Range<Int>) -> Bool {
    let range = text.range(ofTokens: sentence)
    return text.bytes[range].count { $0 == UInt8(ascii: "\t") } >= 2
  }

  /// Whether an absence is stated of this person rather than of another in the sentence.
  private func stands(
    _ entry: RosterEntry, beside span: Range<Int>
  ) -> Bool {
    let gap =
      entry.name.lowerBound >= span.upperBound
      ? span.upperBound..<max(span.upperBound, min(entry.entry.lowerBound, entry.name.lowerBound))
      : min(entry.entry.upperBound, span.lowerBound)..<span.lowerBound
    let distance = text.tokenIndices(in: gap).count
    // "por ausencia de la Secretaria" speaks of whom it names next, not of anybody before it.
    if let last = text.tokenIndices(in: span).last, parser.functionWords.isDe(text.tokens[last]),
      entry.name.lowerBound < span.lowerBound
    {
      return false
    }
    guard text.tokenIndices(in: span).count == 1 else { return distance <= 8 }
    guard parser.words.presence(in: text.tokenIndices(in: span))?.value == .absent else {
      return false
    }
    // A word alone must stand right beside the name: "faltó el vocal Sr. X", "Ing. X, ausente".
    let isBefore = span.lowerBound < entry.name.lowerBound
    return distance <= (isBefore ? 3 : 1)
  }

  private func people(
    in sentence: Range<Int>, context: RosterContext, before: PresenceChanges.Statement
  ) -> [RosterEntry] {
    let labelled = LabelledPeople(text: text, parser: parser).entries(
      in: sentence, context: context)
    if !labelled.isEmpty { return labelled }
    let persons = persons(in: sentence)
    let presences = changes.presences(
      in: sentence, persons: persons.map { $0.start..<$0.match.tokens.upperBound }, before: before)
    var entries: [RosterEntry] = []
    var context = context
    for (index, person) in persons.enumerated() {
      let end = index + 1 < persons.count ? persons[index + 1].start : sentence.upperBound
      let previousEnd = index > 0 ? persons[index - 1].match.tokens.upperBound : sentence.lowerBound
      if let plural = pluralRole(between: previousEnd..<person.match.tokens.lowerBound) {
        context.position = text.range(ofTokens: plural)
      }
      let shared = sharedPositions(person.match.tokens.upperBound..<end)
      let own = person.match.tokens.upperBound..<(shared?.start ?? end)
      if let presences { context.state(presences[index]) }
      guard let entry = entry(person, charge: own, context: context) else { continue }
      entries += entry
      if let shared { share(shared.positions, among: &entries) }
    }
    return entries
  }

  // MARK: Who

  private struct Person {
    /// The first token of what belongs to the person: a role before the name, or the name.
    var start: Int
    var match: NameMatch
  }

  /// The people named in a sentence outside brackets and quotes, those that others stand in for
  /// left out.
  private func persons(in sentence: Range<Int>) -> [Person] {
    var found: [Person] = []
    // A sentence that stands in brackets as a whole is read like any other.
    var depth = text.tokens[sentence.lowerBound].isSign(UInt8(ascii: "(")) ? -1 : 0
    var isQuoted = false
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      let token = text.tokens[index]
      if token.isSign(UInt8(ascii: "(")) { depth += 1 }
      if token.isSign(UInt8(ascii: ")")) { depth -= 1 }
      if token.isSign(UInt8(ascii: "\"")) { isQuoted.toggle() }
      guard depth <= 0, !isQuoted, token.kind == .word,
        let match = parser.names.name(in: text, at: index, before: sentence.upperBound),
        isPerson(match, in: sentence)
      else {
        index += 1
        continue
      }
      if !standsBehindSubstitution(match, in: sentence) {
        found.append(Person(start: roleStart(before: match, in: sentence), match: match))
      }
      index = match.tokens.upperBound
    }
    return found
  }

  /// An honorific makes a person; without one, known names do, unless they name a place or a thing.
  private func isPerson(_ match: NameMatch, in sentence: Range<Int>) -> Bool {
    if match.titleRange != nil { return true }
    if match.tokens.lowerBound > sentence.lowerBound,
      parser.functionWords.isLink(text.tokens[match.tokens.lowerBound - 1]),
      !followsPresence(match.tokens.lowerBound, from: sentence.lowerBound)
    {
      return false
    }
    if match.score >= 3, match.nameTokens.count >= 2 {
      guard match.tokens.lowerBound > sentence.lowerBound else { return true }
      let previous = text.tokens[match.tokens.lowerBound - 1]
      if previous.kind == .word, previous.shape.contains(.capitalized) {
        return roleEnding(at: match.tokens.lowerBound, from: sentence.lowerBound) != nil
          || pluralRole(between: sentence.lowerBound..<match.tokens.lowerBound) != nil
      }
      return true
    }
    return match.score >= 1
      && roleEnding(at: match.tokens.lowerBound, from: sentence.lowerBound) != nil
  }

  /// "con la asistencia de Juan Pérez": a preposition is no obstacle right behind the statement.
  private func followsPresence(_ name: Int, from start: Int) -> Bool {
    parser.words.presence(in: max(start, name - 4)..<name) != nil
  }

  /// "en suplencia del Lic. X": X is not here.
  private func standsBehindSubstitution(_ match: NameMatch, in sentence: Range<Int>) -> Bool {
    let from = max(sentence.lowerBound, match.tokens.lowerBound - 8)
    for index in from..<match.tokens.lowerBound {
      if let stated = parser.words.capacity(at: index, before: match.tokens.lowerBound),
        stated.value.standsIn, stated.tokens.count > 1
      {
        let between = stated.tokens.upperBound..<match.tokens.lowerBound
        // "el vocal suplente Sr. X" stands in for nobody who is named.
        let isJoined = (stated.tokens.upperBound - 1..<match.tokens.lowerBound).contains {
          parser.functionWords.isLink(text.tokens[$0])
        }
        return isJoined && !between.contains { text.tokens[$0].isSign(UInt8(ascii: ",")) }
      }
    }
    return false
  }

  /// A singular role right before the name: "la Prosecretaria Sra. X".
  private func roleStart(before match: NameMatch, in sentence: Range<Int>) -> Int {
    roleEnding(at: match.tokens.lowerBound, from: sentence.lowerBound)
      ?? chargeBefore(match.tokens.lowerBound, from: sentence.lowerBound) ?? match.tokens.lowerBound
  }

  /// "la Regidora de Educación, Profra. X": a whole charge with its article, a comma, the name.
  private func chargeBefore(_ name: Int, from start: Int) -> Int? {
    guard name - 2 > start, text.tokens[name - 1].isSign(UInt8(ascii: ",")) else { return nil }
    for index in stride(from: name - 2, to: max(start, name - 16), by: -1) {
      if text.tokens[index].isSign(UInt8(ascii: ","))
        || text.tokens[index].isSign(UInt8(ascii: ";"))
      {
        return nil
      }
      guard let role = parser.roles.role(in: text, at: index, before: name), !role.isPlural
      else { continue }
      let before = text.tokens[index - 1]
      let hasArticle =
        parser.functionWords.isArticle(before) || before.isSign(UInt8(ascii: "."))
      return hasArticle ? index : nil
    }
    return nil
  }

  private func roleEnding(at name: Int, from start: Int) -> Int? {
    let end = name > start && text.tokens[name - 1].isSign(UInt8(ascii: ",")) ? name - 1 : name
    for index in stride(from: max(start, end - 5), to: end, by: 1) {
      if let role = parser.roles.role(in: text, at: index, before: end),
        role.tokens.upperBound == end, !role.isPlural
      {
        return index
      }
    }
    return nil
  }

  /// A plural role over several names: "los Ediles titulares:", "los vocales".
  private func pluralRole(between tokens: Range<Int>) -> Range<Int>? {
    for index in tokens {
      if let role = parser.roles.pluralOffice(in: text, at: index, before: tokens.upperBound),
        role.tokens.upperBound >= tokens.upperBound - 2
      {
        return role.tokens
      }
    }
    return nil
  }

  // MARK: As what

  private func entry(_ person: Person, charge: Range<Int>, context: RosterContext) -> [RosterEntry]?
  {
    let end = endOfCharge(charge)
    var context = context
    let before = max(0, person.start - 6)..<person.start
    if let stated = parser.words.capacity(in: before), stated.value == .invitado {
      context.capacity = .invitado
    } else if let office = announcedOffice(before: person.start) {
      context.capacity = office
    }
    guard
      let parsed = parser.parse(
        person.start..<max(end, person.match.tokens.upperBound), in: context, source: .prose,
        leastScore: -2)
    else { return nil }
    return [parsed.entry] + parsed.represented
  }

  /// "Preside la Edil X", "bajo la presidencia del Ing. Y": who holds the meeting's office, announced
  /// by a verb or a noun rather than by a position.
  private func announcedOffice(before person: Int) -> Attendance.Capacity? {
    for index in max(0, person - 8)..<person {
      guard let stated = parser.words.capacity(at: index, before: person),
        stated.value.isOffice,
        parser.roles.role(in: text, at: index, before: person) == nil
      else { continue }
      let between = stated.tokens.upperBound..<person
      guard between.count <= 4, !between.contains(where: separatesClauses) else { continue }
      return stated.value
    }
    return nil
  }

  private func separatesClauses(_ index: Int) -> Bool {
    text.tokens[index].isSign(UInt8(ascii: ",")) || text.tokens[index].isSign(UInt8(ascii: ";"))
  }

  /// The charge ends where a clause begins that is neither position nor institution: "se llevó a
  /// cabo", "quien se encuentra", "así como".
  private func endOfCharge(_ tokens: Range<Int>) -> Int {
    var end = tokens.lowerBound
    for (index, piece) in parser.cutter.pieces(tokens).enumerated() {
      let first = piece.tokens.lowerBound
      let token = text.tokens[first]
      let isRole =
        parser.roles.role(in: text, at: first, before: piece.tokens.upperBound) != nil
      let opensCharge =
        isRole || token.shape.contains(.capitalized) || piece.before == .bracket
        || particles.contains(token) && piece.tokens.count > 1
          && text.tokens[institutionStart(piece.tokens)].shape.contains(.capitalized)
        || parser.words.capacity(at: first, before: piece.tokens.upperBound) != nil
      guard opensCharge, !startsWithAnd(piece.tokens) || index == 0 && isRole else { break }
      end = clauseEnd(piece.tokens)
      if end < piece.tokens.upperBound { break }
    }
    return end
  }

  private func institutionStart(_ tokens: Range<Int>) -> Int {
    min(parser.institutions.withoutArticle(tokens).lowerBound, tokens.upperBound - 1)
  }

  private func startsWithAnd(_ tokens: Range<Int>) -> Bool {
    parser.functionWords.opensClause(text.tokens[tokens.lowerBound])
  }

  /// Within a piece, the place where another clause sets in.
  private func clauseEnd(_ tokens: Range<Int>) -> Int {
    for index in tokens.dropFirst() where parser.functionWords.opensClause(text.tokens[index]) {
      if parser.functionWords.isAnd(text.tokens[index]), index + 1 < tokens.upperBound,
        text.tokens[index + 1].shape.contains(.capitalized)
          || parser.roles.role(in: text, at: index + 1, before: tokens.upperBound) != nil
      {
        continue
      }
      return index
    }
    return tokens.upperBound
  }

  // MARK: Respectively

  private struct Shared {
    var start: Int
    var positions: [Range<Int>]
  }

  /// "en su carácter de A, B y C, respectivamente".
  private func sharedPositions(_ tokens: Range<Int>) -> Shared? {
    for index in tokens where parser.functionWords.isDistributive(text.tokens[index]) {
      guard index + 2 < tokens.upperBound, parser.functionWords.isOf(text.tokens[index + 1]) else {
        continue
      }
      let end =
        (index + 2..<tokens.upperBound).first {
          parser.functionWords.isRespectively(text.tokens[$0])
        }
      guard let end else { continue }
      var positions: [Range<Int>] = []
      for piece in parser.cutter.pieces(index + 2..<end) {
        var start = piece.tokens.lowerBound
        for place in piece.tokens where parser.functionWords.isAnd(text.tokens[place]) {
          guard place > start,
            parser.roles.role(in: text, at: place + 1, before: piece.tokens.upperBound) != nil
          else { continue }
          positions.append(start..<place)
          start = place + 1
        }
        if start < piece.tokens.upperBound { positions.append(start..<piece.tokens.upperBound) }
      }
      let start = max(tokens.lowerBound, index - 2)
      return Shared(start: start, positions: positions)
    }
    return nil
  }

  /// Gives the last entries their positions, in order, when the counts allow it.
  private func share(_ positions: [Range<Int>], among entries: inout [RosterEntry]) {
    let open = entries.indices.suffix(positions.count)
    guard open.count == positions.count else { return }
    for (index, position) in zip(open, positions) {
      entries[index].charge = parser.charges.charge([Piece(tokens: position, before: .start)])
      entries[index].distantPosition = nil
    }
  }
}
