// What an entry says beside name and charge: whether and as what its person attends, for whom, and
// notes that belong to neither.

import MinutarioModel

extension EntryParser {
  /// Takes the pieces that speak of presence, capacity and substitution out of the charge.
  func readWords(
    _ pieces: [Piece], into entry: inout RosterEntry, represented: inout [RosterEntry]
  ) -> [Piece] {
    var rest: [Piece] = []
    var index = 0
    var statedPresence: Range<Int>?
    while index < pieces.count {
      let piece = pieces[index]
      if isIdentifier(piece) {
        index += 1
        continue
      }
      if isNote(piece, behindCharge: !rest.isEmpty, behindPresence: statedPresence != nil) {
        index += 1
        continue
      }
      if let link = substitution(in: piece) {
        let before = cutter.trimmed(piece.tokens.lowerBound..<link.tokens.lowerBound)
        if !before.isEmpty {
          if let stated = words.capacity(in: before) {
            entry.capacity = stated.value
          } else {
            rest.append(Piece(tokens: before, before: piece.before))
          }
        }
        entry.capacity = entry.capacity ?? link.capacity
        if var person = link.person {
          var following = pieces[(index + 1)...]
          if let next = following.first, person.tokens.upperBound == piece.tokens.upperBound,
            let whole = surnameFirst(
              [Piece(tokens: person.tokens, before: .start), next], leastScore: 0)
          {
            person = whole.match
            following = following.dropFirst()
          }
          entry.represents = person.nameRange
          represented.append(
            representedPerson(person, piece: piece, following: following))
          break
        }
        if let stood = representedBehindRole(link, in: piece, following: pieces[(index + 1)...]) {
          entry.represents = stood.person.nameRange
          represented.append(stood.entry)
          break
        }
        let party = institutions.withoutArticle(link.tokens.upperBound..<piece.tokens.upperBound)
        if !party.isEmpty { rest.append(Piece(tokens: party, before: .bracket)) }
        index += 1
        continue
      }
      let presence = entry.presenceSpan
      if isOnlyWords(piece, entry: &entry, behindCharge: !rest.isEmpty) {
        if entry.presenceSpan != presence { statedPresence = entry.presenceSpan }
        index += 1
        continue
      }
      rest.append(piece)
      index += 1
    }
    return rest
  }

  /// "(se incorpora 9:50)", "(hasta las 18:15)", "(avisó)": what a bracket tells of the meeting rather
  /// than of the charge. Whatever stands in one behind a stated presence only explains it.
  private func isNote(_ piece: Piece, behindCharge: Bool, behindPresence: Bool) -> Bool {
    guard piece.isBracketed else { return false }
    let first = piece.tokens.lowerBound
    let end = piece.tokens.upperBound
    guard roles.role(in: text, at: first, before: end) == nil,
      words.presence(in: piece.tokens).map({ $0.value == .present }) ?? true,
      words.capacity(in: piece.tokens) == nil,
      words.mode(in: piece.tokens) == nil
    else { return false }
    if behindPresence { return true }
    guard institutions.likeness(piece.tokens) == .no,
      !piece.tokens.contains(where: {
        text.tokens[$0].kind == .word && text.tokens[$0].shape.contains(.capitalized)
      })
    else { return false }
    return behindCharge || functionWords.isLink(text.tokens[first])
      || piece.tokens.contains { text.tokens[$0].kind == .number } || isPastVerb(first)
  }

  /// "DNI 40990012", "C.C. 1.234.567": a number of six digits or more and hardly a word; an address of
  /// mail.
  private func isIdentifier(_ piece: Piece) -> Bool {
    if piece.tokens.contains(where: { text.tokens[$0].isSign(UInt8(ascii: "@")) }) { return true }
    var digits = 0
    var words = 0
    for index in piece.tokens {
      switch text.tokens[index].kind {
      case .number: digits += text.tokens[index].range.count
      case .word: words += 1
      default: continue
      }
    }
    return digits >= 6 && words <= 3
  }

  /// "avisó", "llegó": verbs of the third person end so, and names of charges do not.
  private func isPastVerb(_ index: Int) -> Bool {
    let word = text.bytes[text.tokens[index].range]
    return word.count > 4 && word.suffix(2).elementsEqual("ó".utf8)
  }

  private struct Substitution {
    var tokens: Range<Int>
    var capacity: Attendance.Capacity
    var person: NameMatch?
  }

  /// "en suplencia del Lic. X", "suplente de la Arq. X", "en representación de la Secretaría de X".
  private func substitution(in piece: Piece) -> Substitution? {
    if piece.before == .bracket, functionWords.isBy(text.tokens[piece.tokens.lowerBound]) {
      for index in piece.tokens.dropFirst().prefix(3) {
        guard let person = names.name(in: text, at: index, before: piece.tokens.upperBound),
          person.score >= 2
        else { continue }
        let opening = piece.tokens.lowerBound..<piece.tokens.lowerBound + 1
        return Substitution(tokens: opening, capacity: .suplente, person: person)
      }
    }
    for start in piece.tokens {
      guard let stated = words.capacity(at: start, before: piece.tokens.upperBound),
        stated.value.standsIn
      else { continue }
      var index = stated.tokens.upperBound
      while index < piece.tokens.upperBound, index - stated.tokens.upperBound < 6 {
        if let person = names.name(in: text, at: index, before: piece.tokens.upperBound),
          person.score >= 1
        {
          return Substitution(tokens: stated.tokens, capacity: stated.value, person: person)
        }
        index += 1
      }
      if stated.value == .suplente, namesOffice(behind: stated.tokens.upperBound, in: piece) {
        return Substitution(tokens: stated.tokens, capacity: .suplente, person: nil)
      }
      if stated.value == .representante, stated.tokens.count > 1 {
        return Substitution(tokens: stated.tokens, capacity: .representante, person: nil)
      }
    }
    return nil
  }

  /// "Suplente del Contralor Interno": a capacity, and whose.
  private func namesOffice(behind index: Int, in piece: Piece) -> Bool {
    let office = institutions.withoutArticle(index..<piece.tokens.upperBound)
    guard let first = office.first, first > index else { return false }
    return roles.role(in: text, at: first, before: office.upperBound) != nil
  }

  /// "en representación de la Directora Ejecutiva, Mg. X": the person's charge stands before the name.
  private func representedBehindRole(
    _ link: Substitution, in piece: Piece, following: ArraySlice<Piece>
  ) -> (person: NameMatch, entry: RosterEntry)? {
    let charge = institutions.withoutArticle(link.tokens.upperBound..<piece.tokens.upperBound)
    guard let first = charge.first, let next = following.first, next.before == .comma,
      roles.role(in: text, at: first, before: charge.upperBound) != nil,
      let person = names.name(
        in: text, at: next.tokens.lowerBound, before: next.tokens.upperBound),
      person.titleRange != nil || person.score >= 1
    else { return nil }
    var entry = representedPerson(person, piece: next, following: following.dropFirst())
    if entry.charge.position == nil {
      let institution = entry.charge.institution
      entry.charge = charges.charge([Piece(tokens: charge, before: .start)])
      entry.charge.institution = entry.charge.institution ?? institution
      entry.entry = text.range(ofTokens: charge.lowerBound..<next.tokens.upperBound)
    }
    return (person, entry)
  }

  private func representedPerson(
    _ person: NameMatch, piece: Piece, following: ArraySlice<Piece>
  ) -> RosterEntry {
    var rest =
      person.tokens.upperBound < piece.tokens.upperBound ? remainder(piece, after: person) : []
    rest += following
    var entry = RosterEntry(
      title: person.titleRange, name: person.nameRange,
      nameText: text.string(person.nameRange).joinedLines(), presence: .represented,
      entry: person.nameRange, source: .prose, nameScore: person.score)
    entry.charge = charges.charge(rest)
    let last = rest.last?.tokens ?? person.tokens
    entry.entry = text.range(
      ofTokens: person.tokens.lowerBound..<max(last.upperBound, person.tokens.upperBound))
    return entry
  }

  /// A piece that holds nothing but attendance words: "(justificó)", "preside", "vía Webex".
  private func isOnlyWords(
    _ piece: Piece, entry: inout RosterEntry, behindCharge: Bool
  ) -> Bool {
    let count = piece.tokens.count { text.tokens[$0].kind != .sign }
    if let stated = words.presence(in: piece.tokens), stated.value != .present {
      let covered = text.tokenIndices(in: stated.span).count
      let opens = stated.span.lowerBound == text.tokens[piece.tokens.lowerBound].start
      if covered * 2 >= count || opens || piece.before == .bracket {
        entry.presence = stated.value
        entry.presenceSpan = stated.span
        return true
      }
    } else if piece.before != .start, let stated = words.presence(openingAt: piece.tokens),
      text.tokenIndices(in: stated.span).count == count,
      roles.role(in: text, at: piece.tokens.lowerBound, before: piece.tokens.upperBound) == nil
    {
      // "Ana Ruiz, Presidenta, presente": the answer of a roll call.
      entry.presence = stated.value
      entry.presenceSpan = stated.span
      return true
    }
    if let mode = words.mode(in: piece.tokens), count <= 4 {
      entry.mode = mode
      return true
    }
    if let stated = words.capacity(in: piece.tokens) {
      entry.capacity = stated.value
      let isOffice = stated.value.isOffice
      let namesOffice =
        roles.role(in: text, at: piece.tokens.lowerBound, before: piece.tokens.upperBound) != nil
        && !roles.isMemberWord(text.tokens[piece.tokens.lowerBound])
      guard stated.tokens.count == count else { return false }
      if isOffice, behindCharge, piece.isBracketed { return true }
      // "Jefa de Enfermería (titular)": behind a position the word is no second one.
      let tellsSeat = stated.value == .titular || stated.value == .suplente
      if tellsSeat, behindCharge && piece.before == .bracket || piece.before == .column {
        return true
      }
      return !namesOffice && (piece.before == .bracket || !isOffice)
    }
    return false
  }
}
