// Text files: each line is a block; tables drawn with characters become cells, and in Markdown and
// reStructuredText the marks of headings and bold become what they mark.

internal import MinutarioModel

/// Reads plain text, Markdown and reStructuredText, in any encoding that `TextDecoding` knows.
struct TextReader: DocumentReader {
  let limits: Limits

  func read(_ file: [UInt8], name: FileName) throws(DocumentError) -> SourceDocument {
    let decoding = TextDecoding(file)
    let markup = Markup(fileExtension: name.fileExtension)
    var document = SourceDocument(format: markup?.rawValue ?? "txt")
    document.encoding = decoding.encoding
    document.encodingSource = decoding.source
    if decoding.isGuess {
      document.issues.append(Issue(.encodingGuessed, .info, arguments: [decoding.encoding]))
    }
    let findings: [(TextDecoding.Finding, Issue.Code)] = [
      (decoding.foreign, .encodingMixed), (decoding.repaired, .mojibakeRepaired),
      (decoding.undecodable, .undecodableBytes),
    ]
    for (finding, code) in findings where finding.count > 0 {
      document.issues.append(Issue(code, .warning, arguments: finding.arguments))
    }
    let lines = TextLines(decoding.text, longest: limits.lineBytes, most: limits.blocks)
    if lines.hasLongLines {
      document.issues.append(Issue(.limitReached, .info, arguments: ["line_bytes"]))
    }
    if lines.isCut { document.cut("blocks") }
    let footers = PageFooters(decoding.text, lines.lines, pages: lines.pages).lines
    var body = lines.lines
    if !footers.isEmpty { body = body.indices.filter { !footers.contains($0) }.map { body[$0] } }
    var writer = TextWriter(
      text: decoding.text, lines: body, isPrinted: lines.pages.count > 1, limits: limits)
    writer.write(markup)
    document.stories = [Story(kind: .body, part: "text", blocks: writer.blocks)]
    if !footers.isEmpty {
      let blocks = writer.write(footers.sorted().map { lines.lines[$0] })
      document.stories.append(Story(kind: .footer, part: "text", blocks: blocks))
    }
    if let limit = writer.limit { document.cut(limit) }
    document.text = writer.output
    return document
  }
}

/// Turns lines into blocks, with a text of their own.
private struct TextWriter {
  let text: [UInt8]
  let lines: [TextLine]
  /// Whether pages end in the text: then blanks may make columns.
  let isPrinted: Bool
  let limits: Limits
  private(set) var output: [UInt8] = []
  private(set) var blocks: [Block] = []
  /// The bound that ended the writing.
  private(set) var limit: String?
  private var tables = 0
  private var cells = 0

  init(text: [UInt8], lines: [TextLine], isPrinted: Bool, limits: Limits) {
    self.text = text
    self.lines = lines
    self.isPrinted = isPrinted
    self.limits = limits
    output.reserveCapacity(text.count)
    blocks.reserveCapacity(lines.count)
  }

  mutating func write(_ markup: Markup?) {
    var headings = UnderlinedHeadings(markup)
    var next = 0
    while next < lines.count, limit == nil {
      let rest = lines[next...]
      if let table = GridTable.read(text, rest) ?? PipeTable.read(text, rest, markup)
        ?? (markup == .reStructuredText ? SimpleTable.read(text, rest) : nil)
        ?? (markup == nil ? SimpleTable.readUnderlined(text, rest) : nil)
        ?? (isPrinted ? AlignedTable.read(text, rest) : nil)
      {
        write(table)
        if table.cells.isEmpty {
          for line in rest.prefix(table.lineCount) { write(line, nil, level: nil) }
        }
        next += table.lineCount
        continue
      }
      let line = lines[next]
      if let heading = headings.heading(text, lines, at: next) {
        if heading.hasOverline { append([], line.index) }
        let title = heading.hasOverline ? next + 1 : next
        write(lines[title], markup, level: heading.level)
        append([], lines[title + 1].index)
        next = title + 2
        continue
      }
      write(line, markup, level: nil)
      next += 1
    }
  }

  /// Writes lines as they are.
  /// - Returns: their blocks, which are none of the body's.
  mutating func write(_ lines: [TextLine]) -> [Block] {
    let first = blocks.count
    for line in lines { append(text[text.trimmed(line.range)], line.index) }
    defer { blocks.removeSubrange(first...) }
    return Array(blocks[first...])
  }

  private mutating func write(_ line: TextLine, _ markup: Markup?, level: Int?) {
    guard let markup else { return append(text[line.range], line.index) }
    let marked = MarkedLine(text[line.range], markup)
    append(
      marked.text[...], line.index, headingLevel: level ?? marked.headingLevel,
      boldPrefix: marked.boldPrefix)
  }

  private mutating func write(_ table: TextTable) {
    tables += 1
    for cell in table.cells {
      cells += 1
      guard cells <= limits.tableCells else {
        limit = "table_cells"
        return
      }
      let place = CellPlace(
        table: tables, row: cell.row, column: cell.column, columnSpan: cell.columnSpan)
      for piece in cell.pieces {
        if let markup = table.markup {
          let marked = MarkedLine(text[piece.range], markup)
          append(marked.text[...], piece.index, cell: place, boldPrefix: marked.boldPrefix)
        } else {
          append(text[piece.range], piece.index, cell: place)
        }
      }
    }
  }

  private mutating func append(
    _ bytes: ArraySlice<UInt8>, _ index: Int, cell: CellPlace? = nil, headingLevel: Int? = nil,
    boldPrefix: Int = 0
  ) {
    guard output.count + bytes.count <= limits.textBytes else {
      limit = limit ?? "text_bytes"
      return
    }
    let start = output.count
    output += bytes
    blocks.append(
      Block(
        range: start..<output.count, paragraph: index, cell: cell, headingLevel: headingLevel,
        boldPrefix: boldPrefix))
  }
}
