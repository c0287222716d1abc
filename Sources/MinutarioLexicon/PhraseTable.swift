// Looking phrases up in a text: the longest phrase of a table that starts at a token.

public import MinutarioModel

/// The terms of one vocabulary, found by their folded words and their signs. Dots are ignored in the
/// text as well as in the table: `C. P.`, `C.P.` and `c p` are one term. Other signs count:
/// `Lugar, fecha` is not `Lugar fecha`, and `D.ª` is not `D.`.
public struct PhraseTable: Sendable {
  /// The bit of the table in the marks of tokens; 0 for a table of no lexicon.
  @usableFromInline let mark: UInt64
  /// The bit of tokens that a lexicon has marked.
  @inlinable static var marked: UInt64 { 1 << 31 }
  /// What the table holds. Dozens of readers hold a dozen tables each: a copy must cost little.
  private let terms: Terms
  /// How many terms the table has.
  public var count: Int { terms.entries.count }

  /// The terms of a table, in one place for all its copies.
  private final class Terms: Sendable {
    /// The phrases, those of one first word next to each other and of those the ones with the same
    /// second word, the longest first. A word that is a term by itself stands behind its phrases.
    let phrases: [Phrase]
    /// What is known of the phrase at the same place.
    let entries: [Entry]
    /// The words of all phrases behind the second one.
    let tails: [UInt64]
    /// First word → its phrases, as `packed` writes their range.
    let index: WordIndex
    /// First and second word → the phrases that begin with both.
    let pairs: WordIndex

    init(
      phrases: [Phrase], entries: [Entry], tails: [UInt64], index: WordIndex, pairs: WordIndex
    ) {
      self.phrases = phrases
      self.entries = entries
      self.tails = tails
      self.index = index
      self.pairs = pairs
    }
  }

  /// A phrase without its first word, as it is compared with a text.
  private struct Phrase {
    /// The second word; of no meaning where there is none.
    var second: UInt64
    /// How many words the phrase has behind the first.
    var count: UInt32
    /// Where the third word and those behind it stand in `Terms.tails`.
    var tail: UInt32

    var isSingle: Bool { count == 0 }
    /// The places of the words behind the second.
    var tails: Range<Int> { Int(tail)..<Int(tail) + max(0, Int(count) - 1) }
  }

  /// A term of the table with its values. An object: every match has one, and three strings would
  /// be retained for each.
  public final class Entry: Sendable, Equatable {
    /// As the file writes it.
    public let term: String
    /// Second column, empty when there is none.
    public let value: String
    /// Third column, empty when there is none.
    public let note: String

    init(term: String, value: String, note: String) {
      self.term = term
      self.value = value
      self.note = note
    }

    public static func == (a: Entry, b: Entry) -> Bool {
      a === b || (a.term == b.term && a.value == b.value && a.note == b.note)
    }
  }

  /// A phrase found in a text.
  public struct Match: Sendable {
    public let entry: Entry
    /// Token indices of the phrase, without a dot behind its last word.
    public let tokens: Range<Int>
  }

  /// A term as it is read: its words behind the first, and what is known of it.
  private struct Term {
    let rest: [UInt64]
    var entry: Entry
  }

  /// What a term that stands twice is worth.
  public enum Repetition: Sendable {
    /// Its first values stay.
    case keepsFirst
    /// Where the second columns differ none stays, and the note says `ambiguous`.
    case losesContradicted
  }

  /// Parses a vocabulary file: one term a line, values behind tabs; `#` opens a comment
  /// line, but with a tab behind it is the sign itself.
  public init(parsing file: some Sequence<UInt8>, repetition: Repetition = .keepsFirst) {
    self.init(parsing: file, repetition: repetition, mark: 0)
  }

  /// The same for a table of a lexicon, with its bit in the marks of tokens.
  init(parsing file: some Sequence<UInt8>, repetition: Repetition, mark: UInt64) {
    let text = String(decoding: Array(file), as: UTF8.self)
    var terms: [UInt64: [Term]] = [:]
    for line in text.split(whereSeparator: \.isNewline) {
      let line = line.drop { $0 == "\u{FEFF}" }
      guard !line.hasPrefix("#") || line.hasPrefix("#\t") else { continue }
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
        .map { String($0).trimmingBlanks() }
      guard let term = columns.first, !term.isEmpty else { continue }
      Self.add(
        Entry(
          term: term, value: columns.count > 1 ? columns[1] : "",
          note: columns.count > 2 ? columns[2] : ""),
        to: &terms, repetition)
    }
    var phrases: [Phrase] = []
    var entries: [Entry] = []
    var tails: [UInt64] = []
    var places: [(hash: UInt64, value: UInt64)] = []
    var pairs: [(hash: UInt64, value: UInt64)] = []
    for (hash, group) in terms {
      let start = phrases.count
      let ordered = group.sorted { Self.order($0) > Self.order($1) }
      for (index, term) in ordered.enumerated() {
        phrases.append(
          Phrase(
            second: term.rest.first ?? 0, count: UInt32(term.rest.count), tail: UInt32(tails.count))
        )
        entries.append(term.entry)
        tails += term.rest.dropFirst()
        guard let second = term.rest.first, index == 0 || ordered[index - 1].rest.first != second
        else { continue }
        let end = ordered[index...].firstIndex { $0.rest.first != second } ?? ordered.count
        pairs.append(
          (Self.pair(hash, second), Self.packed(phrases.count - 1..<start + end)))
      }
      places.append((hash, Self.packed(start..<phrases.count)))
    }
    self.mark = mark
    self.terms = Terms(
      phrases: phrases, entries: entries, tails: tails, index: WordIndex(places),
      pairs: WordIndex(pairs))
  }

  /// What the table knows of words, as the marks of tokens have it: in the lower half that a term
  /// begins with it, in the upper half that it is a term by itself.
  var marks: some Sequence<(UInt64, UInt64)> {
    terms.index.words.map { ($0, place(ofWord: $0) == nil ? mark : mark | mark << 32) }
  }

  /// How terms of one first word are sorted: by their second word, those without one last.
  private static func order(_ term: Term) -> (UInt64, Int, String) {
    (term.rest.first ?? 0, term.rest.count, term.entry.term)
  }

  /// The first two words of all phrases, as `pair` has them.
  var pairs: some Sequence<UInt64> { terms.pairs.words }

  /// A range in one number, which is 0 for none: its start, and behind it its end.
  private static func packed(_ range: Range<Int>) -> UInt64 {
    UInt64(range.lowerBound) << 32 | UInt64(range.upperBound)
  }

  private static func unpacked(_ range: UInt64) -> Range<Int> {
    Int(range >> 32)..<Int(range & 0xFFFF_FFFF)
  }

  /// What two words in a row are looked up by.
  static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
    (first &* 0x9E37_79B9_7F4A_7C15) ^ second
  }

  /// Whether some term may begin with a token: no where its marks say so, which most do.
  @inlinable
  func mayBegin(with marks: UInt64) -> Bool {
    mark == 0 || marks & Self.marked == 0 || marks & mark != 0
  }

  /// The same of a token: a question that costs next to nothing, for those who would ask more.
  @inlinable
  public func mayBegin(with token: Token) -> Bool { mayBegin(with: token.marks) }

  /// The phrases that begin with a word; empty when none does.
  @inline(__always)
  private func places(of hash: UInt64) -> Range<Int> { Self.unpacked(terms.index[hash]) }

  /// The first token from one on with which some term may begin; nil where there is none before
  /// `limit`. Whoever looks for terms goes from one of these to the next.
  @inlinable
  public func place(in text: NormalizedText, from token: Int, before limit: Int) -> Int? {
    var index = token
    while index < limit {
      if mayBegin(with: text.tokens[index].marks) { return index }
      index += 1
    }
    return nil
  }

  private static func add(
    _ entry: Entry, to terms: inout [UInt64: [Term]], _ repetition: Repetition
  ) {
    let parts = parts(of: entry.term)
    guard let first = parts.first else { return }
    let rest = Array(parts.dropFirst())
    if let index = terms[first]?.firstIndex(where: { $0.rest == rest }) {
      guard repetition == .losesContradicted, let known = terms[first]?[index].entry,
        known.value != entry.value
      else { return }
      terms[first]?[index].entry = Entry(term: known.term, value: "", note: "ambiguous")
      return
    }
    terms[first, default: []].append(Term(rest: rest, entry: entry))
  }

  /// What a phrase is compared by: the hashes of its words, numbers and signs, without dots.
  static func parts(of phrase: String) -> [UInt64] {
    Tokenizer(phrase).tokens.filter { !$0.isSign(UInt8(ascii: ".")) }.map(\.hash)
  }

  /// The longest phrase that starts at the token, within the tokens before `limit`.
  ///
  /// Asked for every word by every rule, and mostly in vain: the answer "no" is given without a call.
  @inlinable
  public func match(in text: NormalizedText, at token: Int, before limit: Int) -> Match? {
    guard token < limit else { return nil }
    let marks = text.tokens[token].marks
    // Alone, a word must be a term by itself.
    guard mayBegin(with: token + 1 < limit ? marks : marks & Self.marked | marks >> 32) else {
      return nil
    }
    return longestMatch(in: text, at: token, before: limit)
  }

  @usableFromInline
  func longestMatch(in text: NormalizedText, at token: Int, before limit: Int) -> Match? {
    let first = text.tokens[token].hash
    let second = Self.behindDots(token + 1, in: text, before: limit)
    if second < limit {
      for place in Self.unpacked(terms.pairs[Self.pair(first, text.tokens[second].hash)]) {
        if let end = endOfMatch(terms.phrases[place], in: text, behind: second, before: limit) {
          return Match(entry: terms.entries[place], tokens: token..<end)
        }
      }
    }
    return place(ofWord: first).map { Match(entry: terms.entries[$0], tokens: token..<token + 1) }
  }

  /// Where a phrase ends whose second word stands at a token.
  private func endOfMatch(
    _ phrase: Phrase, in text: NormalizedText, behind second: Int, before limit: Int
  ) -> Int? {
    var index = second + 1
    for tail in phrase.tails {
      index = Self.behindDots(index, in: text, before: limit)
      guard index < limit, text.tokens[index].hash == terms.tails[tail] else { return nil }
      index += 1
    }
    return index
  }

  private static func behindDots(_ token: Int, in text: NormalizedText, before limit: Int) -> Int {
    var index = token
    while index < limit, text.tokens[index].isSign(UInt8(ascii: ".")) { index += 1 }
    return index
  }

  /// The entry whose words and signs are exactly those of a phrase; dots aside.
  public func entry(for phrase: String) -> Entry? {
    let parts = Self.parts(of: phrase)
    guard let first = parts.first else { return nil }
    let rest = parts.dropFirst()
    return places(of: first).first { place in
      let phrase = terms.phrases[place]
      return Int(phrase.count) == rest.count && (rest.first ?? phrase.second) == phrase.second
        && rest.dropFirst().elementsEqual(terms.tails[phrase.tails])
    }.map { terms.entries[$0] }
  }

  /// Whether a one-word term has this hash.
  @inlinable
  public func contains(_ token: Token) -> Bool {
    guard token.kind != .sign else { return false }
    return mark == 0 || token.marks & Self.marked == 0
      ? holdsWord(token.hash) : token.marks & mark << 32 != 0
  }

  @usableFromInline func holdsWord(_ hash: UInt64) -> Bool {
    place(ofWord: hash) != nil
  }

  /// The entry of the one-word term with this hash.
  public func entry(ofWord hash: UInt64) -> Entry? {
    place(ofWord: hash).map { terms.entries[$0] }
  }

  /// Where the one-word term stands: behind the longer ones.
  private func place(ofWord hash: UInt64) -> Int? {
    guard let last = places(of: hash).last, terms.phrases[last].isSingle else { return nil }
    return last
  }

  /// All entries, sorted by term.
  public var entries: [Entry] {
    terms.entries.sorted { $0.term < $1.term }
  }
}

extension String {
  /// Without ASCII blanks at both ends.
  func trimmingBlanks() -> String {
    var text = Substring(self)
    while text.first == " " { text.removeFirst() }
    while text.last == " " || text.last == "\r" { text.removeLast() }
    return String(text)
  }
}
