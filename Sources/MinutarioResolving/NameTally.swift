// Counting the spellings of one name, to choose the one that is shown.

import MinutarioModel

/// The spellings under which one person or institution was seen.
struct NameTally {
  private var uses: [String: Use] = [:]

  private struct Use {
    var count = 0
    var seen = SeenSpan()
    var titles: [String: Int] = [:]

    mutating func add(title: String?, date: PartialDate?) {
      count += 1
      seen.include(date)
      if let title, !title.isEmpty { titles[title, default: 0] += 1 }
    }
  }

  /// Counts one use.
  mutating func add(_ name: String, title: String? = nil, date: PartialDate?) {
    uses[name, default: Use()].add(title: title, date: date)
  }

  /// The spelling used most; one in capitals only when there is no other. Nil when there is none.
  var preferred: String? {
    uses.keys.min { a, b in
      let capitals = (Self.isAllCapitals(a), Self.isAllCapitals(b))
      if capitals.0 != capitals.1 { return capitals.1 }
      let counts = (uses[a]?.count ?? 0, uses[b]?.count ?? 0)
      if counts.0 != counts.1 { return counts.0 > counts.1 }
      return a.precedesBytewise(b)
    }
  }

  /// The spelling used most, capitals or not: for acronyms. Nil when there is none.
  var mostUsed: String? { Self.mostUsed(uses.mapValues(\.count)) }

  /// All spellings, sorted; `kind` tells what each is.
  func names(kind: (String) -> NameUse.Kind) -> [NameUse] {
    uses.map { name, use in
      NameUse(
        name: name, title: Self.mostUsed(use.titles), kind: kind(name), seen: use.seen,
        count: use.count)
    }.sorted { $0.name.precedesBytewise($1.name) }
  }

  private static func mostUsed(_ counts: [String: Int]) -> String? {
    counts.min { a, b in
      a.value != b.value ? a.value > b.value : a.key.precedesBytewise(b.key)
    }?.key
  }

  private static func isAllCapitals(_ name: String) -> Bool {
    !name.unicodeScalars.contains { $0.properties.isLowercase }
  }
}
