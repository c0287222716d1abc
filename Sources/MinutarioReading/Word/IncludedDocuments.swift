// Content in other formats that a story includes (`altChunk`): what Word turns into paragraphs when
// it opens the document. The story goes on behind it as another one of its kind, so that every
// block keeps the part that it stands in.

internal import MinutarioModel

extension WordReader {
  /// Documents in documents at most.
  private static let deepest = 4

  /// Reads what a story includes, into the place where it includes it.
  /// The document that is read gives `reader`, as its story of index `story`, of the part `part`.
  func include(
    _ reader: StoryReader, at story: Int, of part: String, _ relationships: Relationships,
    _ package: inout Package, _ document: inout SourceDocument
  ) throws(DocumentError) {
    guard !reader.chunks.isEmpty else { return }
    let own = document.stories[story]
    var stories: [Story] = []
    var next = 0
    var blocks = own.blocks.count
    var read: [String: SourceDocument] = [:]
    for chunk in reader.chunks {
      let target = relationships[chunk.id]
      let name = target.flatMap { $0.isExternal ? nil : $0.target } ?? ""
      if read[name] == nil { read[name] = try included(name, &package, &document) }
      guard let included = read[name] else {
        document.noteMissing("\(part): altChunk \(chunk.id)")
        continue
      }
      blocks += included.stories.reduce(0) { $0 + $1.blocks.count }
      guard document.text.count + included.text.count <= limits.textBytes else {
        document.cut("text_bytes")
        break
      }
      guard blocks <= limits.blocks else {
        document.cut("blocks")
        break
      }
      if chunk.block > next || stories.isEmpty {
        stories.append(
          Story(kind: own.kind, part: own.part, blocks: Array(own.blocks[next..<chunk.block])))
        next = chunk.block
      }
      stories += document.take(included, as: own.kind, part: name, in: chunk.cell)
    }
    if next < own.blocks.count || stories.isEmpty {
      stories.append(Story(kind: own.kind, part: own.part, blocks: Array(own.blocks[next...])))
    }
    document.stories.replaceSubrange(story...story, with: stories)
  }

  /// A part as a document of its own; nil for what is not read, which becomes an issue.
  private func included(
    _ name: String, _ package: inout Package, _ document: inout SourceDocument
  ) throws(DocumentError) -> SourceDocument? {
    guard depth < WordReader.deepest, let bytes = try side(name, &package, &document)?.bytes else {
      return nil
    }
    let file = FileName(name)
    var limits = package.remaining
    limits.textBytes = max(0, limits.textBytes - document.text.count)
    do throws(DocumentError) {
      switch FileKind(bytes, file) {
      case .package:
        var inner = try Package(bytes, limits: limits)
        let reader = WordReader(
          limits: limits, definitions: definitions, policy: policy, depth: depth + 1)
        defer { package.count(inner) }
        return try reader.read(&inner)
      case .flat(let form):
        return try FlatReader(limits: limits, form: form, policy: policy).read(bytes, name: file)
      case .text where file.isPage || WordReader.beginsWithTag(bytes), .page:
        return HTMLReader(limits: limits).read(bytes)
      case .text: return try TextReader(limits: limits).read(bytes, name: file)
      case .encrypted, .foreign, .damaged, .lockFile, .oldWord, .richText, .empty: return nil
      }
    } catch {
      // What makes a document unsafe does so wherever it stands.
      guard error.code == .damaged || error.code == .notADocument else { throw error }
      return nil
    }
  }

  private static func beginsWithTag(_ bytes: [UInt8]) -> Bool {
    bytes.first { !isBlank($0) && !isOrderMark($0) } == UInt8(ascii: "<")
  }
}

extension FileName {
  /// Whether the name is that of a page.
  fileprivate var isPage: Bool { ["htm", "html", "xhtml"].contains(fileExtension) }
}

extension SourceDocument {
  /// Takes over the text and the findings of an included document.
  /// - Returns: its stories, to be put where it is included.
  fileprivate mutating func take(
    _ included: SourceDocument, as kind: Story.Kind, part: String, in cell: CellPlace?
  ) -> [Story] {
    let shift = text.count
    text += included.text
    runs += included.runs.map { RunStart(offset: $0.offset + shift, run: $0.run) }
    revisions += included.revisions
    isTruncated = isTruncated || included.isTruncated
    hasComments = hasComments || included.hasComments
    if included.trackedChanges != .none { trackedChanges = included.trackedChanges }
    // Of changes and comments the document tells as a whole.
    issues += included.issues.filter {
      $0.code != .trackedChangesPresent && $0.code != .commentsPresent
    }
    return included.stories.map { story in
      Story(
        kind: story.kind == .body ? kind : story.kind,
        part: story.part == "text" ? part : "\(part)/\(story.part)",
        blocks: story.blocks.map { block in
          var block = block
          block.range = block.range.lowerBound + shift..<block.range.upperBound + shift
          block.cell = block.cell ?? cell
          return block
        })
    }
  }

  /// Says that something the document refers to was not read.
  fileprivate mutating func noteMissing(_ what: String) {
    isTruncated = true
    issues.append(Issue(.truncated, .warning, arguments: [what]))
  }
}
