// Gathers what the archive says of each person, and makes the people of it. First cut: one folded
// name is one person; the same name at two institutions is reported.

import MinutarioLexicon
import MinutarioModel

/// The people of an archive while they are being gathered, by key.
struct PeopleRegister {
  private var entries: [String: Entry] = [:]
  private let keys: NameKeys

  private struct Entry {
    var names = NameTally()
    var genders: Set<Person.Gender> = []
    var seen = SeenSpan()
    var meetings = 0
    var lastMeeting: Int?
    var institutions: Set<String> = []

    mutating func add(_ name: String, title: String?, date: PartialDate?) {
      names.add(name, title: title, date: date)
      seen.include(date)
    }

    mutating func addAttendance(meeting: Int, gender: Person.Gender?, institution: String?) {
      if let gender { genders.insert(gender) }
      if let institution { institutions.insert(institution) }
      guard lastMeeting != meeting else { return }
      meetings += 1
      lastMeeting = meeting
    }
  }

  init(keys: NameKeys) { self.keys = keys }

  func contains(_ key: String) -> Bool { entries[key] != nil }

  /// Counts one place where a text names the person of a key.
  mutating func add(_ name: String, title: String? = nil, key: String, date: PartialDate?) {
    entries[key, default: Entry()].add(name, title: title, date: date)
  }

  /// Counts an attendance of a person who was added already. `meeting` is a number of the meeting;
  /// the attendances of one meeting come one after the other. `institution` is the key of the one
  /// that the entry itself names.
  mutating func addAttendance(
    key: String, meeting: Int, gender: Person.Gender?, institution: String?
  ) {
    entries[key]?.addAttendance(meeting: meeting, gender: gender, institution: institution)
  }

  /// The people, sorted by id, the id of each key, and names that may be two people's.
  func people(mint: inout IdentifierMint) -> (
    list: [Person], ids: [String: String], homonyms: [ArchiveIssue]
  ) {
    var ids: [String: String] = [:]
    var list: [Person] = []
    var homonyms: [ArchiveIssue] = []
    for key in entries.keys.sorted(by: { $0.precedesBytewise($1) }) {
      guard let entry = entries[key] else { continue }
      let displayName = entry.names.preferred ?? key
      let id = mint.mint(.person, key: key, date: entry.seen.first)
      ids[key] = id
      list.append(
        Person(
          id: id, displayName: displayName, nameKey: key, parts: parts(of: displayName),
          gender: gender(entry.genders), seen: entry.seen, meetings: entry.meetings,
          names: entry.names.names(kind: Self.kind)))
      if entry.institutions.count > 1 {
        let issue = Issue(
          .personHomonym, .info, arguments: [displayName, String(entry.institutions.count)])
        homonyms.append(ArchiveIssue(issue, table: "people", rowID: id))
      }
    }
    return (
      list.sorted { $0.id.precedesBytewise($1.id) }, ids,
      homonyms.sorted { ($0.rowID ?? "").precedesBytewise($1.rowID ?? "") }
    )
  }

  private func gender(_ genders: Set<Person.Gender>) -> Person.Gender {
    genders.count > 1 ? .mixed : genders.first ?? .unmarked
  }

  private static func kind(of name: String) -> NameUse.Kind {
    let words = NameKeys.words(name)
    if words.contains(where: { $0.utf8.count == 1 && $0 != "y" && $0 != "e" }) { return .initials }
    return words.count < 2 ? .short : .full
  }

  /// Given names and surnames, when a name has two to four parts; particles go with what follows.
  /// A name of three parts whose second is no surname but a given name has one surname only.
  private func parts(of name: String) -> Person.NameParts? {
    var units: [String] = []
    var particles: [Substring] = []
    for word in name.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" }) {
      // Commas mean another order, stops an abbreviation: not read here.
      guard !word.contains(","), !word.contains(".") else { return nil }
      if !units.isEmpty, keys.vocabulary.nameParticles.holds(String(word)) {
        particles.append(word)
      } else {
        units.append((particles + [word]).joined(separator: " "))
        particles = []
      }
    }
    guard particles.isEmpty, (2...4).contains(units.count) else { return nil }
    let isSecondGiven = units.count < 4 && isGivenOnly(units[1])
    if isSecondGiven, units.count == 2 { return nil }
    let surnames = units.count == 2 || isSecondGiven ? 1 : 2
    let given = units.dropLast(surnames).joined(separator: " ")
    let last = units.suffix(surnames)
    return last.first.map {
      Person.NameParts(
        givenNames: given, surname1: $0, surname2: surnames == 2 ? last.last : nil)
    }
  }

  private func isGivenOnly(_ word: String) -> Bool {
    keys.vocabulary.givenNames.holds(word) && !keys.vocabulary.surnames.holds(word)
  }
}
