// People behind labels in one sentence: "Presidente: A; Secretaria: B; Vocales: C, D y E", "por el
// Partido Nacional: A y B; por el Frente Amplio: C".

import MinutarioModel

/// Reads sentences that name people label by label.
struct LabelledPeople {
  let text: NormalizedText
  let parser: EntryParser

  /// A label and the people behind it.
  private struct Part {
    var label: Range<Int>
    var people: Range<Int>
  }

  /// The people of a sentence that has two labels or more; none of any other.
  func entries(in sentence: Range<Int>, context: RosterContext) -> [RosterEntry] {
    let parts = parts(of: sentence)
    guard parts.count >= 2, let first = parts.first else { return [] }
    var context = context
    // "Asisten los señores ediles, por el Partido Nacional: …": what all of them are.
    for index in sentence.lowerBound..<first.label.lowerBound {
      if let role = parser.roles.pluralOffice(
        in: text, at: index, before: first.label.lowerBound)
      {
        context.position = text.range(ofTokens: role.tokens)
      }
    }
    return parts.flatMap { part in
      people(part.people, in: self.context(of: part.label, in: context))
    }
  }

  /// The parts of a sentence: each begins with a label that ends in a colon.
  private func parts(of sentence: Range<Int>) -> [Part] {
    let colons = sentence.filter { text.tokens[$0].isSign(UInt8(ascii: ":")) }
    guard colons.count >= 2 else { return [] }
    var labels: [(label: Range<Int>, colon: Int)] = []
    for colon in colons {
      let start = labelStart(before: colon, from: sentence.lowerBound)
      if tellsCharge(start..<colon) { labels.append((start..<colon, colon)) }
    }
    return labels.enumerated().map { index, found in
      let end = index + 1 < labels.count ? labels[index + 1].label.lowerBound : sentence.upperBound
      return Part(label: found.label, people: found.colon + 1..<max(found.colon + 1, end))
    }
  }

  /// The token behind the last separator before a colon.
  private func labelStart(before colon: Int, from start: Int) -> Int {
    var index = colon
    while index > start, colon - index < 12, text.tokens[index - 1].kind != .sign { index -= 1 }
    return index
  }

  private func tellsCharge(_ label: Range<Int>) -> Bool {
    guard let first = label.first else { return false }
    return role(label) != nil || parser.functionWords.isBy(text.tokens[first])
  }

  private func role(_ label: Range<Int>) -> RoleMatch? {
    let label = parser.institutions.withoutArticle(label)
    guard let first = label.first else { return nil }
    return parser.roles.role(in: text, at: first, before: label.upperBound)
  }

  private func context(of label: Range<Int>, in context: RosterContext) -> RosterContext {
    var own = context
    if role(label) != nil {
      own.position = text.range(ofTokens: parser.institutions.withoutArticle(label))
    } else {
      let party = parser.institutions.withoutArticle(label.dropFirst())
      if !party.isEmpty, !parser.institutions.isSector(party) {
        own.institution = text.range(ofTokens: party)
      }
    }
    own.group = text.range(ofTokens: label)
    return own
  }

  private func people(_ tokens: Range<Int>, in context: RosterContext) -> [RosterEntry] {
    split(tokens).flatMap { part -> [RosterEntry] in
      guard let parsed = parser.parse(part, in: context, source: .prose) else { return [] }
      return [parsed.entry] + parsed.represented
    }
  }

  /// The people of a list: behind a label each name that fills the stretch up to the next separator is
  /// a person, however little is known of it.
  private func split(_ tokens: Range<Int>) -> [Range<Int>] {
    var starts: [Int] = []
    var depth = 0
    for index in tokens {
      let token = text.tokens[index]
      if token.isSign(UInt8(ascii: "(")) { depth += 1 }
      if token.isSign(UInt8(ascii: ")")) { depth = max(0, depth - 1) }
      guard depth == 0, index == tokens.lowerBound || separates(index - 1),
        isWholeName(index, tokens)
      else { continue }
      starts.append(index)
    }
    return starts.enumerated().map { position, start in
      var end = position + 1 < starts.count ? starts[position + 1] : tokens.upperBound
      while end > start + 1, separates(end - 1) { end -= 1 }
      return start..<end
    }
  }

  private func separates(_ index: Int) -> Bool {
    let token = text.tokens[index]
    return token.isSign(UInt8(ascii: ",")) || token.isSign(UInt8(ascii: ";"))
      || parser.functionWords.isAnd(token)
  }

  private func isWholeName(_ index: Int, _ tokens: Range<Int>) -> Bool {
    guard let name = parser.names.name(in: text, at: index, before: tokens.upperBound),
      name.nameTokens.count > 1 || name.titleRange != nil,
      parser.roles.role(in: text, at: index, before: tokens.upperBound) == nil
    else { return false }
    let end = name.tokens.upperBound
    return end == tokens.upperBound || separates(end) || text.tokens[end].kind == .sign
  }
}
