// Which body met: the name of a meeting may open with the session ("Tercera sesión del Comité de
// Riego"), and may name an event that is no body at all ("Reunión de trabajo").

import MinutarioLexicon
import MinutarioModel

/// Finds the body in the name of a meeting.
struct MeetingBody {
  let vocabulary: ResolvingVocabulary

  /// The name from the first word that opens the name of a body or an institution; nil when there
  /// is none.
  func name(in meetingName: String) -> String? {
    let bytes = Array(meetingName.utf8)
    var tokenizer = Tokenizer()
    tokenizer.append(bytes, in: 0..<bytes.count)
    let words = tokenizer.tokens.filter { $0.kind != .sign }
    let spellings = words.map { String(decoding: tokenizer.folded[$0.folded], as: UTF8.self) }
    for (index, word) in words.enumerated() where opensName(spellings[index...]) {
      return String(decoding: bytes[word.start...], as: UTF8.self)
    }
    return nil
  }

  private func opensName(_ words: ArraySlice<String>) -> Bool {
    if vocabulary.bodies.longestEntry(opening: words) != nil { return true }
    if vocabulary.institutionWords.longestEntry(opening: words)?.entry.value == "institution" {
      return true
    }
    return false
  }
}
