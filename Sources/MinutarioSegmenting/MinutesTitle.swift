// The line that names minutes: "ACTA N.º 5", "Minuta de la reunión", "PRIMERA SESIÓN ORDINARIA
// 2024". A title alone proves nothing: agendas, page headers and discussions name minutes too.

import MinutarioLexicon
import MinutarioModel

/// A title as it stands in a text.
struct MinutesTitle {
  var line: Int
  /// Index of the line behind the title's paragraph.
  var end: Int
  var form: Form
  /// What two titles are compared by: the folded words and numbers.
  var words: [UInt64]
  /// The words of it that count: numbers, also in words and as ordinals.
  var numbers: [UInt64]

  /// How titles of one file are alike.
  struct Form: Equatable {
    /// The word for the document or for what was held.
    var word: UInt64
    var isInTable: Bool
    var look: Heading.Look
  }
}

/// Recognises titles.
struct TitleReader {
  let text: NormalizedText
  let finder: HeadingFinder
  private let cues: PhraseTable
  private let numbers: PhraseTable
  private let bodies: PhraseTable
  private let sessions: PhraseTable
  private let functionWords: PhraseTable
  /// Tokens of a paragraph that is a title and nothing else.
  private static let longest = 45
  /// Tokens within which a title on the first line of a long paragraph has its number.
  private static let longestInline = 12

  init(text: NormalizedText, finder: HeadingFinder, lexicon: Lexicon) {
    self.text = text
    self.finder = finder
    cues = lexicon[.meetingCues]
    numbers = lexicon[.numbers]
    bodies = lexicon[.bodies]
    sessions = lexicon[.sessions]
    functionWords = lexicon[.functionWords]
  }

  /// The title that a line of the body opens with, if it is one.
  func title(onLine index: Int) -> MinutesTitle? {
    let line = text.lines[index]
    guard !line.isEmpty, !line.continuesPrevious, !line.isListItem,
      line.cell.map({ $0.row == 1 }) ?? true
    else { return nil }
    // Most lines end here: cheap tests first.
    let start = finder.withoutLeadingSigns(line.body).lowerBound
    guard start < line.body.upperBound, text.tokens[start].shape.contains(.capitalized) else {
      return nil
    }
    var end = index + 1
    while end < text.lines.count, text.lines[end].continuesPrevious { end += 1 }
    let paragraph = start..<text.lines[end - 1].tokens.upperBound
    let look = finder.look(of: line).subtracting([.colon, .spacedOut])
    guard
      let (word, behind) = documentWord(paragraph)
        ?? (look.isStrong ? sessionWord(paragraph) : nil)
    else { return nil }
    var title = paragraph
    if title.count > Self.longest {
      guard let close = inlineEnd(paragraph) else { return nil }
      title = start..<close
    }
    guard !speaksOfEarlier(behind..<title.upperBound) else { return nil }
    return MinutesTitle(
      line: index, end: end,
      form: MinutesTitle.Form(word: word, isInTable: line.cell != nil, look: look),
      words: title.filter { text.tokens[$0].kind != .sign }.map { text.tokens[$0].hash },
      numbers: title.filter(isCount).map { text.tokens[$0].hash })
  }

  /// "Acta", "Minuta de trabajo", with nothing behind that makes a sentence of it.
  private func documentWord(_ title: Range<Int>) -> (word: UInt64, behind: Int)? {
    guard
      let match = finder.headings.match(in: text, at: title.lowerBound, before: title.upperBound),
      match.entry.value == Section.Kind.heading.rawValue
    else { return nil }
    var next = match.tokens.upperBound
    while next < title.upperBound, text.tokens[next].kind == .sign { next += 1 }
    let isOpen =
      next == title.upperBound || isCount(next) || functionWords.contains(text.tokens[next])
      || names(next, before: title.upperBound)
      || (next..<min(next + 4, title.upperBound)).contains { text.tokens[$0].kind == .number }
    return isOpen ? (text.tokens[title.lowerBound].hash, match.tokens.upperBound) : nil
  }

  /// "Sesión ordinaria", "Tercera reunión", "Reunión 4": what was held, and which one.
  private func sessionWord(_ title: Range<Int>) -> (word: UInt64, behind: Int)? {
    var noun = title.lowerBound
    while noun < title.upperBound, isOrdinal(noun) { noun += 1 }
    guard let cue = cues.match(in: text, at: noun, before: title.upperBound),
      cue.entry.value == "noun",
      isNoOtherHeading(title),
      noun > title.lowerBound || sessions.match(in: text, at: noun, before: title.upperBound) != nil
        || title.contains(where: { text.tokens[$0].kind == .number })
    else { return nil }
    return (text.tokens[noun].hash, cue.tokens.upperBound)
  }

  /// "Sesión de seguimiento" opens a section; "Sesión", which may head the name of the event, is only
  /// the first word of a title here.
  private func isNoOtherHeading(_ title: Range<Int>) -> Bool {
    let match = finder.headings.match(in: text, at: title.lowerBound, before: title.upperBound)
    return match.map { $0.entry.value == Section.Kind.event.rawValue } ?? true
  }

  /// What a session, a body or its number is named by.
  private func names(_ token: Int, before limit: Int) -> Bool {
    let cue = cues.match(in: text, at: token, before: limit)?.entry.value
    return cue == "noun" || cue == "number" || cue == "ordinal"
      || bodies.match(in: text, at: token, before: limit) != nil
      || sessions.match(in: text, at: token, before: limit) != nil
  }

  /// The end of a title that its paragraph goes on behind: `ACTA N.º 12.- En la ciudad de …`.
  private func inlineEnd(_ paragraph: Range<Int>) -> Int? {
    let head = paragraph.prefix(Self.longestInline)
    guard let number = head.first(where: isCount) else { return nil }
    let stop = (number..<head.upperBound).first {
      text.tokens[$0].kind == .sign && ".:-".utf8.contains(text.tokens[$0].sign)
        && ($0 + 1 == head.upperBound || text.tokens[$0 + 1].spaceBefore
          || text.tokens[$0 + 1].kind == .sign)
    }
    guard let stop, finder.isCapitals(paragraph.lowerBound..<stop) else { return nil }
    return stop
  }

  /// "Acta de la sesión anterior", "… aprobada en …": another document than the one that begins.
  private func speaksOfEarlier(_ tokens: Range<Int>) -> Bool {
    tokens.contains {
      cues.match(in: text, at: $0, before: tokens.upperBound)?.entry.value == "other"
    }
  }

  private func isCount(_ token: Int) -> Bool {
    text.tokens[token].kind == .number || numbers.contains(text.tokens[token]) || isOrdinal(token)
  }

  private func isOrdinal(_ token: Int) -> Bool {
    cues.entry(ofWord: text.tokens[token].hash)?.value == "ordinal"
  }
}
