// People whom the text names and who are not attendees: told by an honorific, by a post before the
// name, by a known given name. Places and works that bear a person's name are none.

import MinutarioLexicon
import MinutarioModel

/// Finds mentioned people.
struct MentionedPeople {
  let text: NormalizedText
  let actors: ActorReader
  let directory: AttendeeDirectory
  private let names: NameReader
  private let roles: RoleFinder
  private let charges: ChargeReader
  private let places: PhraseTable
  private let givenNames: PhraseTable
  private let surnames: PhraseTable
  private let timeWords: PhraseTable
  private let particles: PhraseTable

  init(
    text: NormalizedText, vocabulary: PeopleVocabulary, actors: ActorReader,
    directory: AttendeeDirectory
  ) {
    let lexicon = vocabulary.lexicon
    self.text = text
    self.actors = actors
    self.directory = directory
    names = vocabulary.names
    roles = vocabulary.roles
    charges = ChargeReader(
      text: text, institutions: actors.institutions, roles: roles,
      functionWords: vocabulary.functionWords)
    places = lexicon[.placeWords]
    givenNames = lexicon[.givenNames]
    surnames = lexicon[.surnames]
    timeWords = lexicon[.timeWords]
    particles = lexicon[.nameParticles]
  }

  /// A name that stands for a person in the text.
  private struct Found {
    var name: NameMatch
    /// Where the post that stands before the name begins; the name's own start without one.
    var start: Int
    var position: Range<Int>?
  }

  /// Different people of one document at most; a text that names more is no text.
  private static let most = 2_000

  /// The people of the paragraphs, each once, by the fullest form of the name.
  func mentions(in paragraphs: [Range<Int>]) -> [Mention] {
    var people: [(words: [UInt64], found: Found, limit: Int)] = []
    var seen: Set<[UInt64]> = []
    for paragraph in paragraphs {
      for found in self.people(in: paragraph) where !isAttendee(found.name) {
        let words = words(of: found.name)
        guard people.count < Self.most, seen.insert(words).inserted else { continue }
        let known = people.indices.first {
          words.count <= people[$0].words.count
            ? words.allSatisfy(people[$0].words.contains)
            : people[$0].words.allSatisfy(words.contains)
        }
        if let known {
          if words.count > people[known].words.count {
            people[known] = (words, found, paragraph.upperBound)
          }
        } else {
          people.append((words, found, paragraph.upperBound))
        }
      }
    }
    return people.map { mention($0.found, before: $0.limit) }
  }

  /// The words of a name, each once, sorted. They are few: an array holds them faster than a set.
  private func words(of name: NameMatch) -> [UInt64] {
    var words: [UInt64] = []
    for index in name.nameTokens
    where text.tokens[index].kind == .word && !words.contains(text.tokens[index].hash) {
      words.append(text.tokens[index].hash)
    }
    words.sort()
    return words
  }

  /// Whether the name is an attendee's. Where all is written in capitals a name may have run on into
  /// the sentence; then its beginning tells.
  private func isAttendee(_ name: NameMatch) -> Bool {
    let tokens = name.nameTokens
    if directory.knows(tokens) { return true }
    guard isInCapitals(tokens) else { return false }
    let least = name.titleRange == nil ? 2 : 1
    return (least..<max(least, tokens.count)).contains {
      directory.knows(tokens.lowerBound..<tokens.lowerBound + $0)
    }
  }

  // MARK: Finding

  private func people(in paragraph: Range<Int>) -> [Found] {
    var found: [Found] = []
    var index = paragraph.lowerBound
    var isQuoted = false
    while index < paragraph.upperBound {
      let token = text.tokens[index]
      if token.isSign(UInt8(ascii: "\"")) {
        isQuoted = opensQuote(index, paragraph) ?? (!isQuoted && mayOpenQuote(index))
        index += 1
        continue
      }
      let last = found.last.map { $0.name.tokens.upperBound }
      if !isQuoted, token.kind == .word, names.mayOpen(token),
        let person = person(at: index, in: paragraph, after: last)
      {
        found.append(person)
        index = max(index + 1, person.name.tokens.upperBound)
      } else {
        index += 1
      }
    }
    return found
  }

  /// Curly and angle quotes say whether they open.
  private func opensQuote(_ index: Int, _ paragraph: Range<Int>) -> Bool? {
    switch text.string(text.tokens[index].range) {
    case "“", "«": true
    case "”", "»": false
    default: nil
    }
  }

  /// Straight quotes open behind a blank or a bracket; `2½"` measures a pipe.
  private func mayOpenQuote(_ index: Int) -> Bool {
    text.tokens[index].spaceBefore
      || index > 0 && text.tokens[index - 1].isSign(UInt8(ascii: "("))
  }

  /// The person that a token opens. `last` is the token behind the person found before, for lists:
  /// "… y Ana Ruiz".
  private func person(at index: Int, in paragraph: Range<Int>, after last: Int?) -> Found? {
    let limit = paragraph.upperBound
    guard let whole = names.name(in: text, at: index, before: limit) else { return nil }
    let name = withoutSecondPerson(whole)
    guard isName(name, before: limit) else { return nil }
    let before = roleBefore(index, in: paragraph)
    let found = Found(name: name, start: before?.lowerBound ?? index, position: before)
    if let title = name.titleRange { return isTitle(title) ? found : nil }
    guard !isPlace(index, in: paragraph) else { return nil }
    let isLong = name.nameTokens.count >= 2
    if let before, isLong {
      let isPlural = text.folded(text.tokens[before.lowerBound]).last == UInt8(ascii: "s")
      return name.score >= (isPlural || isInCapitals(name.nameTokens) ? 2 : 1) ? found : nil
    }
    guard isLong, !continuesCapitals(index, in: paragraph), !isInCapitals(name.nameTokens) else {
      return nil
    }
    let continuesList =
      last.map { $0 < index && index - $0 <= 2 } ?? false
      && (actors.isAnd(index - 1) || text.tokens[index - 1].isSign(UInt8(ascii: ",")))
    if continuesList || followsNoun(index, in: paragraph) { return name.score >= 2 ? found : nil }
    return name.score >= 3 && givenNames.contains(text.tokens[name.nameTokens.lowerBound])
      ? found : nil
  }

  /// "Ana Ruiz Mora y Luis Paz Gil" is two people, "Ana Ruiz y Mora" one.
  private func withoutSecondPerson(_ name: NameMatch) -> NameMatch {
    guard let and = name.nameTokens.dropFirst().first(where: { actors.isAnd($0) }) else {
      return name
    }
    let first = name.nameTokens.lowerBound..<and
    let second = and + 1..<name.nameTokens.upperBound
    let isAttendee = !directory.knows(name.nameTokens) && directory.knows(first)
    guard isAttendee || capitals(first) >= 2 && capitals(second) >= 2 else { return name }
    var name = name
    name.nameTokens = first
    name.nameRange = text.range(ofTokens: first)
    name.tokens = name.tokens.lowerBound..<and
    return name
  }

  private func capitals(_ tokens: Range<Int>) -> Int {
    tokens.count { text.tokens[$0].shape.contains(.capitalized) }
  }

  /// Whether an honorific is one here: "h." is an hour and "Col." a neighbourhood.
  private func isTitle(_ title: Range<Int>) -> Bool {
    guard let first = text.tokenIndices(in: title).first else { return false }
    let word = text.tokens[first]
    if word.shape.contains(.single), !word.shape.contains(.capitalized) { return false }
    return word.folded.count < 3
      || timeWords.match(in: text, at: first, before: first + 1)?.entry.value != TimeWord.street
  }

  /// Whether the words are a person's name, not a post or an institution behind a title.
  private func isName(_ name: NameMatch, before limit: Int) -> Bool {
    let first = name.nameTokens.lowerBound
    if directory.knows(name.nameTokens) { return true }
    // "DEL AYUNTAMIENTO": particles open a name only before a surname.
    if actors.isArticle(first) || actors.hasClass(.preposition, first) {
      let word = name.nameTokens.first {
        !actors.isArticle($0) && !actors.hasClass(.preposition, $0)
      }
      guard let word, surnames.contains(text.tokens[word]) else { return false }
    }
    // "Sucursal de Occidente": a name that goes on with "de" opens with a given name or a surname.
    let second = first + 1
    if second < name.nameTokens.upperBound, !text.tokens[second].shape.contains(.capitalized),
      !givenNames.contains(text.tokens[first]), !surnames.contains(text.tokens[first]),
      !actors.isArticle(first), !actors.hasClass(.preposition, first)
    {
      return false
    }
    let isSaint = particles.entry(ofWord: text.tokens[first].hash)?.value == "saint"
    if name.titleRange == nil, isSaint { return false }
    return roles.role(in: text, at: first, before: limit) == nil
      && !actors.institutions.opensInstitution(first, before: limit)
      && !actors.institutions.opensUnit(first, before: limit)
      && !(name.titleRange == nil && actors.institutions.isAcronym(first))
  }

  /// A post that ends right before a token: "comisionado", "directora general".
  private func roleBefore(_ index: Int, in paragraph: Range<Int>) -> Range<Int>? {
    for start in max(paragraph.lowerBound, index - 4)..<max(paragraph.lowerBound, index) {
      guard let role = roles.role(in: text, at: start, before: paragraph.upperBound) else {
        continue
      }
      return role.tokens.upperBound == index ? role.tokens : nil
    }
    return nil
  }

  /// A noun in small letters right before the name: "el poeta", "los estudiantes".
  private func followsNoun(_ index: Int, in paragraph: Range<Int>) -> Bool {
    guard index > paragraph.lowerBound else { return false }
    let word = text.tokens[index - 1]
    return word.kind == .word && !word.shape.contains(.capitalized) && word.folded.count >= 4
      && !actors.functionWords.isTerm(text.tokens[index - 1])
  }

  /// Whether the name only goes on with other capitals: the end of a longer name of something.
  private func continuesCapitals(_ index: Int, in paragraph: Range<Int>) -> Bool {
    guard index > paragraph.lowerBound else { return false }
    let previous = text.tokens[index - 1]
    return previous.kind == .word && previous.shape.contains(.capitalized)
      || previous.kind == .number
  }

  /// "calle Benito Juárez", "la Escuela Ana Ruiz", "el municipio de Benito Juárez".
  private func isPlace(_ index: Int, in paragraph: Range<Int>) -> Bool {
    var word = index - 1
    while word >= paragraph.lowerBound, index - word <= 3,
      text.tokens[word].isSign(UInt8(ascii: ".")) || actors.hasClass(.preposition, word)
        || actors.isArticle(word)
    {
      word -= 1
    }
    guard word >= paragraph.lowerBound, text.tokens[word].kind == .word else { return false }
    if places.match(in: text, at: word, before: word + 1) != nil { return true }
    if timeWords.match(in: text, at: word, before: word + 1)?.entry.value == TimeWord.street {
      return true
    }
    return actors.institutions.opensInstitution(word, before: word + 1)
  }

  private func isInCapitals(_ tokens: Range<Int>) -> Bool {
    tokens.allSatisfy {
      text.tokens[$0].kind != .word || text.tokens[$0].shape.contains(.allCapitals)
    }
  }

  // MARK: The mention

  private func mention(_ found: Found, before limit: Int) -> Mention {
    // A dash that may not break is still a dash.
    let name = text.joined([found.name.nameRange]).replacing("\u{2011}", with: "-")
    let whole = text.range(
      ofTokens: min(found.start, found.name.tokens.lowerBound)..<found.name.tokens.upperBound)
    var evidence = FieldEvidence(entry: text.evidence(whole))
    evidence.add("name", text.evidence(found.name.nameRange))
    var mention = Mention(kind: .person, text: text.joined([whole]), evidence: evidence)
    mention.name = name
    guard let charge = charge(of: found, before: limit) else { return mention }
    if let position = charge.position {
      mention.position = text.joined([position])
      mention.evidence.add("position", text.evidence(position))
    }
    if let institution = charge.institution {
      mention.institution = actors.institutions.reference(institution)
      mention.institution?.name = text.joined([institution])
      mention.evidence.add("institution", text.evidence(institution))
    }
    return mention
  }

  /// What stands beside the name: the post before it, or behind a comma.
  private func charge(of found: Found, before limit: Int) -> Charge? {
    var charge: Charge?
    if let position = found.position {
      charge = Charge(position: text.range(ofTokens: position))
    } else {
      charge = chargeBefore(found.start)
    }
    let next = found.name.tokens.upperBound
    guard next + 1 < limit, text.tokens[next].isSign(UInt8(ascii: ",")) else { return charge }
    let start = actors.behindArticle(next + 1, before: limit)
    guard let actor = actors.actors(at: start, before: limit).first else {
      return of(next + 1, before: limit, charge)
    }
    switch actor.kind {
    case .role where charge == nil:
      return charges.charge([Piece(tokens: actor.tokens, before: .comma)])
    default:
      return of(next + 1, before: limit, charge)
    }
  }

  /// "el director de ese organismo, Ing. Ruiz": the post that ends in the comma before the name.
  private func chargeBefore(_ start: Int) -> Charge? {
    let comma = start - 1
    guard comma > 0, text.tokens[comma].isSign(UInt8(ascii: ",")) else { return nil }
    for first in max(0, comma - 12)..<comma where actors.isArticle(first) {
      if let found = actors.list(in: first..<comma), found.count == 1, found[0].kind == .role {
        return charges.charge([Piece(tokens: found[0].tokens, before: .start)])
      }
    }
    return nil
  }

  /// "…, de la Secretaría de Cultura": an institution behind the name.
  private func of(_ index: Int, before limit: Int, _ charge: Charge?) -> Charge? {
    guard index < limit,
      text.tokens[index].hash == GrammarWord.de.hash
        || text.tokens[index].hash == GrammarWord.del.hash,
      let actor = actors.actors(at: index + 1, before: limit).first, actor.kind == .institution
    else { return charge }
    var charge = charge ?? Charge()
    charge.institution = text.range(ofTokens: actor.tokens)
    return charge
  }
}
