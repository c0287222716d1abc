// A part that holds paragraphs (body, header, footer, notes, comments) as blocks. This file says
// what each element means; what is kept while reading stands in the drafts and nestings.

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
  private(set) var headers: [String] = []
  private(set) var footers: [String] = []
  private(set) var root: Element?

  /// What the part contains besides text.
  struct Findings {
    var hasRevisions = false
    var hasHiddenText = false
    /// Whether content in another format (`altChunk`) stands in the part; it is not read.
    var hasForeignChunks = false
  }

  /// Where a link leads, by the paragraph that holds it.
  struct Link: Equatable {
    var address: String
    var paragraph: Int
  }

  let styles: Styles
  private let relationships: Relationships
  private(set) var counters: ListCounters
  private var paragraph = ParagraphDraft()
  private var paragraphs = 0
  /// The paragraphs around the text boxes that are open, outermost first.
  private var anchors: [(paragraph: ParagraphDraft, run: RunFormat)] = []
  private var tables = TableNesting()
  private var fields = FieldNesting()
  private var run = RunFormat()
  private var numberingReference = NumberingReference()
  /// Bytes of text read before each open `mc:AlternateContent`: one of its branches is read,
  /// another only if that had no text.
  private var alternatives: [Int] = []
  private var hyperlink: (address: String, start: Int)?
  /// Open elements within one that is not read, itself included.
  private var skipped = 0
  private var bytesRead = 0

  init(styles: Styles, counters: ListCounters, relationships: Relationships, limits: Limits) {
    self.styles = styles
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

  /// The format of the run being read; nil where the run's own properties are silent.
  private struct RunFormat {
    var isReadingProperties = false
    var ownBold: Bool?
    var ownHidden: Bool?
    var style = Styles.Effect()
    // The outcome, for the text that follows.
    var isBold = false
    var isHidden = false
  }

  private struct NumberingReference {
    var id: Int?
    var level: Int?
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
      run = RunFormat(isBold: paragraph.style.isBold, isHidden: paragraph.style.isHidden)
    case .runProperties: run.isReadingProperties = parent == .run
    case .paragraph: openParagraph()
    case .bold, .hidden, .runStyle: readRunProperty(element, attributes)
    case .paragraphStyle, .outlineLevel, .numberingReference, .numberingID, .level:
      readParagraphProperty(element, attributes)
    case .tab, .alignedTab, .lineBreak, .carriageReturn, .noBreakHyphen, .symbol:
      // Elsewhere the same names are properties, such as tab stops.
      if parent == .run || parent == .choice || parent == .fallback {
        appendSign(element, attributes)
      }
    case .table, .row, .cell, .gridBefore, .gridSpan, .verticalMerge:
      openTableElement(element, attributes)
    case .inserted, .deleted, .movedFrom, .movedTo: openRevision(element)
    case .deletedText, .deletedInstruction, .formerProperties, .structuredTagProperties,
      .phoneticText:
      skipped = 1
    case .fieldCharacter: readFieldCharacter(attributes)
    case .fieldInstruction: position.isCollectingText = true
    case .simpleField:
      if let instruction = attributes.bytes("instr") { addLink(instruction: Array(instruction)) }
    case .hyperlink:
      if let id = attributes.string("id", .relationships), let target = relationships[id],
        target.isExternal
      {
        hyperlink = (target.target, paragraph.text.count)
      }
    case .alternateContent: alternatives.append(bytesRead)
    case .choice, .fallback: openAlternative()
    case .textBoxContent: openTextBox()
    case .foreignChunk: findings.hasForeignChunks = true
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
    case .text, .mathText, .fieldInstruction: position.isCollectingText = false
    case .runProperties: closeRunProperties()
    case .run: run = RunFormat()
    case .paragraphProperties: closeParagraphProperties()
    case .paragraph: closeParagraph()
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
    if position.path.last == .fieldInstruction {
      fields.add(bytes)
      return
    }
    guard !fields.isInstruction else { return }
    guard !run.isHidden else {
      if !bytes.allSatisfy(isBlank) { findings.hasHiddenText = true }
      return
    }
    let start = paragraph.text.count
    // Line ends in the XML are spaces to Word; the breaks of the text are elements.
    if bytes.contains(where: { $0 == 0x0A || $0 == 0x0D }) {
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
    paragraph.appended(from: start, isBold: run.isBold)
    if bytesRead > limits.textBytes { position.stop("textBytes") }
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
    if paragraph.isMarkDeleted {
      // The text of the paragraph before goes on here.
      paragraph.resetProperties()
      if paragraph.isEmpty { paragraph.index = currentIndex }
    } else {
      finishLooseText()
      paragraph.reset(index: currentIndex)
    }
    paragraph.style = styles.defaultParagraph
    paragraph.isOpen = true
    numberingReference = NumberingReference()
  }

  private mutating func closeParagraph() {
    guard paragraph.isOpen else { return }
    paragraph.isOpen = false
    fields.endInstructions()
    if !paragraph.hasProperties { closeParagraphProperties() }
    if !paragraph.isMarkDeleted { finishParagraph() }
  }

  /// Hands on text that stands outside of paragraphs, or whose paragraph has no successor.
  private mutating func finishLooseText() {
    guard !paragraph.isOpen else { return }
    let isKept = !paragraph.isEmpty
    paragraph.isMarkDeleted = false
    if isKept { finishParagraph() }
  }

  private mutating func finishParagraph() {
    paragraph.trimEnd()
    let block = Block(
      range: 0..<paragraph.text.count, paragraph: paragraph.index, cell: tables.cell,
      label: paragraph.label, headingLevel: paragraph.headingLevel,
      boldPrefix: paragraph.boldPrefix, inTextBox: !anchors.isEmpty)
    tables.countBlock()
    place(paragraph.text, block)
    for anchored in paragraph.anchored { place(anchored.text, anchored.block) }
    paragraph.reset(index: currentIndex)
  }

  /// Puts a paragraph into the story, or behind the paragraph that anchors its text box.
  private mutating func place(_ bytes: [UInt8], _ block: Block) {
    if anchors.isEmpty {
      var block = block
      block.range = text.count..<text.count + bytes.count
      text.append(contentsOf: bytes)
      blocks.append(block)
      if blocks.count >= limits.blocks { position.stop("blocks") }
    } else {
      anchors[anchors.count - 1].paragraph.anchored.append(
        FinishedParagraph(text: bytes, block: block))
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

  // MARK: Properties

  private mutating func readParagraphProperty(_ element: Element, _ attributes: XMLAttributes) {
    switch element {
    case .paragraphStyle:
      if parent == .paragraphProperties, let id = attributes.string("val"),
        let effect = styles.effect(id)
      {
        paragraph.style = effect
      }
    case .outlineLevel:
      if parent == .paragraphProperties, let level = attributes.integer("val") {
        paragraph.headingLevel = (0...8).contains(level) ? level + 1 : 0
      }
    case .numberingID:
      if parent == .numberingReference { numberingReference.id = attributes.integer("val") }
    case .level:
      if parent == .numberingReference { numberingReference.level = attributes.integer("val") }
    default: break
    }
  }

  private mutating func closeParagraphProperties() {
    paragraph.hasProperties = true
    let style = paragraph.style
    // An outline level of its own wins, also the one that says body text.
    let level = paragraph.headingLevel ?? style.headingLevel ?? 0
    paragraph.headingLevel = level == 0 ? nil : level
    guard !paragraph.isMarkDeleted, let list = numberingReference.id ?? style.numberingID, list != 0
    else { return }
    var listLevel = numberingReference.level ?? style.level
    if listLevel == nil, numberingReference.id == nil, let name = style.numberingStyle {
      listLevel = counters.level(ofStyle: name, in: list)
    }
    paragraph.label = counters.next(list: list, level: listLevel ?? 0)
  }

  private mutating func readRunProperty(_ element: Element, _ attributes: XMLAttributes) {
    guard run.isReadingProperties, parent == .runProperties else { return }
    switch element {
    case .bold: run.ownBold = attributes.isOn
    case .hidden: run.ownHidden = attributes.isOn
    case .runStyle:
      run.style = attributes.string("val").flatMap(styles.effect) ?? Styles.Effect()
    default: break
    }
  }

  private mutating func closeRunProperties() {
    guard run.isReadingProperties else { return }
    run.isReadingProperties = false
    // Toggle properties: what paragraph and character style both set cancels out.
    run.isBold = run.ownBold ?? (paragraph.style.isBold != run.style.isBold)
    run.isHidden = run.ownHidden ?? (paragraph.style.isHidden != run.style.isHidden)
  }

  // MARK: Tables

  private mutating func openTableElement(_ element: Element, _ attributes: XMLAttributes) {
    switch element {
    case .table:
      finishLooseText()
      tables.openTable()
    case .row: tables.openRow()
    case .cell:
      if tables.isRowDeleted {
        skipped = 1
      } else {
        tables.openCell()
        if tables.cells > limits.tableCells { position.stop("tableCells") }
      }
    case .gridBefore:
      if parent == .rowProperties { tables.skipColumns(attributes.integer("val") ?? 0) }
    case .gridSpan:
      if parent == .cellProperties { tables.span(attributes.integer("val") ?? 1) }
    case .verticalMerge:
      if parent == .cellProperties, !attributes.has("restart") { tables.continueAbove() }
    default: break
    }
  }

  private mutating func closeCell() {
    if paragraph.isOpen, anchors.isEmpty { closeParagraph() }
    finishLooseText()
    if tables.isCellEmpty {
      place([], Block(range: 0..<0, paragraph: currentIndex, cell: tables.cell))
    }
    tables.closeCell()
  }

  // MARK: Revisions, fields, alternatives

  private mutating func openRevision(_ element: Element) {
    findings.hasRevisions = true
    let isRemoval = element == .deleted || element == .movedFrom
    guard isRemoval else { return }
    switch parent {
    case .runProperties:
      if grandparent == .paragraphProperties { paragraph.isMarkDeleted = true }
    case .rowProperties: tables.deleteRow()
    default: skipped = 1
    }
  }

  private mutating func readFieldCharacter(_ attributes: XMLAttributes) {
    if attributes.has("begin", in: "fldCharType") {
      fields.begin()
    } else if attributes.has("separate", in: "fldCharType") {
      if let instruction = fields.separate() { addLink(instruction: instruction) }
    } else if attributes.has("end", in: "fldCharType") {
      fields.end()
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

  private mutating func openAlternative() {
    if let before = alternatives.last, bytesRead > before { skipped = 1 }
  }
}
