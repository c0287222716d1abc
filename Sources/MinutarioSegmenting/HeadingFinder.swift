// Finds headings: by their words (the lexicon's synonyms), confirmed by their look and their
// neighbours. An item of an agenda that reads like a heading ("2. Lista de asistencia") is told
// from one by its sisters: items stand among items of the same look.

import MinutarioLexicon
import MinutarioModel

/// Finds the headings of one text.
struct HeadingFinder {
  let text: NormalizedText
  let headings: PhraseTable
  let closings: PhraseTable
  let presence: PhraseTable
  let roles: PhraseTable
  let tables: TableShape
  /// Words a heading may have at most.
  private static let longest = 12

  init(text: NormalizedText, lexicon: Lexicon) {
    self.text = text
    headings = lexicon[.headings]
    closings = lexicon[.closings]
    presence = lexicon[.presence]
    roles = lexicon[.roles]
    tables = TableShape(text)
  }

  /// All headings in order; several may stand on one line.
  func accepted() -> [Heading] {
    let candidates = text.lines.indices.flatMap(candidates(onLine:))
    let strong = candidates.count {
      !$0.isUnknown && $0.look.isStrong && $0.isWholeLine && Self.announcesList($0.kind.rawValue)
    }
    var result: [Heading] = []
    for candidate in candidates {
      let current = result.last
      if candidate.heading == nil {
        // A closing sentence ends a list of agreements or a discussion, nothing else.
        guard let current, current.kind != .attendees, current.kind != .absent else { continue }
      } else if !candidate.look.isStrong, strong >= 2 {
        continue
      } else if isListSister(candidate, in: current) {
        continue
      }
      if candidate.isUnknown, !mayEndList(candidate, current) { continue }
      result.append(candidate)
    }
    return result
  }

  /// What on this line may open a section.
  private func candidates(onLine index: Int) -> [Heading] {
    let line = text.lines[index]
    guard !line.body.isEmpty, !line.continuesPrevious || line.tokens.count > 3 else { return [] }
    guard tables.allowsHeading(line) else { return [] }
    if let heading = wholeLine(index, line) ?? inline(index, line) ?? containing(index, line)
      ?? leadIn(index, line)
    {
      return [heading] + within(index, line, after: heading.content)
    }
    if let closing = closing(index, line) { return [closing] }
    if let unknown = unknown(index, line) { return [unknown] }
    return within(index, line, after: line.range.lowerBound)
  }

  /// A line that is a heading and nothing else.
  private func wholeLine(_ index: Int, _ line: Line) -> Heading? {
    let words = unadorned(line.body)
    guard !words.isEmpty, words.count <= Self.longest,
      let match = headings.match(in: text, at: words.lowerBound, before: words.upperBound),
      onlySigns(behindPluralMark(match.tokens.upperBound, words.upperBound)..<words.upperBound)
    else { return nil }
    return heading(
      index, kind: match.entry.value, words: match.tokens, content: line.range.upperBound)
  }

  /// A heading with its text behind it on the same line: `Asistentes: …`.
  private func inline(_ index: Int, _ line: Line) -> Heading? {
    let body = withoutLeadingSigns(line.body)
    guard let match = headings.match(in: text, at: body.lowerBound, before: body.upperBound) else {
      return nil
    }
    let next = behindPluralMark(match.tokens.upperBound, body.upperBound)
    guard next < body.upperBound else { return nil }
    let sign = text.tokens[next]
    let isAnnounced =
      sign.isSign(UInt8(ascii: ":"))
      || sign.isSign(UInt8(ascii: ".")) && next + 1 < body.upperBound
        && text.tokens[next + 1].isSign(UInt8(ascii: "-"))
      || sign.isSign(UInt8(ascii: "(")) && isCapitals(match.tokens)
    guard isAnnounced else { return nil }
    let content = sign.isSign(UInt8(ascii: "(")) ? sign.start : endOfSigns(next, body.upperBound)
    var found = heading(index, kind: match.entry.value, words: match.tokens, content: content)
    found?.look.insert(.colon)
    return found
  }

  /// A set-off line that contains a heading's words among others: `CONSEJEROS ASISTENTES`.
  private func containing(_ index: Int, _ line: Line) -> Heading? {
    let words = unadorned(line.body)
    guard words.count <= 9, look(of: line).isStrong, !endsSentence(line) else { return nil }
    if let first = headings.match(in: text, at: words.lowerBound, before: words.upperBound) {
      guard first.entry.value != Section.Kind.heading.rawValue else { return nil }
      if Self.announcesList(first.entry.value) {
        return heading(
          index, kind: first.entry.value, words: words, content: line.range.upperBound)
      }
    }
    if headsRoleInPlural(words, line) {
      return heading(
        index, kind: Section.Kind.attendees.rawValue, words: words, content: line.range.upperBound)
    }
    for start in words.dropFirst() {
      guard let match = headings.match(in: text, at: start, before: words.upperBound),
        match.tokens.upperBound == words.upperBound, Self.announcesList(match.entry.value)
      else { continue }
      return heading(index, kind: match.entry.value, words: words, content: line.range.upperBound)
    }
    return nil
  }

  /// REGIDORES PROPIETARIOS: roles in the plural over the people who hold them.
  private func headsRoleInPlural(_ words: Range<Int>, _ line: Line) -> Bool {
    guard let first = words.first, look(of: line).contains(.capitals), line.cell == nil,
      let role = roles.match(in: text, at: first, before: words.upperBound),
      role.entry.note == "p"
    else { return false }
    return role.tokens.upperBound >= words.upperBound - 1
  }

  /// A sentence that ends in a colon and announces the list that follows.
  private func leadIn(_ index: Int, _ line: Line) -> Heading? {
    guard let last = line.tokens.last, text.tokens[last].isSign(UInt8(ascii: ":")),
      line.tokens.count > 3, let next = nextVisible(index),
      text.lines[next].isListItem || text.lines[next].cell != nil && line.cell == nil
    else { return nil }
    let start = paragraphStart(index)
    let tokens = text.lines[start].body.lowerBound..<last
    var found: PhraseTable.Match?
    var token = tokens.lowerBound
    while token < last {
      guard let match = headings.match(in: text, at: token, before: last) else {
        token += 1
        continue
      }
      if Self.announcesList(match.entry.value) {
        found = match
        token += 1
      } else {
        // "de acuerdo con": a word inside a phrase that announces nothing does not either.
        token = match.tokens.upperBound
      }
    }
    let stated = found == nil ? statedPresence(tokens) : nil
    guard let found = found ?? stated,
      let kind = stated == nil ? Section.Kind(rawValue: found.entry.value) : .attendees
    else { return nil }
    let isRoster = kind == .attendees || kind == .absent
    return Heading(
      kind: kind, heading: text.range(ofTokens: found.tokens),
      start: isRoster
        ? text.lines[start].rangeWithLabel.lowerBound : text.tokens[found.tokens.lowerBound].start,
      content: isRoster ? text.lines[start].range.lowerBound : line.range.upperBound,
      line: index, look: [.colon])
  }

  /// "Reunidos los siguientes miembros de la junta:": words that state presence.
  private func statedPresence(_ tokens: Range<Int>) -> PhraseTable.Match? {
    for token in tokens {
      if let match = presence.match(in: text, at: token, before: tokens.upperBound),
        match.entry.value == "present"
      {
        return match
      }
    }
    return nil
  }

  /// A set-off line that the vocabulary does not know. It counts only where it ends a list of
  /// topics: what follows a list under a heading of its own is no longer the list.
  private func unknown(_ index: Int, _ line: Line) -> Heading? {
    let words = unadorned(line.body)
    let look = look(of: line).subtracting(.colon)
    guard look.isStrong, !line.isListItem, line.cell == nil, (1...8).contains(words.count),
      !endsSentence(line)
    else { return nil }
    var found = heading(
      index, kind: Section.Kind.discussion.rawValue, words: words, content: line.range.upperBound)
    found?.isUnknown = true
    return found
  }

  /// Whether an unknown heading stands behind the items of an agenda or a list of topics.
  private func mayEndList(_ candidate: Heading, _ current: Heading?) -> Bool {
    guard let current, current.kind == .agenda || current.kind == .topics else { return false }
    return (current.line..<candidate.line).contains { text.lines[$0].isListItem }
  }

  /// Headings in capitals further on in a line: `… - ASISTENTES: …`.
  private func within(_ index: Int, _ line: Line, after offset: Int) -> [Heading] {
    guard line.tokens.count > 4 else { return [] }
    var found: [Heading] = []
    var token =
      offset == line.range.lowerBound
      ? line.tokens.lowerBound
      : text.tokenIndices(in: offset..<max(offset, line.range.upperBound)).lowerBound
    while token < line.tokens.upperBound {
      defer { token += 1 }
      guard token > line.tokens.lowerBound, text.tokens[token].shape.contains(.allCapitals),
        !text.tokens[token].shape.contains(.single),
        let match = headings.match(in: text, at: token, before: line.tokens.upperBound),
        match.tokens.upperBound < line.tokens.upperBound,
        text.tokens[match.tokens.upperBound].isSign(UInt8(ascii: ":")), isCapitals(match.tokens),
        let kind = Section.Kind(rawValue: match.entry.value), kind != .heading
      else { continue }
      found.append(
        Heading(
          kind: kind, heading: text.range(ofTokens: match.tokens),
          start: text.tokens[token].start, content: text.tokens[match.tokens.upperBound].end,
          line: index, look: [.capitals, .colon]))
      token = match.tokens.upperBound
    }
    return found
  }

  /// A paragraph that opens as the end of minutes does: "No habiendo otro asunto que tratar …".
  private func closing(_ index: Int, _ line: Line) -> Heading? {
    guard !line.continuesPrevious, line.cell == nil else { return nil }
    if isSignedOn(line) {
      return Heading(
        kind: .signatures, heading: nil, start: line.rangeWithLabel.lowerBound,
        content: line.rangeWithLabel.lowerBound, line: index, look: [])
    }
    // "VII. No habiendo otro asunto …": as an item of a list only when it is a sentence.
    guard
      let match = closings.match(in: text, at: line.body.lowerBound, before: line.body.upperBound),
      !line.isListItem || match.entry.note == "ends" && line.body.count >= Self.sentenceTokens,
      let kind = Section.Kind(rawValue: match.entry.value)
    else { return nil }
    return Heading(
      kind: kind, heading: nil, start: line.rangeWithLabel.lowerBound,
      content: line.range.lowerBound, line: index, look: [])
  }

  private static let sentenceTokens = 14

  /// `f) __________   f) __________`: a line to sign on, for two or more, with nothing else.
  private func isSignedOn(_ line: Line) -> Bool {
    var rules = 0
    var run = 0
    var letters = 0
    for byte in text.bytes[line.rangeWithLabel] {
      run = byte == UInt8(ascii: "_") ? run + 1 : 0
      if run == Self.ruleLength { rules += 1 }
      if byte >= 0x80 || (0x41...0x5A).contains(byte & 0xDF) { letters += 1 }
    }
    return rules >= 2 && letters <= 2 * rules
  }

  private static let ruleLength = 8

  private func heading(_ index: Int, kind: String, words: Range<Int>, content: Int) -> Heading? {
    guard let kind = Section.Kind(rawValue: kind) else { return nil }
    let line = text.lines[index]
    return Heading(
      kind: kind, heading: text.range(ofTokens: words), start: line.rangeWithLabel.lowerBound,
      content: content, line: index, look: look(of: line),
      isWholeLine: content == line.range.upperBound)
  }

  /// Kinds whose heading may be longer than the lexicon knows.
  private static func announcesList(_ kind: String) -> Bool {
    switch Section.Kind(rawValue: kind) {
    case .attendees, .absent, .agenda, .topics, .agreements, .followUp, .signatures: true
    default: false
    }
  }
}
