// From entries to attendances: the same person listed twice is one attendance and an issue; a name
// in prose or under a signature completes the roster's row; presence stated later ("envió excusa")
// corrects the row's.

import MinutarioLexicon
import MinutarioModel

/// Gathers entries and builds the attendances of one document.
struct AttendanceAssembly {
  private let text: NormalizedText
  private let institutions: InstitutionFinder
  private let particles: PhraseTable
  /// The contents of the sections that are rosters.
  private let rosters: [Range<Int>]
  private var entries: [RosterEntry] = []
  private var keys: [NameKey] = []
  private var issues: [Issue] = []
  /// Further places that are about somebody listed already, by the index of the entry.
  private var repeated: [Int: [Range<Int>]] = [:]
  private var unread: [Range<Int>] = []
  private var tokenizer = Tokenizer()

  /// `particles` are the small words of names (`name-particles`).
  init(
    text: NormalizedText, institutions: InstitutionFinder, particles: PhraseTable,
    rosters: [Range<Int>]
  ) {
    self.text = text
    self.institutions = institutions
    self.particles = particles
    self.rosters = rosters
  }

  /// Whether more than one person is known to have come.
  var hasRoster: Bool { entries.count { $0.presence == .present } > 1 }

  /// Adds entries in the order of the text.
  mutating func add(_ new: [RosterEntry]) {
    for entry in new {
      let key = NameKey(entry.nameText, particles: particles, &tokenizer)
      guard !key.words.isEmpty else { continue }
      if let index = match(key, entry) {
        // A roster says more of a person than prose does, whichever comes first in the text.
        let (kept, added) =
          entry.source <= .list && entries[index].source > .list
          ? (entry, entries[index]) : (entries[index], entry)
        entries[index] = kept
        merge(added, into: index)
        repeated[index, default: []].append(added.entry)
      } else if mayStandAlone(entry, key) {
        entries.append(entry)
        keys.append(key)
      }
    }
  }

  /// Adds stretches of a roster that nobody understood.
  mutating func addUnread(_ ranges: [Range<Int>]) {
    for range in ranges {
      let quote = text.trimmed(range)
      guard !quote.isEmpty else { continue }
      unread.append(quote)
      issues.append(
        Issue(
          .attendeeUnparsed, .warning, arguments: [text.string(quote).joinedLines()],
          field: "attendances", evidence: text.evidence(quote)))
    }
  }

  /// Adds what no entry and no issue accounts for in a roster.
  mutating func addGaps(in content: Range<Int>, headings: [Range<Int>]) {
    var covered = headings + unread
    covered += repeated.values.joined()
    covered.reserveCapacity(covered.count + entries.count * 6)
    func cover(_ range: Range<Int>?) {
      if let range { covered.append(range) }
    }
    for index in entries.indices {
      cover(entries[index].entry)
      cover(entries[index].group)
      cover(entries[index].columns)
      cover(entries[index].presenceSpan)
      cover(entries[index].represents)
      cover(entries[index].distantPosition)
      cover(entries[index].distantInstitution)
      cover(entries[index].charge.position)
      cover(entries[index].charge.unit)
      cover(entries[index].charge.institution)
    }
    for gap in RosterCoverage(text: text).gaps(in: content, covered: covered) {
      issues.append(
        Issue(
          .attendeeUnparsed, .info, arguments: [text.string(gap).joinedLines()],
          field: "attendances", evidence: text.evidence(gap)))
    }
  }

  /// The attendances and the issues about them.
  consuming func finish() -> (attendances: [Attendance], issues: [Issue]) {
    var attendances: [Attendance] = []
    nameGroups()
    let builder = AttendanceBuilder(text: text, institutions: institutions)
    attendances.reserveCapacity(entries.count)
    let confidence = EntryConfidence(of: entries, in: text, rosters: rosters)
    for (index, entry) in entries.enumerated() {
      let built = builder.build(entry, at: index)
      attendances.append(built.attendance)
      for place in repeated[index] ?? [] {
        attendances[index].evidence.add("repeated", text.evidence(place))
      }
      issues += built.issues
      let doubts = confidence.doubts(entry, institutions)
      attendances[index].confidence = Double(confidence.points(doubts)) / 100
      issues += confidence.reasons(doubts).map { code in
        let person = attendances[index]
        let (named, field) =
          switch code {
          case .positionDoubtful: (person.position, ".position")
          case .institutionDoubtful: (person.institution?.name, ".institution")
          default: (person.name, "")
          }
        return Issue(
          code, .warning, arguments: [named ?? person.name], field: "attendances[\(index)]\(field)",
          evidence: text.evidence(text.trimmed(entry.entry)))
      }
    }
    if attendances.isEmpty {
      issues.append(Issue(.attendeesMissing, .warning, field: "attendances"))
    }
    return (attendances, issues)
  }

  /// "Ausente: Dra. X (Profesores)", where others sit under "Por el claustro de Profesores": a word
  /// that only ends the name of such a group names the group too.
  private mutating func nameGroups() {
    let groups = Set(entries.compactMap(\.distantInstitution)).map {
      Tokenizer.foldedKey(text.string($0))
    }
    for index in entries.indices {
      let charge = entries[index].charge
      guard charge.institution == nil, charge.unit == nil, let position = charge.position
      else { continue }
      let name = Tokenizer.foldedKey(text.string(position))
      guard groups.contains(where: { $0 == name || $0.hasSuffix(" " + name) }) else { continue }
      entries[index].charge = Charge()
      entries[index].charge.institution = position
    }
  }

  // MARK: The same person

  /// A name in prose or a signature must be a whole one to make an attendance of its own.
  private func mayStandAlone(_ entry: RosterEntry, _ key: NameKey) -> Bool {
    switch entry.source {
    case .table, .list: true
    case .prose, .signature: key.words.count >= 2 && entry.nameScore >= 2
    }
  }

  private func match(_ key: NameKey, _ entry: RosterEntry) -> Int? {
    if let same = keys.firstIndex(of: key) { return same }
    guard entry.source >= .prose || key.hasInitials else {
      // Two entries of one roster are one person only when one name is the other with an initial.
      return nil
    }
    let fitting = keys.indices.filter { keys[$0].covers(key) || key.covers(keys[$0]) }
    return fitting.count == 1 ? fitting[0] : nil
  }

  private mutating func merge(_ new: RosterEntry, into index: Int) {
    let old = entries[index]
    if new.source <= .list, old.source <= .list, old.presence == new.presence,
      new.presence == .present
    {
      issues.append(
        Issue(
          .nameDuplicateInList, .warning, arguments: [new.nameText],
          field: "attendances[\(index)]", evidence: text.evidence(new.entry)))
    }
    var updated = old
    if new.presence != .present, new.presence != old.presence {
      if new.presence == .represented || old.presence == .represented {
        updated.presence = .represented
        updated.presenceSpan = old.presenceSpan ?? new.presenceSpan
      } else if old.presence != .present, old.presence != .absent {
        // Stated twice, each time as not present: the first more exact word stays.
      } else {
        if old.presenceSpan != nil, old.presence == .present {
          issues.append(
            Issue(
              .presenceConflict, .warning, arguments: [old.nameText],
              field: "attendances[\(index)].presence", evidence: text.evidence(new.entry)))
        }
        updated.presence = new.presence
        updated.presenceSpan = new.presenceSpan ?? new.entry
      }
    }
    if updated.title == nil { updated.title = new.title }
    let lacksRole = updated.charge.role == nil && updated.charge.position != nil
    let isBare =
      updated.charge.position == nil
      && (updated.distantPosition == nil || new.source == .signature && new.charge.role != nil)
    if isBare || lacksRole && new.charge.role != nil {
      let institution = updated.charge.institution
      updated.charge = new.charge
      if institution != nil { updated.charge.institution = institution }
      if updated.charge.position != nil {
        updated.distantPosition = nil
      } else {
        updated.distantPosition = updated.distantPosition ?? new.distantPosition
      }
    } else if updated.charge.institution == nil, updated.distantInstitution == nil,
      new.source == .list || new.source == .table
    {
      updated.charge.institution = new.charge.institution
      updated.distantInstitution = new.distantInstitution
    }
    updated.capacity = updated.capacity ?? new.capacity
    updated.represents = updated.represents ?? new.represents
    entries[index] = updated
  }
}

/// A name as a bag of folded words, particles off, for telling people of one document apart.
struct NameKey: Equatable {
  /// Sorted by their spelling.
  let words: [Word]

  struct Word: Equatable {
    let spelling: String
    let letters: Int

    init(_ folded: ArraySlice<UInt8>) {
      spelling = String(decoding: folded, as: UTF8.self)
      // Nearly all words are ASCII once folded, and need not be cut into characters.
      letters = folded.allSatisfy { $0 < 0x80 } ? folded.count : spelling.count
    }

    /// Whether one word is the other's initial.
    func abbreviates(_ other: Word) -> Bool {
      (letters == 1 || other.letters == 1) && spelling.first == other.spelling.first
    }
  }

  init(_ name: String, particles: PhraseTable, _ tokenizer: inout Tokenizer) {
    tokenizer.read(name)
    var words: [Word] = []
    words.reserveCapacity(tokenizer.tokens.count)
    for token in tokenizer.tokens where token.kind != .sign && !particles.contains(token) {
      words.append(Word(tokenizer.folded[token.folded]))
    }
    self.words = words.sorted { $0.spelling < $1.spelling }
  }

  var hasInitials: Bool { words.contains { $0.letters == 1 } }

  /// Whether each word of the other name stands here too, in full or where one is the other's
  /// initial.
  func covers(_ other: NameKey) -> Bool {
    guard !other.words.isEmpty, other.words.count <= words.count else { return false }
    var free = words
    for word in other.words.sorted(by: { $0.letters > $1.letters }) {
      guard let index = free.firstIndex(of: word) ?? free.firstIndex(where: word.abbreviates)
      else { return false }
      free.remove(at: index)
    }
    return other.words.contains { $0.letters > 1 }
  }
}
