// Looking phrases up in a text: the longest phrase of a table that starts at a token.

public import MinutarioModel

/// The terms of one vocabulary, found by their folded words and their signs. Dots are ignored in the
/// text as well as in the table: `C. P.`, `C.P.` and `c p` are one term. Other signs count:
/// `Lugar, fecha` is not `Lugar fecha`, and `D.ª` is not `D.`.
public struct PhraseTable: Sendable {
  /// The phrases, those of one first word next to each other, the longest first.
  private let phrases: [Phrase]
  /// First word → its phrases, as `packed` writes their range.
  private let index: WordIndex
  /// The bit of the table in the marks of tokens; 0 for a table of no lexicon.
  @usableFromInline let mark: UInt32
  /// The bit of tokens that a lexicon has marked.
  @inlinable static var marked: UInt32 { 1 << 31 }
  /// The words that terms begin with.
  let firstWords: [UInt64]
  /// How many terms the table has.
  public var count: Int { phrases.count }

  /// A term of the table with its values.
  public struct Entry: Sendable, Equatable {
    /// As the file writes it.
    public let term: String
    /// Second column, empty when there is none.
    public let value: String
    /// Third column, empty when there is none.
    public let note: String
  }

  /// A phrase found in a text.
  public struct Match: Sendable {
    public let entry: Entry
    /// Token indices of the phrase, without a dot behind its last word.
    public let tokens: Range<Int>
  }

  private struct Phrase: Sendable {
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
  init(parsing file: some Sequence<UInt8>, repetition: Repetition, mark: UInt32) {
    let text = String(decoding: Array(file), as: UTF8.self)
    var phrases: [UInt64: [Phrase]] = [:]
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
        to: &phrases, repetition)
    }
    var ordered: [Phrase] = []
    var places: [(hash: UInt64, value: UInt64)] = []
    for (hash, group) in phrases {
      let start = ordered.count
      ordered += group.sorted { ($0.rest.count, $1.entry.term) > ($1.rest.count, $0.entry.term) }
      places.append((hash, Self.packed(start..<ordered.count)))
    }
    self.phrases = ordered
    self.mark = mark
    firstWords = Array(phrases.keys)
    index = WordIndex(places)
  }

  /// A range in one number, which is 0 for none: its start, and behind it its end.
  private static func packed(_ range: Range<Int>) -> UInt64 {
    UInt64(range.lowerBound) << 32 | UInt64(range.upperBound)
  }

  /// Whether some term may begin with a token: no where its marks say so, which most do.
  @inlinable
  func mayBegin(with marks: UInt32) -> Bool {
    mark == 0 || marks & Self.marked == 0 || marks & mark != 0
  }

  /// The phrases that begin with a word; empty when none does.
  private func places(of hash: UInt64) -> Range<Int> {
    let packed = index[hash]
    return Int(packed >> 32)..<Int(packed & 0xFFFF_FFFF)
  }

  private static func add(
    _ entry: Entry, to phrases: inout [UInt64: [Phrase]], _ repetition: Repetition
  ) {
    let parts = parts(of: entry.term)
    guard let first = parts.first else { return }
    let rest = Array(parts.dropFirst())
    if let index = phrases[first]?.firstIndex(where: { $0.rest == rest }) {
      guard repetition == .losesContradicted, let known = phrases[first]?[index].entry,
        known.value != entry.value
      else { return }
      phrases[first]?[index].entry = Entry(term: known.term, value: "", note: "ambiguous")
      return
    }
    phrases[first, default: []].append(Phrase(rest: rest, entry: entry))
  }

  /// What a phrase is compared by: the hashes of its words, numbers and signs, without dots.
  static func parts(of phrase: String) -> [UInt64] {
    var tokenizer = Tokenizer()
    let bytes = Array(phrase.utf8)
    tokenizer.append(bytes, in: 0..<bytes.count)
    return tokenizer.tokens.filter { !$0.isSign(UInt8(ascii: ".")) }.map(\.hash)
  }

  /// The longest phrase that starts at the token, within the tokens before `limit`.
  ///
  /// Asked for every word by every rule, and mostly in vain: the answer "no" is given without a call.
  @inlinable
  public func match(in text: NormalizedText, at token: Int, before limit: Int) -> Match? {
    guard token < limit, mayBegin(with: text.tokens[token].marks) else { return nil }
    return longestMatch(in: text, at: token, before: limit)
  }

  @usableFromInline
  func longestMatch(in text: NormalizedText, at token: Int, before limit: Int) -> Match? {
    for place in places(of: text.tokens[token].hash) {
      if let end = endOfMatch(phrases[place].rest, in: text, after: token, before: limit) {
        return Match(entry: phrases[place].entry, tokens: token..<end)
      }
    }
    return nil
  }

  private func endOfMatch(
    _ rest: [UInt64], in text: NormalizedText, after token: Int, before limit: Int
  ) -> Int? {
    var index = token + 1
    for hash in rest {
      while index < limit, text.tokens[index].isSign(UInt8(ascii: ".")) { index += 1 }
      guard index < limit, text.tokens[index].hash == hash else { return nil }
      index += 1
    }
    return index
  }

  /// The entry whose words and signs are exactly those of a phrase; dots aside.
  public func entry(for phrase: String) -> Entry? {
    let parts = Self.parts(of: phrase)
    guard let first = parts.first else { return nil }
    let rest = Array(parts.dropFirst())
    return places(of: first).first { phrases[$0].rest == rest }.map { phrases[$0].entry }
  }

  /// Whether a one-word term has this hash.
  @inlinable
  public func contains(_ token: Token) -> Bool {
    mayBegin(with: token.marks) && token.kind != .sign && holdsWord(token.hash)
  }

  @usableFromInline func holdsWord(_ hash: UInt64) -> Bool {
    place(ofWord: hash) != nil
  }

  /// The entry of the one-word term with this hash.
  public func entry(ofWord hash: UInt64) -> Entry? {
    place(ofWord: hash).map { phrases[$0].entry }
  }

  /// Where the one-word term stands: behind the longer ones.
  private func place(ofWord hash: UInt64) -> Int? {
    guard let last = places(of: hash).last, phrases[last].rest.isEmpty else { return nil }
    return last
  }

  /// All entries, sorted by term.
  public var entries: [Entry] {
    phrases.map(\.entry).sorted { $0.term < $1.term }
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
