// The spans of one document, each once, numbered in the order of the text.

import MinutarioModel

/// Gives every span of a document its row in `evidences`. A class, because the facts of all tables
/// look spans up in it.
final class EvidenceIndex {
  let documentID: String
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
    documentID = document.id
    var sorted: [Place] = []
    document.forEachEvidence { sorted.append(Place($0)) }
    sorted.sort()
    var places: [Place] = []
    for place in sorted where places.last != place { places.append(place) }
    self.places = places
  }

  /// The id of a span; nil when the document has no such span.
  func id(of span: Evidence?) -> RowID? { span.flatMap(number).map(id) }

  /// The id of the span of a number.
  func id(_ number: Int) -> RowID { RowID(document: documentID, .evidence, number) }

  /// Calls the body with one row for each span of the index's document, in the order of the text, from
  /// which those are quoted that have dropped their quotes.
  func rows(
    of document: ArchivedDocument, quotedFrom text: [UInt8]?,
    _ body: (EvidenceRow) throws -> Void
  ) rethrows {
    var quotes = Quotes(from: text ?? [])
    var spans = [Evidence?](repeating: nil, count: places.count)
    document.forEachEvidence { span in
      if let number = number(of: span), spans[number - 1] == nil { spans[number - 1] = span }
    }
    for (index, span) in spans.enumerated() {
      guard let span else { continue }
      let quote = span.quote.isEmpty ? quotes.quote(span) : Array(span.quote.utf8)[...]
      try body(
        EvidenceRow(id: id(index + 1), documentID: documentID, span: span, quote: quote))
    }
  }

  /// The number of a span, from 1; nil when the document has no such span.
  func number(of span: Evidence) -> Int? {
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
  /// Calls the body with every span that any row of the document rests on, in the order of the record.
  fileprivate func forEachEvidence(_ body: (Evidence) -> Void) {
    let named = { (_: String?, span: Evidence) in body(span) }
    for place in minutes.indices {
      // Entries are reached through their lists: each on its own would be copied, for one of its
      // many fields.
      let record = minutes[place].record
      for issue in record.issues { if let span = issue.evidence { body(span) } }
      guard record.tellsOfMeeting else { continue }
      record.meeting.evidence.forEach(named)
      if let span = record.meeting.followUp?.evidence { body(span) }
      for index in record.attendances.indices { record.attendances[index].evidence.forEach(named) }
      for index in record.mentions.indices { record.mentions[index].evidence.forEach(named) }
      for index in record.topics.indices { record.topics[index].evidence.forEach(named) }
      for index in record.agreements.indices { record.agreements[index].evidence.forEach(named) }
      for index in record.agreements.indices {
        for party in record.agreements[index].responsibles {
          if let span = party.evidence { body(span) }
        }
      }
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
  mutating func quote(_ span: Evidence) -> ArraySlice<UInt8> {
    place = advanced(place, to: span.start)
    let end = advanced(place, to: span.end)
    return text[place.byte..<end.byte]
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
