// The vocabulary that resolving needs, apart from the whole lexicon, so that tests can bring a few
// terms of their own.

public import MinutarioLexicon
import MinutarioModel

/// The tables that names, roles and institutions are compared with.
public struct ResolvingVocabulary: Sendable {
  public var honorifics = PhraseTable(parsing: [])
  public var nameParticles = PhraseTable(parsing: [])
  public var givenNames = PhraseTable(parsing: [])
  public var surnames = PhraseTable(parsing: [])
  public var roles = PhraseTable(parsing: [])
  public var institutions = PhraseTable(parsing: [])
  public var institutionWords = PhraseTable(parsing: [])
  public var bodies = PhraseTable(parsing: [])
  public var sessions = PhraseTable(parsing: [])

  /// Empty tables, to be filled.
  public init() {}

  public init(_ lexicon: Lexicon) {
    honorifics = lexicon[.honorifics]
    nameParticles = lexicon[.nameParticles]
    givenNames = lexicon[.givenNames]
    surnames = lexicon[.surnames]
    roles = lexicon[.roles]
    institutions = lexicon[.institutions]
    institutionWords = lexicon[.institutionWords]
    bodies = lexicon[.bodies]
    sessions = lexicon[.sessions]
  }
}

extension PhraseTable {
  /// The longest term that opens a run of words, and how many of the words it takes.
  func longestEntry(opening words: ArraySlice<String>) -> (entry: Entry, words: Int)? {
    // No term is worth looking for beyond this many words.
    for length in stride(from: min(words.count, 6), to: 0, by: -1) {
      if let entry = entry(for: words.prefix(length).joined(separator: " ")) {
        return (entry, length)
      }
    }
    return nil
  }

  /// Whether a single word is a term.
  func holds(_ word: String) -> Bool { entry(for: word) != nil }
}
