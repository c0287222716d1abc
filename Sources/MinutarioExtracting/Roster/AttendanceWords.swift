// Words on whether and in which capacity somebody attends: "(justificó)", "en suplencia de …",
// "invitada".

import MinutarioLexicon
import MinutarioModel

/// Reads attendance words by the vocabulary of presence, capacities and modes.
struct AttendanceWords {
  let text: NormalizedText
  private let presences: PhraseTable
  private let capacities: PhraseTable
  private let modes: PhraseTable
  private let functionWords: FunctionWords

  init(text: NormalizedText, lexicon: Lexicon, functionWords: FunctionWords) {
    self.text = text
    self.functionWords = functionWords
    presences = lexicon[.presence]
    capacities = lexicon[.capacities]
    modes = lexicon[.modes]
  }

  /// Whether some words among the tokens state presence or absence. What holds none, as most sections
  /// of minutes, need not be cut into sentences.
  func mayStatePresence(_ tokens: Range<Int>) -> Bool {
    var index = tokens.lowerBound
    while let place = presences.place(in: text, from: index, before: tokens.upperBound) {
      if presences.match(in: text, at: place, before: tokens.upperBound) != nil { return true }
      index = place + 1
    }
    return false
  }

  /// A presence stated within the tokens. Excuse weighs more than absence, absence more than
  /// presence: "No asistió, con justificación" is excused.
  /// Phrases that open with a preposition ("con licencia", "por viaje") count only when asked for.
  func presence(
    in tokens: Range<Int>, withPrepositions: Bool = true
  ) -> (value: Attendance.Presence, span: Range<Int>)? {
    var best: (value: Attendance.Presence, span: Range<Int>)?
    var index = tokens.lowerBound
    while let place = presences.place(in: text, from: index, before: tokens.upperBound) {
      guard let match = presences.match(in: text, at: place, before: tokens.upperBound),
        let value = Attendance.Presence(rawValue: match.entry.value)
      else {
        index = place + 1
        continue
      }
      if withPrepositions || !functionWords.isLink(text.tokens[match.tokens.lowerBound]),
        weight(value) > best.map({ weight($0.value) }) ?? -1
      {
        best = (value, text.range(ofTokens: match.tokens))
      }
      index = match.tokens.upperBound
    }
    return best
  }

  /// The presence that a phrase at the first of the tokens states.
  func presence(openingAt tokens: Range<Int>) -> (value: Attendance.Presence, span: Range<Int>)? {
    guard
      let match = presences.match(in: text, at: tokens.lowerBound, before: tokens.upperBound),
      let value = Attendance.Presence(rawValue: match.entry.value)
    else { return nil }
    return (value, text.range(ofTokens: match.tokens))
  }

  private func weight(_ presence: Attendance.Presence) -> Int {
    switch presence {
    case .excused: 3
    case .represented: 2
    case .absent: 1
    case .present, .unknown: 0
    }
  }

  /// The first capacity stated within the tokens that is wanted, and where.
  func capacity(
    in tokens: Range<Int>, where isWanted: (Attendance.Capacity) -> Bool = { _ in true }
  ) -> (value: Attendance.Capacity, tokens: Range<Int>)? {
    var index = tokens.lowerBound
    while let place = capacities.place(in: text, from: index, before: tokens.upperBound) {
      if let stated = capacity(at: place, before: tokens.upperBound), isWanted(stated.value) {
        return stated
      }
      index = place + 1
    }
    return nil
  }

  /// The capacity phrase that starts at the token.
  func capacity(at token: Int, before limit: Int) -> (
    value: Attendance.Capacity, tokens: Range<Int>
  )? {
    guard let match = capacities.match(in: text, at: token, before: limit),
      let value = Attendance.Capacity(rawValue: match.entry.value)
    else { return nil }
    return (value, match.tokens)
  }

  /// A way of attending stated within the tokens ("vía Webex").
  func mode(in tokens: Range<Int>) -> Meeting.Mode? {
    for index in tokens {
      if let match = modes.match(in: text, at: index, before: tokens.upperBound),
        let mode = Meeting.Mode(rawValue: match.entry.value)
      {
        return mode
      }
    }
    return nil
  }
}

extension Attendance.Capacity {
  /// Whether it is an office of the meeting itself.
  var isOffice: Bool { self == .presidencia || self == .secretaria }
  /// Whether it says that somebody sits for another.
  var standsIn: Bool { self == .suplente || self == .representante }
}
