// Agreements: the items of the sections of agreements, commitments and tasks, and the rows of tables
// that assign tasks wherever they stand. READ FIRST in this folder.

import MinutarioLexicon
import MinutarioModel

/// Reads the agreements of one document.
struct AgreementReader {
  private let vocabulary: PeopleVocabulary
  private let phrases: AssignmentPhrases
  private var lexicon: Lexicon { vocabulary.lexicon }

  init(vocabulary: PeopleVocabulary) {
    self.vocabulary = vocabulary
    phrases = AssignmentPhrases(lexicon: vocabulary.lexicon)
  }

  /// The agreements in document order, and the posts that several attendees hold.
  func agreements(
    _ text: NormalizedText, sections: [Section], attendances: [Attendance], meeting: Meeting,
    actors: ActorReader
  ) -> (agreements: [Agreement], issues: [Issue]) {
    let items = ItemReader(text: text, lexicon: lexicon)
    let rows = AgreementRows(
      text: text, vocabulary: vocabulary, phrases: phrases, attendances: attendances,
      meeting: meeting, actors: actors)
    var agreements: [Agreement] = []
    var issues: [Issue] = []
    for section in sections {
      let found =
        section.kind == .agreements
        ? items.items(in: section.content, main: .task) : items.assignedTasks(in: section.content)
      let offset = agreements.count
      for item in found {
        let index = agreements.count
        var (agreement, own) = rows.agreement(item)
        agreement.parent = item.parent.map { $0 + offset }
        agreements.append(agreement)
        for position in own.indices { own[position].field = "agreements[\(index)].responsibles" }
        issues += own
      }
    }
    return (agreements, issues)
  }
}

/// Turns items into agreements.
struct AgreementRows {
  private let text: NormalizedText
  private let finder: ResponsibleFinder
  private let cell: ResponsibleCell
  private let resolver: ResponsibleResolver
  private let due: DueReader
  private let statuses: PhraseTable
  private let columns: PhraseTable

  init(
    text: NormalizedText, vocabulary: PeopleVocabulary, phrases: AssignmentPhrases,
    attendances: [Attendance], meeting: Meeting, actors: ActorReader
  ) {
    self.text = text
    let lexicon = vocabulary.lexicon
    finder = ResponsibleFinder(
      text: text, actors: actors, phrases: phrases,
      columns: lexicon[.columnHeaders])
    cell = ResponsibleCell(text: text, actors: actors)
    resolver = ResponsibleResolver(
      text: text, attendances: attendances, directory: actors.directory,
      institutions: actors.institutions)
    due = DueReader(
      text: text, dates: DateFinder(lexicon: lexicon), deadlines: lexicon[.deadlines],
      columns: lexicon[.columnHeaders], meetingDate: meeting.date,
      followUp: meeting.followUp?.date)
    statuses = lexicon[.statuses]
    columns = lexicon[.columnHeaders]
  }

  /// The agreement of one item, without its parent.
  func agreement(_ whole: Item) -> (Agreement, [Issue]) {
    let item = readingLabels(of: whole)
    let words = text.withoutListPunctuation(item.range)
    var evidence = FieldEvidence(entry: text.evidence(whole.entry))
    evidence.add("text", text.evidence(words))
    var agreement = Agreement(
      label: item.label.flatMap { text.printed($0) },
      text: text.joined(item.pieces.map { $0.clamped(to: words) }), parent: nil, evidence: evidence)
    if let label = item.label, agreement.label != nil {
      agreement.evidence.add("label", text.evidence(label.range))
    }
    let issues = setResponsibles(&agreement, item)
    setDue(&agreement, item)
    setStatus(&agreement, item)
    return (agreement, issues)
  }

  /// "Responsable: Ana Ruiz" and "Fecha: 3/5/2021" on lines of their own below a task are no words of
  /// it: they are read like the cells of a row.
  private func readingLabels(of item: Item) -> Item {
    var item = item
    var isLabelled = false
    for piece in item.pieces.dropFirst() {
      let tokens = text.tokenIndices(in: piece)
      guard let label = label(at: tokens) else {
        if isLabelled { return item }
        continue
      }
      if !isLabelled {
        item.pieces = item.pieces.filter { $0.upperBound <= piece.lowerBound }
        isLabelled = true
      }
      item.cells[label.kind, default: []].append(text.range(ofTokens: label.value))
    }
    return item
  }

  /// A column's header and a colon at the start of a line, with something behind.
  private func label(at tokens: Range<Int>) -> (kind: ItemColumn, value: Range<Int>)? {
    guard let first = tokens.first,
      let match = columns.match(in: text, at: first, before: tokens.upperBound),
      let kind = ItemColumn(rawValue: match.entry.value),
      kind == .responsible || kind == .due || kind == .status,
      match.tokens.upperBound + 1 < tokens.upperBound,
      text.tokens[match.tokens.upperBound].isSign(UInt8(ascii: ":"))
    else { return nil }
    return (kind, match.tokens.upperBound + 1..<tokens.upperBound)
  }

  private func setResponsibles(_ agreement: inout Agreement, _ item: Item) -> [Issue] {
    let named = item.cells[.responsible].map { cell.responsibles($0) } ?? []
    var issues: [Issue] = []
    var known: Set<String> = []
    for actor in named.isEmpty ? finder.responsibles(in: item.range) : named {
      let (responsible, issue) = resolver.responsible(actor)
      guard known.insert(responsible.name ?? responsible.text).inserted else { continue }
      agreement.responsibles.append(responsible)
      agreement.evidence.add("responsibles", responsible.evidence)
      if let issue { issues.append(issue) }
    }
    return issues
  }

  private func setDue(_ agreement: inout Agreement, _ item: Item) {
    let stated = item.cells[.due]?.first.flatMap { first in
      due.due(
        inCell: first.lowerBound..<max(first.upperBound, item.cells[.due]?.last?.upperBound ?? 0))
    }
    guard
      let found = stated
        ?? due.due(inText: item.range, hasResponsible: !agreement.responsibles.isEmpty)
    else { return }
    agreement.dueDate = found.date
    agreement.dueBasis = found.basis
    agreement.evidence.add("due_date", text.evidence(found.range))
    if found.inferredYear || found.basis == .followUpMeeting && found.date != nil {
      agreement.derived.append("due_date")
    }
  }

  /// The status that a cell states; else a task is open, and a plain decision has none.
  private func setStatus(_ agreement: inout Agreement, _ item: Item) {
    if let lines = item.cells[.status] {
      for line in lines {
        let tokens = text.tokenIndices(in: line)
        for index in tokens {
          guard let match = statuses.match(in: text, at: index, before: tokens.upperBound),
            let status = Agreement.Status(rawValue: match.entry.value)
          else { continue }
          agreement.status = status
          agreement.evidence.add("status", text.evidence(text.range(ofTokens: match.tokens)))
          return
        }
      }
    }
    if !agreement.responsibles.isEmpty || agreement.dueBasis != .none { agreement.status = .open }
  }
}
