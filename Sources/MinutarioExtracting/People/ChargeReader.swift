// Weighs where a position ends and an institution begins. Commas, dashes and brackets only propose
// borders: "Directora de Transparencia, Acceso a la Información y Gobierno Abierto, Infoem" has two
// commas and one border. What decides is what a piece begins with and what it ends in.

import MinutarioModel

/// Reads charges out of the pieces that stand beside a name.
struct ChargeReader {
  let text: NormalizedText
  let institutions: InstitutionFinder
  let roles: RoleFinder
  let functionWords: FunctionWords

  /// The charge that the pieces make. `lastIsInstitution` is what the roster's other entries show of
  /// its shape: the last of several pieces is an institution even where its words do not tell. It is
  /// asked for only where they do not.
  func charge(
    _ pieces: [Piece], lastIsInstitution: @autoclosure () -> Bool = false
  ) -> Charge {
    var charge = Charge()
    let pieces = joiningBracketedAcronyms(pieces).filter { !opensClause($0) }
    guard let first = pieces.first, let last = pieces.last else { return charge }
    var positionEnd = text.range(ofTokens: last.tokens).upperBound
    var positionPieces = pieces[...]

    if let start = institutionStart(pieces, lastIsInstitution: lastIsInstitution()) {
      let piece = pieces[start.piece]
      if start.piece > 0 || isWholeInstitution(piece, pieces.count) {
        let range = institutions.withoutArticle(piece.tokens).lowerBound..<last.tokens.upperBound
        charge.institution = text.range(ofTokens: range)
        charge.certainty = start.certainty
        positionPieces = pieces[..<start.piece]
        positionEnd =
          start.piece > 0 ? text.range(ofTokens: pieces[start.piece - 1].tokens).upperBound : 0
      }
    }
    guard let lastPosition = positionPieces.last else {
      return charge
    }
    if charge.institution == nil, let split = innerSplit(lastPosition) {
      charge.institution = text.range(ofTokens: split.institution)
      charge.certainty = split.certainty
      positionEnd =
        text.range(ofTokens: lastPosition.tokens.lowerBound..<split.positionEnd).upperBound
      if split.positionEnd == lastPosition.tokens.lowerBound {
        positionPieces = positionPieces.dropLast()
        positionEnd = positionPieces.last.map { text.range(ofTokens: $0.tokens).upperBound } ?? 0
      }
    }
    guard !positionPieces.isEmpty else { return charge }
    let start = text.tokens[first.tokens.lowerBound].start
    if positionEnd > start { setPosition(&charge, start..<positionEnd, first: first) }
    return charge
  }

  /// Fills position, role and unit from a byte range.
  private func setPosition(_ charge: inout Charge, _ range: Range<Int>, first: Piece) {
    let tokens = text.tokenIndices(in: range)
    guard !tokens.isEmpty else { return }
    let role =
      roles.role(in: text, at: tokens.lowerBound, before: tokens.upperBound)
      ?? roles.misspeltRole(in: text, at: tokens.lowerBound, before: tokens.upperBound)
    if role == nil, institutions.opensUnit(tokens.lowerBound, before: tokens.upperBound) {
      charge.unit = range
      return
    }
    charge.position = range
    guard let role else { return }
    charge.role = text.range(ofTokens: role.tokens)
    charge.roleKey = role.key
    charge.repairedRole = role.repaired
    charge.unit = unit(in: tokens, after: role.tokens.upperBound)
  }

  /// The unit inside a position: from the unit's word to the position's end.
  private func unit(in tokens: Range<Int>, after role: Int) -> Range<Int>? {
    for index in role..<max(role, tokens.upperBound)
    where institutions.opensUnit(index, before: tokens.upperBound) {
      return text.range(ofTokens: index..<tokens.upperBound)
    }
    return nil
  }

  // MARK: Institution as a piece of its own

  private func institutionStart(
    _ pieces: [Piece], lastIsInstitution: @autoclosure () -> Bool
  ) -> (piece: Int, certainty: Int)? {
    guard let last = pieces.last else { return nil }
    let lastLikeness = institutions.likeness(last.tokens)
    let lastHasRole = startsWithRole(last)
    if lastLikeness >= .generic, !lastHasRole {
      return (start(ofInstitutionEndingIn: pieces), 2)
    }
    if !lastHasRole, let opening = openingBefore(pieces) { return (opening, 2) }
    guard !lastHasRole,
      startsCapital(institutions.withoutArticle(last.tokens)) || namesInBracket(last),
      last.before == .bracket
        || pieces.count > 1
          && (lastLikeness != .unit || last.before == .dash && lastIsInstitution())
    else { return nil }
    switch last.before {
    case .dash, .slash, .column, .bracket, .lineBreak: return (pieces.count - 1, 1)
    default: return lastIsInstitution() ? (pieces.count - 1, 0) : nil
    }
  }

  /// Where the name of an institution begins whose last piece is an institution by itself: an
  /// earlier piece belongs to it when it opens an institution and no role stands between.
  private func start(ofInstitutionEndingIn pieces: [Piece]) -> Int {
    var start = pieces.count - 1
    if institutions.isAcronym(pieces[start].tokens.lowerBound) { return start }
    var index = start - 1
    while index >= 0, pieces[index + 1].before == .comma {
      if startsWithRole(pieces[index]) { break }
      let likeness = institutions.likeness(pieces[index].tokens)
      if likeness >= .generic, index > 0 || pieces.count == index + 2 {
        start = index
      }
      index -= 1
    }
    return start
  }

  /// An institution whose name has commas of its own: an earlier piece opens it, and no later one
  /// opens anything new.
  private func openingBefore(_ pieces: [Piece]) -> Int? {
    var index = pieces.count - 2
    while index >= 0 {
      let piece = pieces[index]
      if startsWithRole(piece) || pieces[index + 1].before != .comma { return nil }
      let opens = institutions.likeness(piece.tokens)
      if opens == .certain, !institutions.isAcronym(piece.tokens.lowerBound) { return index }
      if opens == .unit { return nil }
      index -= 1
    }
    return nil
  }

  /// A first piece that is nothing but an institution: the entry has no position.
  private func isWholeInstitution(_ piece: Piece, _ count: Int) -> Bool {
    !startsWithRole(piece)
      && (institutions.likeness(piece.tokens) >= .generic
        || namesInBracket(piece))
  }

  /// "(bloque Vecinal)": a bracket with a capital in it names something; "(con permiso)" does not.
  private func namesInBracket(_ piece: Piece) -> Bool {
    piece.before == .bracket
      && piece.tokens.contains { text.tokens[$0].shape.contains(.capitalized) }
  }

  // MARK: Institution inside a piece

  private struct Split {
    var positionEnd: Int
    var institution: Range<Int>
    var certainty: Int
  }

  /// "Jefa de la Unidad de Transparencia IEEM", "Facilitador del STL", "Secretaria General del
  /// Gobierno Regional": the institution is the last thing that a position names.
  private func innerSplit(_ piece: Piece) -> Split? {
    let tokens = piece.tokens
    let role = roles.role(in: text, at: tokens.lowerBound, before: tokens.upperBound)
    let head = role?.tokens.upperBound ?? tokens.lowerBound
    let acronym = trailingAcronym(tokens)
    if let acronym, acronym.lowerBound > tokens.lowerBound,
      isLink(acronym.lowerBound - 1) || text.tokens[acronym.lowerBound - 1].kind == .sign
    {
      return Split(
        positionEnd: behindLinks(acronym.lowerBound, from: tokens.lowerBound),
        institution: acronym, certainty: 2)
    }
    if role == nil, isLink(tokens.lowerBound), startsCapital(institutions.withoutArticle(tokens)) {
      let rest = institutions.withoutArticle(tokens)
      return Split(positionEnd: tokens.lowerBound, institution: rest, certainty: 1)
    }
    // From the left: the first institution named with its article, or whole by its form.
    var index = tokens.lowerBound + 1
    while index < tokens.upperBound {
      if institutions.opensInstitution(index, before: tokens.upperBound),
        text.tokens[index].shape.contains(.capitalized)
      {
        let rest = index..<tokens.upperBound
        let hasArticle = hasArticle(before: index)
        let followsHead = index == head && role != nil
        let isBody = institutions.opensBody(index, before: tokens.upperBound)
        let isNamed = institutions.likeness(rest) == .certain
        if (hasArticle || followsHead) && (isNamed || !isBody) || isWhole(rest) {
          return Split(
            positionEnd: behindLinks(index, from: tokens.lowerBound), institution: rest,
            certainty: isNamed ? 2 : 1)
        }
      }
      if role != nil, hasArticle(before: index), index + 1 < tokens.upperBound,
        institutions.isAcronym(index)
      {
        // "directora del CEIP Los Almendros"
        return Split(
          positionEnd: behindLinks(index, from: tokens.lowerBound),
          institution: index..<tokens.upperBound, certainty: 1)
      }
      index += 1
    }
    if let acronym, acronym.lowerBound > tokens.lowerBound {
      return Split(
        positionEnd: behindLinks(acronym.lowerBound, from: tokens.lowerBound),
        institution: acronym, certainty: 2)
    }
    // "Representante de Manos Unidas A.C.": a legal form makes a whole of what "de" joins.
    if let role, isWhole(tokens) {
      let rest = institutions.withoutArticle(role.tokens.upperBound..<tokens.upperBound)
      if startsCapital(rest), rest.count > 1 {
        return Split(positionEnd: role.tokens.upperBound, institution: rest, certainty: 2)
      }
    }
    return nil
  }

  /// An acronym at the end, with the words that belong to it ("DIF Tabasco").
  private func trailingAcronym(_ tokens: Range<Int>) -> Range<Int>? {
    guard let last = tokens.last else { return nil }
    if institutions.isAcronym(last) { return last..<tokens.upperBound }
    guard tokens.count > 2, institutions.isAcronym(last - 1),
      text.tokens[last].shape.contains(.capitalized)
    else { return nil }
    return last - 1..<tokens.upperBound
  }

  private func isWhole(_ tokens: Range<Int>) -> Bool {
    institutions.likeness(tokens) == .certain
      && tokens.dropFirst().suffix(9).contains {
        institutions.legalForm(at: $0, before: tokens.upperBound) == tokens.upperBound
      }
  }

  /// "del", "de la", "de los", "en el" … right before a token.
  private func hasArticle(before index: Int) -> Bool {
    guard index > 0 else { return false }
    return functionWords.isArticle(text.tokens[index - 1])
  }

  private func isLink(_ index: Int) -> Bool {
    index >= 0 && index < text.tokens.count && functionWords.isLink(text.tokens[index])
  }

  /// The end of the position before the words that only join it to the institution.
  private func behindLinks(_ index: Int, from start: Int) -> Int {
    var end = index
    while end > start,
      functionWords.isLink(text.tokens[end - 1]) || text.tokens[end - 1].kind == .sign
    {
      end -= 1
    }
    return end
  }

  // MARK: Pieces

  /// "se excusa", "quien llegó tarde", "como Comisario Público": no part of the charge.
  private func opensClause(_ piece: Piece) -> Bool {
    functionWords.opensClause(text.tokens[piece.tokens.lowerBound])
  }

  func startsWithRole(_ piece: Piece) -> Bool {
    let first = piece.tokens.lowerBound
    let end = piece.tokens.upperBound
    if let role = roles.role(in: text, at: first, before: end) {
      // "Policía Nacional": the institution's word is the longer one, or the same with a name.
      return !institutions.opensInstitution(first, before: end, beyond: role.tokens.upperBound)
    }
    return institutions.likeness(piece.tokens) == .no
      && roles.misspeltRole(in: text, at: first, before: end) != nil
  }

  private func startsCapital(_ piece: Piece) -> Bool { startsCapital(piece.tokens) }

  private func startsCapital(_ tokens: Range<Int>) -> Bool {
    guard let first = tokens.first else { return false }
    let token = text.tokens[first]
    return token.shape.contains(.capitalized)
      || token.isSign(UInt8(ascii: "\"")) && tokens.count > 1
        && text.tokens[first + 1].shape.contains(.capitalized)
  }

  /// "Secretaría de Desarrollo, Vivienda y Ordenamiento (SEDUVOT)": the bracket belongs to the piece
  /// before it when it holds nothing but an acronym.
  private func joiningBracketedAcronyms(_ pieces: [Piece]) -> [Piece] {
    var joined: [Piece] = []
    for piece in pieces {
      if piece.before == .bracket, piece.tokens.count == 1, let previous = joined.last,
        institutions.isAcronym(piece.tokens.lowerBound),
        joined.contains(where: {
          institutions.likeness($0.tokens) >= .generic && !startsWithRole($0)
        })
          || innerSplit(previous) != nil
      {
        joined[joined.count - 1].tokens =
          previous.tokens.lowerBound..<closing(piece.tokens.upperBound)
      } else {
        joined.append(piece)
      }
    }
    return joined
  }

  private func closing(_ index: Int) -> Int {
    index < text.tokens.count && text.tokens[index].isSign(UInt8(ascii: ")")) ? index + 1 : index
  }
}
