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
    var seen: Set<UInt64> = []
    var found: [Mention] = []
    for paragraph in paragraphs {
      var index = paragraph.lowerBound
      while index < paragraph.upperBound {
        guard mayBeMentioned(index, after: paragraph.lowerBound),
          let actor = actors.postOrInstitution(at: index, before: paragraph.upperBound),
          actor.tokens.lowerBound == index,
          let target = target(of: actor, after: paragraph.lowerBound)
        else {
          index += 1
          continue
        }
        if seen.insert(spelling(actor.tokens)).inserted { found.append(mention(actor, target)) }
        index = max(index + 1, actor.tokens.upperBound)
      }
    }
    return found
  }

  /// One hash for the words of a phrase in their order.
  private func spelling(_ tokens: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0
    for index in tokens where text.tokens[index].kind != .sign {
      hash = (hash &* 0x100_0000_01B3) ^ text.tokens[index].hash
    }
    return hash
  }

  /// Whether a post or an institution that is told of may begin at a token, as `mention` has it: in
  /// small letters only behind an article. Most words of a text may not.
  private func mayBeMentioned(_ index: Int, after start: Int) -> Bool {
    let token = text.tokens[index]
    guard token.kind == .word else { return false }
    let isCapital = token.shape.contains(.capitalized)
    return (isCapital || index > start && actors.isArticle(index - 1)) && !actors.isArticle(index)
  }

  /// What an actor in the text stands for.
  private enum Target {
    case institution
    /// The attendee who holds the post, by index.
    case attendee(Int)
  }

  /// What a mention of the actor would stand for; nil when it is none.
  private func target(of actor: Actor, after start: Int) -> Target? {
    let first = actor.tokens.lowerBound
    switch actor.kind {
    case .institution:
      guard text.tokens[first].shape.contains(.capitalized),
        actor.tokens.count > 1 || institutions.isAcronym(first),
        !isPartOfCode(actor.tokens), !isColumnHeader(actor.tokens),
        headings.match(in: text, at: first, before: actor.tokens.upperBound) == nil
      else { return nil }
      return .institution
    case .role:
      // A post is a reference only with its article: "la Directora General".
      guard first > start, actors.isArticle(first - 1),
        case .one(let index) = directory.holder(of: actor.tokens)
      else { return nil }
      return .attendee(index)
    case .person, .other:
      return nil
    }
  }

  private func mention(_ actor: Actor, _ target: Target) -> Mention {
    let range = text.range(ofTokens: actor.tokens)
    let evidence = FieldEvidence(entry: text.evidence(range))
    let written = text.joined([range])
    switch target {
    case .institution:
      var mention = Mention(kind: .institution, text: written, evidence: evidence)
      mention.institution = institutions.reference(range)
      mention.institution?.name = written
      return mention
    case .attendee(let index):
      var mention = Mention(kind: .role, text: written, evidence: evidence)
      mention.name = attendances[index].name
      mention.derived = ["name"]
      return mention
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
