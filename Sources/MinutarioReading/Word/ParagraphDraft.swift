// A paragraph while its runs come in: its text, what its properties say, how much of the beginning
// is bold, and the text boxes anchored in it, which follow it.

internal import MinutarioModel

/// A finished paragraph on its way into a story.
struct FinishedParagraph {
  var text: [UInt8]
  var runs: [RunStart]
  /// Its range is set where the text is placed.
  var block: Block
}

/// The paragraph being read.
struct ParagraphDraft {
  var text: [UInt8] = []
  /// Where the text of each run begins, in `text`.
  private(set) var runs: [RunStart] = []
  /// Runs opened so far.
  var run = 0
  var index = 0
  var isOpen = false
  /// Set where the paragraph's mark is not there: the text goes on in the next paragraph.
  var isMarkDropped = false
  var hasProperties = false
  var label: ListLabel?
  var headingLevel: Int?
  var isCentred = false
  var style = Styles.Effect()
  /// The list that the paragraph's own properties name, and the level in it.
  var list: Int?
  var listLevel: Int?
  /// Paragraphs of the text boxes anchored here.
  var anchored: [FinishedParagraph] = []

  /// Bold is still unbroken, disregarding spaces.
  private var isBoldSoFar = true
  private var boldBytes = 0
  /// So far all text is set in capitals.
  private var isCapitalsSoFar = true

  /// Whether there is nothing to hand on.
  var isEmpty: Bool { text.isEmpty && anchored.isEmpty }

  /// Makes ready for another paragraph, keeping the storage.
  mutating func reset(index: Int) {
    text.removeAll(keepingCapacity: true)
    runs.removeAll(keepingCapacity: true)
    if !anchored.isEmpty { anchored.removeAll() }
    run = 0
    isBoldSoFar = true
    boldBytes = 0
    isCapitalsSoFar = true
    resetProperties()
    self.index = index
  }

  /// Forgets what the properties said, as for the paragraph that goes on with this text.
  mutating func resetProperties() {
    isMarkDropped = false
    hasProperties = false
    label = nil
    headingLevel = nil
    isCentred = false
    list = nil
    listLevel = nil
  }

  /// Reads one of the paragraph's properties; `parent` is the element around it.
  mutating func read(
    _ element: Element, _ attributes: XMLAttributes, under parent: Element, _ styles: Styles
  ) {
    switch (parent, element) {
    case (.paragraphProperties, .paragraphStyle):
      if let id = attributes.string("val"), let effect = styles.effect(id) { style = effect }
      isCentred = style.isCentred
    case (.paragraphProperties, .outlineLevel):
      if let level = attributes.integer("val") {
        headingLevel = (0...8).contains(level) ? level + 1 : 0
      }
    case (.paragraphProperties, .alignment): isCentred = attributes.has("center")
    case (.numberingReference, .numberingID): list = attributes.integer("val")
    case (.numberingReference, .level): listLevel = attributes.integer("val")
    default: break
    }
  }

  /// Draws the conclusions of all properties: the heading level, and the list label, which counts
  /// the paragraph.
  mutating func closeProperties(_ counters: inout ListCounters) {
    hasProperties = true
    // An outline level of its own wins, also the one that says body text.
    let outline = headingLevel ?? style.headingLevel ?? 0
    headingLevel = outline == 0 ? nil : outline
    guard !isMarkDropped, let id = list ?? style.numberingID, id != 0 else { return }
    var level = listLevel ?? style.level
    if level == nil, list == nil, let name = style.numberingStyle {
      level = counters.level(ofStyle: name, in: id)
    }
    label = counters.next(list: id, level: level ?? 0)
  }

  /// Notes how the text just appended, from an offset on, looks.
  mutating func appended(from start: Int, isBold: Bool, isCapitals: Bool = false) {
    if runs.last?.run != run { runs.append(RunStart(offset: start, run: run)) }
    guard isBoldSoFar || isCapitalsSoFar else { return }
    if isBold, isBoldSoFar { boldBytes = text.count }
    guard !isBold || !isCapitals, !text[start...].allSatisfy(isBlank) else { return }
    isBoldSoFar = isBoldSoFar && isBold
    isCapitalsSoFar = isCapitalsSoFar && isCapitals
  }

  /// Removes line breaks from the end of the text, and the runs that had nothing else.
  mutating func trimEnd() {
    guard text.last == UInt8(ascii: "\n") else { return }
    while text.last == UInt8(ascii: "\n") { text.removeLast() }
    while let last = runs.last, last.offset >= text.count { runs.removeLast() }
  }

  /// The leading bold bytes; all of them where only spaces are not bold.
  var boldPrefix: Int {
    boldBytes > 0 && isBoldSoFar ? text.count : min(boldBytes, text.count)
  }

  /// How the paragraph looks as a whole.
  var look: Block.Look {
    var look: Block.Look = []
    if isCentred { look.insert(.centred) }
    if isCapitalsSoFar, !text.isEmpty { look.insert(.capitals) }
    return look
  }
}

/// Whether a byte is an ASCII space of any kind.
func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
