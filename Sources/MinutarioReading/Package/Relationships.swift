// The relationships of a part: which parts belong to it and where its links lead.

internal import MinutarioModel

/// The relationships that one `.rels` part states, in its order.
struct Relationships: Sendable {
  /// One relationship.
  struct Relationship: Equatable, Sendable {
    var id: String
    /// The last step of the type's URI, such as `styles`: the same in both conformance classes.
    var kind: String
    /// A part's name for internal ones, else the target as written.
    var target: String
    var isExternal: Bool
  }

  private(set) var all: [Relationship] = []
  private var indexByID: [String: Int] = [:]

  /// No relationships at all.
  init() {}

  /// The name of the part that states the relationships of a part, of the package itself for "".
  static func partName(for part: String) -> String {
    guard let slash = part.lastIndex(of: "/") else { return "_rels/\(part).rels" }
    return "\(part[..<slash])/_rels\(part[slash...]).rels"
  }

  /// Reads the relationships of a part; of damaged ones, what stands before the damage.
  init(of part: String, stated bytes: [UInt8], limits: Limits) throws(DocumentError) {
    var reader = RelationshipsReader(of: part)
    if XMLParser.read(bytes, into: &reader, limits: limits) == .documentType {
      throw DocumentError(.xmlDTD, arguments: [Relationships.partName(for: part)])
    }
    self.init(reader)
  }

  /// What a reader has found.
  init(_ reader: RelationshipsReader) {
    for relationship in reader.found {
      indexByID[relationship.id] = all.count
      all.append(relationship)
    }
  }

  subscript(id: String) -> Relationship? { indexByID[id].map { all[$0] } }

  /// The first internal target of a kind.
  func part(_ kind: String) -> String? { all.first { $0.kind == kind && !$0.isExternal }?.target }
}

/// Reads the `Relationship` elements of a `.rels` part.
struct RelationshipsReader: XMLHandler {
  private let folder: String
  var position = XMLPosition()
  private(set) var found: [Relationships.Relationship] = []

  /// - Parameter part: the part whose relationships these are; "" for the package itself.
  init(of part: String) {
    folder = part.lastIndex(of: "/").map { String(part[..<$0]) } ?? ""
  }

  mutating func open(_ element: Element, _ attributes: XMLAttributes) {
    guard element == .relationship, let id = attributes.string("Id", .packageRelationships),
      let type = attributes.string("Type", .packageRelationships),
      let target = attributes.string("Target", .packageRelationships)
    else { return }
    let isExternal = attributes.string("TargetMode", .packageRelationships) == "External"
    found.append(
      Relationships.Relationship(
        id: id,
        kind: type.utf8.lastIndex(of: UInt8(ascii: "/"))
          .map { String(type[type.utf8.index(after: $0)...]) } ?? type,
        target: isExternal ? target : partName(target), isExternal: isExternal))
  }

  /// A target, relative to the part's folder or absolute, as a part name. Steps above the package
  /// stay in the package.
  private func partName(_ target: String) -> String {
    let isAbsolute = target.utf8.first == UInt8(ascii: "/")
    var steps = isAbsolute ? [] : [folder[...]].filter { !$0.isEmpty }
    for step in target.utf8.split(whereSeparator: { $0 == 0x2F || $0 == 0x5C }).map(Substring.init)
    {
      switch step {
      case ".": break
      case "..":
        // The folder went in whole: now its steps count.
        steps = steps.flatMap { $0.split(separator: "/") }
        if !steps.isEmpty { steps.removeLast() }
      default: steps.append(step)
      }
    }
    return steps.joined(separator: "/")
  }
}
