// Kind and number of the session, its quorum, and how many people the text itself counts.

import MinutarioLexicon
import MinutarioModel

/// Reads what a document says of the session as such.
struct SessionReader {
  let context: MeetingContext
  let schedule: ScheduleReader
  private static let titleReach = 12
  private static let longestTitle = 40

  /// Kind of session, with the words that tell it.
  func classification() -> (value: Meeting.Classification, tokens: Range<Int>)? {
    for tokens in context.fields(.classification).map(\.value) + titles {
      var index = tokens.lowerBound
      while index < tokens.upperBound {
        if let match = context.sessions.match(
          in: context.text, at: index, before: tokens.upperBound),
          let value = Meeting.Classification(rawValue: match.entry.value)
        {
          return (value, match.tokens)
        }
        index += 1
      }
    }
    return nil
  }

  /// Number of the session or its minutes, as written: `31`, `9 / 2019`, `CT-03/2021`.
  func number() -> Range<Int>? {
    for field in context.fields(.number) {
      let value = context.trimmed(field.value)
      if value.count <= 6, value.contains(where: isCount) { return value }
    }
    for title in titles where title.count <= Self.longestTitle {
      if let number = numberInTitle(title) { return number }
    }
    return ordinalInTitle()
  }

  /// Behind the word for the document or the session: `Acta N° 9 / 2019`, `Minuta 3/2011`.
  private func numberInTitle(_ title: Range<Int>) -> Range<Int>? {
    let text = context.text
    let view = TokenView(text: text, limit: title.upperBound)
    for index in title {
      guard text.tokens[index].kind == .number else { continue }
      let before = index - 1
      guard before >= title.lowerBound, isNumberSign(before, view) || isDocumentWord(before) else {
        continue
      }
      var end = index + 1
      while end < title.upperBound, isNumberPart(end, view) { end += 1 }
      return context.trimmed(index..<end)
    }
    return nil
  }

  /// `No.`, `N°`, `núm.`: a short word, with its dot or ordinal sign, before a number.
  private func isNumberSign(_ index: Int, _ view: TokenView) -> Bool {
    var word = index
    while word >= 0, view.text.tokens[word].kind == .sign,
      view.text.tokens[word].isSign(Token.ordinal) || view.isSign(word, ".")
        || view.isSign(word, ":")
    {
      word -= 1
    }
    guard word >= 0, view.text.tokens[word].kind == .word else { return false }
    return context.cues.kind(in: view.text, at: word, before: word + 1) == .number
  }

  private func isDocumentWord(_ index: Int) -> Bool {
    context.headings.match(in: context.text, at: index, before: index + 1)?.entry.value
      == Section.Kind.heading.rawValue
  }

  private func isNumberPart(_ index: Int, _ view: TokenView) -> Bool {
    let token = view.text.tokens[index]
    if token.kind == .number { return view.text.tokens[index - 1].kind == .sign }
    if token.kind == .sign, "/-.".utf8.contains(token.sign) {
      guard index + 1 < view.limit else { return false }
      let next = view.text.tokens[index + 1]
      return next.kind == .number || next.kind == .word && !next.spaceBefore
    }
    return token.kind == .word && !token.spaceBefore && token.shape.contains(.allCapitals)
  }

  /// "Décima Séptima": the ordinals before the word for the session.
  private func ordinalInTitle() -> Range<Int>? {
    for title in titles {
      var index = title.lowerBound
      while index < title.upperBound {
        var end = index
        while end < title.upperBound, isOrdinal(end) { end += 1 }
        if end > index { return index..<end }
        index += 1
      }
    }
    return nil
  }

  private func isOrdinal(_ index: Int) -> Bool {
    context.cues.kind(in: context.text, at: index, before: index + 1) == .ordinal
  }

  private func isCount(_ index: Int) -> Bool {
    context.text.tokens[index].kind == .number || isOrdinal(index)
  }

  private var titles: [Range<Int>] {
    context.fields(.name).map(\.value)
      + context.passages.prefix(Self.titleReach)
      .filter {
        $0.isBody && $0.isHead && $0.tokens.count <= Self.longestTitle && $0.kind != .attendees
          && $0.kind != .absent
      }.map(\.tokens)
      + schedule.openingSentences.map(\.tokens)
  }

  // MARK: Quorum

  /// The first sentence that speaks of the quorum and is no item of an agenda.
  func quorum() -> Range<Int>? {
    for passage in context.passages
    where passage.isBody && passage.kind != .agenda && passage.kind != .topics
      && !passage.isListItem && !passage.isInTable && passage.tokens.count > 6
    {
      guard passage.tokens.contains(where: isQuorum) else { continue }
      let sentence = passage.sentences(in: context.text).first { $0.contains(where: isQuorum) }
      if let sentence, sentence.count > 5 { return context.trimmed(sentence) }
    }
    return nil
  }

  private func isQuorum(_ index: Int) -> Bool {
    let table = context.cues.table
    return table.mayBegin(with: context.text.tokens[index])
      && context.cues.kind(in: context.text, at: index, before: index + 1) == .quorum
  }

  /// People counted in the sentence on the quorum: "con seis de siete integrantes".
  func statedAttendees(quorum: Range<Int>?) -> (value: Int, tokens: Range<Int>)? {
    guard let quorum else { return nil }
    let view = TokenView(text: context.text, limit: quorum.upperBound)
    for index in quorum where view.is(index, .con) || view.is(index, .de) {
      guard let number = context.numbers.number(in: view, at: index + 1),
        (2...2_000).contains(number.value)
      else { continue }
      var end = number.end
      if view.isAny(end, [.de]) {
        var total = end + 1
        if view.isAny(total, [.los, .las]) { total += 1 }
        if let whole = context.numbers.number(in: view, at: total) { end = whole.end }
      }
      guard isMember(end, view) else { continue }
      return (number.value, index + 1..<end + 1)
    }
    return nil
  }

  private func isMember(_ index: Int, _ view: TokenView) -> Bool {
    context.cues.kind(in: view.text, at: index, before: view.limit) == .member
  }
}
