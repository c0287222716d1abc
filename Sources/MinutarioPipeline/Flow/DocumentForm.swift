// The forms in which one document is shown.

private import MinutarioExporting
public import MinutarioModel

/// How `extract` shows a document.
public enum DocumentForm: Sendable {
  /// The record as a line of JSON.
  case json
  /// As a person would read it.
  case pretty
  /// The canonical text exactly, the one that all offsets count in.
  case text
  /// Each line of the text behind the place in the source it comes from.
  case places
  /// The text run by run, each behind its place down to the byte.
  case runPlaces

  /// Whether several documents can be shown one behind the other.
  public var takesMany: Bool {
    switch self {
    case .json, .pretty: true
    case .text, .places, .runPlaces: false
    }
  }

  /// What stands between two documents.
  public var separator: [UInt8] { self == .pretty ? [UInt8(ascii: "\n")] : [] }

  /// The bytes of one document; none for text that could not be read.
  public func bytes(of document: ProcessedDocument, messages: MessageCatalogue) -> [UInt8] {
    switch self {
    case .json: document.records.flatMap(RecordJSON(messages: messages).line)
    case .pretty:
      Array(
        document.records.map { RecordText(messages: messages).text(for: $0).utf8 }
          .joined(separator: separator))
    case .text: document.text?.bytes ?? []
    case .places: document.text.map(Self.places) ?? []
    case .runPlaces: document.text.map(Self.runPlaces) ?? []
    }
  }

  /// `word/document.xml:12:t1r2c3:r2:17`, a tab, the text of one run from that byte of the paragraph
  /// on. A list label, which the file does not hold, has `label` for a run.
  private static func runPlaces(of text: NormalizedText) -> [UInt8] {
    var bytes: [UInt8] = []
    func write(_ line: Line, _ tail: String, _ range: Range<Int>) {
      let origin = text.origins[line.block]
      let cell = line.cell.map { ":\($0.name)" } ?? ""
      bytes += "\(origin.part):\(origin.paragraph)\(cell)\(tail)\t".utf8
      bytes += text.bytes[range]
      bytes.append(UInt8(ascii: "\n"))
    }
    for line in text.lines {
      if let label = line.labelRange { write(line, ":label", label) }
      for range in text.runs(of: line) {
        guard let place = text.place(at: range.lowerBound) else { continue }
        write(line, (place.run.map { ":r\($0)" } ?? "") + ":\(place.offset)", range)
      }
    }
    return bytes
  }

  /// `word/document.xml:12:t1r2c3`, a tab, the line with its label.
  private static func places(of text: NormalizedText) -> [UInt8] {
    var bytes: [UInt8] = []
    for line in text.lines {
      bytes += "\(text.place(of: line))\t".utf8
      bytes += text.bytes[line.rangeWithLabel]
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }
}
