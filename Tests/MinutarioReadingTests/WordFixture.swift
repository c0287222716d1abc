// Word documents in a notation short enough to read in a test, and a view of what was read of them.

import MinutarioModel
import MinutarioReading
import Testing

/// A Word document of some parts.
struct WordFixture {
  /// What stands inside `w:body`.
  var body: String
  /// Further parts by their name in `word/`, such as `styles.xml`: their whole root element.
  var parts: [String: String] = [:]
  /// External links by id.
  var links: [String: String] = [:]
  var title: String?
  var zip = ZipFixture()

  static let namespaces = """
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
    xmlns:v="urn:schemas-microsoft-com:vml" \
    xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" \
    xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    """
  private static let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let relationships =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"

  init(_ body: String, parts: [String: String] = [:], links: [String: String] = [:]) {
    self.body = body
    self.parts = parts
    self.links = links
  }

  var documentXML: String {
    "<w:document \(WordFixture.namespaces)><w:body>\(body)</w:body></w:document>"
  }

  func bytes() -> [UInt8] { package().bytes() }

  /// The package with all its members.
  func package() -> ZipFixture {
    var zip = zip
    func add(_ name: String, _ text: String) { zip.entries.append((name, Array(text.utf8))) }
    add(
      "_rels/.rels",
      WordFixture.relationships
        + "<Relationship Id=\"m\" Type=\"\(WordFixture.types)/officeDocument\" Target=\"word/document.xml\"/>"
        + "</Relationships>")
    if zip.entries.contains(where: { $0.name == "word/document.xml" }) == false {
      add("word/document.xml", documentXML)
    }
    var relationships = WordFixture.relationships
    for (name, root) in parts.sorted(by: { $0.key < $1.key }) {
      add("word/\(name)", root)
      let kind = name.hasPrefix("chunk") ? "aFChunk" : name.prefix { $0.isLetter }
      relationships +=
        "<Relationship Id=\"\(name)\" Type=\"\(WordFixture.types)/\(kind)\" Target=\"\(name)\"/>"
    }
    for (id, address) in links.sorted(by: { $0.key < $1.key }) {
      relationships +=
        "<Relationship Id=\"\(id)\" Type=\"\(WordFixture.types)/hyperlink\" Target=\"\(address)\" TargetMode=\"External\"/>"
    }
    if zip.entries.contains(where: { $0.name == "word/_rels/document.xml.rels" }) == false {
      add("word/_rels/document.xml.rels", relationships + "</Relationships>")
    }
    if let title {
      add(
        "docProps/core.xml",
        "<c xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>\(title)</dc:title></c>")
    }
    return zip
  }

  func read(
    _ limits: Limits = Limits(), revisions: RevisionPolicy = .accepted
  ) throws -> SourceDocument {
    try SourceReader(limits: limits, revisions: revisions).read(bytes(), name: "minuta.docx")
  }
}

/// A root element such as `w:styles` around its contents.
func root(_ name: String, _ contents: String) -> String {
  "<w:\(name) \(WordFixture.namespaces)>\(contents)</w:\(name)>"
}

/// A run; `properties` is what stands inside `w:rPr`.
func r(_ text: String, _ properties: String = "") -> String {
  (properties.isEmpty ? "<w:r>" : "<w:r><w:rPr>\(properties)</w:rPr>")
    + "<w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
}

/// A paragraph of runs; `properties` is what stands inside `w:pPr`.
func p(_ runs: String, _ properties: String = "") -> String {
  properties.isEmpty ? "<w:p>\(runs)</w:p>" : "<w:p><w:pPr>\(properties)</w:pPr>\(runs)</w:p>"
}

/// A table cell of one paragraph; `properties` is what stands inside `w:tcPr`.
func tc(_ text: String, _ properties: String = "") -> String {
  "<w:tc><w:tcPr>\(properties)</w:tcPr>\(p(r(text)))</w:tc>"
}

func tr(_ cells: String...) -> String { "<w:tr>\(cells.joined())</w:tr>" }
func tbl(_ rows: String...) -> String { "<w:tbl>\(rows.joined())</w:tbl>" }

extension SourceDocument {
  /// The texts of a story's blocks.
  func texts(_ kind: Story.Kind = .body) -> [String] {
    stories.filter { $0.kind == kind }.flatMap(\.blocks).map(string)
  }

  /// The text of one block.
  func string(_ block: Block) -> String { String(decoding: text[block.range], as: UTF8.self) }

  /// The body's blocks.
  var body: [Block] { stories.first?.blocks ?? [] }

  /// Labels of the body's blocks; `-` where there is none.
  var labels: [String] { body.map { $0.label?.text ?? "-" } }

  /// The codes of what the reader noticed.
  var codes: [MinutarioModel.Issue.Code] { issues.map(\.code) }

  /// What every document that was read must keep to.
  func checkInvariants(_ note: String = "") {
    #expect(String(validating: text, as: UTF8.self) != nil, "invalid UTF-8 \(note)")
    #expect(stories.first?.kind == .body, "\(note)")
    #expect(
      zip(runs, runs.dropFirst()).allSatisfy { $0.offset <= $1.offset }, "runs out of order \(note)"
    )
    for block in stories.flatMap(\.blocks) {
      #expect(
        block.range.lowerBound >= 0 && block.range.upperBound <= text.count, "\(note)")
      #expect(block.boldPrefix <= block.range.count && block.paragraph >= 0, "\(note)")
      if block.range.upperBound <= text.count {
        #expect(
          String(validating: text[block.range], as: UTF8.self) != nil, "split character \(note)")
        #expect(text[block.range].last != UInt8(ascii: "\n"), "break at the end \(note)")
      }
    }
  }
}

extension DocumentError {
  /// Whether the code alone tells what is wrong, or the arguments do.
  var saysSomething: Bool {
    [.oldWordFile, .htmlFile, .rtfFile, .lockFile, .emptyFile].contains(code) || !arguments.isEmpty
  }
}

/// Reads a text file.
func readText(_ text: String, name: String = "minuta.txt") throws -> SourceDocument {
  try SourceReader().read(Array(text.utf8), name: name)
}

/// The error that reading ends with.
func readingError(_ bytes: [UInt8], _ name: String = "minuta.docx", _ limits: Limits = Limits())
  -> DocumentError?
{
  do throws(DocumentError) {
    _ = try SourceReader(limits: limits).read(bytes, name: name)
    return nil
  } catch {
    return error
  }
}
