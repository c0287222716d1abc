// One XML part as a stream of events from libxml2's SAX2 interface, fenced in: no network, no
// entities but the five, no DTD, bounded depth and attributes, nothing printed. A subclass per
// kind of part says what its elements mean.

internal import CLibXML2
internal import MinutarioModel

/// Reads one part, element by element. The names and texts handed to the three event methods are
/// borrowed: they are gone when the method returns.
class XMLPartReader {
  /// The open elements around the event at hand, outermost first.
  final private(set) var path: [Element] = []
  /// Whether `text` is to be called; texts outside the elements of interest are not even looked at.
  final var isCollectingText = false

  final let limits: Limits
  private final var names = ElementCache()
  private final var context: xmlParserCtxtPtr?
  private final var ending = Ending.complete

  init(limits: Limits) {
    self.limits = limits
    path.reserveCapacity(64)
  }

  /// How the reading of a part ended.
  enum Ending: Equatable {
    case complete
    /// The part is not well-formed from this byte on; what stood before was reported.
    case damaged(at: Int)
    /// A bound of `Limits`, by name, was reached; what stood before was reported.
    case limit(String)
    /// The part declares a document type, which packages must not.
    case documentType
  }

  /// An element opens; `path` does not hold it yet.
  func open(_ element: Element, _ attributes: XMLAttributes) {}
  /// An element closes; `path` no longer holds it.
  func close(_ element: Element) {}
  /// A piece of text, valid UTF-8, never split within a character.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  /// The element around the one at hand.
  final var parent: Element { path.last ?? .other }
  /// The element around `parent`.
  final var grandparent: Element { path.count > 1 ? path[path.count - 2] : .other }

  /// Ends the reading after the event at hand; the first reason counts.
  final func stop(_ reason: Ending) {
    guard ending == .complete else { return }
    ending = reason
    xmlStopParser(context)
  }

  /// Reads a part from beginning to end and reports its events.
  final func read(_ bytes: [UInt8]) -> Ending {
    _ = XMLPartReader.library
    guard let size = Int32(exactly: bytes.count), size > 0 else { return .damaged(at: 0) }
    ending = .complete
    path.removeAll(keepingCapacity: true)
    isCollectingText = false
    names = ElementCache()  // addresses of names hold for one parser only
    bytes.withUnsafeBytes { buffer in
      guard
        let context = xmlCreateMemoryParserCtxt(
          buffer.baseAddress?.assumingMemoryBound(to: CChar.self), size)
      else {
        ending = .damaged(at: 0)
        return
      }
      defer {
        self.context = nil
        xmlFreeParserCtxt(context)
      }
      self.context = context
      xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue))
      context.pointee.sax.pointee = Self.callbacks
      context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
      xmlParseDocument(context)
      if ending == .complete, context.pointee.wellFormed == 0 {
        ending = .damaged(at: max(0, xmlByteConsumed(context)))
      }
    }
    return ending
  }

  // libxml2's global state is prepared once, before any thread parses.
  private static let library: Void = xmlInitParser()

  private static var callbacks: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.startElementNs = { context, name, _, namespace, _, _, count, _, attributes in
      guard let reader = XMLPartReader.from(context), let name else { return }
      reader.opened(name, namespace, XMLAttributes(attributes, count: Int(count)))
    }
    handler.endElementNs = { context, _, _, _ in XMLPartReader.from(context)?.closed() }
    handler.characters = { context, bytes, count in
      XMLPartReader.from(context)?.met(bytes, count)
    }
    // The same function as for other text: spaces between words are text.
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = handler.characters
    handler.internalSubset = { context, _, _, _ in XMLPartReader.from(context)?.stop(.documentType)
    }
    minutario_silence_xml_errors(&handler)
    return handler
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> XMLPartReader? {
    context.map { Unmanaged<XMLPartReader>.fromOpaque($0).takeUnretainedValue() }
  }

  private final func opened(
    _ name: UnsafePointer<UInt8>, _ namespace: UnsafePointer<UInt8>?, _ attributes: XMLAttributes
  ) {
    guard ending == .complete else { return }
    guard path.count < limits.xmlDepth else { return stop(.limit("xmlDepth")) }
    guard attributes.count <= limits.xmlAttributes else { return stop(.limit("xmlAttributes")) }
    let element = names.element(name, namespace)
    open(element, attributes)
    path.append(element)
  }

  private final func closed() {
    guard ending == .complete, let element = path.popLast() else { return }
    close(element)
  }

  private final func met(_ bytes: UnsafePointer<UInt8>?, _ count: Int32) {
    guard isCollectingText, ending == .complete, count > 0 else { return }
    text(UnsafeBufferPointer(start: bytes, count: Int(count)))
  }
}
