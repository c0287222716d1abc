// Sentences that tell of people who came and of others who did not: "presentes A y B; habiéndose
// excusado C, por enfermedad; y en calidad de invitado D".

import MinutarioModel

/// Follows the statements of presence through a sentence.
struct PresenceChanges {
  let text: NormalizedText
  let words: AttendanceWords

  typealias Statement = (value: Attendance.Presence, span: Range<Int>?)

  /// What is stated of each person, in order; nil when the sentence states one presence for all.
  /// `persons` are token ranges, each from the person's role or name to the end of the name; `before`
  /// is what was stated before the sentence.
  func presences(
    in sentence: Range<Int>, persons: [Range<Int>], before: Statement
  ) -> [Statement]? {
    guard let first = persons.first else { return nil }
    let opening: Statement =
      words.presence(in: sentence.lowerBound..<first.lowerBound).map { ($0.value, $0.span) }
      ?? before
    var stated = [opening]
    var current = opening
    var changes = false
    var own = Set<Attendance.Presence>()
    for index in persons.indices {
      let isLast = index + 1 == persons.count
      let gap =
        persons[index].upperBound..<(isLast ? sentence.upperBound : persons[index + 1].lowerBound)
      // What stands before the last separator is still about the person before it.
      let border = isLast ? gap.upperBound : gap.last { separates($0) }.map { $0 + 1 }
      let clause = gap.lowerBound..<(gap.first(where: endsClause) ?? border ?? gap.lowerBound)
      if let said = words.presence(in: clause), said.value != .present {
        stated[index] = (said.value, said.span)
        own.insert(said.value)
      }
      guard !isLast else { break }
      if let announced = words.presence(in: (border ?? gap.lowerBound)..<gap.upperBound) {
        changes = changes || announced.value != current.value
        current = (announced.value, announced.span)
      } else if opensGuests(gap) {
        current = opening
      }
      stated.append(current)
    }
    return changes || own.count > 1 ? stated : nil
  }

  private func separates(_ index: Int) -> Bool {
    text.tokens[index].isSign(UInt8(ascii: ",")) || endsClause(index)
  }

  private func endsClause(_ index: Int) -> Bool {
    text.tokens[index].isSign(UInt8(ascii: ";"))
  }

  /// "; y en calidad de invitado": guests came, whatever was said of the members before them.
  private func opensGuests(_ gap: Range<Int>) -> Bool {
    guard let border = gap.last(where: endsClause) else { return false }
    return words.capacity(in: border..<gap.upperBound)?.value == .invitado
  }
}

extension RosterContext {
  /// The context of somebody of whom a presence is stated.
  mutating func state(_ statement: PresenceChanges.Statement) {
    presence = statement.value
    presenceSpan = statement.span
  }
}
