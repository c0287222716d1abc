// Sentences that tell of people who came and of others who did not: "presentes A y B; habiéndose
// excusado C, por enfermedad; y en calidad de invitado D".

import MinutarioModel

/// Follows the statements of presence through a sentence.
struct PresenceChanges {
  let text: NormalizedText
  let words: AttendanceWords

  typealias Statement = (value: Attendance.Presence, span: Range<Int>)

  /// What is stated of each person, in order; nil when the sentence states one presence for all.
  /// `persons` are token ranges, each from the person's role or name to the end of the name.
  func presences(in sentence: Range<Int>, persons: [Range<Int>]) -> [Statement]? {
    guard let first = persons.first,
      let opening = words.presence(in: sentence.lowerBound..<first.lowerBound)
    else { return nil }
    var stated = [opening]
    var current = opening
    var changes = false
    for index in persons.indices.dropFirst() {
      let gap = persons[index - 1].upperBound..<persons[index].lowerBound
      let border = gap.last { separates($0) }.map { $0 + 1 } ?? gap.lowerBound
      if border > gap.lowerBound, let own = words.presence(in: gap.lowerBound..<border),
        own.value != .present
      {
        // Behind the separator the next one begins: this is still about the person before.
        stated[index - 1] = own
      }
      if let announced = words.presence(in: border..<gap.upperBound) {
        changes = changes || announced.value != current.value
        current = announced
      } else if opensGuests(gap) {
        current = opening
      }
      stated.append(current)
    }
    if changes, let last = persons.last,
      let own = words.presence(in: last.upperBound..<sentence.upperBound), own.value != .present,
      !(last.upperBound..<text.tokenIndices(in: own.span).lowerBound).contains(where: endsClause)
    {
      stated[stated.count - 1] = own
    }
    return changes ? stated : nil
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
