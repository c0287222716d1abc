// A body that meets for years: its institutions, the people who come, and the form of its minutes.

/// An institution and how it is shortened.
struct Institution: Sendable {
  let name: String
  /// Nil where it goes by its name only.
  let acronym: String?
}

/// Somebody who attends.
struct Person: Sendable {
  let name: String
  let isWoman: Bool
  let honorific: String
  let position: String
  let institution: Institution

  /// `La Directora de Archivos`.
  var article: String { isWoman ? "la" : "el" }
}

/// One body with its pool of people.
struct PublicBody: Sendable {
  let number: Int
  let name: String
  let town: String
  let layout: Layout
  /// More than attend one meeting; those of later years stand at the end.
  let people: [Person]

  init(number: Int, seed: UInt64, words: Words) {
    var random = RandomSource(seed: seed, 1, UInt64(number))
    self.number = number
    town = random.pick(words.places)
    name = Template(random.pick(words.bodies)).filled(
      ["lugar": town], words: words, random: &random)
    layout = Layout.allCases[number % Layout.allCases.count]
    let institutions = (0..<random.integer(3...6)).map { _ in
      Self.institution(words: words, random: &random)
    }
    people = (0..<random.integer(18...30)).map { _ in
      Self.person(of: random.pick(institutions), words: words, random: &random)
    }
  }

  private static func institution(words: Words, random: inout RandomSource) -> Institution {
    let kind = random.pick(words.institutions)
    let area = random.pick(words.areas)
    let place = random.pick(words.places)
    let name = Template(kind.name).filled(
      ["área": area, "lugar": place], words: words, random: &random)
    let ending =
      (kind.name.contains("{área}") ? area : "") + " "
      + (kind.name.contains("{lugar}") ? place : "")
    return Institution(
      name: name, acronym: kind.acronym.isEmpty ? nil : kind.acronym + ending.initials)
  }

  private static func person(
    of institution: Institution, words: Words, random: inout RandomSource
  ) -> Person {
    let given = random.pick(words.givenNames)
    var names = [given.name]
    if random.percent(35) {
      let second = random.pick(
        words.givenNames.filter { $0.isWoman == given.isWoman && $0.name != given.name })
      names.append(second.name)
    }
    names += [random.pick(words.surnames), random.pick(words.surnames)]
    let position = random.pick(words.positions)
    return Person(
      name: names.joined(separator: " "), isWoman: given.isWoman,
      honorific: random.pick(
        given.isWoman
          ? ["Lic.", "Mtra.", "Dra.", "Ing.", "C."] : ["Lic.", "Mtro.", "Dr.", "Ing.", "C."]),
      position: Template(given.isWoman ? position.woman : position.man).filled(
        words: words, random: &random),
      institution: institution)
  }
}

/// The forms that minutes come in.
enum Layout: String, CaseIterable, Sendable {
  /// Labelled fields, bullets `Name, Position, Institution;`.
  case bullets
  /// Fields, attendees and agreements in tables.
  case tables
  /// One opening paragraph tells who met when and where.
  case prose
  /// Capital headings behind tabs.
  case tabbed
  /// Heading styles and automatic numbering.
  case styled
  /// Attendees under the names of their institutions.
  case grouped
}
