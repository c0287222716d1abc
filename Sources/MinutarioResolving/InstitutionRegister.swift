// Gathers what the archive says of each institution, and makes the institutions of it.

import MinutarioModel

/// The institutions of an archive while they are being gathered, by key.
struct InstitutionRegister {
  private var entries: [String: Entry] = [:]
  private let keys: NameKeys

  private struct Entry {
    var names = NameTally()
    var acronyms = NameTally()
    var fullNames = NameTally()
    var isBody = false
    var seen = SeenSpan()

    mutating func add(
      _ reference: InstitutionReference, forms: InstitutionAliases.Forms, date: PartialDate?
    ) {
      names.add(reference.name, date: date)
      seen.include(date)
      if forms.short != nil { acronyms.add(reference.acronym ?? reference.name, date: date) }
      if forms.long != nil { fullNames.add(reference.fullName ?? reference.name, date: date) }
    }
  }

  init(keys: NameKeys) { self.keys = keys }

  func contains(_ key: String) -> Bool { entries[key] != nil }

  /// Counts one reference to the institution of a key, at a meeting of the given date.
  mutating func add(
    _ reference: InstitutionReference, forms: InstitutionAliases.Forms, key: String,
    date: PartialDate?
  ) {
    entries[key, default: Entry()].add(reference, forms: forms, date: date)
  }

  /// Notes that the institution of a key is a body that meets.
  mutating func markBody(_ key: String) { entries[key]?.isBody = true }

  /// The institutions, sorted by id, and the id of each key.
  func institutions(
    lexiconNames: [String: (acronym: String, name: String)], mint: inout IdentifierMint
  ) -> (list: [Institution], ids: [String: String]) {
    var ids: [String: String] = [:]
    var list: [Institution] = []
    for key in entries.keys.sorted(by: { $0.precedesBytewise($1) }) {
      guard let entry = entries[key] else { continue }
      let known = lexiconNames[key]
      let displayName =
        entry.fullNames.preferred ?? known?.name ?? entry.names.preferred ?? key
      let acronym = entry.acronyms.mostUsed ?? usedAcronym(entry, known: known?.acronym)
      let id = mint.mint(
        .institution, key: keys.institution(acronym ?? displayName) ?? key, date: entry.seen.first)
      ids[key] = id
      let acronymKey = acronym.flatMap(keys.institution)
      let displayKey = keys.institution(displayName)
      list.append(
        Institution(
          id: id, displayName: displayName, acronym: acronym,
          kind: entry.isBody ? .body : .unknown, seen: entry.seen,
          names: entry.names.names { name in
            let key = keys.institution(name)
            return key == acronymKey ? .acronym : key == displayKey ? .official : .short
          }))
    }
    return (list.sorted { $0.id.precedesBytewise($1.id) }, ids)
  }

  /// The lexicon's acronym in the spelling of the texts, when they use it.
  private func usedAcronym(_ entry: Entry, known: String?) -> String? {
    guard let known, let key = keys.institution(known) else { return nil }
    return entry.names.names { _ in .short }
      .filter { keys.institution($0.name) == key }
      .max { $0.count != $1.count ? $0.count < $1.count : $1.name.precedesBytewise($0.name) }?
      .name ?? known
  }
}
