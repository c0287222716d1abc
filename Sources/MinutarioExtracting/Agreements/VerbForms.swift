// Verb forms by their endings: Spanish marks the future with -rá, -rán whatever the verb, so that no
// list of verbs is needed.

import MinutarioModel

extension NormalizedText {
  /// Whether a token is a verb in the future, third person: "enviará", "publicarán". In capitals,
  /// where accents are often left out, the ending alone must do.
  func isFuture(_ token: Token) -> Bool {
    guard token.kind == .word, token.folded.count >= 4,
      ends(token, in: "ra") || ends(token, in: "ran")
    else { return false }
    if token.shape.contains(.allCapitals) {
      let isAccented = bytes[token.range].suffix(4).contains(0xC3)
      return isAccented || token.folded.count >= 6 && hasInfinitiveBeforeEnding(token)
    }
    guard !token.shape.contains(.capitalized) else { return false }
    let plural = bytes[token.end - 1] == UInt8(ascii: "n") ? 1 : 0
    return isWritten(token, before: plural, (0xC3, 0xA1))
  }

  /// "-ara", "-era", "-ira": the future is the infinitive and an ending.
  private func hasInfinitiveBeforeEnding(_ token: Token) -> Bool {
    let plural = folded[token.folded.upperBound - 1] == UInt8(ascii: "n") ? 1 : 0
    return "aeid".utf8.contains(folded[token.folded.upperBound - plural - 3])
  }

  /// Whether a token is an infinitive in small letters: "incorporar", "hacerlo" is none.
  func isInfinitive(_ token: Token) -> Bool {
    token.folded.count >= 5 && !token.shape.contains(.capitalized) && endsAsInfinitive(token)
  }

  /// Whether a word ends as an infinitive does, at the start of a sentence too: "Enviar".
  func endsAsInfinitive(_ token: Token) -> Bool {
    guard token.kind == .word, token.folded.count >= 4 else { return false }
    return ends(token, in: "ar") || ends(token, in: "er") || ends(token, in: "ir")
  }

  /// Whether a token is a finite verb in the past: "solicitó", "presentaron".
  func isPast(_ token: Token) -> Bool {
    guard token.kind == .word, token.folded.count >= 4, !token.shape.contains(.capitalized) else {
      return false
    }
    return isWritten(token, before: 0, (0xC3, 0xB3)) || ends(token, in: "aron")
      || ends(token, in: "ieron")
  }

  /// Whether a token is a gerund in small letters: "contando", "siendo".
  func isGerund(_ token: Token) -> Bool {
    guard token.kind == .word, token.folded.count >= 6, !token.shape.contains(.capitalized) else {
      return false
    }
    return ends(token, in: "ando") || ends(token, in: "iendo") || ends(token, in: "yendo")
  }

  /// Whether a token is a form of "acordar", in any tense or mood.
  func isAgreeing(_ token: Token) -> Bool {
    guard token.kind == .word, token.folded.count >= 6 else { return false }
    let word = folded(token)
    let isVerb = word.hasPrefix("acord") || word.hasPrefix("acuerd")
    return isVerb && !(ends(token, in: "acuerdo") || ends(token, in: "acuerdos"))
  }

  /// Whether the folded spelling of a token ends in some letters. Asked of every word of an
  /// agreement for a dozen endings: it makes no slice and looks at the last letter first.
  private func ends(_ token: Token, in ending: StaticString) -> Bool {
    ending.withUTF8Buffer { ending in
      guard ending.count <= token.folded.count else { return false }
      let start = token.folded.upperBound - ending.count
      var index = ending.count
      while index > 0 {
        index -= 1
        guard folded[start + index] == ending[index] else { return false }
      }
      return true
    }
  }

  /// Whether two bytes stand at the end of a token as it is written, before so many others.
  private func isWritten(_ token: Token, before others: Int, _ bytes: (UInt8, UInt8)) -> Bool {
    let last = token.end - 1 - others
    return last > token.start && self.bytes[last - 1] == bytes.0 && self.bytes[last] == bytes.1
  }
}

extension ArraySlice<UInt8> {
  fileprivate func hasPrefix(_ beginning: StaticString) -> Bool {
    beginning.withUTF8Buffer { prefix($0.count).elementsEqual($0) }
  }
}
