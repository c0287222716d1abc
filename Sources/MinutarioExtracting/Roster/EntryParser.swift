// One entry of a roster, whatever its layout: `Name, Position, Institution`, `Name (Role, Org)`,
// `Role: Name`, `SURNAME, Given`. The pieces between separators are weighed; no order is assumed.

import MinutarioLexicon
import MinutarioModel

/// Parses runs of tokens that are believed to be about one person.
///
/// One for a document, shared by its readers: as a value it was copied, hundreds of bytes, for each
/// question asked through one of them.
final class EntryParser {
  let text: NormalizedText
  let names: NameReader
  let roles: RoleFinder
  let institutions: InstitutionFinder
  let words: AttendanceWords
  let charges: ChargeReader
  let cutter: PieceCutter
  let surnames: PhraseTable
  let givenNames: PhraseTable
  let functionWords: FunctionWords

  init(text: NormalizedText, vocabulary: PeopleVocabulary, institutions: InstitutionFinder) {
    let lexicon = vocabulary.lexicon
    self.text = text
    names = vocabulary.names
    roles = vocabulary.roles
    self.institutions = institutions
    words = AttendanceWords(
      text: text, lexicon: lexicon, functionWords: vocabulary.functionWords)
    functionWords = vocabulary.functionWords
    charges = ChargeReader(
      text: text, institutions: institutions, roles: roles, functionWords: functionWords)
    let honorifics = vocabulary.names.honorifics
    cutter = PieceCutter(
      text: text, legalForms: { institutions.legalForm(at: $0, before: $1) },
      isTitle: { honorifics.contains(text.tokens[$0]) })
    surnames = lexicon[.surnames]
    givenNames = lexicon[.givenNames]
  }

  /// What an entry turned out to be.
  struct Parsed {
    var entry: RosterEntry
    /// People that the entry names as represented by its own person.
    var represented: [RosterEntry]
    /// Pieces of the charge, for the vote on the roster's shape.
    var chargePieces: [Piece]
  }

  /// Parses an entry; nil when no person is found in it, or none whose name scores `leastScore`. For
  /// `lastIsInstitution` see `ChargeReader`; `joinsLines` reads over line breaks, and
  /// `isSurnameFirst` takes `Surname, Given` for granted.
  func parse(
    _ tokens: Range<Int>, in context: RosterContext, source: RosterEntry.Source,
    leastScore: Int = 0, lastIsInstitution: @autoclosure () -> Bool = false,
    joinsLines: Bool = false,
    isSurnameFirst: Bool = false
  ) -> Parsed? {
    let pieces = cutter.pieces(tokens, joinsLines: joinsLines)
    guard
      let found = isSurnameFirst
        ? surnameFirst(pieces, leastScore: leastScore, isCertain: true)
          ?? findName(pieces, leastScore: leastScore) : findName(pieces, leastScore: leastScore)
    else { return nil }
    var entry = RosterEntry(
      title: found.match.titleRange, name: found.match.nameRange, nameText: found.nameText,
      presence: context.presence, presenceSpan: context.presenceSpan,
      entry: text.range(ofTokens: tokens), source: source, nameScore: found.match.score)
    apply(context, to: &entry)
    var represented: [RosterEntry] = []
    let rest = readWords(found.charge, into: &entry, represented: &represented)
    entry.charge = charges.charge(rest, lastIsInstitution: lastIsInstitution())
    inherit(context, into: &entry)
    if source != .table {
      // Who stands in sits for the same institution.
      for index in represented.indices where represented[index].charge.institution == nil {
        represented[index].distantInstitution =
          entry.charge.institution ?? entry.distantInstitution
      }
    }
    return Parsed(entry: entry, represented: represented, chargePieces: rest)
  }

  private func apply(_ context: RosterContext, to entry: inout RosterEntry) {
    entry.capacity = context.capacity
    entry.group = context.group
    entry.mode = context.mode
  }

  /// Position and institution of the group stand in where the entry has none of its own.
  func inherit(_ context: RosterContext, into entry: inout RosterEntry) {
    if entry.charge.position == nil, let position = context.position {
      // "los regidores Ana Ruiz, de Hacienda": what follows is what she is regidora of.
      if entry.charge.certainty <= 1 { entry.charge.institution = nil }
      entry.distantPosition = position
    }
    if entry.charge.institution == nil, let institution = context.institution {
      entry.distantInstitution = institution
    } else if entry.charge == Charge(), entry.distantPosition == nil, let sector = context.sector {
      entry.distantInstitution = sector
    }
  }

  // MARK: The name

  struct FoundName {
    var match: NameMatch
    var nameText: String
    var charge: [Piece]
  }

  /// The name is in the first piece, or behind a role that comes before it.
  private func findName(_ pieces: [Piece], leastScore: Int) -> FoundName? {
    for (index, piece) in pieces.enumerated().prefix(3) {
      if index == 1, let surnameFirst = surnameFirst(pieces, leastScore: leastScore) {
        return surnameFirst
      }
      guard
        let match = names.name(
          in: text, at: piece.tokens.lowerBound, before: piece.tokens.upperBound),
        match.score >= leastScore || index == 0 && match.titleRange != nil
          || index == 0 && isShortNameBeforeRole(match, pieces)
      else {
        if let inner = nameBehindRole(piece, leastScore: leastScore) {
          var charge = Array(pieces[..<index])
          charge.append(
            Piece(tokens: piece.tokens.lowerBound..<inner.tokens.lowerBound, before: .start))
          charge = charge.map { Piece(tokens: cutter.trimmed($0.tokens), before: $0.before) }
            .filter { !$0.tokens.isEmpty }
          return FoundName(
            match: inner, nameText: text.string(inner.nameRange).joinedLines(),
            charge: charge + remainder(piece, after: inner) + pieces[(index + 1)...])
        }
        if index == 0, isRoleLabel(piece) || pieces.count > 1 && pieces[1].before == .colon {
          continue
        }
        if index > 0 { continue }
        return surnameFirst(pieces, leastScore: leastScore)
      }
      if index == 0, let surnameFirst = surnameFirst(pieces, leastScore: leastScore) {
        return surnameFirst
      }
      if index == 0, isRoleLabel(piece), match.titleRange == nil { continue }
      return FoundName(
        match: match, nameText: text.string(match.nameRange).joinedLines(),
        charge: Array(pieces[..<index]) + remainder(piece, after: match) + pieces[(index + 1)...])
    }
    return nil
  }

  /// "Hermenegilda, tesorera": a single name is one when a role follows it.
  private func isShortNameBeforeRole(_ match: NameMatch, _ pieces: [Piece]) -> Bool {
    guard match.score >= -1, match.tokens == pieces[0].tokens, pieces.count > 1 else {
      return false
    }
    return isRoleLabel(pieces[1])
  }

  /// A role that stands before the person: "Presidenta:", "Alcaldesa a.i.:".
  private func isRoleLabel(_ piece: Piece) -> Bool {
    roles.role(in: text, at: piece.tokens.lowerBound, before: piece.tokens.upperBound) != nil
  }

  /// "Secretario General Sr. Édison …": honorific and name at the end of a piece that opens with a
  /// role.
  private func nameBehindRole(_ piece: Piece, leastScore: Int) -> NameMatch? {
    guard isRoleLabel(piece) else { return nil }
    if let whole = nameRightBehindRole(piece, leastScore: leastScore) { return whole }
    for index in piece.tokens.dropFirst() {
      guard names.honorific(in: text, at: index, before: piece.tokens.upperBound) != nil,
        let match = names.name(in: text, at: index, before: piece.tokens.upperBound)
      else { continue }
      return match
    }
    return nil
  }

  /// "Concejal Ana Ruiz Gil": a role and a known name make up the piece.
  private func nameRightBehindRole(_ piece: Piece, leastScore: Int) -> NameMatch? {
    let end = piece.tokens.upperBound
    guard let role = roles.role(in: text, at: piece.tokens.lowerBound, before: end),
      !role.isPlural,
      let match = names.name(in: text, at: role.tokens.upperBound, before: end),
      match.tokens.upperBound == end, match.score >= max(leastScore, 3), match.nameTokens.count > 1
    else { return nil }
    return match
  }

  func remainder(_ piece: Piece, after match: NameMatch) -> [Piece] {
    let rest = cutter.trimmed(match.tokens.upperBound..<piece.tokens.upperBound)
    return rest.isEmpty ? [] : [Piece(tokens: rest, before: .start)]
  }

  /// `PÉREZ LÓPEZ, Juan`: a first piece of surnames only, a second of given names only.
  func surnameFirst(
    _ pieces: [Piece], leastScore: Int, isCertain: Bool = false
  ) -> FoundName? {
    guard pieces.count > 1, pieces[1].before == .comma,
      let surname = names.name(
        in: text, at: pieces[0].tokens.lowerBound, before: pieces[0].tokens.upperBound),
      surname.tokens == pieces[0].tokens, surname.titleRange == nil
    else { return nil }
    let second = pieces[1].tokens
    guard let given = names.name(in: text, at: second.lowerBound, before: second.upperBound),
      given.tokens.upperBound == second.upperBound, given.nameTokens.count <= 4,
      isCertain || given.titleRange == nil || isCapitals(surname.nameTokens)
    else { return nil }
    let surnameIsCapitals = isCapitals(surname.nameTokens)
    let givenIsCapitals = isCapitals(given.nameTokens)
    let givenIsKnown = givenNames.contains(text.tokens[given.nameTokens.lowerBound])
    let surnameIsGiven = givenNames.contains(text.tokens[surname.nameTokens.lowerBound])
    guard roles.role(in: text, at: second.lowerBound, before: second.upperBound) == nil else {
      return nil
    }
    if !isCertain {
      let areAcronyms =
        surnameIsCapitals && givenIsCapitals && surname.nameTokens.count == 1
        && given.nameTokens.count == 1
      let isEvident =
        surnameIsCapitals && !givenIsCapitals
        || givenIsKnown && !surnameIsGiven && surname.nameTokens.count <= 3
      guard !areAcronyms, isEvident else { return nil }
    }
    var match = given
    match.tokens = surname.tokens.lowerBound..<given.tokens.upperBound
    match.nameRange = surname.nameRange.lowerBound..<given.nameRange.upperBound
    match.score = max(surname.score, given.score) + 1
    let name =
      text.string(surname.nameRange).joinedLines() + ", "
      + text.string(given.nameRange).joinedLines()
    return FoundName(match: match, nameText: name, charge: Array(pieces[2...]))
  }

  private func isCapitals(_ tokens: Range<Int>) -> Bool {
    tokens.allSatisfy {
      text.tokens[$0].kind == .sign || text.tokens[$0].shape.contains(.allCapitals)
    }
  }
}

extension String {
  /// Line breaks and runs of blanks inside become one blank.
  func joinedLines() -> String {
    guard hasUnevenBlanks else { return self }
    return split { $0 == "\n" || $0 == " " || $0 == "\t" || $0 == "\u{A0}" }
      .joined(separator: " ")
  }
}
