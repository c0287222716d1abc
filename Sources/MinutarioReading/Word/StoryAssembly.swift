// Putting the stories of a package together into one document: ranges, findings, damage.

internal import MinutarioModel

extension SourceDocument {
  /// Adds what a reader found. Stories without any text are left out, except the body and those
  /// that include other documents.
  /// - Returns: the index of the story.
  @discardableResult
  mutating func add(
    _ reader: StoryReader, _ kind: Story.Kind, part: String, _ ending: XMLEnding
  ) -> Int? {
    if reader.findings.hasRevisions { trackedChanges = TrackedChanges(reader.policy) }
    revisions += reader.revisions
    if reader.findings.hiddenCharacters > 0 {
      issues.append(
        Issue(.hiddenText, .warning, arguments: [part, "\(reader.findings.hiddenCharacters)"]))
    }
    switch ending {
    case .complete, .documentType: break
    case .damaged(let position):
      isTruncated = true
      issues.append(Issue(.truncated, .warning, arguments: [part, "\(position)"]))
    case .limit(let name): cut(name)
    }
    guard kind == .body || !reader.chunks.isEmpty || !reader.text.allSatisfy(isBlank) else {
      return nil
    }
    let start = text.count
    text.append(contentsOf: reader.text)
    var blocks = reader.blocks
    if start > 0 {
      for index in blocks.indices {
        let range = blocks[index].range
        blocks[index].range = range.lowerBound + start..<range.upperBound + start
      }
      runs += reader.runs.map { RunStart(offset: $0.offset + start, run: $0.run) }
    } else {
      runs += reader.runs
    }
    stories.append(Story(kind: kind, part: part, blocks: blocks))
    return stories.count - 1
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
    if trackedChanges != .none {
      let days = revisions.compactMap { $0.date?.prefix(10) }
      let span = [days.min(), days.max()].compactMap { $0.map(String.init) }
      let authors = Set(revisions.map(\.author)).subtracting([""]).sorted()
      issues.append(
        Issue(
          .trackedChangesPresent, .info,
          arguments: [
            "\(revisions.count)", authors.isEmpty ? "?" : authors.joined(separator: ", "),
            span.isEmpty ? "?" : Set(span).sorted().joined(separator: " – "),
            trackedChanges.rawValue,
          ]))
    }
    if hasComments { issues.append(Issue(.commentsPresent, .info)) }
  }

  /// Notes that a bound of `Limits` ended the reading early.
  /// - Parameter limit: its key in `pipeline.json`.
  mutating func cut(_ limit: String) {
    isTruncated = true
    issues.append(
      Issue(limit == "xml_depth" ? .tooDeep : .limitReached, .warning, arguments: [limit]))
  }

  /// Notes that a part is not what the package says.
  mutating func note(_ part: Package.Part, _ name: String) {
    guard let damage = part.damage else { return }
    isTruncated = true
    issues.append(Issue(.damaged, .warning, arguments: ["\(name): \(damage)"]))
  }
}

extension SourceDocument.TrackedChanges {
  /// What a text shows that was read by a policy.
  init(_ policy: RevisionPolicy) {
    switch policy {
    case .accepted: self = .accepted
    case .rejected: self = .rejected
    case .both: self = .both
    }
  }
}
