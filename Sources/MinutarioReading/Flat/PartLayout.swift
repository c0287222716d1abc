// The two ways in which one XML file holds all that a package holds in many: Flat OPC ("Word XML
// Document") has the very parts of a package; Word 2003 has stories of its own vocabulary, some of
// them in the middle of others.

internal import MinutarioModel

/// Tells the parts of a file apart.
protocol PartLayout {
  /// The name of the part that an element opens; nil when it opens none.
  mutating func part(
    opening element: Element, _ attributes: XMLAttributes, under path: [Element]
  ) -> String?
  /// What an element means to the reader of its part.
  func meaning(of element: Element, _ attributes: XMLAttributes) -> Element
}

/// `pkg:part` elements with the XML of each part inside. Parts that are no XML are passed over.
struct FlatPackageLayout: PartLayout {
  private var name = ""

  /// Parts are named in `ZipDirectory.key` form.
  mutating func part(
    opening element: Element, _ attributes: XMLAttributes, under path: [Element]
  ) -> String? {
    if element == .flatPart, path.count == 1 {
      name = ZipDirectory.key(attributes.bytes("name", .flatPackage).map(Array.init) ?? [])
    }
    return path.last == .flatContents && path.count == 3 ? name : nil
  }

  func meaning(of element: Element, _ attributes: XMLAttributes) -> Element { element }
}

/// `w:wordDocument`: the body, and in it the headers and footers of sections, notes and comments
/// where they are anchored.
struct Word2003Layout: PartLayout {
  static let styles = "styles"
  static let lists = "lists"
  static let properties = "properties"
  static let body = "body"
  static let footnotes = "footnotes"
  static let endnotes = "endnotes"
  static let comments = "comments"
  private var headers = 0
  private var footers = 0

  /// The kind of the story that a part is; nil for parts that are none.
  static func kind(of part: String) -> Story.Kind? {
    switch part {
    case body: .body
    case footnotes: .footnote
    case endnotes: .endnote
    case comments: .comment
    default: part.hasPrefix("header") ? .header : part.hasPrefix("footer") ? .footer : nil
    }
  }

  mutating func part(
    opening element: Element, _ attributes: XMLAttributes, under path: [Element]
  ) -> String? {
    switch element {
    case .styles: return Word2003Layout.styles
    case .lists: return Word2003Layout.lists
    case .documentProperties: return Word2003Layout.properties
    case .body: return Word2003Layout.body
    case .footnote: return Word2003Layout.footnotes
    case .endnote: return Word2003Layout.endnotes
    case .header:
      headers += 1
      return "header\(headers)"
    case .footer:
      footers += 1
      return "footer\(footers)"
    case .annotation:
      return attributes.has("Word.Comment", in: "type") ? Word2003Layout.comments : nil
    default: return nil
    }
  }

  /// Revisions are annotations of a type.
  func meaning(of element: Element, _ attributes: XMLAttributes) -> Element {
    guard element == .annotation else { return element }
    if attributes.has("Word.Insertion", in: "type") { return .inserted }
    if attributes.has("Word.Deletion", in: "type") { return .deleted }
    if attributes.has("Word.Formatting", in: "type") { return .formerProperties }
    return .other
  }
}
