// How far an attendance can be trusted. What makes rows wrong was counted on minutes that the rules
// did not know (docs/QUALITY.md): an entry that says less than its neighbours, one that stands
// outside a list of attendees, a position that holds more than a position. Confidence only orders;
// what is low is for a person to look at.

import MinutarioModel

/// Weighs the entries of one document.
struct EntryConfidence {
  private let text: NormalizedText
  /// The contents of the sections that are rosters.
  private let rosters: [Range<Int>]
  private let count: Int
  private let withPosition: Int
  private let withInstitution: Int
  private let withTitle: Int

  init(of entries: [RosterEntry], in text: NormalizedText, rosters: [Range<Int>]) {
    self.text = text
    self.rosters = rosters
    count = entries.count
    withPosition = entries.count(where: \.hasPosition)
    withInstitution = entries.count(where: \.hasInstitution)
    withTitle = entries.count { $0.title != nil }
  }

  /// Something that speaks against an entry.
  struct Doubt: Equatable {
    /// Hundredths of confidence that it takes.
    let points: Int
    /// What a person is told when the entry is to be looked at; nil for what tells them nothing.
    let code: Issue.Code?
  }

  /// Below this, a person should look at the row: of such rows, a third to two thirds were wrong in
  /// minutes that the rules did not know.
  static let review = 80

  /// Hundredths, 5 to 99.
  func points(_ doubts: [Doubt]) -> Int {
    max(5, min(99, doubts.reduce(97) { $0 - $1.points }))
  }

  /// What a person should be told of an entry with these doubts; nothing where it is sure enough.
  func reasons(_ doubts: [Doubt]) -> [Issue.Code] {
    guard points(doubts) < Self.review else { return [] }
    return doubts.sorted { $0.points > $1.points }.compactMap(\.code)
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// What speaks against an entry; `institutions` knows what is like the name of one.
  func doubts(_ entry: RosterEntry, _ institutions: InstitutionFinder) -> [Doubt] {
    var doubts: [Doubt] = []
    func doubt(_ points: Int, _ code: Issue.Code? = nil) {
      doubts.append(Doubt(points: points, code: code))
    }
    if !rosters.contains(where: { $0.contains(entry.entry.lowerBound) }) {
      doubt(12, .attendeeOutsideList)
    } else if entry.source > .table {
      doubt(2)
    }
    switch entry.nameScore {
    case ...1: doubt(18, .nameUnknown)
    case 2: doubt(8, .nameUnknown)
    case 3: doubt(3)
    default: break
    }
    if !entry.hasPosition && !entry.hasInstitution {
      doubt(6)
      if isUsual(withPosition) || isUsual(withInstitution) || entry.group != nil {
        // Who did not come is often named and nothing more.
        doubt(entry.presence == .present ? 26 : 8, .attendeeUnlikeList)
      }
    } else {
      if !entry.hasPosition, isUsual(withPosition) { doubt(12, .attendeeUnlikeList) }
      if !entry.hasInstitution, isUsual(withInstitution) { doubt(10, .attendeeUnlikeList) }
      if entry.hasPosition, isRare(withPosition) { doubt(12, .attendeeUnlikeList) }
      if entry.hasInstitution, isRare(withInstitution) { doubt(10, .attendeeUnlikeList) }
    }
    if entry.title == nil, withTitle * 10 > (count - 1) * 6 { doubt(8, .attendeeUnlikeList) }
    doubts += charge(entry.charge)
    if let institution = entry.charge.institution ?? entry.distantInstitution {
      doubts += self.institution(text.tokenIndices(in: institution), institutions)
    }
    return doubts
  }

  /// What speaks against the position and the institution.
  private func charge(_ charge: Charge) -> [Doubt] {
    var doubts: [Doubt] = []
    if charge.repairedRole != nil { doubts.append(Doubt(points: 8, code: .positionDoubtful)) }
    if let position = charge.position {
      if charge.role == nil { doubts.append(Doubt(points: 16, code: .positionDoubtful)) }
      let words = text.tokenIndices(in: position).count { text.tokens[$0].kind == .word }
      if holdsMore(position) {
        doubts.append(Doubt(points: 12, code: .positionDoubtful))
      } else if words > 6 {
        doubts.append(Doubt(points: 5, code: .positionDoubtful))
      }
    }
    return doubts
  }

  /// What speaks against words that were taken for an institution: none of them is known to open the
  /// name of one, or they run on in small letters as a sentence does.
  private func institution(_ words: Range<Int>, _ institutions: InstitutionFinder) -> [Doubt] {
    let opensSmall =
      words.first.map { !text.tokens[$0].shape.contains(.capitalized) } ?? false
    if opensSmall, words.count > 3 { return [Doubt(points: 20, code: .institutionDoubtful)] }
    return institutions.likeness(words) == .no
      ? [Doubt(points: 8, code: .institutionDoubtful)] : []
  }

  /// Whether a position has numbers, brackets or a colon, which positions seldom have.
  private func holdsMore(_ position: Range<Int>) -> Bool {
    text.tokenIndices(in: position).contains { index in
      let token = text.tokens[index]
      return token.kind == .number || token.isSign(UInt8(ascii: "("))
        || token.isSign(UInt8(ascii: ":"))
    }
  }

  /// Whether half of the other entries or more have what this one lacks.
  private func isUsual(_ others: Int) -> Bool { others > 0 && others * 2 >= count - 1 }

  /// Whether less than three of ten other entries have what this one has too.
  private func isRare(_ all: Int) -> Bool { count > 1 && (all - 1) * 10 < (count - 1) * 3 }
}

extension RosterEntry {
  fileprivate var hasPosition: Bool { charge.position != nil || distantPosition != nil }
  fileprivate var hasInstitution: Bool { charge.institution != nil || distantInstitution != nil }
}
