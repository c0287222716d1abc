// The vocabulary that the rules look words up in: text files inside the binary, parsed once into
// immutable tables. A folder named in the configuration replaces files by name.

private import CLexiconData
public import MinutarioModel

/// All vocabulary of one run.
public struct Lexicon: Sendable {
  private let tables: [Vocabulary: PhraseTable]
  private let catalogues: [String: MessageCatalogue]
  /// Word → what all tables know of it, as the marks of tokens have it.
  private let marks: WordIndex
  /// Two words in a row → the tables in which a term begins with both.
  private let pairs: WordIndex

  /// The vocabulary that the program carries, with files of the same name put in its place.
  /// - Parameter replacements: file name, such as `roles.es.txt`, and content.
  /// - Throws: `UnknownFile` for a name that no vocabulary has.
  public init(replacing replacements: [String: [UInt8]]) throws(UnknownFile) {
    for name in replacements.keys.sorted() where Self.vocabulary(of: name) == nil {
      throw UnknownFile(name: name)
    }
    var contents: [Vocabulary: [UInt8]] = [:]
    var catalogues: [String: MessageCatalogue] = [:]
    for (name, embedded) in Self.embeddedFiles() {
      let bytes = replacements[name] ?? embedded
      guard let vocabulary = Self.vocabulary(of: name) else { continue }
      if vocabulary == .messages {
        catalogues[Self.language(of: name)] = Self.catalogue(parsing: bytes)
      } else {
        contents[vocabulary, default: []] += bytes + [UInt8(ascii: "\n")]
      }
    }
    tables = Dictionary(
      uniqueKeysWithValues: contents.map { vocabulary, bytes in
        // An acronym means different bodies in different countries: better no name than a wrong one.
        let repetition: PhraseTable.Repetition =
          vocabulary == .institutions ? .losesContradicted : .keepsFirst
        let table = PhraseTable(
          parsing: bytes, repetition: repetition, mark: Self.mark(of: vocabulary))
        return (vocabulary, table)
      })
    var marks: [UInt64: UInt64] = [:]
    var pairs: [UInt64: UInt64] = [:]
    for table in tables.values {
      for (word, bits) in table.marks { marks[word, default: 0] |= bits }
      for pair in table.pairs { pairs[pair, default: 0] |= table.mark }
    }
    self.marks = WordIndex(marks.map { ($0, $1) })
    self.pairs = WordIndex(pairs.filter { $0.value != 0 }.map { ($0, $1) })
    self.catalogues = catalogues
  }

  /// The vocabulary that the program carries.
  public static let standard: Lexicon = {
    do {
      return try Lexicon(replacing: [:])
    } catch {
      preconditionFailure("nothing replaced, nothing unknown")
    }
  }()

  /// A replacement file whose name no vocabulary has.
  public struct UnknownFile: Error, Equatable {
    public let name: String
  }

  /// The table of one kind; empty when no file holds it.
  public subscript(vocabulary: Vocabulary) -> PhraseTable {
    tables[vocabulary] ?? PhraseTable(parsing: [])
  }

  /// Marks the tokens of a text with the vocabularies that know them, so that no
  /// table is asked for words that it does not know. A text that is not marked reads the same.
  public func mark(_ text: inout NormalizedText) {
    text.mark { word, next in
      let known = marks[word]
      let single = known >> 32
      let begins = known & (PhraseTable.marked - 1)
      // Many small words open a phrase ("con permiso") and stand before others in a text. At the end
      // of a line nothing is ruled out: the line behind it may be another one in a part of the text.
      guard begins & ~single != 0, let next else { return PhraseTable.marked | known }
      let phrases = pairs[PhraseTable.pair(word, next)]
      return PhraseTable.marked | single << 32 | begins & (single | phrases)
    }
  }

  /// The bit of a vocabulary in the marks of tokens.
  private static func mark(of vocabulary: Vocabulary) -> UInt64 {
    bits[vocabulary] ?? 0
  }

  /// One bit for each vocabulary, as far as they go: the others have none, and are always asked.
  private static let bits: [Vocabulary: UInt64] = Dictionary(
    uniqueKeysWithValues: zip(Vocabulary.allCases, 0..<31).map { ($0, 1 << UInt64($1)) })

  /// The sentences for issues in a language (`es`, `en`); Spanish when there is no such catalogue.
  public func messages(language: String) -> MessageCatalogue {
    catalogues[language] ?? catalogues["es"] ?? MessageCatalogue([:])
  }

  /// Names and contents of the files inside the binary, sorted by name.
  public static func embeddedFiles() -> [(name: String, bytes: [UInt8])] {
    (0..<minutario_lexicon_count()).map { index in
      let file = minutario_lexicon_file_at(index)
      return (
        String(cString: file.name),
        Array(UnsafeBufferPointer(start: file.data, count: file.length))
      )
    }.sorted { $0.name < $1.name }
  }

  private static func vocabulary(of name: String) -> Vocabulary? {
    guard name.hasSuffix(".txt") else { return nil }
    return Vocabulary(rawValue: String(name.prefix { $0 != "." }))
  }

  private static func language(of name: String) -> String {
    String(name.split(separator: ".").dropFirst().first ?? "")
  }

  private static func catalogue(parsing bytes: [UInt8]) -> MessageCatalogue {
    var templates: [Issue.Code: String] = [:]
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let columns = line.split(separator: "\t", maxSplits: 1)
      if columns.count == 2, let code = Issue.Code(rawValue: String(columns[0])) {
        templates[code] = String(columns[1])
      }
    }
    return MessageCatalogue(templates)
  }
}
