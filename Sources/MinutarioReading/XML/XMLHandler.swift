// What the reader of one kind of XML part supplies: a meaning for each event. Handlers are structs
// that the parser reaches through a pointer, because accesses to a class's state are checked one by
// one at run time, and a document has thousands of them.

/// The meaning of a part's elements. The names and texts handed over are borrowed: they are gone
/// when the method returns.
protocol XMLHandler {
  /// Kept by the parser.
  var position: XMLPosition { get set }

  /// An element opens; the path does not hold it yet.
  mutating func open(_ element: Element, _ attributes: XMLAttributes)
  /// An element closes; the path no longer holds it.
  mutating func close(_ element: Element)
  /// A piece of text, valid UTF-8, never split within a character. Comes only while
  /// `position.isCollectingText`.
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

extension XMLHandler {
  mutating func close(_ element: Element) {}
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  /// The element around the one at hand.
  var parent: Element { position.path.last ?? .other }
  /// The element around `parent`.
  var grandparent: Element {
    position.path.count > 1 ? position.path[position.path.count - 2] : .other
  }
}

/// Where in a part the parser is, and whether it goes on.
struct XMLPosition {
  /// The open elements around the event at hand, outermost first.
  var path: [Element] = []
  /// Whether texts are handed over; those outside the elements of interest are not looked at.
  var isCollectingText = false
  /// The bound of `Limits` that ended the reading.
  private(set) var limit: String?
  private(set) var isStopped = false

  /// Ends the reading after the event at hand: the rest says nothing.
  mutating func end() { isStopped = true }

  /// Ends the reading after the event at hand because a bound was reached.
  mutating func stop(_ limit: String) {
    self.limit = self.limit ?? limit
    isStopped = true
  }
}

/// How the reading of a part ended.
enum XMLEnding: Equatable {
  case complete
  /// The part is not well-formed from this byte on; what stood before was reported.
  case damaged(at: Int)
  /// A bound of `Limits`, by name, was reached; what stood before was reported.
  case limit(String)
  /// The part declares a document type, which packages must not.
  case documentType
}
