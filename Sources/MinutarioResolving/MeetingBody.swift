// Which body met: the name of a meeting may open with the session ("Tercera sesión del Comité de
// Riego"), and may name an event that is no body at all ("Reunión de trabajo").

import MinutarioLexicon
import MinutarioModel

/// Finds the body in the name of a meeting.
struct MeetingBody {
  let vocabulary: ResolvingVocabulary

  /// The name from the first word that opens the name of a body or an institution, up to a comma,
  /// dash or the like behind which the session is named; nil when there is none.
  func name(in meetingName: String) -> String? {
    let bytes = Array(meetingName.utf8)
    var tokenizer = Tokenizer()
    tokenizer.append(bytes, in: 0..<bytes.count)
    let tokens = tokenizer.tokens
    let words = tokens.map { String(decoding: tokenizer.folded[$0.folded], as: UTF8.self) }
    guard
      let first = tokens.indices.first(where: {
        tokens[$0].kind != .sign && opensName(Self.phrase(words, from: $0))
      })
    else { return nil }
    var end = bytes.count
    if let session = tokens.indices.first(where: {
      $0 > first && tokens[$0].kind != .sign && namesSession(Self.phrase(words, from: $0))
    }) {
      let divider = tokens.indices.first { $0 > first && $0 < session && Self.divides(tokens[$0]) }
      if let divider { end = tokens[divider].start }
    }
    let name = bytes[tokens[first].start..<end]
    let trimmed = name.prefix(
      (name.lastIndex { $0 > 0x20 } ?? name.startIndex) - name.startIndex + 1)
    return String(decoding: trimmed, as: UTF8.self)
  }

  /// Enough words from a token on to look a term up; signs between them are left out.
  private static func phrase(_ words: [String], from index: Int) -> ArraySlice<String> {
    words[index...].prefix(12).filter { !$0.isEmpty }[...]
  }

  private func opensName(_ words: ArraySlice<String>) -> Bool {
    vocabulary.bodies.longestEntry(opening: words) != nil
      || vocabulary.institutionWords.longestEntry(opening: words)?.entry.value == "institution"
  }

  private func namesSession(_ words: ArraySlice<String>) -> Bool {
    vocabulary.sessions.longestEntry(opening: words) != nil
  }

  /// Whether a sign divides a name: `Comité de Riego – Tercera sesión`.
  private static func divides(_ token: Token) -> Bool {
    token.isSign(UInt8(ascii: ",")) || token.isSign(UInt8(ascii: ":"))
      || token.isSign(UInt8(ascii: ";")) || token.isSign(UInt8(ascii: "("))
      || token.isSign(UInt8(ascii: ".")) || token.isSign(UInt8(ascii: "/"))
      || (token.isSign(UInt8(ascii: "-")) && token.spaceBefore)
  }
}
