// Pages of HTML that a Word document includes (altChunk): paragraphs, headings, lists, tables and
// bold text, without the look of a page.

internal import MinutarioModel

/// Reads a page as blocks.
struct HTMLReader {
  let limits: Limits

  /// - Returns: a document of one story, whose blocks are numbered in their order.
  func read(_ file: [UInt8]) -> SourceDocument {
    let decoding = TextDecoding(file)
    var document = SourceDocument(format: "html")
    var writer = HTMLWriter(limits: limits)
    var tokens = HTMLTokens(decoding.text)
    while writer.limit == nil, let token = tokens.next() { writer.write(token) }
    writer.finish()
    document.text = writer.text
    document.stories = [Story(kind: .body, part: "text", blocks: writer.blocks)]
    if let limit = writer.limit { document.cut(limit) }
    return document
  }
}

/// Turns tokens into blocks.
private struct HTMLWriter {
  let limits: Limits
  private(set) var text: [UInt8] = []
  private(set) var blocks: [Block] = []
  /// The bound that ended the writing.
  private(set) var limit: String?

  private var paragraph = ParagraphDraft()
  private var isSpaceDue = false
  private var boldDepth = 0
  private var preformattedDepth = 0
  private var lists: [List] = []
  private var tables = TableNesting()
  private var pendingLabel: ListLabel?

  /// A list that is open: its counter, if it counts.
  private struct List {
    var number: Int?
  }

  /// Lists and tables in others of their kind at most; what is deeper reads as if it were not in one.
  private static let deepest = 64

  init(limits: Limits) { self.limits = limits }

  mutating func write(_ token: HTMLToken) {
    switch token {
    case .text(let bytes): write(bytes)
    case .open(let name, let columns, let rows): open(name, columns, rows)
    case .close(let name): close(name)
    }
  }

  // MARK: Tags

  private mutating func open(_ name: String, _ columns: Int, _ rows: Int) {
    switch name {
    case "b", "strong": boldDepth += 1
    case "br": paragraph.text.append(UInt8(ascii: "\n"))
    case "h1", "h2", "h3", "h4", "h5", "h6":
      finishParagraph()
      paragraph.headingLevel = name.utf8.last.map { Int($0 - UInt8(ascii: "0")) }
    case "pre":
      finishParagraph()
      preformattedDepth += 1
    case "ul", "ol":
      finishParagraph()
      if lists.count < HTMLWriter.deepest { lists.append(List(number: name == "ol" ? 0 : nil)) }
    case "li":
      finishParagraph()
      pendingLabel = nextLabel()
    case "table":
      finishParagraph()
      if tables.depth < HTMLWriter.deepest { tables.openTable() }
    case "tr":
      closeCell()
      tables.openRow()
    case "td", "th":
      closeCell()
      guard tables.depth > 0 else { break }
      tables.openCell()
      tables.span(columns, rows: rows)
      if tables.cells > limits.tableCells { limit = "table_cells" }
    case let name where HTMLWriter.isBlock(name): finishParagraph()
    default: break
    }
  }

  private mutating func close(_ name: String) {
    switch name {
    case "b", "strong": boldDepth = max(0, boldDepth - 1)
    case "pre":
      finishParagraph()
      preformattedDepth = max(0, preformattedDepth - 1)
    case "ul", "ol":
      finishParagraph()
      _ = lists.popLast()
    case "td", "th", "tr": closeCell()
    case "table":
      closeCell()
      finishParagraph()
      tables.closeTable()
    case let name where HTMLWriter.isBlock(name): finishParagraph()
    default: break
    }
  }

  /// Elements that begin and end a paragraph, as the format defines them.
  private static func isBlock(_ name: String) -> Bool {
    switch name {
    case "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dl", "dt", "dd", "blockquote",
      "hr", "body", "html", "head", "section", "article", "header", "footer", "nav", "aside",
      "main", "address", "form", "fieldset", "figure", "figcaption", "caption", "center", "option":
      true
    default: false
    }
  }

  private mutating func nextLabel() -> ListLabel? {
    guard let last = lists.indices.last else { return nil }
    guard let number = lists[last].number else {
      return ListLabel(text: "•", level: last, isBullet: true)
    }
    lists[last].number = number + 1
    return ListLabel(text: "\(number + 1).", level: last, isBullet: false)
  }

  // MARK: Text

  /// Blanks become one space, as a page shows them.
  private mutating func write(_ bytes: [UInt8]) {
    let start = paragraph.text.count
    for byte in bytes {
      guard isBlank(byte), preformattedDepth == 0 else {
        if isSpaceDue, !isAtLineStart { paragraph.text.append(0x20) }
        isSpaceDue = false
        // A control character is no text.
        paragraph.text.append(byte < 0x20 && !isBlank(byte) || byte == 0x7F ? 0x20 : byte)
        continue
      }
      isSpaceDue = true
    }
    paragraph.appended(from: start, isBold: boldDepth > 0 || paragraph.headingLevel != nil)
    if text.count + paragraph.text.count > limits.textBytes { limit = "text_bytes" }
  }

  private var isAtLineStart: Bool {
    paragraph.text.last.map { $0 == UInt8(ascii: "\n") } ?? true
  }

  private mutating func finishParagraph() {
    isSpaceDue = false
    paragraph.trimEnd()
    guard !paragraph.text.allSatisfy(isBlank) else {
      paragraph.reset(index: 0)
      return
    }
    place()
  }

  private mutating func place() {
    guard text.count + paragraph.text.count <= limits.textBytes, blocks.count < limits.blocks else {
      limit = limit ?? (blocks.count < limits.blocks ? "text_bytes" : "blocks")
      return
    }
    let start = text.count
    text.append(contentsOf: paragraph.text)
    blocks.append(
      Block(
        range: start..<text.count, paragraph: blocks.count, cell: tables.cell, label: pendingLabel,
        headingLevel: paragraph.headingLevel, boldPrefix: paragraph.boldPrefix))
    tables.countBlock()
    pendingLabel = nil
    paragraph.reset(index: 0)
  }

  /// Ends a cell, whether its end tag is there or not.
  private mutating func closeCell() {
    finishParagraph()
    if tables.isCellEmpty { place() }
    tables.closeCell()
  }

  mutating func finish() {
    finishParagraph()
    if tables.isCellEmpty { place() }
  }
}
