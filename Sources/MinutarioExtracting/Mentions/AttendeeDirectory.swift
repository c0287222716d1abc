// Who of the attendees a name or a post in the text means: "el Dr. Olmos", "la consejera Olmedo",
// "la Titular de la Unidad de Transparencia de la SEPLAM".

import MinutarioLexicon
import MinutarioModel

/// The attendees of one meeting, found by name or by post.
///
/// One for a document, shared by its readers: as a value it was copied, hundreds of bytes, for each
/// question asked through one of them.
final class AttendeeDirectory {
  private var people: [Person] = []
  /// Who has a word in the name, and who has a stem in the position: indices of `people`.
  private var byNameWord = Bearers([])
  private var byPositionStem = Bearers([])
  private let text: NormalizedText
  private let functionWords: PhraseTable

  private struct Person {
    var attendance: Int
    /// Hashes of the words of the name, particles included.
    var name: WordSet
    /// First letters of the words of the name, for initials.
    var initials: [UInt8]
    /// Stems of the position in order.
    var position: [UInt64]
    /// The position's words as written, to tell the genders apart.
    var spellings: WordSet
    /// Stems of position, unit and institution with all its names.
    var charge: WordSet
    /// Stems of the whole entry, for what stands beside position and institution.
    var entry: WordSet
  }

  /// What a reference leads to: indices of attendances.
  enum Finding: Equatable {
    case none
    case one(Int)
    case several([Int])
  }

  init(_ attendances: [Attendance], text: NormalizedText, lexicon: Lexicon) {
    self.text = text
    functionWords = lexicon[.functionWords]
    var tokenizer = Tokenizer()
    for (index, attendance) in attendances.enumerated() {
      let institution = attendance.institution
      let position = words(attendance.position ?? attendance.role ?? "", &tokenizer)
      let others = [
        attendance.unit, institution?.name, institution?.acronym, institution?.fullName,
        attendance.group,
      ].compactMap { $0 }.flatMap { words($0, &tokenizer) }
      let name = words(attendance.name, &tokenizer)
      people.append(
        Person(
          attendance: index, name: WordSet(name.map(\.hash)), initials: name.map(\.initial),
          position: position.map(\.stem), spellings: WordSet(position.map(\.hash)),
          charge: WordSet((position + others).map(\.stem)),
          entry: WordSet(
            words(attendance.evidence.entry?.quote ?? "", &tokenizer).map(\.stem))))
    }
    byNameWord = Bearers(
      people.enumerated().flatMap { index, person in
        person.name.map { ($0, index) }
      })
    byPositionStem = Bearers(
      people.enumerated().flatMap { index, person in
        person.position.map { ($0, index) }
      })
  }

  // MARK: By name

  /// The attendees whose name holds all the words of a name in the text. Initials match first letters.
  func named(_ tokens: Range<Int>) -> Finding {
    guard let key = tokens.first(where: { isWhole(text.tokens[$0]) }) else { return .none }
    let candidates = byNameWord[text.tokens[key].hash]
    // Most names in a text are no attendee's.
    guard !candidates.isEmpty else { return .none }
    let whole = tokens.count { isWhole(text.tokens[$0]) }
    return finding(
      candidates.filter { bears($0, tokens, whole: whole) }.map { people[$0].attendance })
  }

  /// Whether the name of a person, an index of `people`, holds all words of a name in the text;
  /// `whole` of them are neither initials nor small words.
  private func bears(_ person: Int, _ tokens: Range<Int>, whole: Int) -> Bool {
    tokens.allSatisfy { index in
      let word = text.tokens[index]
      if word.kind != .word || people[person].name.contains(word.hash) { return true }
      // A middle initial may be missing in the roster.
      if word.shape.contains(.single) {
        return whole >= 2
          || text.folded(word).first.map { people[person].initials.contains($0) } ?? false
      }
      return isSmall(word)
    }
  }

  /// Whether a word tells a person: no initial and no small word.
  private func isWhole(_ token: Token) -> Bool {
    token.kind == .word && !token.shape.contains(.single) && !isSmall(token)
  }

  private func isSmall(_ token: Token) -> Bool {
    !token.shape.contains(.capitalized) || functionWords.contains(token)
  }

  // MARK: By post

  /// The attendees who hold the post that a phrase names. The phrase's first word is the post's head;
  /// most of its words must be found in the charge of the attendee.
  func holder(of tokens: Range<Int>) -> Finding {
    let words = tokens.map { text.tokens[$0] }
      .filter { $0.kind != .sign && !functionWords.contains($0) }
    guard let head = words.first else { return .none }
    let headStem = Self.stem(text.folded(head))
    let rest = words.dropFirst().map { Self.stem(text.folded($0)) }
    var best: [Int] = []
    var bestRank: Rank?
    for person in byPositionStem[headStem].map({ people[$0] }) {
      let found = rest.count { person.charge.contains($0) }
      guard (found + 1) * 10 >= (rest.count + 1) * 6 else { continue }
      let inPosition = rest.count { person.position.contains($0) } + 1
      let rank = Rank(
        found: found, isHead: person.position.first == headStem,
        isSpelledAlike: person.spellings.contains(head.hash),
        surplus: max(0, person.position.count - inPosition))
      if let top = bestRank, rank < top { continue }
      if let top = bestRank, !(top < rank) {
        best.append(person.attendance)
      } else {
        best = [person.attendance]
      }
      bestRank = rank
    }
    if best.isEmpty {
      let stems = [headStem] + rest
      best = people.filter { person in stems.allSatisfy { person.entry.contains($0) } }
        .map(\.attendance)
    }
    return finding(best)
  }

  /// The attendee whose position begins with all the words of a phrase, as it is spelled: a body that
  /// is also a post ("el Comisariado").
  func bearer(of tokens: Range<Int>) -> Int? {
    let words = tokens.map { text.tokens[$0] }
      .filter { $0.kind != .sign && !functionWords.contains($0) }
    guard let head = words.first, text.bytes[head.range].allSatisfy({ $0 < 0x80 }) else {
      return nil
    }
    let stems = words.map { Self.stem(text.folded($0)) }
    let found = people.filter { person in
      person.spellings.contains(head.hash) && person.position.first == stems.first
        && stems.allSatisfy { person.charge.contains($0) }
    }
    return found.count == 1 ? found[0].attendance : nil
  }

  /// Whether a phrase is, word for word, the position of some attendee.
  func isWholePost(_ tokens: Range<Int>) -> Bool {
    let stems = tokens.map { text.tokens[$0] }
      .filter { $0.kind != .sign && !functionWords.contains($0) }
      .map { Self.stem(text.folded($0)) }
    guard stems.count > 1, let head = stems.first else { return false }
    return byPositionStem[head].contains { people[$0].position == stems }
  }

  /// How well a post fits a phrase; a greater rank fits better.
  private struct Rank: Comparable {
    var found: Int
    var isHead: Bool
    var isSpelledAlike: Bool
    var surplus: Int

    static func < (a: Rank, b: Rank) -> Bool {
      (a.found, a.isSpelledAlike ? 1 : 0, a.surplus == 0 ? 1 : 0, a.isHead ? 1 : 0)
        < (b.found, b.isSpelledAlike ? 1 : 0, b.surplus == 0 ? 1 : 0, b.isHead ? 1 : 0)
    }
  }

  private func finding(_ attendances: [Int]) -> Finding {
    switch attendances.count {
    case 0: .none
    case 1: .one(attendances[0])
    default: .several(attendances)
    }
  }

  // MARK: Words

  private struct Word {
    var hash: UInt64
    var stem: UInt64
    /// The first byte of the folded spelling.
    var initial: UInt8
  }

  /// Folded words of a phrase without function words.
  private func words(_ phrase: String, _ tokenizer: inout Tokenizer) -> [Word] {
    tokenizer.read(phrase)
    return tokenizer.tokens.compactMap { token in
      guard token.kind != .sign, !functionWords.contains(token),
        let initial = tokenizer.folded[token.folded].first
      else { return nil }
      return Word(
        hash: token.hash, stem: Self.stem(tokenizer.folded[token.folded]), initial: initial)
    }
  }

  /// A word without the ending that shows gender and number.
  private static func stem(_ word: ArraySlice<UInt8>) -> UInt64 {
    var stem = word
    guard stem.count > 4 else {
      if stem.count == 4, let last = stem.last, isEnding(last) { stem = stem.dropLast() }
      return wordHash(stem)
    }
    if stem.last == UInt8(ascii: "s") { stem = stem.dropLast() }
    if let last = stem.last, isEnding(last) { stem = stem.dropLast() }
    return wordHash(stem)
  }

  private static func isEnding(_ letter: UInt8) -> Bool {
    letter == UInt8(ascii: "a") || letter == UInt8(ascii: "o") || letter == UInt8(ascii: "e")
  }
}
