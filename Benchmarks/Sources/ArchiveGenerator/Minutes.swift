// What one meeting's minutes say, before they have any form.

/// Who came, and in which words the list says so.
struct Attendee {
  let person: Person
  /// The institution as this list writes it.
  let institution: String
  /// The name as this list writes it.
  let name: String
  let isAbsent: Bool
}

/// What was agreed.
struct AgreedAction {
  let responsible: Person
  /// `enviará el plan de trabajo`.
  let future: String
  /// `Enviar el plan de trabajo`.
  let infinitive: String
  let due: Day?
}

/// A point of the agenda with what was said on it.
struct DiscussedTopic {
  let title: String
  let paragraphs: [String]
}

/// The minutes of one meeting.
struct Minutes {
  let body: PublicBody
  let session: Int
  let isOrdinary: Bool
  let day: Day
  let start: String
  let end: String
  let venue: String
  let attendees: [Attendee]
  let topics: [DiscussedTopic]
  let agreements: [AgreedAction]
  let nextDay: Day
  let nextStart: String

  /// `ordinaria` or `extraordinaria`.
  var kind: String { isOrdinary ? "ordinaria" : "extraordinaria" }
}

extension Minutes {
  /// The minutes of a body's session, the same for the same seed.
  init(body: PublicBody, session: Int, seed: UInt64, words: Words) {
    var random = RandomSource(seed: seed, 2, UInt64(body.number), UInt64(session))
    self.body = body
    self.session = session
    let days = 365 + session * 30 + random.integer(0...12)
    day = Day(days: days)
    isOrdinary = random.percent(85)
    let hour = random.integer(9...17)
    start = "\(Day.two(hour)):\(random.pick(["00", "15", "30"]))"
    end = "\(Day.two(hour + random.integer(1...3))):\(random.pick(["05", "20", "40"]))"
    venue = Template(random.pick(words.venues)).filled(
      ["lugar": body.town], words: words, random: &random)
    nextDay = Day(days: days + random.integer(20...40))
    nextStart = "\(Day.two(random.integer(9...17))):00"

    // People come and go over the years: the pool is looked at through a window that moves.
    let window = min(body.people.count, 16)
    let first = (session / 12) % (body.people.count - window + 1)
    let present = random.sample(random.integer(6...15), of: window).sorted()
      .map { body.people[first + $0] }
    attendees = Self.attendees(present, random: &random)
    topics = Self.topics(present, words: words, random: &random)
    agreements = (0..<random.integer(2...6)).map { _ in
      let action = random.pick(words.agreements)
      let values = ["objeto": random.pick(words.objects), "área": random.pick(words.areas)]
      return AgreedAction(
        responsible: random.pick(present),
        future: Template(action.future).filled(values, words: words, random: &random).contracted,
        infinitive: Template(action.infinitive).filled(values, words: words, random: &random)
          .contracted,
        due: random.percent(70) ? Day(days: days + random.integer(5...60)) : nil)
    }
  }

  private static func attendees(_ people: [Person], random: inout RandomSource) -> [Attendee] {
    let habit = random.integer(0...3)
    var introduced: Set<String> = []
    return people.map { person in
      let institution = person.institution
      var written = institution.name
      if let acronym = institution.acronym, habit > 0 {
        written =
          introduced.insert(acronym).inserted ? "\(institution.name) (\(acronym))" : acronym
      }
      return Attendee(
        person: person, institution: written,
        name: habit % 2 == 0 ? person.name : "\(person.honorific) \(person.name)",
        isAbsent: random.percent(8))
    }
  }

  private static func topics(
    _ people: [Person], words: Words, random: inout RandomSource
  ) -> [DiscussedTopic] {
    (0..<random.integer(3...6)).map { _ in
      let object = random.pick(words.objects)
      let title = Template(random.pick(words.topics)).filled(
        ["objeto": object], words: words, random: &random)
      return DiscussedTopic(
        title: title.contracted,
        paragraphs: (0..<random.integer(1...2)).map { _ in
          (0..<random.integer(2...4)).map { _ in
            let person = random.pick(people)
            let named = random.percent(50) ? "\(person.honorific) \(person.name)" : person.position
            return Template(random.pick(words.sentences)).filled(
              ["persona": "\(person.article) \(named)", "objeto": object], words: words,
              random: &random
            ).contracted.capitalizedFirst
          }.joined(separator: " ")
        })
    }
  }
}
