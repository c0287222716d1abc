// How the filters of all queries hold what they are asked for against a row, and how rows are
// gathered into groups.

public import MinutarioModel

/// A stretch of time: from a date, to a date, both included; nil leaves that side open.
public struct DateBounds: Sendable, Equatable {
  public var from: PartialDate?
  public var to: PartialDate?

  public init(from: PartialDate? = nil, to: PartialDate? = nil) {
    self.from = from
    self.to = to
  }

  /// Whether a date as tables write it lies inside. A date known to the month or the year only does
  /// when any day of it does; a missing date lies in no bounds but open ones.
  func admit(_ date: String?) -> Bool {
    if let from = from?.description {
      guard let date, !date.precedesBytewise(from.prefix(date.utf8.count)) else { return false }
    }
    if let to = to?.description {
      // `2020-10` as a bound takes in all of October.
      guard let date, !to.precedesBytewise(date.prefix(to.utf8.count)) else { return false }
    }
    return true
  }
}

/// Part of a name that is asked for: case, accents and signs count for nothing, so that `A.C.`
/// finds `A. C.`
struct NamePart {
  private let folded: String

  init(_ text: String) { folded = Tokenizer.foldedKey(text) }

  func isFound(in names: [String]) -> Bool {
    names.contains { Tokenizer.foldedKey($0).contains(folded) }
  }
}

extension Sequence {
  /// The elements by key, in the order in which the keys first come.
  func gathered(by key: (Element) -> String) -> [(key: String, elements: [Element])] {
    var groups: [(key: String, elements: [Element])] = []
    var places: [String: Int] = [:]
    for element in self {
      let key = key(element)
      if let place = places[key] {
        groups[place].elements.append(element)
      } else {
        places[key] = groups.count
        groups.append((key, [element]))
      }
    }
    return groups
  }
}

/// Whether a date comes before another, an unknown one last; nil when they are equal.
func dateOrder(_ a: String?, _ b: String?) -> Bool? {
  switch (a, b) {
  case (let first?, let second?): first == second ? nil : first.precedesBytewise(second)
  case (.some, nil): true
  case (nil, .some): false
  case (nil, nil): nil
  }
}

/// Whether a title comes before another, accents and case aside; ties are settled by `keys`.
func titleOrder(_ a: (title: String, key: String), _ b: (title: String, key: String)) -> Bool {
  let (first, second) = (Tokenizer.foldedKey(a.title), Tokenizer.foldedKey(b.title))
  return first == second ? a.key.precedesBytewise(b.key) : first.precedesBytewise(second)
}
