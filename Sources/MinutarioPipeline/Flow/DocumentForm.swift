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

  /// Whether several documents can be shown one behind the other.
  public var takesMany: Bool {
    switch self {
    case .json, .pretty: true
    case .text, .places: false
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
    }
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
