// What is made of the vocabulary once for all documents: readers of names, roles and small words.

import MinutarioLexicon
import MinutarioModel

/// The readers that need no document to be made.
struct PeopleVocabulary: Sendable {
  let lexicon: Lexicon
  let names: NameReader
  let roles: RoleFinder
  let functionWords: FunctionWords

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    functionWords = FunctionWords(lexicon: lexicon)
    names = NameReader(lexicon: lexicon, functionWords: functionWords)
    roles = RoleFinder(lexicon: lexicon)
  }
}
