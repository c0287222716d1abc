// The spans of one document, each once, numbered in the order of the text.

import MinutarioModel

/// Gives every span of a document its row in `evidences`.
struct EvidenceIndex {
  let document: ArchivedDocument
  /// Sorted; the number of a span is its place here. Offsets alone tell spans apart: within one
  /// text they decide quote and place.
  private let places: [Place]

  private struct Place: Comparable {
    let start: UInt32
    let end: UInt32

    init(_ span: Evidence) {
      start = UInt32(clamping: span.start)
      end = UInt32(clamping: span.end)
    }

    static func < (a: Place, b: Place) -> Bool { (a.start, a.end) < (b.start, b.end) }
  }

  init(_ document: ArchivedDocument) {
    self.document = document
    var sorted = document.evidences.map(Place.init)
    sorted.sort()
    var places: [Place] = []
    for place in sorted where places.last != place { places.append(place) }
    self.places = places
  }

  /// The id of a span; nil when the document has no such span.
  func id(of span: Evidence?) -> String? {
    span.flatMap(number).map { document.rowID(.evidence, $0) }
  }

  /// One row for each span, in the order of the text, from which those are quoted that have dropped
  /// their quotes.
  func rows(quotedFrom text: [UInt8]?) -> [EvidenceRow] {
    var quotes = text.map { Quotes(from: $0) }
    var spans = [Evidence?](repeating: nil, count: places.count)
    for span in document.evidences {
      if let number = number(of: span), spans[number - 1] == nil { spans[number - 1] = span }
    }
    return spans.enumerated().compactMap { index, span in
      span.map {
        EvidenceRow(
          id: document.rowID(.evidence, index + 1), documentID: document.id, span: $0,
          quote: $0.quote.isEmpty ? quotes?.quote($0) ?? "" : $0.quote)
      }
    }
  }

  /// The number of a span, from 1.
  private func number(of span: Evidence) -> Int? {
    let place = Place(span)
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < place { low = middle + 1 } else { high = middle }
    }
    return low < places.count && places[low] == place ? low + 1 : nil
  }
}

extension ArchivedDocument {
  /// Every span that any row of the document rests on, in the order of the record.
  fileprivate var evidences: [Evidence] {
    minutes.flatMap { minutes in
      let record = minutes.record
      var spans = record.issues.compactMap(\.evidence)
      guard minutes.meeting != nil else { return spans }
      spans += record.meeting.evidence.all
      spans += [record.meeting.followUp?.evidence].compactMap { $0 }
      spans += record.attendances.flatMap(\.evidence.all)
      spans += record.mentions.flatMap(\.evidence.all)
      spans += record.topics.flatMap(\.evidence.all)
      spans += record.agreements.flatMap(\.evidence.all)
      spans += record.agreements.flatMap { $0.responsibles.compactMap(\.evidence) }
      return spans
    }
  }
}

/// Cuts spans out of a text. Spans come sorted, so that no part of the text is walked for each.
private struct Quotes {
  private let text: [UInt8]
  /// A place in the text: bytes and code points before it.
  private var place = (byte: 0, codePoint: 0)

  init(from text: [UInt8]) { self.text = text }

  /// The quote of a span that starts no earlier than the one before.
  mutating func quote(_ span: Evidence) -> String {
    place = advanced(place, to: span.start)
    let end = advanced(place, to: span.end)
    return String(decoding: text[place.byte..<end.byte], as: UTF8.self)
  }

  private func advanced(
    _ place: (byte: Int, codePoint: Int), to target: Int
  ) -> (byte: Int, codePoint: Int) {
    var (byte, codePoint) = place
    while codePoint < target, byte < text.count {
      byte += 1
      while byte < text.count, text[byte] & 0xC0 == 0x80 { byte += 1 }
      codePoint += 1
    }
    return (byte, codePoint)
  }
}
