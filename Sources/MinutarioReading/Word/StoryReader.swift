// A part that holds paragraphs (body, header, footer, notes, comments) as blocks. This file says
// what each element means; what is kept while reading stands in the drafts and nestings.

internal import Glibc
internal import MinutarioModel

/// Reads one story.
struct StoryReader: XMLHandler {
  var position = XMLPosition()
  let limits: Limits

  // What the part yields.
  private(set) var text: [UInt8] = []
  private(set) var blocks: [Block] = []
  private(set) var findings = Findings()
  private(set) var links: [Link] = []
  private(set) var runs: [RunStart] = []
  private(set) var chunks: [Chunk] = []
  private(set) var revisions: [Revision] = []
  private(set) var headers: [String] = []
  private(set) var footers: [String] = []
  private(set) var root: Element?

  let styles: Styles
  let policy: RevisionPolicy
  private let relationships: Relationships
  private(set) var counters: ListCounters
  private var paragraph = ParagraphDraft()
  private var paragraphs = 0
  /// The paragraphs around the text boxes that are open, outermost first.
  private var anchors: [(paragraph: ParagraphDraft, run: RunFormat)] = []
  private var tables = TableNesting()
  private var fields = FieldNesting()
  private var run = RunFormat()
  /// A sign that keeps two numbers of an equation apart, should they meet.
  private var mathSign: UInt8?
  /// Bytes of text read before each open `mc:AlternateContent`: one of its branches is read,
  /// another only if that had no text.
  private var alternatives: [Int] = []
  private var hyperlink: (address: String, start: Int)?
  /// Open elements within one that is not read, itself included.
  private var skipped = 0
  private var bytesRead = 0
  /// Changes whose authors and dates are kept.
  private static let mostRevisions = 100_000

  init(
    styles: Styles, counters: ListCounters, relationships: Relationships, limits: Limits,
    policy: RevisionPolicy
  ) {
    self.styles = styles
    self.policy = policy
    self.relationships = relationships
    self.counters = counters
    self.limits = limits
  }

  /// Makes room for what a part of so many bytes usually holds.
  mutating func expect(_ partBytes: Int) {
    let likely = min(partBytes, 1 << 20)
    text.reserveCapacity(likely / 8)
    blocks.reserveCapacity(likely / 512)
  }

  // MARK: Elements

  mutating func open(_ element: Element, _ attributes: XMLAttributes) {
    if element == .paragraph { paragraphs += 1 }
    if skipped > 0 {
      skipped += 1
      return
    }
    switch element {
    case .other:
      if position.path.isEmpty { root = element }
    case .text, .mathText:
      position.isCollectingText = true
    case .run:
      paragraph.run += 1
      run = RunFormat(in: paragraph.style.run)
    case .runProperties:
      if parent == .run { run.openProperties() }
    case .paragraph: openParagraph()
    case .bold, .capitals, .hidden, .runStyle:
      if run.isReadingProperties, parent == .runProperties { run.read(element, attributes, styles) }
    case .paragraphStyle, .outlineLevel, .alignment, .numberingID, .level:
      paragraph.read(element, attributes, under: parent, styles)
    case .tab, .alignedTab, .lineBreak, .carriageReturn, .noBreakHyphen, .symbol:
      // Elsewhere the same names are properties, such as tab stops.
      if parent == .run || parent == .choice || parent == .fallback {
        appendSign(element, attributes)
      }
    case .table, .row, .cell, .gridBefore, .gridSpan, .verticalMerge, .headerRow:
      openTableElement(element, attributes)
    case .inserted, .deleted, .movedFrom, .movedTo: openRevision(element, attributes)
    case .deletedText:
      if policy == .accepted { skipped = 1 } else { position.isCollectingText = true }
    case .formerProperties, .structuredTagProperties, .phoneticText:
      skipped = 1
    case .fieldCharacter: readFieldCharacter(attributes)
    case .fieldInstruction, .deletedInstruction: position.isCollectingText = true
    case .checkBox, .choiceList, .formDefault, .formState, .formResult, .listEntry:
      if parent == .fieldCharacter || grandparent == .fieldCharacter || parent == .checkBox
        || parent == .choiceList
      {
        fields.readForm(element, attributes)
      }
    case .simpleField:
      if let instruction = attributes.bytes("instr") { addLink(instruction: Array(instruction)) }
    case .hyperlink:
      if let id = attributes.string("id", .relationships), let target = relationships[id],
        target.isExternal
      {
        hyperlink = (target.target, paragraph.text.count)
      }
    case .denominator: mathSign = UInt8(ascii: "/")
    case .raised: mathSign = UInt8(ascii: "^")
    case .lowered: mathSign = UInt8(ascii: "_")
    case .alternateContent: alternatives.append(bytesRead)
    case .choice, .fallback: openAlternative()
    case .textBoxContent: openTextBox()
    case .foreignChunk: addChunk(attributes)
    case .footnote, .endnote:
      // Separators are lines on the page, not notes.
      if attributes.bytes("type") != nil, !attributes.has("normal", in: "type") { skipped = 1 }
    case .headerReference:
      if let id = attributes.string("id", .relationships) { headers.append(id) }
    case .footerReference:
      if let id = attributes.string("id", .relationships) { footers.append(id) }
    default:
      if position.path.isEmpty { root = element }
    }
  }

  mutating func close(_ element: Element) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    switch element {
    case .text, .mathText, .fieldInstruction, .deletedText, .deletedInstruction:
      position.isCollectingText = false
    case .runProperties:
      if run.isReadingProperties { run.closeProperties(in: paragraph.style.run) }
    case .run: run = RunFormat()
    case .paragraphProperties: paragraph.closeProperties(&counters)
    case .paragraph: closeParagraph()
    case .denominator, .raised, .lowered: mathSign = nil
    case .cell: closeCell()
    case .table:
      finishLooseText()
      tables.closeTable()
    case .hyperlink: closeHyperlink()
    case .alternateContent: _ = alternatives.popLast()
    case .textBoxContent: closeTextBox()
    case .body, .footnote, .endnote, .comment, .header, .footer: finishLooseText()
    default: break
    }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard skipped == 0 else { return }
    let element = position.path.last
    if element == .fieldInstruction || element == .deletedInstruction {
      fields.add(bytes)
      return
    }
    guard !fields.isInstruction else { return }
    guard !run.isHidden else {
      findings.hiddenCharacters += bytes.count { !isBlank($0) && $0 & 0xC0 != 0x80 }
      return
    }
    let start = paragraph.text.count
    if let sign = mathSign, let first = bytes.first {
      mathSign = nil
      if isDigit(first), let last = paragraph.text.last, isDigit(last) {
        paragraph.text.append(sign)
      }
    }
    // Line ends in the XML are spaces to Word; the breaks of the text are elements.
    if let start = bytes.baseAddress,
      memchr(start, 0x0A, bytes.count) != nil || memchr(start, 0x0D, bytes.count) != nil
    {
      paragraph.text.append(contentsOf: bytes.lazy.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 })
    } else {
      paragraph.text.append(contentsOf: bytes)
    }
    appended(from: start)
  }

  /// Reads what a part cut short left open.
  mutating func finish() {
    while !anchors.isEmpty { closeTextBox() }
    if paragraph.isOpen { closeParagraph() }
    finishLooseText()
  }

  // MARK: Text

  private mutating func appended(from start: Int) {
    bytesRead += paragraph.text.count - start
    paragraph.appended(from: start, isBold: run.isBold, isCapitals: run.isCapitals)
    if bytesRead > limits.textBytes { position.stop("text_bytes") }
  }

  private mutating func appendSign(_ element: Element, _ attributes: XMLAttributes) {
    guard !fields.isInstruction, !run.isHidden else { return }
    let start = paragraph.text.count
    switch element {
    case .tab, .alignedTab: paragraph.text.append(UInt8(ascii: "\t"))
    case .lineBreak, .carriageReturn: paragraph.text.append(UInt8(ascii: "\n"))
    case .noBreakHyphen: paragraph.text.append(contentsOf: "\u{2011}".utf8)
    case .symbol:
      let sign = SymbolFont.character(
        code: attributes.string("char") ?? "", font: attributes.string("font") ?? "")
      paragraph.text.append(contentsOf: String(Character(sign)).utf8)
    default: return
    }
    appended(from: start)
  }

  // MARK: Paragraphs

  /// Index of the paragraph being read, in the order of the part.
  private var currentIndex: Int { max(0, paragraphs - 1) }

  private mutating func openParagraph() {
    if paragraph.isOpen { closeParagraph() }
    if paragraph.isMarkDropped {
      // The text of the paragraph before goes on here.
      paragraph.resetProperties()
      if paragraph.isEmpty { paragraph.index = currentIndex }
    } else {
      finishLooseText()
      paragraph.reset(index: currentIndex)
    }
    paragraph.style = styles.defaultParagraph
    paragraph.isCentred = paragraph.style.isCentred
    paragraph.isOpen = true
  }

  private mutating func closeParagraph() {
    guard paragraph.isOpen else { return }
    paragraph.isOpen = false
    fields.endInstructions()
    if !paragraph.hasProperties { paragraph.closeProperties(&counters) }
    if !paragraph.isMarkDropped { finishParagraph() }
  }

  /// Hands on text that stands outside of paragraphs, or whose paragraph has no successor.
  private mutating func finishLooseText() {
    guard !paragraph.isOpen else { return }
    let isKept = !paragraph.isEmpty
    paragraph.isMarkDropped = false
    if isKept { finishParagraph() }
  }

  private mutating func finishParagraph() {
    paragraph.trimEnd()
    let block = Block(
      range: 0..<paragraph.text.count, paragraph: paragraph.index, cell: tables.cell,
      label: paragraph.label, headingLevel: paragraph.headingLevel,
      boldPrefix: paragraph.boldPrefix, inTextBox: !anchors.isEmpty, look: paragraph.look)
    tables.countBlock()
    place(paragraph.text, paragraph.runs, block)
    for anchored in paragraph.anchored { place(anchored.text, anchored.runs, anchored.block) }
    paragraph.reset(index: currentIndex)
  }

  /// Puts a paragraph into the story, or behind the paragraph that anchors its text box.
  private mutating func place(_ bytes: [UInt8], _ starts: [RunStart], _ block: Block) {
    if anchors.isEmpty {
      var block = block
      block.range = text.count..<text.count + bytes.count
      for start in starts {
        runs.append(RunStart(offset: text.count + start.offset, run: start.run))
      }
      text.append(contentsOf: bytes)
      blocks.append(block)
      if blocks.count >= limits.blocks { position.stop("blocks") }
    } else {
      anchors[anchors.count - 1].paragraph.anchored.append(
        FinishedParagraph(text: bytes, runs: starts, block: block))
    }
  }

  private mutating func openTextBox() {
    anchors.append((paragraph, run))
    paragraph = ParagraphDraft()
    run = RunFormat()
    paragraph.index = currentIndex
  }

  private mutating func closeTextBox() {
    if paragraph.isOpen { closeParagraph() }
    finishLooseText()
    if let anchor = anchors.popLast() { (paragraph, run) = anchor }
  }

  // MARK: Tables

  private mutating func openTableElement(_ element: Element, _ attributes: XMLAttributes) {
    switch element {
    case .table:
      finishLooseText()
      tables.openTable()
    case .row: tables.openRow()
    case .cell:
      if tables.isRowDropped {
        skipped = 1
      } else {
        tables.openCell()
        if tables.cells > limits.tableCells { position.stop("table_cells") }
      }
    case .gridBefore:
      if parent == .rowProperties { tables.skipColumns(attributes.integer("val") ?? 0) }
    case .gridSpan:
      if parent == .cellProperties { tables.span(attributes.integer("val") ?? 1) }
    case .verticalMerge:
      if parent == .cellProperties, !attributes.has("restart") { tables.continueAbove() }
    case .headerRow:
      if parent == .rowProperties, attributes.isOn { tables.markHeader() }
    default: break
    }
  }

  private mutating func closeCell() {
    if paragraph.isOpen, anchors.isEmpty { closeParagraph() }
    finishLooseText()
    if tables.isCellEmpty {
      place([], [], Block(range: 0..<0, paragraph: currentIndex, cell: tables.cell))
    }
    tables.closeCell()
  }

  // MARK: Revisions, fields, alternatives

  private mutating func openRevision(_ element: Element, _ attributes: XMLAttributes) {
    findings.hasRevisions = true
    if revisions.count < StoryReader.mostRevisions {
      revisions.append(
        Revision(
          kind: Revision.Kind(element), author: attributes.string("author") ?? "",
          date: attributes.string("date"), paragraph: currentIndex))
    }
    guard policy.drops(element, at: revisedPlace) else { return }
    switch revisedPlace {
    case .paragraphMark: paragraph.isMarkDropped = true
    case .row: tables.dropRow()
    case .content: skipped = 1
    }
  }

  private mutating func readFieldCharacter(_ attributes: XMLAttributes) {
    if attributes.has("begin", in: "fldCharType") {
      fields.begin()
    } else if attributes.has("separate", in: "fldCharType") {
      if let instruction = fields.separate() { addLink(instruction: instruction) }
    } else if attributes.has("end", in: "fldCharType") {
      if let shown = fields.end(), !fields.isInstruction, !run.isHidden {
        let start = paragraph.text.count
        paragraph.text.append(contentsOf: shown)
        appended(from: start)
      }
    }
  }

  private mutating func addLink(instruction: [UInt8]) {
    if let address = FieldNesting.linkTarget(of: instruction) {
      links.append(Link(address: address, paragraph: currentIndex))
    }
  }

  /// Keeps the link's target, unless the text shows it already.
  private mutating func closeHyperlink() {
    guard let (address, start) = hyperlink else { return }
    hyperlink = nil
    let shown = start <= paragraph.text.count ? paragraph.text[start...] : []
    if !shown.elementsEqual(address.utf8),
      !Array("mailto:".utf8 + shown).elementsEqual(address.utf8)
    {
      links.append(Link(address: address, paragraph: currentIndex))
    }
  }

  private mutating func addChunk(_ attributes: XMLAttributes) {
    guard let id = attributes.string("id", .relationships) else { return }
    finishLooseText()
    chunks.append(Chunk(id: id, block: blocks.count, cell: tables.cell))
  }

  private mutating func openAlternative() {
    if let before = alternatives.last, bytesRead > before { skipped = 1 }
  }
}

private func isDigit(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}
