// The cell of a table that names who is responsible: one a line, or several set apart by "/", ";",
// commas and "y".

import MinutarioModel

/// Reads cells of responsibles.
struct ResponsibleCell {
  let text: NormalizedText
  let actors: ActorReader

  /// The actors of a cell in order.
  func responsibles(_ lines: [Range<Int>]) -> [Actor] {
    var found: [Actor] = []
    for line in joinedLines(lines) {
      let tokens = text.tokenIndices(in: line)
      guard tokens.contains(where: { text.tokens[$0].kind == .word }) else { continue }
      for part in parts(tokens) {
        guard let actor = actor(part) else { continue }
        // "Ana Ruiz, Directora": the post behind a name is hers.
        if let last = found.last, case .person = last.kind, actor.kind != .other,
          followsComma(part), !isPerson(actor)
        {
          continue
        }
        found.append(actor)
      }
    }
    return found
  }

  private func isPerson(_ actor: Actor) -> Bool {
    if case .person = actor.kind { true } else { false }
  }

  /// A line in small letters goes on with the one before.
  private func joinedLines(_ lines: [Range<Int>]) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    for line in lines {
      if let last = joined.last, let first = text.tokenIndices(in: line).first,
        text.tokens[first].kind == .word,
        !text.tokens[first].shape.contains(.capitalized)
          || !actors.begins(at: first, before: text.tokenIndices(in: line).upperBound)
            && actors.actors(
              at: text.tokenIndices(in: last).lowerBound,
              before: text.tokenIndices(in: line).upperBound
            ).first
              .map({ $0.tokens.upperBound > first }) ?? false
      {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, line.upperBound)
      } else {
        joined.append(line)
      }
    }
    return joined
  }

  private func parts(_ tokens: Range<Int>) -> [Range<Int>] {
    // "Subdirectora Administrativa y Financiera": one post as a single attendee holds it.
    if actors.directory.isWholePost(tokens) { return [tokens] }
    var parts: [Range<Int>] = []
    var start = tokens.lowerBound
    var depth = 0
    for index in tokens {
      let token = text.tokens[index]
      if token.isSign(UInt8(ascii: "(")) { depth += 1 }
      if token.isSign(UInt8(ascii: ")")) { depth = max(0, depth - 1) }
      guard depth == 0, index > start, isSeparator(index, tokens) else { continue }
      parts.append(start..<index)
      start = index + 1
    }
    if start < tokens.upperBound { parts.append(start..<tokens.upperBound) }
    return parts
  }

  private func isSeparator(_ index: Int, _ tokens: Range<Int>) -> Bool {
    let token = text.tokens[index]
    if token.isSign(UInt8(ascii: "/")) || token.isSign(UInt8(ascii: ";"))
      || token.isSign(Token.bullet)
    {
      return true
    }
    guard token.isSign(UInt8(ascii: ",")) || actors.isAnd(index) else {
      return token.isSign(UInt8(ascii: "-")) && token.spaceBefore
    }
    return actors.begins(at: index + 1, before: tokens.upperBound)
  }

  private func followsComma(_ part: Range<Int>) -> Bool {
    part.lowerBound > 0 && text.tokens[part.lowerBound - 1].isSign(UInt8(ascii: ","))
  }

  private func actor(_ part: Range<Int>) -> Actor? {
    var part = part
    while let first = part.first, text.tokens[first].kind == .sign {
      part = first + 1..<part.upperBound
    }
    while let last = part.last, text.tokens[last].kind == .sign,
      !text.tokens[last].isSign(UInt8(ascii: ")")), !isAbbreviationDot(last)
    {
      part = part.lowerBound..<last
    }
    guard part.contains(where: { text.tokens[$0].kind == .word }) else { return nil }
    if actors.directory.isWholePost(part) { return Actor(kind: .role, tokens: part) }
    if let found = actors.list(in: part), found.count == 1 { return found[0] }
    return Actor(kind: .other, tokens: part)
  }

  private func isAbbreviationDot(_ index: Int) -> Bool {
    index > 0 && text.tokens[index].isSign(UInt8(ascii: "."))
      && text.tokens[index - 1].shape.contains([.single, .allCapitals])
  }
}
