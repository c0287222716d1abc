// The reader of actors that agreements and mentions share, for tests of either.

import MinutarioLexicon
import MinutarioModel

@testable import MinutarioExtracting

/// The actors of a text with these attendees.
func actors(in text: NormalizedText, attendances: [Attendance]) -> ActorReader {
  let vocabulary = PeopleVocabulary(lexicon: .standard)
  return ActorReader(
    text: text, vocabulary: vocabulary,
    institutions: InstitutionFinder(text: text, vocabulary: vocabulary), attendances: attendances)
}
