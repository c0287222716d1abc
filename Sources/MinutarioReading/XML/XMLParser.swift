// One XML part as a stream of events from libxml2's SAX2 interface, fenced in: no network, no
// entities but the five, no DTD, bounded depth and attributes, nothing printed.

internal import CLibXML2
internal import MinutarioModel

/// Parses XML parts.
enum XMLParser {
  /// Reads a part from beginning to end and reports its events.
  static func read<Handler: XMLHandler>(
    _ bytes: [UInt8], into handler: inout Handler, limits: Limits
  ) -> XMLEnding {
    _ = library
    guard let size = Int32(exactly: bytes.count), size > 0 else { return .damaged(at: 0) }
    handler.position = XMLPosition()
    handler.position.path.reserveCapacity(32)
    return bytes.withUnsafeBytes { buffer in
      withUnsafeMutablePointer(to: &handler) { handler in
        let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
        guard let context = xmlCreateMemoryParserCtxt(start, size) else { return .damaged(at: 0) }
        defer { xmlFreeParserCtxt(context) }
        let reporter = Reporter(handler, context, limits)
        defer { reporter.deallocate() }
        let session = XMLSession(
          opened: { reporter.opened($0, $1, $2, $3) }, closed: { reporter.closed() },
          met: { reporter.met($0) }, parser: context)
        xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue))
        context.pointee.sax.pointee = callbacks
        context.pointee.userData = Unmanaged.passUnretained(session).toOpaque()
        return withExtendedLifetime(session) {
          xmlParseDocument(context)
          if session.hasDocumentType { return .documentType }
          if let limit = handler.pointee.position.limit { return .limit(limit) }
          return context.pointee.wellFormed == 0
            ? .damaged(at: max(0, xmlByteConsumed(context))) : .complete
        }
      }
    }
  }

  // libxml2's global state is prepared once, before any thread parses.
  private static let library: Void = {
    xmlInitParser()
    minutario_silence_xml_library()
  }()

  private static var callbacks: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.startElementNs = { context, name, _, namespace, _, _, count, _, attributes in
      guard let name else { return }
      XMLSession.with(context) { $0.opened(name, namespace, attributes, Int(count)) }
    }
    handler.endElementNs = { context, _, _, _ in XMLSession.with(context) { $0.closed() } }
    handler.characters = { context, bytes, count in
      XMLSession.with(context) { $0.met(UnsafeBufferPointer(start: bytes, count: Int(count))) }
    }
    // The same function as for other text: spaces between words are text.
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = handler.characters
    handler.internalSubset = { context, _, _, _ in
      XMLSession.with(context) { $0.metDocumentType() }
    }
    minutario_silence_xml_errors(&handler)
    return handler
  }
}

/// What libxml2's callbacks reach, whatever the handler's type. Closures, not a generic class: the
/// compiler makes them for each type of handler, with all calls in them resolved.
private final class XMLSession {
  typealias Attributes = UnsafeMutablePointer<UnsafePointer<UInt8>?>
  let opened: (UnsafePointer<UInt8>, UnsafePointer<UInt8>?, Attributes?, Int) -> Void
  let closed: () -> Void
  let met: (UnsafeBufferPointer<UInt8>) -> Void
  private let parser: xmlParserCtxtPtr
  private(set) var hasDocumentType = false

  init(
    opened: @escaping (UnsafePointer<UInt8>, UnsafePointer<UInt8>?, Attributes?, Int) -> Void,
    closed: @escaping () -> Void, met: @escaping (UnsafeBufferPointer<UInt8>) -> Void,
    parser: xmlParserCtxtPtr
  ) {
    self.opened = opened
    self.closed = closed
    self.met = met
    self.parser = parser
  }

  func metDocumentType() {
    hasDocumentType = true
    xmlStopParser(parser)
  }

  @inline(__always)
  static func with(_ context: UnsafeMutableRawPointer?, _ body: (XMLSession) -> Void) {
    guard let context else { return }
    Unmanaged<XMLSession>.fromOpaque(context)._withUnsafeGuaranteedRef(body)
  }
}

/// Turns callbacks into events of one handler, within bounds.
private struct Reporter<Handler: XMLHandler> {
  private let handler: UnsafeMutablePointer<Handler>
  private let parser: xmlParserCtxtPtr
  private let names: UnsafeMutablePointer<ElementCache>
  private let depthLimit: Int
  private let attributeLimit: Int

  init(_ handler: UnsafeMutablePointer<Handler>, _ parser: xmlParserCtxtPtr, _ limits: Limits) {
    self.handler = handler
    self.parser = parser
    names = .allocate(capacity: 1)
    names.initialize(to: ElementCache())
    depthLimit = limits.xmlDepth
    attributeLimit = limits.xmlAttributes
  }

  func deallocate() {
    names.deinitialize(count: 1)
    names.deallocate()
  }

  func opened(
    _ name: UnsafePointer<UInt8>, _ namespace: UnsafePointer<UInt8>?,
    _ attributes: XMLSession.Attributes?, _ count: Int
  ) {
    guard !handler.pointee.position.isStopped else { return }
    guard handler.pointee.position.path.count < depthLimit else { return stop("xml_depth") }
    guard count <= attributeLimit else { return stop("xml_attributes") }
    let element = names.pointee.element(name, namespace)
    handler.pointee.open(
      element, XMLAttributes(attributes, count: count, wordURI: names.pointee.wordURI))
    handler.pointee.position.path.append(element)
    stopIfAsked()
  }

  func closed() {
    guard !handler.pointee.position.isStopped,
      let element = handler.pointee.position.path.popLast()
    else { return }
    handler.pointee.close(element)
    stopIfAsked()
  }

  func met(_ text: UnsafeBufferPointer<UInt8>) {
    guard handler.pointee.position.isCollectingText, !handler.pointee.position.isStopped,
      !text.isEmpty
    else { return }
    handler.pointee.text(text)
    stopIfAsked()
  }

  private func stop(_ limit: String) {
    handler.pointee.position.stop(limit)
    xmlStopParser(parser)
  }

  private func stopIfAsked() {
    if handler.pointee.position.isStopped { xmlStopParser(parser) }
  }
}
