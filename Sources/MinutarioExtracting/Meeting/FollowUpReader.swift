// The next meeting, as a section, a field or a sentence announces it.

import MinutarioModel

/// Reads the announcement of the next meeting.
struct FollowUpReader {
  let context: MeetingContext
  let date: PartialDate?
  let start: ClockTime?
  /// Tokens that may stand between "próxima reunión" and its date.
  private static let reach = 16

  /// The announcement that names a day or an hour; nil without one.
  func read() -> FollowUp? {
    for section in context.sections where section.kind == .followUp {
      let tokens = context.text.tokenIndices(in: section.content)
      if let followUp = read(tokens, from: tokens.lowerBound, isOwnPlace: true) { return followUp }
    }
    for field in context.fields where field.kinds.contains(.nextMeeting) {
      if let followUp = read(field.value, from: field.value.lowerBound, isOwnPlace: true) {
        return followUp
      }
    }
    return fromSentences()
  }

  private func fromSentences() -> FollowUp? {
    var planned: FollowUp?
    let lastAgreement = context.passages.lastIndex { $0.kind == .agreements } ?? 0
    for (number, passage) in context.passages.enumerated().reversed() where passage.isBody {
      let sentences = passage.sentences(in: context.text)
      for (index, tokens) in sentences.enumerated() {
        // A dot inside "Prox. reunión" may look like the end of a sentence.
        let behind =
          index + 1 < sentences.count ? sentences[index + 1].upperBound : tokens.upperBound
        let cues = context.cues.cues(
          in: context.text, tokens: tokens.lowerBound..<min(behind, tokens.upperBound + 2))
        for cue in cues where cue.kind == .next && tokens.contains(cue.tokens.lowerBound) {
          let end = cue.tokens.upperBound < tokens.upperBound ? tokens.upperBound : behind
          let rest = cue.tokens.upperBound..<max(cue.tokens.upperBound, end)
          if let followUp = read(rest, from: cue.tokens.lowerBound, isOwnPlace: false) {
            return followUp
          }
        }
        let mayPlan =
          !passage.isListItem && !passage.isInTable && !passage.isHead
          && passage.kind != .agenda && (passage.kind != .discussion || number >= lastAgreement)
        if planned == nil, mayPlan { planned = plan(tokens, cues) }
      }
    }
    return planned
  }

  /// "La Primera Sesión Ordinaria se celebrará el 13 de marzo."
  private func plan(_ sentence: Range<Int>, _ cues: [MeetingCue]) -> FollowUp? {
    guard let future = cues.first(where: { $0.kind == .future }),
      let noun = cues.first(where: { $0.kind == .noun }),
      noun.tokens.upperBound <= future.tokens.lowerBound,
      noun.tokens.lowerBound - sentence.lowerBound <= 5,
      future.tokens.upperBound < sentence.upperBound
    else { return nil }
    return read(
      future.tokens.upperBound..<sentence.upperBound, from: sentence.lowerBound, isOwnPlace: false)
  }

  /// The announcement in a stretch of text.
  /// - Parameters:
  ///   - tokens: where its date and time may stand.
  ///   - start: where the announcement starts, for its evidence.
  ///   - isOwnPlace: whether the tokens stand under their own label: then the date may come
  ///     at any distance.
  /// - Returns: nil when the tokens name neither a day nor, under their own label, an hour.
  private func read(_ tokens: Range<Int>, from start: Int, isOwnPlace: Bool) -> FollowUp? {
    let text = context.text
    let dates = context.dates.dates(in: text, tokens: tokens.prefix(200)).filter { $0.day != nil }
    let found = dates.first
    if let found, !isOwnPlace, found.tokens.lowerBound - tokens.lowerBound > Self.reach {
      return nil
    }
    let resolved = found.flatMap { $0.resolved(after: date) }
    guard found == nil || resolved != nil else { return nil }
    if !isOwnPlace {
      guard let resolved else { return nil }
      if let date, resolved.date <= date { return nil }
    }
    var end = found?.tokens.upperBound ?? tokens.lowerBound
    let time = time(near: end, in: tokens, after: found)
    if let time { end = max(end, time.tokens.upperBound) }
    guard resolved != nil || time?.value != nil else { return nil }
    let whole = start..<end
    var derived: [String] = []
    if resolved?.inferredYear == true { derived.append("date") }
    if time?.isInferred == true { derived.append("start_time") }
    return FollowUp(
      date: resolved?.date, startTime: time?.value, raw: text.plainString(ofTokens: whole),
      evidence: context.evidence(whole), derived: derived)
  }

  /// The time of the same paragraph, or "a la misma hora".
  private func time(near end: Int, in tokens: Range<Int>, after date: FoundDate?)
    -> ScheduleReader.Reading<ClockTime>?
  {
    let text = context.text
    let stop = paragraphEnd(of: date?.tokens.lowerBound ?? tokens.lowerBound, in: tokens)
    let first = date.map { lineStart(of: $0.tokens.lowerBound, in: tokens) } ?? tokens.lowerBound
    let window = first..<max(first, min(stop, first + 60))
    let cues = context.cues.cues(in: text, tokens: window)
    let closing = cues.first { $0.kind == .closing }?.tokens.lowerBound ?? Int.max
    let times = context.times.times(in: text, tokens: window)
    // "A las 15:35 se da por finalizada, quedando convocados para el 3 de mayo a las 14:00".
    if let date, closing < date.tokens.lowerBound,
      let time = times.first(where: { $0.tokens.lowerBound >= date.tokens.upperBound })
    {
      return ScheduleReader.Reading(value: time.time, tokens: time.tokens)
    }
    if let time = times.first(where: { $0.tokens.lowerBound < closing }) {
      return ScheduleReader.Reading(value: time.time, tokens: time.tokens)
    }
    if let same = cues.first(where: { $0.kind == .sameTime }), let start {
      return ScheduleReader.Reading(value: start, tokens: same.tokens, isInferred: true)
    }
    return nil
  }

  /// The end of the paragraph with its next line, when that starts with a time or its label.
  private func paragraphEnd(of token: Int, in tokens: Range<Int>) -> Int {
    guard token < tokens.upperBound else { return tokens.upperBound }
    let text = context.text
    var line = text.lineIndex(at: text.tokens[token].start)
    var extra = 0
    while line + 1 < text.lines.count {
      let next = text.lines[line + 1]
      if !next.continuesPrevious {
        guard extra < 2, next.tokens.count <= 12 else { break }
        extra += 1
      }
      line += 1
    }
    return min(tokens.upperBound, text.lines[line].tokens.upperBound)
  }

  private func lineStart(of token: Int, in tokens: Range<Int>) -> Int {
    let line = context.text.lines[context.text.lineIndex(at: context.text.tokens[token].start)]
    return max(tokens.lowerBound, line.tokens.lowerBound)
  }
}
