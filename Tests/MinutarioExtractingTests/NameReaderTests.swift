// What bounds the work on names in hostile text.

import MinutarioLexicon
import MinutarioModel
import MinutarioTestSupport
import Testing

@testable import MinutarioExtracting

@Test func fewHonorificsInARowAreReadHoweverManyStandThere() throws {
  let text = NormalizedText(lines: String(repeating: "Lic. ", count: 500) + "Ana Ruiz")
  let names = PeopleVocabulary(lexicon: .standard).names
  let read = try #require(names.honorific(in: text, at: 0, before: text.tokens.count))
  // Each is a word and a dot.
  #expect(read.count == 16)
}
