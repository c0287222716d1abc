// Gold files, records and earlier evaluations as they stand on disk: JSON that people and other
// tools write. A mistake is named with its place, so that it can be found.

private import FoundationEssentials

/// JSON that is not what it should be.
public struct MalformedJSON: Error, Sendable, Equatable {
  /// The line of the text, from 1, where it has several values; else nil.
  public var line: Int?
  /// Path of the value concerned, such as `attendees[3].name`; empty for the whole.
  public let place: String
  public let problem: Problem

  public enum Problem: Sendable, Equatable {
    case notJSON
    case missing
    case wrongType
  }
}

extension GoldDocument {
  /// Reads a gold file.
  public init(json: [UInt8]) throws(MalformedJSON) { self = try decode(json[...]) }
}

extension ReadRecord {
  /// Reads records, one a line; blank lines are passed over.
  public static func records(jsonLines: [UInt8]) throws(MalformedJSON) -> [ReadRecord] {
    var records: [ReadRecord] = []
    let lines = jsonLines.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      do {
        records.append(try decode(line))
      } catch {
        var error = error
        error.line = index + 1
        throw error
      }
    }
    return records
  }
}

extension EarlierEvaluation {
  /// Reads what `Evaluation.json` has written.
  public init(json: [UInt8]) throws(MalformedJSON) { self = try decode(json[...]) }
}

private func decode<Value: Decodable>(_ json: ArraySlice<UInt8>) throws(MalformedJSON) -> Value {
  do {
    return try JSONDecoder().decode(Value.self, from: Data(json))
  } catch let error as DecodingError {
    throw MalformedJSON(error)
  } catch {
    throw MalformedJSON(line: nil, place: "", problem: .notJSON)
  }
}

extension MalformedJSON {
  fileprivate init(_ error: DecodingError) {
    switch error {
    case .keyNotFound(let key, let context):
      self.init(line: nil, place: Self.place(context.codingPath + [key]), problem: .missing)
    case .typeMismatch(_, let context):
      self.init(line: nil, place: Self.place(context.codingPath), problem: .wrongType)
    case .valueNotFound(_, let context):
      self.init(line: nil, place: Self.place(context.codingPath), problem: .missing)
    case .dataCorrupted(let context):
      self.init(
        line: nil, place: Self.place(context.codingPath),
        problem: context.codingPath.isEmpty ? .notJSON : .wrongType)
    @unknown default:
      self.init(line: nil, place: "", problem: .notJSON)
    }
  }

  private static func place(_ path: [any CodingKey]) -> String {
    path.reduce("") { place, key in
      if let index = key.intValue { return "\(place)[\(index)]" }
      return place.isEmpty ? key.stringValue : "\(place).\(key.stringValue)"
    }
  }
}
