// Putting the stories of a package together into one document: ranges, findings, damage.

internal import MinutarioModel

extension SourceDocument {
  /// Adds what a reader found. Stories without any text are left out, except the body.
  mutating func add(
    _ reader: StoryReader, _ kind: Story.Kind, part: String, _ ending: XMLEnding
  ) {
    if reader.findings.hasRevisions { trackedChanges = .accepted }
    if reader.findings.hasHiddenText, !issues.contains(where: { $0.code == .hiddenText }) {
      issues.append(Issue(.hiddenText, .warning, arguments: [part]))
    }
    if reader.findings.hasForeignChunks {
      isTruncated = true
      issues.append(Issue(.truncated, .warning, arguments: ["\(part): altChunk"]))
    }
    switch ending {
    case .complete, .documentType: break
    case .damaged(let position):
      isTruncated = true
      issues.append(Issue(.truncated, .warning, arguments: [part, "\(position)"]))
    case .limit(let name): cut(name)
    }
    guard kind == .body || !reader.text.allSatisfy(isBlank) else { return }
    let start = text.count
    text.append(contentsOf: reader.text)
    var blocks = reader.blocks
    if start > 0 {
      for index in blocks.indices {
        let range = blocks[index].range
        blocks[index].range = range.lowerBound + start..<range.upperBound + start
      }
    }
    stories.append(Story(kind: kind, part: part, blocks: blocks))
  }

  /// Adds the targets of links as stories of their own, one for each part that has links.
  mutating func add(_ links: [(StoryReader.Link, part: String)]) {
    for (link, part) in links {
      let start = text.count
      text.append(contentsOf: link.address.utf8.map { $0 < 0x20 ? 0x20 : $0 })
      let block = Block(range: start..<text.count, paragraph: link.paragraph)
      if let last = stories.indices.last, stories[last].kind == .linkTarget,
        stories[last].part == part
      {
        stories[last].blocks.append(block)
      } else {
        stories.append(Story(kind: .linkTarget, part: part, blocks: [block]))
      }
    }
  }

  /// Says what the stories hold besides text.
  mutating func addIssuesOfStories() {
    if trackedChanges == .accepted { issues.append(Issue(.trackedChangesPresent, .info)) }
    if hasComments { issues.append(Issue(.commentsPresent, .info)) }
  }

  /// Notes that a bound of `Limits` ended the reading early.
  mutating func cut(_ limit: String) {
    isTruncated = true
    issues.append(Issue(.limitReached, .warning, arguments: [limit]))
  }
}
