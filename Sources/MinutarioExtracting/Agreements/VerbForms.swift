// Verb forms by their endings: Spanish marks the future with -rá, -rán whatever the verb, so that no
// list of verbs is needed.

import MinutarioModel

extension NormalizedText {
  /// Whether a token is a verb in the future, third person: "enviará", "publicarán". In capitals,
  /// where accents are often left out, the ending alone must do.
  func isFuture(_ token: Token) -> Bool {
    guard token.kind == .word, token.folded.count >= 4 else { return false }
    let word = folded(token)
    guard word.hasSuffix("ra") || word.hasSuffix("ran") else { return false }
    if token.shape.contains(.allCapitals) {
      let letters = bytes[token.range]
      let isAccented = letters.suffix(4).contains(0xC3)
      return isAccented || word.count >= 6 && hasInfinitiveBefore(ending: word)
    }
    guard !token.shape.contains(.capitalized) else { return false }
    let bytes = self.bytes[token.range]
    let stem = bytes.last == UInt8(ascii: "n") ? bytes.dropLast() : bytes
    return stem.suffix(2).elementsEqual([0xC3, 0xA1])
  }

  /// "-ara", "-era", "-ira": the future is the infinitive and an ending.
  private func hasInfinitiveBefore(ending word: ArraySlice<UInt8>) -> Bool {
    let stem = word.last == UInt8(ascii: "n") ? word.dropLast() : word
    let vowel = stem.dropLast(2).last ?? 0
    return "aeid".utf8.contains(vowel)
  }

  /// Whether a token is an infinitive in small letters: "incorporar", "hacerlo" is none.
  func isInfinitive(_ token: Token) -> Bool {
    token.folded.count >= 5 && !token.shape.contains(.capitalized) && endsAsInfinitive(token)
  }

  /// Whether a word ends as an infinitive does, at the start of a sentence too: "Enviar".
  func endsAsInfinitive(_ token: Token) -> Bool {
    guard token.kind == .word, token.folded.count >= 4 else { return false }
    let word = folded(token)
    return word.hasSuffix("ar") || word.hasSuffix("er") || word.hasSuffix("ir")
  }

  /// Whether a token is a finite verb in the past: "solicitó", "presentaron".
  func isPast(_ token: Token) -> Bool {
    guard token.kind == .word, token.folded.count >= 4, !token.shape.contains(.capitalized) else {
      return false
    }
    let word = folded(token)
    return bytes[token.range].suffix(2).elementsEqual([0xC3, 0xB3]) || word.hasSuffix("aron")
      || word.hasSuffix("ieron")
  }

  /// Whether a token is a gerund in small letters: "contando", "siendo".
  func isGerund(_ token: Token) -> Bool {
    guard token.kind == .word, token.folded.count >= 6, !token.shape.contains(.capitalized) else {
      return false
    }
    let word = folded(token)
    return word.hasSuffix("ando") || word.hasSuffix("iendo") || word.hasSuffix("yendo")
  }

  /// Whether a token is a form of "acordar", in any tense or mood.
  func isAgreeing(_ token: Token) -> Bool {
    guard token.kind == .word, token.folded.count >= 6 else { return false }
    let word = folded(token)
    let isVerb = word.hasPrefix("acord") || word.hasPrefix("acuerd")
    return isVerb && !(word.hasSuffix("acuerdo") || word.hasSuffix("acuerdos"))
  }
}

extension ArraySlice<UInt8> {
  fileprivate func hasSuffix(_ ending: StaticString) -> Bool {
    ending.withUTF8Buffer { suffix($0.count).elementsEqual($0) }
  }

  fileprivate func hasPrefix(_ beginning: StaticString) -> Bool {
    beginning.withUTF8Buffer { prefix($0.count).elementsEqual($0) }
  }
}
