// One pass over a file of several parts: the events of each go to a reader of its own, which sees
// nothing of the others.

internal import MinutarioModel

/// Routes the events of a file.
struct PartRouter<Layout: PartLayout, Reader: XMLHandler>: XMLHandler {
  var position = XMLPosition()
  /// In the order in which they began. A part that is left and entered again is one.
  private(set) var parts: [Part] = []
  private var layout: Layout
  private let reader: (String) -> Reader?
  private var indices: [String: Int?] = [:]
  private var open: [OpenPart] = []

  /// A part with what was read of it.
  struct Part {
    let name: String
    fileprivate(set) var reader: Reader
    fileprivate(set) var ending = XMLEnding.complete
  }

  private struct OpenPart {
    /// Nil for a part that nobody reads.
    var index: Int?
    /// Elements around the part.
    var depth: Int
  }

  private init(_ layout: Layout, reader: @escaping (String) -> Reader?) {
    self.layout = layout
    self.reader = reader
  }

  /// Reads the wanted parts of a file, each with the reader that `reader` makes for its name; parts
  /// that it makes none for are passed over.
  /// - Returns: the parts in the order in which they began.
  /// - Throws: `xmlDTD`.
  static func parts(
    of file: [UInt8], _ layout: Layout, limits: Limits, reader: @escaping (String) -> Reader?
  ) throws(DocumentError) -> [Part] {
    var router = PartRouter(layout, reader: reader)
    let ending = XMLParser.read(file, into: &router, limits: limits)
    guard ending != .documentType else { throw DocumentError(.xmlDTD, arguments: ["xml"]) }
    // What was open when the file broke off is cut short, and only that.
    for part in router.open {
      if let index = part.index, router.parts[index].ending == .complete {
        router.parts[index].ending = ending
      }
    }
    return router.parts
  }

  mutating func open(_ element: Element, _ attributes: XMLAttributes) {
    if let name = layout.part(opening: element, attributes, under: position.path) { begin(name) }
    if let index = current {
      let meaning = layout.meaning(of: element, attributes)
      parts[index].reader.open(meaning, attributes)
      parts[index].reader.position.path.append(meaning)
    }
    follow()
  }

  mutating func close(_ element: Element) {
    if let index = current, let meaning = parts[index].reader.position.path.popLast() {
      parts[index].reader.close(meaning)
    }
    if let last = open.last, last.depth == position.path.count { open.removeLast() }
    follow()
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if let index = current { parts[index].reader.text(bytes) }
    follow()
  }

  /// The part whose reader goes on reading.
  private var current: Int? {
    guard let index = open.last?.index, !parts[index].reader.position.isStopped else { return nil }
    return index
  }

  private mutating func begin(_ name: String) {
    let index: Int?
    if let known = indices[name] {
      index = known
    } else {
      index = reader(name).map { reader in
        parts.append(Part(name: name, reader: reader))
        return parts.count - 1
      }
      indices[name] = .some(index)
    }
    open.append(OpenPart(index: index, depth: position.path.count))
  }

  /// Hands texts over as the reader wants them, and notes the bound that ended its reading.
  private mutating func follow() {
    position.isCollectingText = current.map { parts[$0].reader.position.isCollectingText } ?? false
    if let index = open.last?.index, let limit = parts[index].reader.position.limit {
      parts[index].ending = .limit(limit)
    }
  }
}
