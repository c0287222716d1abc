// The body or event that met: from its field, from the title lines behind "Acta de la …", or from
// the sentence that opens the minutes.

import MinutarioLexicon
import MinutarioModel

/// Reads the name of the body that met.
struct BodyNameReader {
  let context: MeetingContext
  let schedule: ScheduleReader
  /// Passages at the top that may be title lines.
  private static let titleReach = 12
  private static let longestTitle = 40
  private static let longestName = 40

  /// The name as token indices.
  /// - Parameter place: the meeting's place; a body named there is only at home there.
  /// - Returns: nil when nothing names it.
  func read(besides place: Range<Int>?) -> Range<Int>? {
    fromFields() ?? fromTitle() ?? fromSentences(besides: place) ?? fromHeaders() ?? fromEvents()
      ?? fromSessionTitle()
  }

  // MARK: Fields

  private func fromFields() -> Range<Int>? {
    fieldNames.first { name in
      guard let body = firstBody(name) else { return false }
      return body.lowerBound - name.lowerBound <= 8
    }
  }

  /// The values of name fields and the first line under a heading for the event.
  private var fieldNames: [Range<Int>] {
    // A form's first field belongs to the head though "Asunto" may open a list of topics.
    let first = context.fields.first?.label
    var values = context.fields(.name).filter { $0.isHead || $0.label == first }.map(\.value)
    if let content = context.content(.event) {
      let index = context.text.lineIndex(at: context.text.tokens[content.lowerBound].start)
      let end = context.text.lines[index].tokens.upperBound
      if content.lowerBound < end, !context.fields.contains(where: { $0.line == index }) {
        values.append(content.lowerBound..<end)
      }
    }
    return values.map { upToClause(context.trimmed($0)) }.filter { !$0.isEmpty }
  }

  /// A field that names no body, but whose label or value speaks of a meeting: `Reunión: Avances`.
  private func fromEvents() -> Range<Int>? {
    for field in context.fields(.name) where field.isHead {
      let name = upToClause(context.trimmed(field.value))
      let words =
        context.cues.cues(in: context.text, tokens: field.label)
        + context.cues.cues(in: context.text, tokens: name)
      if !name.isEmpty, words.contains(where: { $0.kind == .noun }) { return name }
    }
    return nil
  }

  // MARK: Title

  /// The title line that names a body and counts its session, else the first that names a body. A
  /// bare word ("Acta de Cabildo") is left to the sentences.
  private func fromTitle() -> Range<Int>? {
    let candidates = titleLines.compactMap(titleName).filter { $0.count > 1 }
    return candidates.first { $0.contains(where: isCounter) }
      ?? candidates.prefix(4).first(where: opensMeeting) ?? candidates.first
  }

  /// Whether the sentence that opens the minutes names the same body: of a union and its board, the
  /// board met.
  private func opensMeeting(_ name: Range<Int>) -> Bool {
    let tokens = context.text.tokens
    let first = tokens[name.lowerBound].hash
    return schedule.openingSentences.prefix(2).contains { sentence in
      sentence.tokens.contains { start in
        start >= name.upperBound && tokens[start].hash == first
          && start + name.count <= sentence.tokens.upperBound
          && zip(name, start..<start + name.count).allSatisfy { tokens[$0].hash == tokens[$1].hash }
      }
    }
  }

  private var titleLines: [Range<Int>] {
    context.passages.prefix(Self.titleReach).prefix { passage in
      passage.kind == .heading || passage.kind == .event || passage.kind == .other
    }
    .filter { $0.isBody && !$0.isListItem }.map(\.tokens)
  }

  /// The name in a title line: behind the words for the document, from the first word that opens a
  /// body's name or counts its session.
  private func titleName(_ line: Range<Int>) -> Range<Int>? {
    let behind = afterDocumentWord(line)
    let isLed = behind > line.lowerBound
    guard isLed || line.count <= Self.longestTitle, let body = firstBody(line.prefix(24)) else {
      return nil
    }
    var start = body.lowerBound
    let lead = min(behind, start)..<start
    if let session = sessionStart(lead) {
      // "Primera Sesión Extraordinaria del Comité": the session belongs to the name.
      start = session
    } else if !isLed, lead.contains(where: { context.text.tokens[$0].kind != .sign }) {
      // Without a word for the document the body opens the line, stands behind a dash or a colon,
      // or behind "Reunión de la".
      let before = context.text.tokens[start - 1]
      let isAfterBreak =
        before.kind == .sign && ("-:|\"".utf8.contains(before.sign) || before.sign == Token.bullet)
      guard isAfterBreak || isMeetingOf(lead) else { return nil }
    }
    let date = context.dates.dates(in: context.text, tokens: line).first {
      $0.tokens.lowerBound > start
    }
    let limit = date?.tokens.lowerBound ?? line.upperBound
    let end = endOfTitleName(from: body.lowerBound, before: limit, isLed: isLed)
    let name = context.trimmed(start..<end)
    return name.isEmpty ? nil : name
  }

  /// Behind "Acta No. 31 de la", "Minuta de", "Nota de reunión:".
  private func afterDocumentWord(_ line: Range<Int>) -> Int {
    var index = line.lowerBound
    let view = TokenView(text: context.text, limit: line.upperBound)
    while index < line.upperBound, context.text.tokens[index].kind == .sign { index += 1 }
    let start = index
    // Word by word: "Acta de la sesión extraordinaria" is a title as a whole, but the session
    // belongs to the name.
    guard start < line.upperBound,
      context.headings.contains(context.text.tokens[start])
        || context.headings.match(
          in: context.text, at: start, before: min(start + 3, line.upperBound)) != nil
    else { return line.lowerBound }
    index += 1
    while index < line.upperBound {
      let token = context.text.tokens[index]
      let isSmall = view.isAny(index, [.de, .del, .la, .las, .los, .el])
      guard isSmall || token.kind != .word || token.folded.count <= 3 && !isBody(index) else {
        break
      }
      index += 1
    }
    return index
  }

  /// Where "Primera sesión ordinaria del" starts, if the tokens name a session.
  private func sessionStart(_ tokens: Range<Int>) -> Int? {
    guard !tokens.isEmpty else { return nil }
    let hasKind = tokens.contains { index in
      context.sessions.match(in: context.text, at: index, before: tokens.upperBound) != nil
    }
    let isCounted = isCounter(tokens.lowerBound)
    let isBroken = tokens.contains { index in
      let token = context.text.tokens[index]
      let isYear = (1_900...2_100).contains(
        TokenView(text: context.text, limit: tokens.upperBound).digits(index)?.value ?? 0)
      return token.kind == .number && !isYear
        || token.kind == .sign && ":-|".utf8.contains(token.sign)
    }
    guard hasKind || isCounted, !isBroken else { return nil }
    return tokens.first { context.text.tokens[$0].kind == .word }
  }

  /// "Reunión de la", "Sesión del": a noun for the meeting and small words.
  private func isMeetingOf(_ tokens: Range<Int>) -> Bool {
    guard let first = tokens.first else { return false }
    let view = TokenView(text: context.text, limit: tokens.upperBound)
    let kind = context.cues.kind(in: context.text, at: first, before: tokens.upperBound)
    return kind == .noun
      && tokens.dropFirst().allSatisfy { view.isAny($0, [.de, .del, .la, .las, .los]) }
  }

  /// An ordinal: `Cuarta`, `Décima`.
  private func isCounter(_ index: Int) -> Bool {
    context.cues.kind(in: context.text, at: index, before: index + 1) == .ordinal
  }

  /// A title's name ends at a dash, a number sign or a comma before another thing; a dash before
  /// the session's own name goes on.
  private func endOfTitleName(from start: Int, before limit: Int, isLed: Bool) -> Int {
    let view = TokenView(text: context.text, limit: limit)
    var end = start
    while end < limit, end - start < Self.longestName {
      let token = context.text.tokens[end]
      if token.kind == .sign {
        if view.isSign(end, ",") {
          guard isEnumeration(view, from: end) else { break }
        } else if view.isSign(end, "-"), token.spaceBefore {
          let isSession =
            isCounter(end + 1)
            || context.sessions.match(in: context.text, at: end + 1, before: limit) != nil
          guard isSession else { break }
        } else if view.isSign(end, ".") {
          guard isInitial(end - 1) else { break }
        } else if ":;|#".utf8.contains(token.sign) || token.sign == Token.bullet {
          break
        }
      } else if token.kind == .word, isClause(view, at: end) {
        // "la junta de la asociación y estando presentes": the conjunction belongs to the clause.
        return end > start && view.is(end - 1, .y) ? end - 1 : end
      } else if isLed, end > start, isNumber(view, at: end) {
        break
      }
      end += 1
    }
    return end
  }

  /// "Acta de Cabildo número 17": the number is the document's.
  private func isNumber(_ view: TokenView, at index: Int) -> Bool {
    context.cues.kind(in: view.text, at: index, before: view.limit) == .number
  }

  // MARK: Prose

  private func fromSentences(besides place: Range<Int>?) -> Range<Int>? {
    for sentence in schedule.openingSentences {
      guard let first = sentence.first(.opening)?.tokens.lowerBound else { continue }
      let tokens = sentence.tokens
      let behind = bodies(first..<tokens.upperBound)
      let before = bodies(tokens.lowerBound..<first)
      for body in (behind + before).prefix(8) {
        if let place, place.overlaps(body) { continue }
        if let name = proseName(body, in: tokens) { return name }
      }
    }
    // A title that is one word only ("Acta de Cabildo") is better than nothing.
    return titleLines.lazy.compactMap(titleName).first
  }

  /// A name in prose: capitalised words and the small words between them.
  private func proseName(_ body: Range<Int>, in sentence: Range<Int>) -> Range<Int>? {
    let text = context.text
    guard text.tokens[body.lowerBound].shape.contains(.capitalized) else { return nil }
    let view = TokenView(text: text, limit: sentence.upperBound)
    let small: [GrammarWord] = [.de, .del, .la, .las, .los, .el, .y, .para, .al]
    var end = body.lowerBound
    while end < view.limit, end - body.lowerBound < Self.longestName {
      let token = text.tokens[end]
      let isName =
        token.shape.contains(.capitalized) || token.kind == .number
        || token.kind == .sign && "\"'(-".utf8.contains(token.sign)
        || view.isSign(end, ")") && view.text.tokens[end - 1].shape.contains(.allCapitals)
      let isLink =
        view.isAny(end, small)
        && (end + 1..<min(end + 4, view.limit)).contains {
          text.tokens[$0].shape.contains(.capitalized)
            && (end + 1..<$0).allSatisfy { view.isAny($0, small) }
        }
      let isComma = view.isSign(end, ",") && isEnumeration(view, from: end)
      guard isName || isLink || isComma else { break }
      end += 1
    }
    var start = body.lowerBound
    // "la Décima Séptima Sesión Ordinaria de Cabildo"
    var index = start - 1
    while index >= sentence.lowerBound, start - index < 10,
      text.tokens[index].shape.contains(.capitalized) || view.isAny(index, [.de, .del, .la])
    {
      if isCounter(index) { start = index }
      index -= 1
    }
    let name = context.trimmed(start..<end)
    return name.count >= 2 ? name : nil
  }

  // MARK: Fallbacks

  /// Headers and footers repeat the body's name.
  private func fromHeaders() -> Range<Int>? {
    context.passages.lazy.filter { !$0.isBody }.prefix(10).compactMap { titleName($0.tokens) }
      .first
  }

  /// "Tercera Sesión Ordinaria 2024": the title without the word for the document.
  private func fromSessionTitle() -> Range<Int>? {
    for line in titleLines where line.count <= Self.longestTitle {
      let behind = afterDocumentWord(line)
      guard behind < line.upperBound, sessionStart(behind..<line.upperBound) != nil else {
        continue
      }
      let name = context.trimmed(behind..<line.upperBound)
      if name.count >= 2 { return name }
    }
    return nil
  }

  // MARK: Words

  private func isBody(_ index: Int) -> Bool {
    context.bodies.match(in: context.text, at: index, before: context.text.tokens.count) != nil
  }

  private func firstBody(_ tokens: Range<Int>) -> Range<Int>? { bodies(tokens).first }

  private func bodies(_ tokens: Range<Int>) -> [Range<Int>] {
    tokens.compactMap { index in
      context.bodies.match(in: context.text, at: index, before: tokens.upperBound)?.tokens
    }
  }

  /// Without what follows the name: ", convocada por …".
  private func upToClause(_ tokens: Range<Int>) -> Range<Int> {
    let view = TokenView(text: context.text, limit: tokens.upperBound)
    for index in tokens where view.isSign(index, ",") && !isEnumeration(view, from: index) {
      return context.trimmed(tokens.lowerBound..<index)
    }
    return tokens
  }

  /// A comma inside a name: a capitalised word follows, and the list ends with "y" or an acronym of
  /// a legal form.
  private func isEnumeration(_ view: TokenView, from comma: Int) -> Bool {
    guard comma + 1 < view.limit, view.text.tokens[comma + 1].shape.contains(.capitalized) else {
      return false
    }
    if isInitial(comma + 1) { return true }
    for index in comma + 1..<min(view.limit, comma + 10) {
      if view.is(index, .y) {
        return index + 1 < view.limit && view.text.tokens[index + 1].shape.contains(.capitalized)
      }
      let isPart =
        view.text.tokens[index].shape.contains(.capitalized) || view.isSign(index, ",")
        || view.isAny(index, [.de, .del, .la, .las, .los, .a, .al])
      guard isPart else { return false }
    }
    return false
  }

  private func isInitial(_ index: Int) -> Bool {
    context.text.tokens[index].shape.contains([.single, .allCapitals])
  }

  /// "celebrada", "convocada", "estando": what is said of the body, no part of its name.
  private func isClause(_ view: TokenView, at index: Int) -> Bool {
    view.text.isGerund(view.text.tokens[index])
      || context.cues.kind(in: view.text, at: index, before: view.limit) == .opening
  }
}
