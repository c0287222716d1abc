// Group headings of a roster: a line without a person over lines with people.

import MinutarioModel

extension LineRoster {
  /// A heading at the start of a line with its people behind it: "Por la SEP: Lic. A; Mtro. B".
  func inlineGroup(_ unit: Unit, context: RosterContext) -> (
    heading: Range<Int>, tokens: Range<Int>, context: RosterContext
  )? {
    guard let colon = unit.tokens.first(where: { text.tokens[$0].isSign(UInt8(ascii: ":")) }),
      colon + 1 < unit.tokens.upperBound, colon > unit.tokens.lowerBound,
      text.tokens[colon + 1].spaceBefore
    else { return nil }
    let heading = unit.tokens.lowerBound..<colon
    let rest = colon + 1..<unit.tokens.upperBound
    if let name = parser.names.name(in: text, at: heading.lowerBound, before: colon),
      name.score >= 2, parser.institutions.likeness(heading) < .generic
    {
      return nil
    }
    let role = parser.roles.role(in: text, at: heading.lowerBound, before: colon)
    let statesMore =
      parser.words.presence(in: heading) != nil
      || parser.words.capacity(in: heading) != nil
        && parser.roles.isMemberWord(text.tokens[heading.lowerBound])
    guard role?.isPlural ?? true || statesMore, let group = groupContext(heading, context: context)
    else {
      return nil
    }
    return (heading, rest, group)
  }

  /// A line of its own that heads the people below it.
  func groupHeading(
    _ unit: Unit, following: ArraySlice<Unit>, context: RosterContext
  ) -> RosterContext? {
    let words = unit.tokens.count { text.tokens[$0].kind == .word }
    guard words <= 16, !following.isEmpty else { return nil }
    let trimmed = parser.cutter.trimmed(unit.tokens)
    guard !trimmed.isEmpty else { return nil }
    let tokens = behindHonorific(trimmed)
    if let role = parser.roles.role(in: text, at: tokens.lowerBound, before: tokens.upperBound),
      !role.isPlural, !parser.roles.isMemberWord(text.tokens[tokens.lowerBound]),
      role.tokens.upperBound >= tokens.upperBound - 3,
      endsInColon(tokens)
        || unit.isSetOff && !unit.isListItem && following.first?.isSetOff == false
          && parser.institutions.likeness(tokens) == .no
        || isCapitalsOver(following.first, unit)
    {
      var group = context
      group.position = text.range(ofTokens: tokens)
      group.group = text.range(ofTokens: trimmed)
      return group
    }
    return groupContext(tokens, context: context)
  }

  /// A heading beneath another: under "Concejales:", "Por el Grupo Popular:" leaves the position as it
  /// is. An office that is named behind those that are missing ("Secretaria:") is there.
  func nested(
    _ group: RosterContext, in outer: RosterContext, base: RosterContext, isFirst: Bool
  ) -> RosterContext {
    var group = group
    if let heading = group.group.map(text.tokenIndices), let first = heading.first {
      if group.position == nil, group.institution != nil || group.sector != nil,
        group.presence == outer.presence, parser.functionWords.isBy(text.tokens[first]),
        let office = outer.position, headsRoleInPlural(text.tokenIndices(in: office))
      {
        group.position = outer.position
      }
      if !isFirst, group.position != nil, base.presence != .present,
        !headsRoleInPlural(heading), parser.words.presence(in: heading) == nil
      {
        group.presence = .present
        group.presenceSpan = nil
      }
    }
    return group
  }

  /// "SECRETARIA" over "D.ª Inés Robledo": a line in capitals over a person who is not.
  private func isCapitalsOver(_ next: Unit?, _ unit: Unit) -> Bool {
    func isCapitals(_ tokens: Range<Int>) -> Bool {
      tokens.allSatisfy {
        text.tokens[$0].kind != .word || text.tokens[$0].shape.contains(.allCapitals)
      }
    }
    guard let next, isCapitals(unit.tokens), !isCapitals(next.tokens) else { return false }
    return parser.names.name(
      in: text, at: next.tokens.lowerBound, before: next.tokens.upperBound) != nil
  }

  /// "Secretaria: Sra. X" behind people who are missing and have no such label: the office that was
  /// there.
  func isOfficeBehindAbsent(
    _ unit: Unit, _ entries: [RosterEntry], context: RosterContext
  ) -> Bool {
    guard context.presence != .present, !unit.isListItem, labelsPerson(unit), !entries.isEmpty
    else { return false }
    return !entries.contains { entry in
      let start = text.lineIndex(at: entry.name.lowerBound)
      let before = text.lines[start].range.lowerBound..<entry.name.lowerBound
      return text.bytes[before.clamped(to: 0..<text.bytes.count)].contains(UInt8(ascii: ":"))
    }
  }

  /// "Regidor Primero: José Cruz": a role of one person, a colon, a name.
  func labelsPerson(_ unit: Unit) -> Bool {
    guard let colon = unit.tokens.first(where: { text.tokens[$0].isSign(UInt8(ascii: ":")) }),
      let role = parser.roles.role(in: text, at: unit.tokens.lowerBound, before: colon),
      !role.isPlural, colon + 1 < unit.tokens.upperBound
    else { return false }
    return parser.names.name(in: text, at: colon + 1, before: unit.tokens.upperBound) != nil
  }

  /// "Concejales ausentes con aviso": the office without what is said of their presence.
  func office(_ tokens: Range<Int>) -> Range<Int> {
    guard let stated = parser.words.presence(in: tokens),
      let place = text.tokenIndices(in: stated.span).first, place > tokens.lowerBound
    else { return text.range(ofTokens: tokens) }
    return text.range(ofTokens: parser.cutter.trimmed(tokens.lowerBound..<place))
  }

  /// "Sres. Concejales", "Sr. Alcalde": without the honorific before the role.
  func behindHonorific(_ tokens: Range<Int>) -> Range<Int> {
    guard
      let title = parser.names.honorific(
        in: text, at: tokens.lowerBound, before: tokens.upperBound)
    else { return tokens }
    let rest = parser.cutter.trimmed(title.upperBound..<tokens.upperBound)
    return rest.isEmpty ? tokens : rest
  }

  /// A line that reads as a person but heads people: an institution named after somebody, a role in
  /// the plural over names.
  func isHeadingOverPeople(
    _ unit: Unit, _ entries: [RosterEntry], _ following: ArraySlice<Unit>
  ) -> Bool {
    guard entries.count == 1, let entry = entries.first, entry.title == nil,
      let next = following.first
    else { return false }
    let tokens = parser.cutter.trimmed(unit.tokens)
    let isColonEnd = closesWithColon(unit)
    let looksLikeHeading =
      isColonEnd || unit.isSetOff && !next.isSetOff || unit.indent < next.indent
      || !unit.isListItem && next.isListItem
    return looksLikeHeading
      && (parser.institutions.likeness(tokens) >= .generic || entry.nameScore <= 0 || isColonEnd)
  }

  /// What a heading says of the people under it; nil when it says nothing.
  func groupContext(_ tokens: Range<Int>, context: RosterContext) -> RosterContext? {
    var group = context
    let range = text.range(ofTokens: tokens)
    group.group = range
    var saysSomething = false
    if let stated = parser.words.presence(in: tokens),
      stated.value != .present || context.presence != .present
    {
      group.presence = stated.value
      group.presenceSpan = stated.span
      saysSomething = true
    }
    if let mode = parser.words.mode(in: tokens) {
      group.mode = mode
      saysSomething = true
    }
    if let stated = parser.words.capacity(in: tokens) {
      group.capacity = stated.value
      saysSomething = true
    }
    if headsRoleInPlural(tokens) {
      group.position = office(behindHonorific(tokens))
      return group
    }
    let party = behindBy(tokens)
    let isParty =
      party.lowerBound > tokens.lowerBound
      && parser.functionWords.isBy(text.tokens[tokens.lowerBound])
    if parser.institutions.isSector(party) {
      group.sector = text.range(ofTokens: party)
      saysSomething = true
    } else if namesParty(party, isAnnounced: isParty) {
      group.institution = text.range(ofTokens: party)
      saysSomething = true
    }
    return saysSomething || endsInColon(tokens) ? group : nil
  }

  /// Whether a heading names one institution: by its words, or by a proper name behind "Por la".
  private func namesParty(_ tokens: Range<Int>, isAnnounced: Bool) -> Bool {
    guard let first = tokens.first, !parser.institutions.isSector(tokens) else { return false }
    // "Por secretaría se procede a llamar a lista:" announces no party.
    if isAnnounced, tokens.count > 3, !text.tokens[first].shape.contains(.capitalized) {
      return false
    }
    switch parser.institutions.likeness(tokens) {
    case .certain, .likely, .unit: return true
    case .generic: return isAnnounced
    // "Por Sierra Viva:": what is announced by a word and a colon needs nothing but a name.
    case .no:
      return isAnnounced && endsInColon(tokens)
        && text.tokens[tokens.lowerBound].shape.contains(.capitalized)
    }
  }

  /// The tokens behind "Por la", "Por el", "Por parte de".
  private func behindBy(_ tokens: Range<Int>) -> Range<Int> {
    var start = tokens.lowerBound
    if start < tokens.upperBound, parser.functionWords.isBy(text.tokens[start]) { start += 1 }
    // "POR LA PARTE PATRONAL": in capitals the article looks like a part of the name.
    if start > tokens.lowerBound, start + 1 < tokens.upperBound,
      text.tokens[start].shape.contains(.allCapitals),
      parser.functionWords.isArticle(text.tokens[start])
    {
      start += 1
    }
    return parser.institutions.withoutArticle(start..<tokens.upperBound)
  }

  /// Whether a colon is the last of a line.
  func closesWithColon(_ unit: Unit) -> Bool {
    unit.tokens.last.map { text.tokens[$0].isSign(UInt8(ascii: ":")) } ?? false
  }

  /// Whether a colon stands behind the tokens.
  private func endsInColon(_ tokens: Range<Int>) -> Bool {
    tokens.upperBound < text.tokens.count
      && text.tokens[tokens.upperBound].isSign(UInt8(ascii: ":"))
  }

  /// A heading such as REGIDORES PROPIETARIOS, which gives the people under it their position.
  func headsRoleInPlural(_ tokens: Range<Int>) -> Bool {
    let tokens = behindHonorific(tokens)
    return parser.roles.pluralOffice(in: text, at: tokens.lowerBound, before: tokens.upperBound)
      != nil
  }

  /// How many people a line surely lists, where nothing announced a roster.
  func countPeople(_ unit: Unit) -> Int {
    guard !isNarrative(unit) else { return 0 }
    let tokens = inlineGroup(unit, context: RosterContext())?.tokens ?? unit.tokens
    return list(tokens, context: RosterContext(), false).count {
      $0.nameScore >= 2 && ($0.name.lowerBound - text.tokens[tokens.lowerBound].start < 60)
    }
  }

  /// The people of a line that says of the first whether they are there; none of any other line.
  func answered(_ unit: Unit) -> [RosterEntry] {
    guard !isNarrative(unit), parser.words.presence(in: unit.tokens) != nil else { return [] }
    let entries = list(unit.tokens, context: RosterContext(), false)
    guard let first = entries.first, first.nameScore >= 1, first.presenceSpan != nil,
      first.name.lowerBound - text.tokens[unit.tokens.lowerBound].start < 60
    else { return [] }
    return entries
  }

  /// Whether a line without people may stand between lines of people.
  func mayHeadPeople(_ unit: Unit) -> Bool {
    !isNarrative(unit)
      && groupContext(parser.cutter.trimmed(unit.tokens), context: RosterContext()) != nil
  }
}
