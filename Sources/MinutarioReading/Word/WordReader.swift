// Word documents (.docx and its relatives): finds the parts of a package and has each read.

internal import MinutarioModel

/// Reads WordprocessingML packages: `.docx`, `.docm`, `.dotx`, `.dotm`, transitional and strict,
/// with any namespace prefixes.
///
/// What of WordprocessingML is read:
/// - Package: main part by relationship, else `word/document.xml`; part names without regard to
///   case and slash direction; bytes before and behind the zip file; a lost central directory.
///   Content types are not consulted: broken ones are common.
/// - Stories: body, headers and footers that a section refers to (each once), footnotes, endnotes,
///   comments; targets of external links.
/// - Text: runs joined, tabs, breaks, hyphens, symbols, equations' letters, CDATA, base text of
///   ruby; results of simple and complex fields, also nested; hyperlinks; structured document tags,
///   smart tags, custom XML and any unknown wrapper at any level.
/// - Paragraphs: outline level (own, by style, by the names of built-in styles), list labels with
///   all counters, deleted paragraph marks.
/// - Numbering: lists, abstract lists, overrides of start and of levels, style-linked levels, list
///   styles, restarts, legal numbering, the formats of `NumberFormat`.
/// - Tables: cells on the grid with column spans, columns left out at the front, vertical merges,
///   tables in tables.
/// - Revisions: as if all were accepted; deleted rows do not count.
/// - Alternate content: one branch; text boxes (DrawingML and VML) behind their anchor.
/// - Bold and hidden text: own, by paragraph and character style.
///
/// Partly:
/// - Hidden text is dropped, but a hidden paragraph mark does not join paragraphs.
/// - Bold by table style or by complex-script properties is not seen.
/// - Number formats not in `NumberFormat` are written in decimal; numbering does not regard `suff`.
/// - Columns left out at the end of a row, and `w:hMerge`, are not regarded.
/// - A damaged main part gives the text before the damage; a damaged other part is left out.
///
/// Not read, and said so (`truncated`): content in another format (`altChunk`).
///
/// Ignored: pictures and their alternative texts, charts, SmartArt, embedded objects, glossary, marks of notes and comments in the text, form field defaults, case (`w:caps`).
struct WordReader: DocumentReader {
  let limits: Limits
  let definitions: DefinitionCache

  func read(_ file: [UInt8], name: FileName) throws(DocumentError) -> SourceDocument {
    var package = try Package(file, limits: limits)
    var document = SourceDocument(format: "docx")
    if package.isSalvaged {
      document.isTruncated = true
      document.issues.append(Issue(.truncated, .warning, arguments: ["zip"]))
    }
    let root = try relationships(of: "", &package, &document)
    let main = try mainPart(of: package, root)
    let relationships = try relationships(of: main, &package, &document)
    let parts = PartNames(main: main, relationships: relationships)

    var body = StoryReader(
      styles: try styles(parts, &package, &document),
      counters: ListCounters(try numbering(parts, &package, &document)),
      relationships: relationships, limits: limits)
    guard let bytes = try package.part(main) else { throw Foreign.kind(of: package) }
    body.expect(bytes.count)
    let ending = XMLParser.read(bytes, into: &body, limits: limits)
    guard ending != .documentType else { throw DocumentError(.xmlDTD, arguments: [main]) }
    body.finish()
    guard body.root == .document else {
      if case .damaged(let position) = ending, body.root == nil {
        throw DocumentError(.damaged, arguments: [main], position: position)
      }
      throw Foreign.kind(of: package)
    }
    document.add(body, .body, part: main, ending)
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
    guard let bytes = try side(name, &package, &document) else { return Relationships() }
    return try Relationships(of: part, stated: bytes, limits: limits)
  }

  private func styles(
    _ parts: PartNames, _ package: inout Package, _ document: inout SourceDocument
  ) throws(DocumentError) -> Styles {
    let name = parts.part("styles")
    let fingerprint = package.fingerprint(name)
    if let fingerprint, let known = definitions.styles(for: fingerprint) {
      try package.countAsRead(fingerprint, name)
      return known
    }
    guard let bytes = try side(name, &package, &document) else { return Styles() }
    let styles = try Styles(part: bytes, name: name, limits: limits)
    if let fingerprint { definitions.keep(styles, for: fingerprint) }
    return styles
  }

  private func numbering(
    _ parts: PartNames, _ package: inout Package, _ document: inout SourceDocument
  ) throws(DocumentError) -> Numbering {
    let name = parts.part("numbering")
    let fingerprint = package.fingerprint(name)
    if let fingerprint, let known = definitions.numbering(for: fingerprint) {
      try package.countAsRead(fingerprint, name)
      return known
    }
    guard let bytes = try side(name, &package, &document) else { return Numbering() }
    let numbering = try Numbering(part: bytes, name: name, limits: limits)
    if let fingerprint { definitions.keep(numbering, for: fingerprint) }
    return numbering
  }

  /// The bytes of a part that the document can do without: damage is an issue, not the end.
  private func side(
    _ name: String, _ package: inout Package, _ document: inout SourceDocument
  ) throws(DocumentError) -> [UInt8]? {
    do throws(DocumentError) {
      return try package.part(name)
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
      guard let bytes = try side(name, &package, &document) else { continue }
      let relationships = try relationships(of: name, &package, &document)
      var story = StoryReader(
        styles: body.styles, counters: counters, relationships: relationships, limits: limits)
      let ending = XMLParser.read(bytes, into: &story, limits: limits)
      guard ending != .documentType else { throw DocumentError(.xmlDTD, arguments: [name]) }
      story.finish()
      counters = story.counters
      links += story.links.map { ($0, name) }
      if kind == .comment, !story.blocks.isEmpty { document.hasComments = true }
      document.add(story, kind, part: name, ending)
      guard document.text.count <= limits.textBytes else {
        document.cut("textBytes")
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
    let bytes: [UInt8]?
    do { bytes = try package.part(name) } catch { return nil }
    guard let bytes else { return nil }
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
