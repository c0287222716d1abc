// Who of the attendees a name or a post in the text means: "el Dr. Olmos", "la consejera Olmedo",
// "la Titular de la Unidad de Transparencia de la SEPLAM".

import MinutarioLexicon
import MinutarioModel

/// The attendees of one meeting, found by name or by post.
///
/// One for a document, shared by its readers: as a value it was copied, hundreds of bytes, for each
/// question asked through one of them.
final class AttendeeDirectory {
  private let attendances: [Attendance]
  private var people: [Person] = []
  /// The words of all people, one after the other.
  private var words: [Word] = []
  /// Who has a word in the name, and who has a stem in the position: indices of attendances.
  private let byNameWord: Bearers
  private let byPositionStem: Bearers
  private let text: NormalizedText
  private let functionWords: PhraseTable

  /// What one attendee is known by, as ranges of `words`; in the order of the attendances.
  private struct Person {
    /// Particles included.
    var name: Range<Int>
    var position: Range<Int>
    /// The position, and behind it unit and institution with all its names.
    var charge: Range<Int>
  }

  private struct Word {
    var hash: UInt64
    var stem: UInt64
    /// The first byte of the folded spelling.
    var initial: UInt8
  }

  /// What a reference leads to: indices of attendances.
  enum Finding: Equatable {
    case none
    case one(Int)
    case several([Int])
  }

  init(_ attendances: [Attendance], text: NormalizedText, lexicon: Lexicon) {
    self.attendances = attendances
    self.text = text
    functionWords = lexicon[.functionWords]
    var tokenizer = Tokenizer()
    var words: [Word] = []
    var names: [(word: UInt64, bearer: Int)] = []
    var stems: [(word: UInt64, bearer: Int)] = []
    words.reserveCapacity(attendances.count * 24)
    people.reserveCapacity(attendances.count)
    // In place: a copy of an attendance would retain all of its texts.
    for index in attendances.indices {
      let start = words.count
      Self.append(attendances[index].name, to: &words, &tokenizer, functionWords)
      let position = words.count
      Self.append(
        attendances[index].position ?? attendances[index].role ?? "", to: &words, &tokenizer,
        functionWords)
      let others = words.count
      for phrase in [
        attendances[index].unit, attendances[index].institution?.name,
        attendances[index].institution?.acronym, attendances[index].institution?.fullName,
        attendances[index].group,
      ] {
        if let phrase { Self.append(phrase, to: &words, &tokenizer, functionWords) }
      }
      for word in words[start..<position] { names.append((word.hash, index)) }
      for word in words[position..<others] { stems.append((word.stem, index)) }
      people.append(
        Person(
          name: start..<position, position: position..<others, charge: position..<words.count))
    }
    self.words = words
    byNameWord = Bearers(names)
    byPositionStem = Bearers(stems)
  }

  /// Who has a stem in the whole entry, for what stands beside position and institution; few
  /// documents ask.
  private lazy var byEntryStem: Bearers = {
    var tokenizer = Tokenizer()
    var stems: [(word: UInt64, bearer: Int)] = []
    for index in attendances.indices {
      var words: [Word] = []
      Self.append(
        attendances[index].evidence.entry?.quote ?? "", to: &words, &tokenizer, functionWords)
      for word in words { stems.append((word.stem, index)) }
    }
    return Bearers(stems)
  }()

  /// Who has a stem in the charge, for charges that are too long to be looked through.
  private lazy var byChargeStem = Bearers(
    people.indices.flatMap { index in words[people[index].charge].map { ($0.stem, index) } })

  // MARK: By name

  /// The attendees whose name holds all the words of a name in the text. Initials match first letters.
  func named(_ tokens: Range<Int>) -> Finding {
    var found: [Int] = []
    bearers(of: tokens) { person in
      found.append(person)
      return true
    }
    return finding(found)
  }

  /// Whether a name in the text leads to some attendee.
  func knows(_ tokens: Range<Int>) -> Bool {
    var isKnown = false
    bearers(of: tokens) { _ in
      isKnown = true
      return false
    }
    return isKnown
  }

  /// Calls the body with those who bear a name, in their order, as long as it wants more of them.
  private func bearers(of tokens: Range<Int>, _ body: (Int) -> Bool) {
    // Most names in a text are no attendee's: the first word that tells a person shows it.
    guard let key = tokens.first(where: { isWhole(text.tokens[$0]) }) else { return }
    let candidates = byNameWord.places(of: text.tokens[key].hash)
    guard !candidates.isEmpty else { return }
    let whole = tokens.count { isWhole(text.tokens[$0]) }
    for place in candidates {
      let person = byNameWord[place]
      if bears(people[person].name, tokens, whole: whole), !body(person) { return }
    }
  }

  /// Whether a name, as a range of `words`, holds all words of a name in the text; `whole` of them
  /// are neither initials nor small words.
  private func bears(_ name: Range<Int>, _ tokens: Range<Int>, whole: Int) -> Bool {
    tokens.allSatisfy { index in
      let word = text.tokens[index]
      if word.kind != .word || name.contains(where: { words[$0].hash == word.hash }) {
        return true
      }
      // A middle initial may be missing in the roster.
      if word.shape.contains(.single) {
        return whole >= 2 || hasInitial(name, text.folded[word.folded.lowerBound])
      }
      return isSmall(word)
    }
  }

  private func hasInitial(_ name: Range<Int>, _ letter: UInt8) -> Bool {
    name.contains { words[$0].initial == letter }
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
    let phrase = telling(tokens)
    guard let first = phrase.first else { return .none }
    let head = text.tokens[first].hash
    let stems = phrase.map { Self.stem(of: text.tokens[$0], in: text.folded) }
    let rest = stems.dropFirst()
    var best: [Int] = []
    var bestRank: Rank?
    for place in byPositionStem.places(of: stems[0]) {
      let index = byPositionStem[place]
      let person = people[index]
      let found = rest.count { isInCharge($0, of: index) }
      guard (found + 1) * 10 >= (rest.count + 1) * 6 else { continue }
      let inPosition = rest.count { byPositionStem.has($0, index) } + 1
      let rank = Rank(
        found: found, isHead: words[person.position.lowerBound].stem == stems[0],
        isSpelledAlike: isSpelled(person.position, head),
        surplus: max(0, person.position.count - inPosition))
      if let top = bestRank, rank < top { continue }
      if let top = bestRank, !(top < rank) {
        best.append(index)
      } else {
        best = [index]
      }
      bestRank = rank
    }
    if best.isEmpty {
      best = byEntryStem.places(of: stems[0]).map { byEntryStem[$0] }
        .filter { person in rest.allSatisfy { byEntryStem.has($0, person) } }
    }
    return finding(best)
  }

  /// The attendee whose position begins with all the words of a phrase, as it is spelled: a body that
  /// is also a post ("el Comisariado").
  func bearer(of tokens: Range<Int>) -> Int? {
    let phrase = telling(tokens)
    guard let first = phrase.first else { return nil }
    let head = text.tokens[first]
    guard text.bytes[head.range].allSatisfy({ $0 < 0x80 }) else { return nil }
    let stems = phrase.map { Self.stem(of: text.tokens[$0], in: text.folded) }
    let found = people.indices.filter { index in
      let person = people[index]
      return isSpelled(person.position, head.hash)
        && words[person.position.lowerBound].stem == stems[0]
        && stems.allSatisfy { isInCharge($0, of: index) }
    }
    return found.count == 1 ? found[0] : nil
  }

  /// Whether a phrase is, word for word, the position of some attendee.
  func isWholePost(_ tokens: Range<Int>) -> Bool {
    let stems = telling(tokens).map { Self.stem(of: text.tokens[$0], in: text.folded) }
    guard stems.count > 1 else { return false }
    return byPositionStem.places(of: stems[0]).contains { place in
      words[people[byPositionStem[place]].position].lazy.map(\.stem).elementsEqual(stems)
    }
  }

  /// Words of a charge that are looked through; more are none that anybody wrote.
  private static let longestCharge = 64

  private func isInCharge(_ stem: UInt64, of person: Int) -> Bool {
    let charge = people[person].charge
    return charge.count <= Self.longestCharge
      ? charge.contains { words[$0].stem == stem } : byChargeStem.has(stem, person)
  }

  /// Whether a word stands in a position as it is written, which tells the genders apart.
  private func isSpelled(_ position: Range<Int>, _ word: UInt64) -> Bool {
    position.contains { words[$0].hash == word }
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

  /// The tokens of a phrase without signs and function words.
  private func telling(_ tokens: Range<Int>) -> [Int] {
    tokens.filter {
      text.tokens[$0].kind != .sign && !functionWords.contains(text.tokens[$0])
    }
  }

  /// Adds the words of a phrase without signs and function words.
  private static func append(
    _ phrase: String, to words: inout [Word], _ tokenizer: inout Tokenizer,
    _ functionWords: PhraseTable
  ) {
    tokenizer.read(phrase)
    for token in tokenizer.tokens where token.kind != .sign && !functionWords.contains(token) {
      guard !token.folded.isEmpty else { continue }
      words.append(
        Word(
          hash: token.hash, stem: stem(of: token, in: tokenizer.folded),
          initial: tokenizer.folded[token.folded.lowerBound]))
    }
  }

  /// The hash of a word without the ending that shows gender and number.
  private static func stem(of token: Token, in folded: [UInt8]) -> UInt64 {
    let word = token.folded
    var end = word.upperBound
    if word.count > 4, folded[end - 1] == UInt8(ascii: "s") { end -= 1 }
    if word.count >= 4, isEnding(folded[end - 1]) { end -= 1 }
    return end == word.upperBound ? token.hash : wordHash(folded[word.lowerBound..<end])
  }

  private static func isEnding(_ letter: UInt8) -> Bool {
    letter == UInt8(ascii: "a") || letter == UInt8(ascii: "o") || letter == UInt8(ascii: "e")
  }
}
