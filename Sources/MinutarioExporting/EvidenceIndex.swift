// The spans of one document, each once, numbered in the order of the text.

import MinutarioModel

/// Gives every span of a document its row in `evidences`.
struct EvidenceIndex {
  private let document: ArchivedDocument
  /// Sorted; the number of a span is its place here. Offsets alone tell spans apart: within one
  /// text they decide quote and place.
  private let places: [Place]

  private struct Place: Comparable {
    let start: Int
    let end: Int

    init(_ span: Evidence) {
      start = span.start
      end = span.end
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

  /// One row for each span, in the order of the text.
  var rows: [EvidenceRow] {
    var spans = [Evidence?](repeating: nil, count: places.count)
    for span in document.evidences {
      if let number = number(of: span), spans[number - 1] == nil { spans[number - 1] = span }
    }
    return spans.enumerated().compactMap { index, span in
      span.map {
        EvidenceRow(id: document.rowID(.evidence, index + 1), documentID: document.id, span: $0)
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

extension FieldEvidence {
  /// The entry and all spans of fields.
  fileprivate var all: [Evidence] {
    [entry].compactMap { $0 } + fields.flatMap(\.spans)
  }
}
