// Posts that lead to one attendee ("el Director General"), and the institutions that the text names:
// each in its first place.

import MinutarioLexicon
import MinutarioModel

/// Finds mentioned posts and institutions.
struct MentionedPosts {
  let text: NormalizedText
  let actors: ActorReader
  let directory: AttendeeDirectory
  let institutions: InstitutionFinder
  let attendances: [Attendance]
  let headings: PhraseTable
  let columnHeaders: PhraseTable

  /// The mentions of the paragraphs in order, each spelling once.
  func mentions(in paragraphs: [Range<Int>]) -> [Mention] {
    var seen: Set<[UInt64]> = []
    var found: [Mention] = []
    for paragraph in paragraphs {
      var index = paragraph.lowerBound
      while index < paragraph.upperBound {
        guard mayBeMentioned(index, after: paragraph.lowerBound),
          let actor = actors.postOrInstitution(at: index, before: paragraph.upperBound),
          actor.tokens.lowerBound == index,
          let mention = mention(actor, after: paragraph.lowerBound)
        else {
          index += 1
          continue
        }
        let words = actor.tokens.filter { text.tokens[$0].kind != .sign }.map {
          text.tokens[$0].hash
        }
        if seen.insert(words).inserted { found.append(mention) }
        index = max(index + 1, actor.tokens.upperBound)
      }
    }
    return found
  }

  /// Whether a post or an institution that is told of may begin at a token, as `mention` has it: in
  /// small letters only behind an article. Most words of a text may not.
  private func mayBeMentioned(_ index: Int, after start: Int) -> Bool {
    let token = text.tokens[index]
    guard token.kind == .word, !actors.isArticle(index) else { return false }
    return token.shape.contains(.capitalized) || index > start && actors.isArticle(index - 1)
  }

  private func mention(_ actor: Actor, after start: Int) -> Mention? {
    let range = text.range(ofTokens: actor.tokens)
    let evidence = FieldEvidence(entry: text.evidence(range))
    switch actor.kind {
    case .institution:
      guard text.tokens[actor.tokens.lowerBound].shape.contains(.capitalized),
        actor.tokens.count > 1 || institutions.isAcronym(actor.tokens.lowerBound),
        !isPartOfCode(actor.tokens), !isColumnHeader(actor.tokens),
        headings.match(
          in: text, at: actor.tokens.lowerBound, before: actor.tokens.upperBound) == nil
      else { return nil }
      var mention = Mention(kind: .institution, text: text.joined([range]), evidence: evidence)
      mention.institution = institutions.reference(range)
      mention.institution?.name = mention.text
      return mention
    case .role:
      // A post is a reference only with its article: "la Directora General".
      guard actor.tokens.lowerBound > start, actors.isArticle(actor.tokens.lowerBound - 1),
        case .one(let index) = directory.holder(of: actor.tokens)
      else { return nil }
      var mention = Mention(kind: .role, text: text.joined([range]), evidence: evidence)
      mention.name = attendances[index].name
      mention.derived = ["name"]
      return mention
    case .person, .other:
      return nil
    }
  }

  /// A cell that says what its column holds: "INSTITUCIÓN".
  private func isColumnHeader(_ tokens: Range<Int>) -> Bool {
    let line = text.lines[text.lineIndex(at: text.tokens[tokens.lowerBound].start)]
    guard line.cell != nil,
      let header = columnHeaders.match(
        in: text, at: line.tokens.lowerBound, before: line.tokens.upperBound)
    else { return false }
    return header.tokens == line.tokens
  }

  /// "CT/04/2023": letters of a file number.
  private func isPartOfCode(_ tokens: Range<Int>) -> Bool {
    [tokens.lowerBound - 1, tokens.upperBound].contains { index in
      text.tokens.indices.contains(index) && text.tokens[index].isSign(UInt8(ascii: "/"))
        && index > 0 && text.tokens[index - 1].end == text.tokens[index].start
    }
  }
}
