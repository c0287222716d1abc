// Looks at one document after it was read: which of its lines should have said something and did
// not. Nothing is read anew: what the records give evidence for is understood.

public import MinutarioLexicon
public import MinutarioModel

/// Finds what was not understood.
public struct Surveyor: Sendable {
  private let lexicon: Lexicon

  public init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// The gaps of a document, in the order of its text. The records are those of its minutes, the
  /// text is the whole document's.
  public func gaps(in records: [MinutesRecord], of text: NormalizedText) -> [Gap] {
    let survey = DocumentSurvey(records: records, text: text, lexicon: lexicon)
    return text.lines.indices.compactMap { survey.lineGap($0) } + survey.reported()
  }
}

/// One document with what was understood of it. Offsets are code points, as in records.
private struct DocumentSurvey {
  private let records: [MinutesRecord]
  private let text: NormalizedText
  private let lexicon: Lexicon
  private let shape: LineShape
  /// Spans that records give evidence for, by their starts; none holds another's end.
  private let understood: [Range<Int>]
  private let sections: [RecordSection]
  /// Topics as they are compared: the discussion repeats them as headings.
  private let topics: Set<String>
  /// The first line behind the document's title.
  private let bodyStart: Int

  init(records: [MinutesRecord], text: NormalizedText, lexicon: Lexicon) {
    self.records = records
    self.text = text
    self.lexicon = lexicon
    shape = LineShape(text: text, lexicon: lexicon)
    understood = Self.merged(records.flatMap(\.spans))
    sections = records.flatMap(\.sections)
    topics = Set(records.flatMap(\.topics).map { Tokenizer.foldedKey($0.text) })
    bodyStart =
      text.lines.firstIndex { line in
        !line.isEmpty && !Self.standsOut(line, in: text) && line.cell == nil
      } ?? text.lines.count
  }

  private static func merged(_ spans: [Range<Int>]) -> [Range<Int>] {
    spans.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
      .reduce(into: []) { merged, span in
        if let last = merged.last, span.lowerBound <= last.upperBound {
          merged[merged.count - 1] =
            last.lowerBound..<Swift.max(last.upperBound, span.upperBound)
        } else {
          merged.append(span)
        }
      }
  }

  // MARK: Lines that speak by their look

  /// What of a line was not understood: a heading, or a label.
  func lineGap(_ index: Int) -> Gap? {
    let line = text.lines[index]
    guard !line.body.isEmpty, text.story(ofLine: index) == .body, !line.continuesPrevious else {
      return nil
    }
    let start = text.codePoint(at: line.rangeWithLabel.lowerBound)
    let end = text.codePoint(at: line.range.upperBound)
    guard let section = sections.last(where: { $0.start <= start }),
      !sections.contains(where: { $0.start >= start && $0.start < end && $0.heading != nil })
    else { return nil }
    if let label = label(of: line), isUnread(label, in: section) {
      return gap(.label, line, shape: shape.words(label), tokens: line.body)
    }
    let words = unadorned(line.body)
    guard isHeading(words, line, index, in: section),
      !isUnderstood(text.range(ofTokens: words))
    else { return nil }
    return gap(.heading, line, shape: shape.words(words), tokens: line.body)
  }

  /// A set-off line of a few words, where people do not sign or stand in lists.
  private func isHeading(
    _ words: Range<Int>, _ line: Line, _ index: Int, in section: RecordSection
  ) -> Bool {
    switch section.kind {
    case .attendees, .absent, .signatures: return false
    default: break
    }
    return index >= bodyStart && line.cell == nil && (1...8).contains(words.count)
      && Self.standsOut(line, in: text) && !isKnownHeading(words) && !isPerson(words)
      && !topics.contains(Tokenizer.foldedKey(text.string(text.range(ofTokens: words))))
      && words.contains { text.tokens[$0].kind == .word && text.tokens[$0].range.count > 2 }
  }

  /// Whether a line is set off by style, letters or weight.
  private static func standsOut(_ line: Line, in text: NormalizedText) -> Bool {
    if line.headingLevel != nil || line.isBold { return true }
    if line.tokens.first.map({ text.tokens[$0].isSign(UInt8(ascii: "#")) }) ?? false {
      return true
    }
    let words = line.body.filter { text.tokens[$0].kind == .word }
    return words.allSatisfy { text.tokens[$0].shape.contains(.allCapitals) }
      && words.contains { text.tokens[$0].folded.count >= 4 }
  }

  /// Words that the vocabulary of headings has already: why such a line opened no section is no
  /// matter of words.
  private func isKnownHeading(_ words: Range<Int>) -> Bool {
    [Vocabulary.headings, .closings].contains {
      lexicon[$0].match(in: text, at: words.lowerBound, before: words.upperBound) != nil
    }
  }

  private func isPerson(_ words: Range<Int>) -> Bool {
    [Vocabulary.honorifics, .givenNames, .roles].contains {
      lexicon[$0].match(in: text, at: words.lowerBound, before: words.upperBound) != nil
    }
  }

  /// The tokens before a colon: at most six, the first with a capital. Behind the colon stands
  /// something, in the line or in the next cell.
  private func label(of line: Line) -> Range<Int>? {
    let body = unadornedStart(line.body)
    guard let first = body.first, text.tokens[first].shape.contains(.capitalized),
      let colon = body.prefix(7).first(where: { text.tokens[$0].isSign(UInt8(ascii: ":")) }),
      colon + 1 < body.upperBound || line.cell != nil,
      (first..<colon).allSatisfy({ text.tokens[$0].kind != .number })
    else { return nil }
    return first..<colon
  }

  private func isUnread(_ label: Range<Int>, in section: RecordSection) -> Bool {
    switch section.kind {
    case .heading, .event, .date, .place, .accessLink, .other: break
    default: return false
    }
    let line = text.lines[text.lineIndex(at: text.tokens[label.lowerBound].start)]
    let known = [Vocabulary.fieldLabels, .headings, .columnHeaders].contains {
      lexicon[$0].match(in: text, at: label.lowerBound, before: label.upperBound)?.tokens
        .upperBound == label.upperBound
    }
    return !known && !isPerson(label)
      && !isUnderstood(text.tokens[label.lowerBound].start..<line.range.upperBound)
  }

  // MARK: What the rules themselves have reported

  /// Roster lines that gave nobody, and positions of unknown words.
  func reported() -> [Gap] {
    records.flatMap(\.issues).compactMap { issue in
      guard let evidence = issue.evidence, let line = line(at: evidence.start) else { return nil }
      let tokens = tokens(of: line, from: evidence.start, to: evidence.end)
      switch issue.code {
      case .attendeeUnparsed:
        // A few words between names are no line, and an opening sentence tells of the meeting.
        guard tokens.count * 2 >= line.tokens.count, !tokens.isEmpty,
          !isUnderstood(text.range(ofTokens: tokens))
        else { return nil }
        let body = unadornedStart(tokens.clamped(to: line.body))
        return body.isEmpty
          ? nil : gap(.rosterLine, line, shape: shape.entry(body), tokens: tokens)
      case .roleUnknown:
        return gap(.position, line, shape: shape.words(tokens), tokens: tokens)
      default: return nil
      }
    }
  }

  private func line(at place: Int) -> Line? {
    var low = 0
    var high = text.lines.count
    while low < high {
      let middle = (low + high) / 2
      if text.codePoint(at: text.lines[middle].range.upperBound) <= place {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < text.lines.count ? text.lines[low] : nil
  }

  /// The tokens of a line that lie between two places.
  private func tokens(of line: Line, from start: Int, to end: Int) -> Range<Int> {
    let inside = line.tokens.filter {
      let place = text.codePoint(at: text.tokens[$0].start)
      return start <= place && place < end
    }
    guard let first = inside.first, let last = inside.last else { return 0..<0 }
    return first..<last + 1
  }

  // MARK: Small questions

  private func isUnderstood(_ range: Range<Int>) -> Bool {
    let start = text.codePoint(at: range.lowerBound)
    let end = text.codePoint(at: range.upperBound)
    var low = 0
    var high = understood.count
    while low < high {
      let middle = (low + high) / 2
      if understood[middle].upperBound <= start { low = middle + 1 } else { high = middle }
    }
    return low < understood.count && understood[low].lowerBound < end
  }

  private func gap(_ kind: Gap.Kind, _ line: Line, shape: String, tokens: Range<Int>) -> Gap? {
    guard !shape.isEmpty, !tokens.isEmpty else { return nil }
    let written = text.string(text.range(ofTokens: tokens))
    return Gap(
      kind: kind, shape: shape, place: text.place(of: line),
      text: TextTable.cut(TextTable.printable(written), to: 160))
  }

  private func unadornedStart(_ tokens: Range<Int>) -> Range<Int> {
    let start = tokens.first { text.tokens[$0].kind != .sign } ?? tokens.upperBound
    return start..<tokens.upperBound
  }

  private func unadorned(_ tokens: Range<Int>) -> Range<Int> {
    let rest = unadornedStart(tokens)
    let end = rest.last { text.tokens[$0].kind != .sign }.map { $0 + 1 } ?? rest.lowerBound
    return rest.lowerBound..<end
  }
}

extension MinutesRecord {
  /// Every span that a value was read from.
  fileprivate var spans: [Range<Int>] {
    let evidences =
      [meeting.evidence] + attendances.map(\.evidence) + mentions.map(\.evidence)
      + topics.map(\.evidence) + agreements.map(\.evidence)
    var spans: [Range<Int>] = []
    for evidence in evidences { evidence.forEach { spans.append($1.start..<$1.end) } }
    if let span = meeting.followUp?.evidence { spans.append(span.start..<span.end) }
    return spans
  }
}
