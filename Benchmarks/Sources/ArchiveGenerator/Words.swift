// The words that minutes are composed of: text files, one entry a line, columns behind tabs.

/// All lists of words.
struct Words: Sendable {
  let givenNames: [(name: String, isWoman: Bool)]
  let surnames: [String]
  let positions: [(man: String, woman: String)]
  let areas: [String]
  let places: [String]
  let institutions: [(name: String, acronym: String)]
  let bodies: [String]
  let venues: [String]
  let topics: [String]
  let objects: [String]
  let sentences: [String]
  let agreements: [(future: String, infinitive: String)]
  let months = [
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
    "octubre", "noviembre", "diciembre",
  ]

  static let standard = Words()

  private init() {
    givenNames = Self.pairs(PackageResources.given_names_txt).map { ($0, $1 == "f") }
    surnames = Self.lines(PackageResources.surnames_txt)
    positions = Self.pairs(PackageResources.positions_txt).map { ($0, $1) }
    areas = Self.lines(PackageResources.areas_txt)
    places = Self.lines(PackageResources.places_txt)
    institutions = Self.pairs(PackageResources.institutions_txt).map { ($0, $1) }
    bodies = Self.lines(PackageResources.bodies_txt)
    venues = Self.lines(PackageResources.venues_txt)
    topics = Self.lines(PackageResources.topics_txt)
    objects = Self.lines(PackageResources.objects_txt)
    sentences = Self.lines(PackageResources.sentences_txt)
    agreements = Self.pairs(PackageResources.agreements_txt).map { ($0, $1) }
  }

  private static func lines(_ file: [UInt8]) -> [String] {
    String(decoding: file, as: UTF8.self).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.map(String.init)
  }

  private static func pairs(_ file: [UInt8]) -> [(String, String)] {
    lines(file).map { line in
      let columns = line.split(separator: "\t").map(String.init)
      return (columns[0], columns.count > 1 ? columns[1] : "")
    }
  }
}

/// Puts values in the place of `{names}`; what has no value is drawn from the words.
struct Template {
  let text: String

  init(_ text: String) { self.text = text }

  func filled(
    _ values: [String: String] = [:], words: Words, random: inout RandomSource
  ) -> String {
    var filled = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      filled += rest[..<open]
      let name = String(rest[rest.index(after: open)..<close])
      filled += values[name] ?? drawn(name, words: words, random: &random)
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }

  private func drawn(_ name: String, words: Words, random: inout RandomSource) -> String {
    switch name {
    case "área": random.pick(words.areas)
    case "lugar": random.pick(words.places)
    case "objeto": random.pick(words.objects)
    case "mes": random.pick(words.months)
    case "número": String(random.integer(3...95))
    default: ""
    }
  }
}

extension String {
  /// `de el` and `a el` are one word in Spanish.
  var contracted: String {
    var words: [Substring] = []
    for word in split(separator: " ", omittingEmptySubsequences: false) {
      if word == "el", let last = words.last, last == "de" || last == "a" {
        words[words.count - 1] = last + "l"
      } else {
        words.append(word)
      }
    }
    return words.joined(separator: " ")
  }

  /// The first letters of the words that count, as acronyms are made.
  var initials: String {
    String(split(separator: " ").filter { $0.first?.isUppercase ?? false }.compactMap(\.first))
  }

  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
