// By what names are compared: folded, and without what varies between two spellings of one name.

import MinutarioLexicon
import MinutarioModel

/// Makes the keys under which people, institutions and roles are the same.
struct NameKeys {
  let vocabulary: ResolvingVocabulary

  /// Folded name without honorifics before it; nil when nothing is left to compare.
  func person(_ name: String) -> String? {
    let words = Self.words(name)
    var rest = words[...]
    while let title = vocabulary.honorifics.longestEntry(opening: rest) {
      rest = rest.dropFirst(title.words)
    }
    // A name that is made of honorific words only ("Maestra") is still what the text calls them.
    let key = (rest.isEmpty ? words[...] : rest).joined(separator: " ")
    return key.isEmpty ? nil : key
  }

  /// Folded name without articles before it, with its initials joined: `A. C.` and `AC` are one.
  func institution(_ name: String) -> String? {
    var words = Self.joiningInitials(Self.words(name))[...]
    while words.count > 1, let first = words.first, vocabulary.nameParticles.holds(first) {
      words.removeFirst()
    }
    let key = words.joined(separator: " ")
    return key.isEmpty ? nil : key
  }

  /// The gender-neutral key of a role; the folded role when the lexicon does not know its head.
  func key(ofRole role: String) -> String? {
    let words = Self.words(role)
    return headKey(opening: words) ?? (words.isEmpty ? nil : words.joined(separator: " "))
  }

  /// The gender-neutral key of the role that a position opens with, when the lexicon knows it.
  func key(ofRoleOpening position: String) -> String? { headKey(opening: Self.words(position)) }

  private func headKey(opening words: [String]) -> String? {
    vocabulary.roles.longestEntry(opening: words[...])?.entry.value
  }

  /// The gender that a role word is marked with, if any.
  func gender(ofRole role: String) -> Person.Gender? {
    let entry = vocabulary.roles.longestEntry(opening: Self.words(role)[...])?.entry
    return entry.flatMap { Person.Gender(rawValue: $0.note) }
  }

  /// The words of an institution's key that carry meaning.
  func significantWords(_ key: String) -> Set<Substring> {
    Set(key.split(separator: " ").filter { !vocabulary.nameParticles.holds(String($0)) })
  }

  static func words(_ text: String) -> [String] {
    Tokenizer.foldedKey(text).split(separator: " ").map(String.init)
  }

  /// Runs of two or more one-letter words become one word.
  private static func joiningInitials(_ words: [String]) -> [String] {
    var joined: [String] = []
    var lastWasInitial = false
    for word in words {
      let isInitial = word.utf8.count == 1
      if isInitial, lastWasInitial, let last = joined.popLast() {
        joined.append(last + word)
      } else {
        joined.append(word)
      }
      lastWasInitial = isInitial
    }
    return joined
  }
}
