// JSON as it stands in a file, before anybody says which keys belong there. JSONDecoder alone would
// pass over keys that it does not know.

/// A JSON value.
enum JSONValue: Decodable, Equatable, Sendable {
  case object([String: JSONValue])
  case array([JSONValue])
  case string(String)
  case integer(Int)
  case number(Double)
  case boolean(Bool)
  case null

  init(from decoder: any Decoder) throws {
    if let container = try? decoder.container(keyedBy: Key.self) {
      var fields: [String: JSONValue] = [:]
      for key in container.allKeys {
        fields[key.stringValue] = try container.decode(JSONValue.self, forKey: key)
      }
      self = .object(fields)
      return
    }
    if var container = try? decoder.unkeyedContainer() {
      var elements: [JSONValue] = []
      while !container.isAtEnd { elements.append(try container.decode(JSONValue.self)) }
      self = .array(elements)
      return
    }
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .boolean(value)
    } else if let value = try? container.decode(Int.self) {
      self = .integer(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else {
      self = .string(try container.decode(String.self))
    }
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// Its type.
  var kind: JSONKind {
    switch self {
    case .object: .object
    case .array: .list
    case .string: .text
    case .integer: .number
    case .number: .decimal
    case .boolean: .boolean
    case .null: .null
    }
  }
}
