// Records made from the annotations of a corpus that may stand beside the package: what extraction
// would give if it made no mistake.

import Foundation
public import MinutarioModel

/// The annotated corpus beside the package, as records.
public enum GoldRecords {
  /// Whether the corpus is there; tests that need it skip themselves when it is not.
  public static var isAvailable: Bool { FileManager.default.fileExists(atPath: folder.path) }

  private static var folder: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/corpus")
  }

  /// One record for each annotation below a folder of the corpus, sorted by path.
  public static func records(in part: String) throws -> [MinutesRecord] {
    let root = folder.appending(path: part)
    let names = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    return try names.filter { $0.hasSuffix(".gold.json") }.sorted().map { name in
      let json = try JSONSerialization.jsonObject(
        with: Data(contentsOf: root.appending(path: name)))
      return record(json as? [String: Any] ?? [:], path: String(name.dropLast(10)))
    }
  }

  private static func record(_ gold: [String: Any], path: String) -> MinutesRecord {
    let meeting = gold["meeting"] as? [String: Any] ?? [:]
    return .sample(
      path: path, name: meeting["name"] as? String, date: date(meeting["date"] as? String)
    ) { record in
      for attendee in gold["attendees"] as? [[String: Any]] ?? [] {
        record.attend(
          attendee["name"] as? String ?? "", title: attendee["title"] as? String,
          position: attendee["position"] as? String, unit: attendee["unit"] as? String,
          at: institution(attendee["institution"]),
          presence: (attendee["presence"] as? String).flatMap(Attendance.Presence.init) ?? .unknown,
          represents: attendee["represents_person"] as? String)
      }
      for topic in gold["topics"] as? [[String: Any]] ?? [] {
        record.topics.append(
          Topic(
            label: topic["label"] as? String, text: topic["text"] as? String ?? "", parent: nil,
            evidence: FieldEvidence(entry: nil)))
      }
      for item in gold["agreements"] as? [[String: Any]] ?? [] {
        var agreement = Agreement(
          label: item["label"] as? String, text: item["text"] as? String ?? "", parent: nil,
          evidence: FieldEvidence(entry: nil))
        agreement.dueDate = date(item["due_date"] as? String)
        agreement.responsibles = (item["responsibles"] as? [String] ?? []).map {
          Responsible(text: $0, name: $0, resolution: .named)
        }
        record.agreements.append(agreement)
      }
    }
  }

  /// The first spelling is the name as written, a longer one behind it the full name.
  private static func institution(_ value: Any?) -> InstitutionReference? {
    guard let names = value as? [String], let name = names.first else { return nil }
    let longest = names.dropFirst().max { $0.count < $1.count }
    return InstitutionReference(
      name: name, fullName: longest.flatMap { $0.count > name.count ? $0 : nil })
  }

  private static func date(_ text: String?) -> PartialDate? {
    let parts = (text ?? "").split(separator: "-").map { Int($0) ?? 0 }
    guard let year = parts.first else { return nil }
    return PartialDate(
      year: year, month: parts.count > 1 ? parts[1] : nil, day: parts.count > 2 ? parts[2] : nil)
  }
}
