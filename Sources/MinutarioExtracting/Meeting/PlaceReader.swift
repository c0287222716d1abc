// Where the meeting was held: the whole labelled field, or the phrase behind "en" in the sentence
// that opens the minutes.

import MinutarioLexicon
import MinutarioModel

/// Reads the place.
struct PlaceReader {
  let context: MeetingContext
  let schedule: ScheduleReader
  private static let longest = 40

  /// The place as token indices.
  /// - Parameter platform: the value of a field for the mode that names a platform.
  /// - Returns: nil when nothing states it.
  func read(platform: Range<Int>?) -> Range<Int>? {
    for field in placeFields {
      if let place = withoutSchedule(field.value, isOnlyPlace: field.kinds == [.place]) {
        return place
      }
    }
    if let platform { return platform }
    if let content = context.content(.place), let lines = firstParagraph(content), !isProse(lines) {
      if let place = withoutSchedule(lines, isOnlyPlace: false) { return place }
    }
    for field in context.fields(.date) {
      if let place = room(besideScheduleIn: field.value) { return place }
    }
    return inSentences() ?? inTopLines()
  }

  // MARK: Fields

  /// Fields for the place: those for nothing else first, and of these one that names a room or a
  /// platform before a town.
  private var placeFields: [LabelledField] {
    let fields = context.fields(.place).filter { !isProse($0.value) }
    func rank(_ field: LabelledField) -> Int {
      guard field.kinds == [.place] else { return 2 }
      let isPrecise = field.value.contains { index in
        isRoom(index, before: field.value.upperBound)
          || context.modes.match(in: context.text, at: index, before: field.value.upperBound) != nil
      }
      return isPrecise ? 0 : 1
    }
    return (0...2).flatMap { wanted in fields.filter { rank($0) == wanted } }
  }

  /// The value without the date and times that share the field.
  private func withoutSchedule(_ value: Range<Int>, isOnlyPlace: Bool) -> Range<Int>? {
    let place = context.trimmed(value)
    guard !isOnlyPlace else { return place.isEmpty ? nil : place }
    let taken = scheduleTokens(value)
    guard let last = taken.last, let first = taken.first else { return place.isEmpty ? nil : place }
    let behind = withoutLeadWords(context.trimmed(last.upperBound..<value.upperBound))
    if !behind.isEmpty { return behind }
    let before = withoutTail(context.trimmed(value.lowerBound..<first.lowerBound))
    return before.isEmpty ? nil : before
  }

  /// Whether the value is a sentence that opens the minutes.
  private func isProse(_ value: Range<Int>) -> Bool {
    context.cues.cues(in: context.text, tokens: value).contains { $0.kind == .opening }
  }

  private func scheduleTokens(_ value: Range<Int>) -> [Range<Int>] {
    let dates = context.dates.dates(in: context.text, tokens: value).map(\.tokens)
    let times = context.times.times(in: context.text, tokens: value).map(\.tokens)
    return (dates + times).sorted { $0.lowerBound < $1.lowerBound }
  }

  /// "Biblioteca Central, 9:00 - 11:45 hrs.": a room named beside a date or time.
  private func room(besideScheduleIn value: Range<Int>) -> Range<Int>? {
    let taken = scheduleTokens(value)
    guard !taken.isEmpty else { return nil }
    var start = value.lowerBound
    for border in taken.map({ ($0.lowerBound, $0.upperBound) }) + [
      (value.upperBound, value.upperBound)
    ] {
      let piece = start..<max(start, border.0)
      start = max(start, border.1)
      if let room = roomPiece(in: piece) { return room }
    }
    return nil
  }

  /// From the first part between commas that opens with a room's word.
  private func roomPiece(in piece: Range<Int>) -> Range<Int>? {
    var start = context.trimmed(piece).lowerBound
    let view = TokenView(text: context.text, limit: piece.upperBound)
    while start < piece.upperBound {
      var word = start
      while view.isAny(word, [.en, .el, .la, .las, .los]) { word += 1 }
      if isRoom(word, before: piece.upperBound) {
        return nonEmpty(phrase(view, from: word, stops: []))
      }
      guard let comma = (start..<piece.upperBound).first(where: { view.isSign($0, ",") }) else {
        return nil
      }
      start = comma + 1
    }
    return nil
  }

  private func firstParagraph(_ content: Range<Int>) -> Range<Int>? {
    let text = context.text
    var line = text.lineIndex(at: text.tokens[content.lowerBound].start)
    let first = line
    while line + 1 < text.lines.count, line - first < 6, text.lines[line + 1].continuesPrevious {
      line += 1
    }
    let end = min(content.upperBound, text.lines[line].tokens.upperBound)
    return content.lowerBound < end ? content.lowerBound..<end : nil
  }

  // MARK: Prose

  /// The best phrase behind "en" in an opening sentence: a room, else what stands right behind the
  /// cue, else the town.
  private func inSentences() -> Range<Int>? {
    var town: Range<Int>?
    for sentence in schedule.openingSentences {
      let view = TokenView(text: context.text, limit: sentence.tokens.upperBound)
      let stops = Set(
        sentence.dates.map(\.tokens.lowerBound) + sentence.times.map(\.tokens.lowerBound))
      for index in sentence.tokens.prefix(240) where view.is(index, .en) {
        let start = behindLead(view, index + 1)
        guard start < view.limit, !stops.contains(start) else { continue }
        let phrase = phrase(view, from: start, stops: stops)
        guard let place = nonEmpty(phrase) else { continue }
        if isRoom(start, before: view.limit) { return place }
        guard context.text.tokens[start].shape.contains(.capitalized) else { continue }
        // "reunidos en la Dirección" names a place better than "En Ayutla, …" at the start.
        let isDirect = index > sentence.tokens.lowerBound && follows(.opening, index, sentence)
        if isDirect, start > index + 1 { return place }
        if town == nil || isDirect { town = place }
      }
    }
    return town
  }

  private func inTopLines() -> Range<Int>? {
    for line in schedule.topLines {
      if let room = room(besideScheduleIn: line.tokens) { return room }
    }
    return nil
  }

  private func follows(_ kind: MeetingCue.Kind, _ index: Int, _ sentence: MeetingSentence) -> Bool {
    sentence.cues.contains {
      $0.kind == kind && $0.tokens.upperBound >= index - 1
        && $0.tokens.lowerBound < index
    }
  }

  /// Behind articles, possessives and "el domicilio que ocupa".
  private func behindLead(_ view: TokenView, _ index: Int) -> Int {
    var start = index
    let small: [GrammarWord] = [.el, .la, .las, .los, .su, .sus, .un, .una]
    for _ in 0..<3 {
      if let match = context.places.match(in: view.text, at: start, before: view.limit),
        match.entry.value == PlaceWord.lead
      {
        start = match.tokens.upperBound
      } else if view.isAny(start, small) {
        start += 1
      } else {
        break
      }
    }
    return start
  }

  private func isRoom(_ index: Int, before limit: Int) -> Bool {
    let match = context.places.match(in: context.text, at: index, before: limit)
    return match?.entry.value == PlaceWord.room
  }

  /// A noun phrase: up to a verb, a new phrase with its article, a date, or a comma that no address
  /// goes on behind.
  private func phrase(_ view: TokenView, from start: Int, stops: Set<Int>) -> Range<Int> {
    let enders: [GrammarWord] = [.con, .para, .bajo, .se, .nos, .siendo, .que, .desde, .por]
    let articles: [GrammarWord] = [.el, .la, .las, .los]
    var end = start
    scan: while end < view.limit, end - start < Self.longest {
      let token = view.text.tokens[end]
      if stops.contains(end) { break }
      if token.kind == .sign {
        switch token.sign {
        case UInt8(ascii: "."):
          let isInside = view.isAdjacent(end + 1) || isShortWord(end - 1, view)
          guard isInside else { break scan }
        case UInt8(ascii: ","):
          guard goesOn(view, behind: end + 1, stops: stops) else { break scan }
        case UInt8(ascii: ";"), UInt8(ascii: ":"): break scan
        case UInt8(ascii: "-"): guard !token.spaceBefore else { break scan }
        default: break
        }
      } else if end > start {
        let isNewPhrase =
          view.isAny(end, articles) && isPlain(end, after: start, view)
          && !view.isAny(end - 1, [.de, .en, .y, .del, .a])
        if view.isAny(end, enders) || isNewPhrase || isCue(view, at: end)
          || view.is(end, .a) && !leadsToName(view, behind: end + 1)
        {
          break
        }
      }
      end += 1
    }
    return withoutTail(context.trimmed(start..<end))
  }

  /// "Acceso a la Información": a name goes on behind "a"; "a las 10 horas" it does not.
  private func leadsToName(_ view: TokenView, behind index: Int) -> Bool {
    let next = view.isAny(index, [.la, .el, .los, .las]) ? index + 1 : index
    return next < view.limit && view.text.tokens[next].shape.contains(.capitalized)
      && !view.text.tokens[next].shape.contains(.allCapitals)
  }

  /// Small letters, or capitals where the whole phrase is written in them.
  private func isPlain(_ index: Int, after start: Int, _ view: TokenView) -> Bool {
    !view.text.tokens[index].shape.contains(.capitalized)
      || isAllCapitals(view, index) && isAllCapitals(view, start)
  }

  private func isCue(_ view: TokenView, at index: Int) -> Bool {
    guard !view.text.tokens[index].shape.contains(.capitalized) || isAllCapitals(view, index)
    else { return false }
    let kind = context.cues.kind(in: view.text, at: index, before: view.limit)
    return kind == .opening || kind == .other
  }

  private func isAllCapitals(_ view: TokenView, _ index: Int) -> Bool {
    view.text.tokens[index].shape.contains(.allCapitals)
  }

  private func isShortWord(_ index: Int, _ view: TokenView) -> Bool {
    let token = view.text.tokens[index]
    return token.kind == .word && token.shape.contains(.capitalized) && token.folded.count <= 4
  }

  /// Whether an address goes on behind a comma: a street, a floor, a number, a name.
  private func goesOn(_ view: TokenView, behind index: Int, stops: Set<Int>) -> Bool {
    guard index < view.limit, !stops.contains(index) else { return false }
    let token = view.text.tokens[index]
    if token.kind == .number { return true }
    guard token.kind == .word, !isCue(view, at: index) else { return false }
    if let match = context.places.match(in: view.text, at: index, before: view.limit),
      match.entry.value == PlaceWord.address || match.entry.value == PlaceWord.room
    {
      return true
    }
    return token.shape.contains(.capitalized)
      && (!token.shape.contains(.allCapitals) || !view.isAny(index, [.a, .al, .siendo, .el, .se]))
  }

  private func nonEmpty(_ tokens: Range<Int>) -> Range<Int>? { tokens.isEmpty ? nil : tokens }

  private func withoutLeadWords(_ tokens: Range<Int>) -> Range<Int> {
    let view = TokenView(text: context.text, limit: tokens.upperBound)
    var start = tokens.lowerBound
    while start < tokens.upperBound, view.isAny(start, [.en, .por, .y, .a, .el]) { start += 1 }
    return start..<tokens.upperBound
  }

  /// Without small words that hang at the end.
  private func withoutTail(_ tokens: Range<Int>) -> Range<Int> {
    let view = TokenView(text: context.text, limit: tokens.upperBound)
    var end = tokens.upperBound
    let small: [GrammarWord] = [.de, .del, .el, .la, .las, .los, .y, .a, .en, .al, .day]
    while end > tokens.lowerBound,
      view.isAny(end - 1, small) || view.isSign(end - 1, ",")
    {
      end -= 1
    }
    return tokens.lowerBound..<end
  }
}

/// The classes of the vocabulary `place-words`.
enum PlaceWord {
  static let room = "room"
  static let address = "address"
  static let lead = "lead"
  static let filler = "filler"
}
