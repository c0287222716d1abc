// From records to documents: one for each distinct content, however many paths it lies under.

import MinutarioModel

/// Groups records by the content that they were read from.
enum DocumentCollation {
  /// Documents sorted by id, their minutes in the order of the text, without meetings.
  static func documents(from records: [MinutesRecord]) -> [ArchivedDocument] {
    // Places of records are sorted and grouped, not the records: copies of all would show at the
    // peak of a run's memory.
    let ordered = records.indices.sorted { a, b in
      let (first, second) = (records[a].document.path, records[b].document.path)
      if first.utf8.elementsEqual(second.utf8) {
        return records[a].minutes.index < records[b].minutes.index
      }
      return first.precedesBytewise(second)
    }
    var groups: [String: [Int]] = [:]
    for place in ordered {
      groups[contentKey(records[place].document), default: []].append(place)
    }
    let keys = groups.keys.sorted { $0.precedesBytewise($1) }
    let ids = documentIDs(for: keys)
    return zip(ids, keys).compactMap { id, key in
      document(id: id, of: (groups[key] ?? []).map { records[$0] })
    }
  }

  /// The hash of the content; for a file that could not be opened, its path stands in.
  private static func contentKey(_ facts: DocumentFacts) -> String {
    guard facts.sha256.isEmpty else { return facts.sha256 }
    let digits = String(wordHash(facts.path.utf8), radix: 16)
    return "x" + String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The first 16 digits of each key; whole keys where those are not distinct.
  private static func documentIDs(for keys: [String]) -> [String] {
    var uses: [Substring: Int] = [:]
    for key in keys { uses[key.prefix(16), default: 0] += 1 }
    return keys.map { uses[$0.prefix(16)] == 1 ? String($0.prefix(16)) : $0 }
  }

  /// One document from its records, which stand in the order of path and index.
  private static func document(id: String, of records: [MinutesRecord]) -> ArchivedDocument? {
    guard let first = records.first else { return nil }
    var paths: [String] = []
    var minutes: [ArchivedMinutes] = []
    var rowsBefore = ArchivedMinutes.RowCounts()
    for record in records {
      if paths.last != record.document.path { paths.append(record.document.path) }
      let isFirstCopy = record.document.path == first.document.path
      guard isFirstCopy, minutes.last?.record.minutes.index != record.minutes.index else {
        continue
      }
      minutes.append(ArchivedMinutes(record: record, meeting: nil, rowsBefore: rowsBefore))
      rowsBefore = rowsBefore.adding(record)
    }
    return ArchivedDocument(
      id: id, paths: paths, facts: first.document, outcome: outcome(of: minutes), minutes: minutes)
  }

  /// The outcome that somebody must look at first.
  private static func outcome(of minutes: [ArchivedMinutes]) -> Outcome {
    let all = minutes.map(\.record.outcome)
    return [Outcome.failed, .partial, .read].first { all.contains($0) } ?? .empty
  }
}
