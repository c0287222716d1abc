// Word documents (.docx and its relatives): finds the parts of a package and has each read.

internal import MinutarioModel

/// Reads WordprocessingML packages: `.docx`, `.docm`, `.dotx`, `.dotm`, transitional and strict,
/// with any namespace prefixes. What of the format is read stands in docs/READING.md.
struct WordReader: DocumentReader {
  let limits: Limits
  let definitions: DefinitionCache
  let policy: RevisionPolicy
  /// Documents around this one that include it.
  var depth = 0

  func read(_ file: [UInt8], name: FileName) throws(DocumentError) -> SourceDocument {
    var package = try Package(file, limits: limits)
    return try read(&package)
  }

  func read(_ package: inout Package) throws(DocumentError) -> SourceDocument {
    var document = SourceDocument(format: "docx")
    if package.isSalvaged {
      document.isTruncated = true
      document.issues.append(Issue(.truncated, .warning, arguments: ["zip"]))
    }
    let root = try relationships(of: "", &package, &document)
    let main = try mainPart(of: package, root)
    let relationships = try relationships(of: main, &package, &document)
    let parts = PartNames(main: main, relationships: relationships)

    guard let part = try package.part(main) else { throw Foreign.kind(of: package) }
    var body = StoryReader(
      styles: try styles(parts, &package, &document),
      counters: ListCounters(try numbering(parts, &package, &document)),
      relationships: relationships, limits: limits, policy: policy)
    body.expect(part.bytes.count)
    let ending = XMLParser.read(part.bytes, into: &body, limits: limits)
    guard ending != .documentType else { throw DocumentError(.xmlDTD, arguments: [main]) }
    body.finish()
    guard body.root == .document else {
      if case .damaged(let position) = ending, body.root == nil {
        throw DocumentError(.damaged, arguments: [main], position: position)
      }
      throw Foreign.kind(of: package)
    }
    document.note(part, main)
    document.add(body, .body, part: main, ending)
    try include(body, at: 0, of: main, relationships, &package, &document)
    try addOtherStories(after: body, parts, &package, &document)
    document.addIssuesOfStories()
    document.title = try title(root, &package)
    return document
  }

  /// The name of the part that is the document.
  private func mainPart(of package: Package, _ root: Relationships) throws(DocumentError) -> String
  {
    if let stated = root.part("officeDocument"), package.contains(stated) { return stated }
    let usual = "word/document.xml"
    guard package.contains(usual) else { throw Foreign.kind(of: package) }
    return usual
  }

  private func relationships(
    of part: String, _ package: inout Package, _ document: inout SourceDocument
  ) throws(DocumentError) -> Relationships {
    let name = Relationships.partName(for: part)
    return try definition(
      name, owner: part, &package, &document, known: { definitions.relationships(for: $0) },
      keep: { definitions.keep($0, for: $1) },
      read: { bytes throws(DocumentError) in
        try Relationships(of: part, stated: bytes, limits: limits)
      }) ?? Relationships()
  }

  private func styles(
    _ parts: PartNames, _ package: inout Package, _ document: inout SourceDocument
  ) throws(DocumentError) -> Styles {
    let name = parts.part("styles")
    return try definition(
      name, &package, &document, known: { definitions.styles(for: $0) },
      keep: { definitions.keep($0, for: $1) },
      read: { bytes throws(DocumentError) in
        try Styles(part: bytes, name: name, limits: limits)
      }) ?? Styles()
  }

  private func numbering(
    _ parts: PartNames, _ package: inout Package, _ document: inout SourceDocument
  ) throws(DocumentError) -> Numbering {
    let name = parts.part("numbering")
    return try definition(
      name, &package, &document, known: { definitions.numbering(for: $0) },
      keep: { definitions.keep($0, for: $1) },
      read: { bytes throws(DocumentError) in
        try Numbering(part: bytes, name: name, limits: limits)
      }) ?? Numbering()
  }

  /// What a part defines: known from another document, or read now.
  private func definition<Value>(
    _ name: String, owner: String = "", _ package: inout Package,
    _ document: inout SourceDocument, known: (DefinitionCache.Key) -> Value?,
    keep: (Value, DefinitionCache.Key) -> Void, read: ([UInt8]) throws(DocumentError) -> Value
  ) throws(DocumentError) -> Value? {
    let key = package.fingerprint(name).map {
      DefinitionCache.Key(fingerprint: $0, owner: owner)
    }
    if let key, let value = known(key) {
      try package.countAsRead(key.fingerprint, name)
      return value
    }
    guard let part = try side(name, &package, &document) else { return nil }
    let value = try read(part.bytes)
    if let key, part.damage == nil { keep(value, key) }
    return value
  }

  /// A part that the document can do without: damage is an issue, not the end.
  func side(
    _ name: String, _ package: inout Package, _ document: inout SourceDocument
  ) throws(DocumentError) -> Package.Part? {
    do throws(DocumentError) {
      guard let part = try package.part(name) else { return nil }
      document.note(part, name)
      return part
    } catch {
      guard error.code == .damaged else { throw error }
      document.isTruncated = true
      document.issues.append(Issue(.damaged, .warning, arguments: error.arguments))
      return nil
    }
  }

  /// Headers, footers, notes, comments, each part once, and the targets of links.
  private func addOtherStories(
    after body: StoryReader, _ parts: PartNames, _ package: inout Package,
    _ document: inout SourceDocument
  ) throws(DocumentError) {
    var counters = body.counters
    var links = body.links.map { ($0, parts.main) }
    var read: Set<String> = []
    for (kind, name) in parts.stories(after: body) where read.insert(name).inserted {
      guard let part = try side(name, &package, &document) else { continue }
      let relationships = try relationships(of: name, &package, &document)
      var story = StoryReader(
        styles: body.styles, counters: counters, relationships: relationships, limits: limits,
        policy: policy)
      let ending = XMLParser.read(part.bytes, into: &story, limits: limits)
      guard ending != .documentType else { throw DocumentError(.xmlDTD, arguments: [name]) }
      story.finish()
      counters = story.counters
      links += story.links.map { ($0, name) }
      if kind == .comment, !story.blocks.isEmpty { document.hasComments = true }
      if let index = document.add(story, kind, part: name, ending) {
        try include(story, at: index, of: name, relationships, &package, &document)
      }
      guard document.text.count <= limits.textBytes else {
        document.cut("text_bytes")
        break
      }
    }
    document.add(links)
  }

  /// The title in the package's own metadata.
  private func title(_ root: Relationships, _ package: inout Package) throws(DocumentError)
    -> String?
  {
    let name = root.part("core-properties") ?? "docProps/core.xml"
    let part: Package.Part?
    do { part = try package.part(name) } catch { return nil }
    guard let bytes = part?.bytes else { return nil }
    var reader = TitleReader()
    if XMLParser.read(bytes, into: &reader, limits: limits) == .documentType {
      throw DocumentError(.xmlDTD, arguments: [name])
    }
    return reader.title
  }
}

/// What a package that holds no Word document is instead.
private enum Foreign {
  static func kind(of package: Package) -> DocumentError {
    let marks = [
      ("xl/workbook.xml", "Excel"), ("xl/workbook.bin", "Excel"),
      ("ppt/presentation.xml", "PowerPoint"), ("meta-inf/manifest.xml", "OpenDocument"),
      ("meta-inf/container.xml", "EPUB"),
    ]
    let known = marks.first { package.contains($0.0) }?.1
    if known == nil, package.isSalvaged {
      return DocumentError(.damaged, arguments: ["zip without its end"])
    }
    let kind = known ?? "ZIP"
    return DocumentError(.notADocument, arguments: [kind])
  }
}
