// How a run looks, as far as the text depends on it: bold, capitals, hidden. Its own properties come
// first, then its character style, then the style of its paragraph.

/// The format of the run being read.
struct RunFormat {
  private(set) var isReadingProperties = false
  private(set) var isBold = false
  private(set) var isCapitals = false
  private(set) var isHidden = false

  // What the properties say; nil where they are silent.
  private var ownBold: Bool?
  private var ownCapitals: Bool?
  private var ownHidden: Bool?
  private var style = Styles.RunEffect()

  init() {}

  /// A run without properties of its own, in a paragraph of a style.
  init(in paragraph: Styles.RunEffect) { take(paragraph) }

  mutating func openProperties() { isReadingProperties = true }

  /// Reads one of the run's properties.
  mutating func read(_ element: Element, _ attributes: XMLAttributes, _ styles: Styles) {
    switch element {
    case .bold: ownBold = attributes.isOn
    case .capitals: ownCapitals = attributes.isOn
    case .hidden: ownHidden = attributes.isOn
    case .runStyle:
      style = attributes.string("val").flatMap { styles.effect($0)?.run } ?? Styles.RunEffect()
    default: break
    }
  }

  mutating func closeProperties(in paragraph: Styles.RunEffect) {
    isReadingProperties = false
    take(paragraph)
  }

  /// Toggle properties: what paragraph and character style both set cancels out.
  private mutating func take(_ paragraph: Styles.RunEffect) {
    isBold = ownBold ?? (paragraph.isBold != style.isBold)
    isCapitals = ownCapitals ?? (paragraph.isCapitals != style.isCapitals)
    isHidden = ownHidden ?? (paragraph.isHidden != style.isHidden)
  }
}
