// Who an agreement makes responsible, told by its sentences: the subject of a future ("La SEP
// publicará"), who is instructed ("se instruye a"), a label ("Responsable:"), "por parte de".

import MinutarioLexicon
import MinutarioModel

/// Finds the responsible actors in the text of one agreement.
struct ResponsibleFinder {
  let text: NormalizedText
  let actors: ActorReader
  let phrases: AssignmentPhrases
  let columns: PhraseTable
  /// Tokens between a head ("se autoriza") and the "a" that belongs to it, at most.
  private static let reach = 24
  /// Tokens that a phrase looks back for what governs it, or for the fuller name, at most.
  private static let memory = 120

  /// The responsible actors in the order of the text. What only says who takes part ("por parte
  /// de" without an agreement before it) counts where nothing else does.
  func responsibles(in range: Range<Int>) -> [Actor] {
    var strong: [Actor] = []
    var weak: [Actor] = []
    var labelled: [Actor] = []
    var agreements: Set<Int> = []
    for (number, sentence) in Sentences(text: text, honorifics: actors.honorifics).sentences(
      in: range
    ).enumerated() {
      var index = sentence.lowerBound
      while index < sentence.upperBound {
        if let label = label(at: index, in: sentence) {
          labelled += label.actors
          index = max(index + 1, label.end)
          continue
        }
        if let executor = executor(at: index, in: sentence) {
          strong += executor.actors
          index = executor.end
          continue
        }
        if text.isFuture(text.tokens[index]) {
          let before = subject(endingAt: index, in: sentence, opensItem: number == 0)
          strong += before.isEmpty ? subject(behindRelative: index, in: sentence) : before
          index += 1
          continue
        }
        guard let match = phrases.match(in: text, at: index, before: sentence.upperBound) else {
          index += 1
          continue
        }
        switch match.kind {
        case .after:
          let found = assigned(by: match, in: sentence)
          // An agreement has one executor: who is named later only takes part.
          if let agreement = found.agreement, !agreements.insert(agreement).inserted { break }
          strong += found.strong
          weak += found.weak
          if found.strong.isEmpty, found.weak.isEmpty {
            index += 1
            continue
          }
        case .head: strong += object(of: match, in: sentence)
        case .before: strong += subject(endingAt: index, in: sentence, opensItem: false)
        case .label, .not: break
        }
        index = max(index + 1, match.tokens.upperBound)
      }
    }
    // "Pedir a la SEP el padrón. Responsable: Ana Ruiz": the label tells it outright.
    if !labelled.isEmpty { return unique(labelled) }
    strong += opening(range) + wished(range)
    return unique(strong.isEmpty ? weak : strong)
  }

  /// In the order of the text; of overlapping phrases the first, and the shortest there.
  private func unique(_ actors: [Actor]) -> [Actor] {
    let inOrder = actors.sorted {
      ($0.tokens.lowerBound, $0.tokens.count) < ($1.tokens.lowerBound, $1.tokens.count)
    }
    var kept: [Actor] = []
    for actor in inOrder {
      if let last = kept.last, last.tokens.upperBound > actor.tokens.lowerBound { continue }
      kept.append(actor)
    }
    return kept
  }

  // MARK: Labels

  /// "Responsable: Ana Ruiz." and where it ends.
  private func label(at index: Int, in sentence: Range<Int>) -> (actors: [Actor], end: Int)? {
    guard let match = columns.match(in: text, at: index, before: sentence.upperBound),
      match.entry.value == ItemColumn.responsible.rawValue
    else { return nil }
    var end = match.tokens.upperBound
    while end < sentence.upperBound, text.tokens[end].kind == .sign,
      !text.tokens[end].isSign(UInt8(ascii: ":"))
    {
      end += 1
    }
    guard end < sentence.upperBound, text.tokens[end].isSign(UInt8(ascii: ":")) else { return nil }
    let found = actors.actors(at: end + 1, before: sentence.upperBound)
    return (found, found.last?.tokens.upperBound ?? end + 1)
  }

  /// "Ana Ruiz: enviar el informe", "(Ana Ruiz)" at the end.
  private func opening(_ range: Range<Int>) -> [Actor] {
    let tokens = text.tokenIndices(in: range)
    let head = tokens.prefix(16)
    if let colon = head.first(where: { text.tokens[$0].isSign(UInt8(ascii: ":")) }),
      let found = actors.list(in: tokens.lowerBound..<colon),
      isPeople(found)
        || tokens.contains(colon + 1) && text.endsAsInfinitive(text.tokens[colon + 1])
          && text.tokens[colon - 1].kind != .number
    {
      // "ACUERDO N° 1: Asignar …" is a label, though in capitals it looks like an acronym.
      return found
    }
    var end = tokens.upperBound
    while end > tokens.lowerBound, text.tokens[end - 1].isSign(UInt8(ascii: ".")) { end -= 1 }
    end = beforeDate(end, from: tokens.lowerBound)
    guard end > tokens.lowerBound, text.tokens[end - 1].isSign(UInt8(ascii: ")")) else { return [] }
    let tail = max(tokens.lowerBound, end - 16)..<end - 1
    guard let open = tail.last(where: { text.tokens[$0].isSign(UInt8(ascii: "(")) }),
      let found = actors.list(in: open + 1..<end - 1), isPeople(found)
    else { return [] }
    return found
  }

  /// "(Ana Ruiz) – 24/05/2024": the end of the bracket before a date in digits.
  private func beforeDate(_ end: Int, from start: Int) -> Int {
    var index = end
    while index > max(start, end - 8), text.tokens[index - 1].kind != .word,
      !text.tokens[index - 1].isSign(UInt8(ascii: ")"))
    {
      index -= 1
    }
    guard index > start, text.tokens[index - 1].isSign(UInt8(ascii: ")")) else { return end }
    return index
  }

  /// "Que la Dra. Ruiz revise el plan": an item that opens with "que" wishes its subject to act.
  private func wished(_ range: Range<Int>) -> [Actor] {
    let tokens = text.tokenIndices(in: range)
    guard let first = tokens.first, text.tokens[first].hash == GrammarWord.que.hash else {
      return []
    }
    let found = actors.actors(at: first + 1, before: tokens.upperBound)
    guard let next = found.last?.tokens.upperBound, next < tokens.upperBound,
      text.tokens[next].kind == .word, !text.tokens[next].shape.contains(.capitalized)
    else { return [] }
    return found
  }

  private func isPeople(_ found: [Actor]) -> Bool {
    found.allSatisfy { if case .person = $0.kind { true } else { false } }
  }

  // MARK: Somebody is told to act

  /// "a ejercer por el Instituto", "a realizar por la Dirección".
  private func executor(at index: Int, in sentence: Range<Int>) -> (actors: [Actor], end: Int)? {
    guard index + 3 < sentence.upperBound, text.tokens[index].hash == GrammarWord.a.hash,
      text.isInfinitive(text.tokens[index + 1]), text.tokens[index + 2].hash == GrammarWord.por.hash
    else { return nil }
    let found = actors.actors(at: index + 3, before: sentence.upperBound)
    guard let last = found.last else { return nil }
    return (found, last.tokens.upperBound)
  }

  private func assigned(
    by match: AssignmentPhrases.Match, in sentence: Range<Int>
  ) -> (strong: [Actor], weak: [Actor], agreement: Int?) {
    let found = actors.actors(at: match.tokens.upperBound, before: sentence.upperBound)
    if found.isEmpty {
      let shown = demonstrated(at: match.tokens.upperBound, in: sentence).map { [$0] }
      return (shown ?? object(of: match, in: sentence), [], nil)
    }
    let named = found.map { resolvingDemonstrative($0, match: match, in: sentence) }
    guard isTakingPart(match) else { return (named, [], nil) }
    switch government(of: match.tokens.lowerBound, in: sentence) {
    case .agreement(let verb): return (named, [], verb)
    case .task: return ([], named, nil)
    case .report: return ([], [], nil)
    }
  }

  /// "por parte de", "a través de", "con apoyo de": whether the named one must act depends on what
  /// the sentence says before.
  private func isTakingPart(_ match: AssignmentPhrases.Match) -> Bool {
    let first = text.tokens[match.tokens.lowerBound]
    return first.hash == GrammarWord.por.hash || first.hash == GrammarWord.con.hash
      || first.hash == GrammarWord.a.hash
        && text.folded(text.tokens[match.tokens.lowerBound + 1]).elementsEqual("traves".utf8)
  }

  private enum Government {
    /// The verb that agrees.
    case agreement(Int)
    case task, report
  }

  /// What governs a phrase: an agreement, a task (an infinitive, a future, a noun), or the report of
  /// what somebody did ("se solicitó por parte de …").
  private func government(of token: Int, in sentence: Range<Int>) -> Government {
    guard token > sentence.lowerBound else { return .report }
    var hasTask = false
    for index in (max(sentence.lowerBound, token - Self.memory)..<token).reversed() {
      let word = text.tokens[index]
      if text.isAgreeing(word) { return .agreement(index) }
      if text.isPast(word) { return hasTask ? .task : .report }
      if text.isInfinitive(word) || text.isFuture(word) { hasTask = true }
    }
    return .task
  }

  /// The actor behind the "a" that a head takes: "túrnese la propuesta a la Regiduría".
  private func object(of match: AssignmentPhrases.Match, in sentence: Range<Int>) -> [Actor] {
    let limit = min(sentence.upperBound, match.tokens.upperBound + Self.reach)
    if match.kind == .head, isImperative(match) {
      let direct = actors.actors(at: match.tokens.upperBound, before: sentence.upperBound)
      if !direct.isEmpty { return direct }
    }
    var index = match.tokens.upperBound
    while index < limit {
      let word = text.tokens[index]
      if word.isSign(UInt8(ascii: ";")) || word.isSign(UInt8(ascii: ":")) { return [] }
      if index > match.tokens.upperBound, text.isInfinitive(word) || text.isFuture(word) {
        return []
      }
      if word.hash == GrammarWord.a.hash || word.hash == GrammarWord.al.hash {
        let found = actors.actors(
          at: index + (word.hash == GrammarWord.a.hash ? 1 : 0), before: sentence.upperBound)
        if !found.isEmpty {
          return found.map { resolvingDemonstrative($0, match: match, in: sentence) }
        }
        // "a dicho Departamento"
        if let found = demonstrated(at: index + 1, in: sentence) { return [found] }
      }
      index += 1
    }
    return []
  }

  /// "encárgase", "encárguese": the one charged follows without "a".
  private func isImperative(_ match: AssignmentPhrases.Match) -> Bool {
    match.tokens.count == 1
      && text.folded(text.tokens[match.tokens.lowerBound]).suffix(2).elementsEqual("se".utf8)
  }

  /// "dicho Departamento": the fuller name of it that stands earlier in the sentence.
  private func demonstrated(at index: Int, in sentence: Range<Int>) -> Actor? {
    guard index + 1 < sentence.upperBound, text.tokens[index].kind == .word,
      actors.begins(at: index + 1, before: sentence.upperBound)
    else { return nil }
    let word = text.tokens[index + 1]
    for earlier in (max(sentence.lowerBound, index - Self.memory)..<index).reversed()
    where text.tokens[earlier].hash == word.hash {
      if let full = actors.actors(at: earlier, before: index).first, full.tokens.count > 1 {
        return full
      }
    }
    return nil
  }

  private func resolvingDemonstrative(
    _ actor: Actor, match: AssignmentPhrases.Match, in sentence: Range<Int>
  ) -> Actor {
    guard actor.tokens.count == 1, actor.kind == .institution else { return actor }
    return demonstrated(at: actor.tokens.lowerBound - 1, in: sentence) ?? actor
  }

  // MARK: Somebody acts

  /// The subject right before a verb.
  private func subject(endingAt verb: Int, in sentence: Range<Int>, opensItem: Bool) -> [Actor] {
    var end = verb
    var hasPronoun = false
    while end > sentence.lowerBound, verb - end < 3, isPronoun(end - 1) {
      hasPronoun = hasPronoun || text.tokens[end - 1].hash == GrammarWord.se.hash
      end -= 1
    }
    if let relative = antecedent(before: end, in: sentence) { return relative }
    // "La SEP, a más tardar el 3 de mayo, enviará": the aside stands between commas.
    var ends = [end]
    if end > sentence.lowerBound, text.tokens[end - 1].isSign(UInt8(ascii: ",")),
      let comma = (sentence.lowerBound..<end - 1).last(where: {
        text.tokens[$0].isSign(UInt8(ascii: ","))
      })
    {
      ends = [end - 1, comma]
    }
    for end in ends {
      for start in starts(before: end, in: sentence) {
        if let found = actors.list(in: start..<end) { return found }
      }
    }
    guard opensItem, !hasPronoun else { return [] }
    return generic(sentence.lowerBound..<end)
  }

  /// "…, que presentará Ana Ruiz": behind "que" and a future the person who acts may follow.
  private func subject(behindRelative verb: Int, in sentence: Range<Int>) -> [Actor] {
    guard verb > sentence.lowerBound, text.tokens[verb - 1].hash == GrammarWord.que.hash,
      verb + 1 < sentence.upperBound
    else { return [] }
    let found = actors.actors(at: verb + 1, before: sentence.upperBound)
    return isPeople(found) ? found : []
  }

  /// Places before `end` where a clause may begin, the farthest first; of many only the nearest.
  private func starts(before end: Int, in sentence: Range<Int>) -> [Int] {
    let first = max(sentence.lowerBound, end - Self.reach)
    let starts = (first..<max(first, end)).filter { index in
      if index == sentence.lowerBound { return true }
      let previous = text.tokens[index - 1]
      return previous.kind == .sign && !previous.isSign(UInt8(ascii: "("))
        && !previous.isSign(UInt8(ascii: ".")) || previous.hash == GrammarWord.que.hash
        || actors.isAnd(index - 1)
    }
    return starts.suffix(8)
  }

  /// ", el cual se comprometió": the actor before the comma.
  private func antecedent(before end: Int, in sentence: Range<Int>) -> [Actor]? {
    var comma = end - 1
    while comma >= sentence.lowerBound, end - comma <= 3,
      actors.hasClass(.clause, comma) || actors.isArticle(comma)
    {
      comma -= 1
    }
    // "…, lo que deberán": a whole clause is meant, not the last word of it.
    guard comma > sentence.lowerBound, comma < end - 1,
      text.tokens[comma].isSign(UInt8(ascii: ",")),
      text.tokens[comma + 1].hash != Self.neuter.hash
    else { return nil }
    for start in max(sentence.lowerBound, comma - Self.reach)..<comma {
      let opens =
        start == sentence.lowerBound || text.tokens[start - 1].kind == .sign
        || actors.hasClass(.preposition, start - 1) || actors.isArticle(start - 1)
        || actors.isAnd(start - 1)
      if opens, let found = actors.list(in: start..<comma) { return found }
    }
    return nil
  }

  private static let neuter = GrammarWord.lo

  private func isPronoun(_ index: Int) -> Bool {
    let word = text.tokens[index]
    guard word.kind == .word, word.folded.count <= 3, !word.shape.contains(.capitalized) else {
      return false
    }
    return Self.pronouns.contains(word.hash)
  }

  private static let pronouns = Set(
    ["se", "lo", "le", "les", "los", "las", "no", "ya"].map { wordHash($0.utf8) })

  /// A subject that no vocabulary knows, at the start of an item: "Cada docente", "Recursos Humanos".
  private func generic(_ range: Range<Int>) -> [Actor] {
    guard (1...10).contains(range.count),
      range.allSatisfy({ text.tokens[$0].kind == .word && !isVerbal($0) })
    else { return [] }
    let start = actors.behindArticle(range.lowerBound, before: range.upperBound)
    guard start < range.upperBound else { return [] }
    let isNamed =
      start == range.lowerBound
      && range.allSatisfy {
        text.tokens[$0].shape.contains(.capitalized) || actors.hasClass(.preposition, $0)
          || actors.isArticle($0)
      }
    let knows = (start..<min(start + 2, range.upperBound))
      .contains { isActing($0, before: range.upperBound) }
    guard isNamed || knows, !actors.hasClass(.clause, start) else { return [] }
    return [Actor(kind: .other, tokens: start..<range.upperBound)]
  }

  private func isVerbal(_ index: Int) -> Bool {
    let word = text.tokens[index]
    return text.isPast(word) || text.isInfinitive(word) || actors.hasClass(.clause, index)
  }

  /// A word for people or bodies, whatever its case: "docente", "organizaciones".
  private func isActing(_ index: Int, before limit: Int) -> Bool {
    actors.roles.role(in: text, at: index, before: limit) != nil
      || actors.institutions.opensInstitution(index, before: limit)
      || actors.memberWords.match(in: text, at: index, before: limit) != nil
  }
}
