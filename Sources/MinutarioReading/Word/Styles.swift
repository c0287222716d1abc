// What paragraph and character styles say about outline level, numbering, centring, bold, capitals
// and hidden text, with inheritance resolved.

internal import MinutarioModel

/// The styles of a document by id.
struct Styles: Sendable {
  /// What a style says by itself; nil where it is silent.
  struct Style: Sendable {
    var name = ""
    var basedOn: String?
    var isDefaultParagraph = false
    /// 1 to 9; 0 for body text, which ends the inheritance.
    var headingLevel: Int?
    var numberingID: Int?
    var level: Int?
    var isCentred: Bool?
    var isBold: Bool?
    var isCapitals: Bool?
    var isHidden: Bool?
  }

  /// What a style makes of the runs that it is the style of, or of whose paragraph it is.
  struct RunEffect: Sendable {
    var isBold = false
    var isCapitals = false
    var isHidden = false
  }

  /// What a style amounts to, its ancestors included.
  struct Effect: Sendable {
    var headingLevel: Int?
    var numberingID: Int?
    /// Level within the numbering, where stated.
    var level: Int?
    /// The style that brought the numbering: numbering levels refer to it.
    var numberingStyle: String?
    var isCentred = false
    var run = RunEffect()
  }

  private var effects: [String: Effect] = [:]
  private(set) var defaultParagraph = Effect()

  /// No styles at all.
  init() {}

  /// Reads a styles part; of a damaged one, what stands before the damage.
  init(part bytes: [UInt8], name: String, limits: Limits) throws(DocumentError) {
    var reader = StylesReader()
    if XMLParser.read(bytes, into: &reader, limits: limits) == .documentType {
      throw DocumentError(.xmlDTD, arguments: [name])
    }
    self.init(reader)
  }

  /// What a reader has found.
  init(_ reader: StylesReader) {
    for id in reader.styles.keys { effects[id] = Styles.effect(of: id, in: reader.styles) }
    for style in reader.styles where style.value.isDefaultParagraph {
      defaultParagraph = effects[style.key] ?? Effect()
    }
  }

  /// The effect of a style; an unknown style has none.
  func effect(_ id: String) -> Effect? { effects[id] }

  /// Longest chain of ancestors that is followed, so that a cycle ends.
  private static let longestChain = 24

  private static func effect(of id: String, in styles: [String: Style]) -> Effect {
    var effect = Effect()
    var isHeadingKnown = false
    var isCentred: Bool?
    var isBold: Bool?
    var isCapitals: Bool?
    var isHidden: Bool?
    var next: String? = id
    for _ in 0..<longestChain {
      guard let current = next, let style = styles[current] else { break }
      if !isHeadingKnown,
        let level = style.headingLevel ?? builtInHeadingLevel(id: current, name: style.name)
      {
        isHeadingKnown = true
        effect.headingLevel = level == 0 ? nil : level
      }
      if effect.numberingID == nil, let numberingID = style.numberingID {
        effect.numberingID = numberingID
        effect.numberingStyle = current
      }
      effect.level = effect.level ?? style.level
      isCentred = isCentred ?? style.isCentred
      isBold = isBold ?? style.isBold
      isCapitals = isCapitals ?? style.isCapitals
      isHidden = isHidden ?? style.isHidden
      next = style.basedOn
    }
    effect.isCentred = isCentred ?? false
    effect.run = RunEffect(
      isBold: isBold ?? false, isCapitals: isCapitals ?? false, isHidden: isHidden ?? false)
    return effect
  }

  private static let longestHeadingName = 12

  /// The level that the name of a built-in heading style states, in English or Spanish, with or
  /// without the accent that style ids lose.
  private static func builtInHeadingLevel(id: String, name: String) -> Int? {
    for text in [name, id] where text.utf8.count <= longestHeadingName {
      let letters = text.lowercased().replacing("\u{ed}", with: "i").filter { $0 != " " }
      guard let last = letters.utf8.last else { continue }
      let isNumbered = (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(last)
      switch isNumbered ? String(letters.dropLast()) : letters {
      case "heading" where isNumbered, "titulo" where isNumbered, "ttulo" where isNumbered:
        return Int(last - UInt8(ascii: "0"))
      case "title" where !isNumbered, "titulo" where !isNumbered, "ttulo" where !isNumbered,
        "puesto" where !isNumbered:
        return 1
      default: continue
      }
    }
    return nil
  }
}

/// Reads the `style` elements of a styles part.
struct StylesReader: XMLHandler {
  var position = XMLPosition()
  private(set) var styles: [String: Styles.Style] = [:]
  private var id: String?
  private var style = Styles.Style()
  private var skipped = 0

  mutating func open(_ element: Element, _ attributes: XMLAttributes) {
    if skipped > 0 || element == .formerProperties {
      skipped += 1
      return
    }
    // Table and list styles are most of a usual part and say nothing of this.
    if element == .style,
      attributes.has("table", in: "type") || attributes.has("numbering", in: "type")
    {
      skipped = 1
      return
    }
    if element == .style {
      style = Styles.Style()
      id = attributes.string("styleId")
      style.isDefaultParagraph =
        attributes.has("paragraph", in: "type")
        && ["1", "true", "on"].contains { attributes.has($0, in: "default") }
      return
    }
    guard id != nil else { return }
    switch (parent, element) {
    case (.style, .name): style.name = attributes.string("val") ?? ""
    case (.style, .basedOn): style.basedOn = attributes.string("val")
    case (.paragraphProperties, .outlineLevel):
      style.headingLevel = attributes.integer("val").map { (0...8).contains($0) ? $0 + 1 : 0 }
    case (.numberingReference, .numberingID): style.numberingID = attributes.integer("val")
    case (.numberingReference, .level): style.level = attributes.integer("val")
    case (.paragraphProperties, .alignment): style.isCentred = attributes.has("center")
    case (.runProperties, .capitals) where grandparent == .style:
      style.isCapitals = attributes.isOn
    case (.runProperties, .bold) where grandparent == .style: style.isBold = attributes.isOn
    case (.runProperties, .hidden) where grandparent == .style: style.isHidden = attributes.isOn
    default: break
    }
  }

  mutating func close(_ element: Element) {
    if skipped > 0 {
      skipped -= 1
    } else if element == .style, let id {
      styles[id] = style
      self.id = nil
    }
  }
}
