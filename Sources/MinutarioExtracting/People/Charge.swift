// What stands beside a name: position, unit, institution, and words on how somebody attends.

import MinutarioModel

/// The charge of one entry, as byte ranges of the text.
struct Charge: Equatable {
  /// The whole position as written, without the institution.
  var position: Range<Int>?
  /// Further stretches of the position that stand apart from the first ("Decano, Presidente" read
  /// across a bracket); joined with a comma.
  var morePosition: [Range<Int>] = []
  /// The head of the position as written, and what it is read as when it was misspelt.
  var role: Range<Int>?
  var roleKey: String?
  var repairedRole: String?
  var unit: Range<Int>?
  var institution: Range<Int>?
  /// How much speaks for the split: 0 (a guess) to 2 (a listed word or acronym).
  var certainty = 2
}
