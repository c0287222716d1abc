// The title that an author gave a document in its properties.

/// Reads the title of the core properties.
struct TitleReader: XMLHandler {
  var position = XMLPosition()
  private var text: [UInt8] = []

  /// The title; nil when there is none or it is blank.
  var title: String? {
    text.allSatisfy(isBlank) ? nil : String(decoding: text, as: UTF8.self)
  }

  mutating func open(_ element: Element, _ attributes: XMLAttributes) {
    position.isCollectingText = element == .title
  }

  mutating func close(_ element: Element) {
    position.isCollectingText = false
    if element == .title { position.end() }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    text.append(contentsOf: bytes.prefix(1_024 - text.count))
  }
}
