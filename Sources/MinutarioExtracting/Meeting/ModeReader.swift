// How people met: in a room, over a platform, or both.

import MinutarioLexicon
import MinutarioModel

/// Reads the mode of the meeting, and the platform where no place is named.
struct ModeReader {
  let context: MeetingContext
  let schedule: ScheduleReader

  /// A mode and the words that tell it.
  struct Reading {
    var mode: Meeting.Mode
    var tokens: Range<Int>?
    /// Whether it is the name of a platform, not a word such as "virtual": the vocabulary writes
    /// names with a capital.
    var isPlatform = false
  }

  /// The mode, told by its own field, by the place, or by the words of the head.
  /// - Parameters:
  ///   - place: the place that was read, as token indices.
  ///   - name: the body's name: "Comisión Mixta" tells nothing of the mode.
  /// - Returns: `unknown` without a place and without such words.
  func read(place: Range<Int>?, name: Range<Int>?) -> Reading {
    for field in context.fields(.mode) {
      if let word = firstMode(field.value) { return word }
    }
    let stated = headMode(besides: name)
    guard let place else { return stated ?? Reading(mode: .unknown, tokens: nil) }
    let remote = modes(place).filter { $0.mode == .remote }
    if let stated = modes(place).first(where: { $0.mode == .hybrid }) { return stated }
    let isRoom = isRoom(place, besides: remote.compactMap(\.tokens))
    if !remote.isEmpty, !isRoom { return Reading(mode: .remote, tokens: place) }
    if let joined = remoteParticipation(besides: place) {
      // "En Madrid y Lima" tells where people sat, not that they met in one room.
      let isLabelled = context.fields(.place).contains { $0.value.overlaps(place) }
      if !isLabelled, !namesRoom(place) { return Reading(mode: .remote, tokens: joined) }

      return Reading(mode: .hybrid, tokens: joined)
    }
    if let stated {
      if stated.mode != .remote { return stated }
      if !namesRoom(place) { return stated }
    }
    return Reading(mode: .inPerson, tokens: place)
  }

  /// The value of a field for the mode, where it names a platform: `Medio: Zoom`.
  func platformField() -> Range<Int>? {
    for field in context.fields(.mode) {
      let words = modes(field.value)
      guard let platform = words.first(where: \.isPlatform)?.tokens else { continue }
      // "virtual, a través de Google Meet": the word for the mode is no part of the place.
      let hasOther = words.contains { !$0.isPlatform && $0.tokens != platform }
      return hasOther ? platform.lowerBound..<field.value.upperBound : field.value
    }
    return nil
  }

  /// The platform that stands in for a place: `por Zoom` in an opening sentence.
  func platform() -> Range<Int>? {
    let sentences = schedule.openingSentences + schedule.topLines
    for sentence in sentences {
      // "de manera virtual por Zoom": the platform says more.
      let remote = modes(sentence.tokens).filter { $0.mode == .remote }
      let named = remote.first { $0.isPlatform && !isBracketed($0.tokens) }
      guard let tokens = (named ?? remote.first)?.tokens else { continue }
      return withBracket(tokens, before: sentence.tokens.upperBound)
    }
    return nil
  }

  /// "medios telemáticos (Meet)": the name in brackets belongs to the words before.
  private func isBracketed(_ tokens: Range<Int>?) -> Bool {
    guard let before = tokens?.lowerBound, before > 0 else { return false }
    return context.text.tokens[before - 1].isSign(UInt8(ascii: "("))
  }

  /// "Reunión virtual", "modalidad presencial" in the title or an opening sentence.
  private func headMode(besides name: Range<Int>?) -> Reading? {
    let ranges =
      schedule.topLines.map(\.tokens) + schedule.openingSentences.map(\.tokens)
      + context.fields(.name).map(\.value)
    for range in ranges {
      let word = modes(range).first { word in
        guard let name, let tokens = word.tokens else { return true }
        return !name.overlaps(tokens)
      }
      if let word { return word }
    }
    return nil
  }

  /// Somebody who joined from elsewhere: in the roster, or "mostró por videoconferencia".
  private func remoteParticipation(besides place: Range<Int>) -> Range<Int>? {
    for passage in context.passages where passage.isBody {
      for word in modes(passage.tokens) where word.mode == .remote {
        guard let tokens = word.tokens, !tokens.overlaps(place) else { continue }
        let first = passage.tokens.lowerBound
        switch passage.kind {
        case .attendees: return tokens
        case .discussion, .other, .heading:
          if isParticipation(tokens, from: first) { return tokens }
        default: break
        }
        if passage.isHead, word.isPlatform, isBehindBy(tokens.lowerBound, from: first) {
          return tokens
        }
      }
    }
    return nil
  }

  /// "por Zoom", "(vía Webex)": a small word before a platform.
  private func isBehindBy(_ index: Int, from first: Int) -> Bool {
    guard index > first else { return false }
    let view = TokenView(text: context.text, limit: index)
    return view.isAny(index - 1, [.por, .via, .mediante])
  }

  /// A verb in the past tense, "por", and the platform: somebody did it from afar.
  private func isParticipation(_ tokens: Range<Int>, from first: Int) -> Bool {
    let view = TokenView(text: context.text, limit: tokens.upperBound)
    var verb = tokens.lowerBound - 1
    let isLed = view.isAny(tokens.lowerBound, [.por, .via, .mediante])
    if !isLed, isBehindBy(tokens.lowerBound, from: first) { verb -= 1 }
    guard isLed || verb < tokens.lowerBound - 1, verb >= first else { return false }
    let token = context.text.tokens[verb]
    let spelling = context.text.bytes[token.range]
    return token.kind == .word
      && (spelling.hasSuffix("ó".utf8) || spelling.hasSuffix("aron".utf8)
        || spelling.hasSuffix("ieron".utf8))
  }

  // MARK: Words

  private func firstMode(_ tokens: Range<Int>) -> Reading? { modes(tokens).first }

  private func modes(_ tokens: Range<Int>) -> [Reading] {
    var found: [Reading] = []
    var index = tokens.lowerBound
    while index < tokens.upperBound {
      guard
        let match = context.modes.match(in: context.text, at: index, before: tokens.upperBound),
        let mode = Meeting.Mode(rawValue: match.entry.value)
      else {
        index += 1
        continue
      }
      let isName = match.entry.term.first?.isUppercase ?? false
      if mode == .hybrid, isInName(match.tokens, from: tokens.lowerBound) {
        index = match.tokens.upperBound
        continue
      }
      found.append(Reading(mode: mode, tokens: match.tokens, isPlatform: isName))
      index = match.tokens.upperBound
    }
    return found
  }

  /// "Grupo Mixto": behind a capitalised noun that is no meeting the word belongs to a name.
  private func isInName(_ tokens: Range<Int>, from first: Int) -> Bool {
    let before = tokens.lowerBound - 1
    guard tokens.count == 1, before >= first,
      context.text.tokens[tokens.lowerBound].shape.contains(.capitalized),
      context.text.tokens[before].kind == .word,
      context.text.tokens[before].shape.contains(.capitalized),
      !context.text.tokens[before].shape.contains(.allCapitals)
    else { return false }
    return context.cues.kind(in: context.text, at: before, before: tokens.lowerBound) != .noun
      && !context.isModeLabel(before)
  }

  /// Whether a part of the place that names no platform names a room or an address.
  private func isRoom(_ place: Range<Int>, besides remote: [Range<Int>]) -> Bool {
    guard !remote.isEmpty else { return true }
    let view = TokenView(text: context.text, limit: place.upperBound)
    var start = place.lowerBound
    for index in place.lowerBound...place.upperBound {
      let isBorder =
        index == place.upperBound || view.isSign(index, "/") || view.isSign(index, ",")
        || view.isSign(index, ";") || view.is(index, .y)
      guard isBorder else { continue }
      let part = start..<index
      if !remote.contains(where: { $0.overlaps(part) }), namesRoom(part) { return true }
      start = index + 1
    }
    return false
  }

  private func namesRoom(_ tokens: Range<Int>) -> Bool {
    tokens.contains { index in
      let match = context.places.match(in: context.text, at: index, before: tokens.upperBound)
      return match?.entry.value == PlaceWord.room || match?.entry.value == PlaceWord.address
    }
  }

  private func withBracket(_ tokens: Range<Int>, before limit: Int) -> Range<Int> {
    let view = TokenView(text: context.text, limit: limit)
    let open = tokens.upperBound
    guard view.isSign(open, "(") else { return tokens }
    let close = (open..<min(limit, open + 8)).first { view.isSign($0, ")") }
    return tokens.lowerBound..<(close.map { $0 + 1 } ?? tokens.upperBound)
  }
}

extension ArraySlice<UInt8> {
  fileprivate func hasSuffix(_ suffix: String.UTF8View) -> Bool {
    count >= suffix.count && self.suffix(suffix.count).elementsEqual(suffix)
  }
}
