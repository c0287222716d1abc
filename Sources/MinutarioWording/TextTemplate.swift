// A printed text before its values are filled in:
//
//   {path}                    the value
//   {count|reunión|reuniones} the first form when the value is 1, else the second

/// The text of one key in one language.
struct TextTemplate {
  private let pieces: [Piece]

  private enum Piece {
    case literal(String)
    case value(name: String)
    case plural(name: String, one: String, other: String)
  }

  init(_ text: String) {
    var pieces: [Piece] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}"),
        let piece = Self.placeholder(rest[rest.index(after: open)..<close])
      else {
        // A brace that opens no placeholder is a brace.
        let behind = rest.index(after: open)
        pieces.append(.literal(String(rest[..<behind])))
        rest = rest[behind...]
        continue
      }
      pieces.append(.literal(String(rest[..<open])))
      pieces.append(piece)
      rest = rest[rest.index(after: close)...]
    }
    pieces.append(.literal(String(rest)))
    self.pieces = pieces
  }

  private static func placeholder(_ inner: Substring) -> Piece? {
    let parts = inner.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    guard let name = parts.first, let first = name.first, first.isLetter,
      name.allSatisfy({ $0.isLetter || $0.isNumber })
    else { return nil }
    switch parts.count {
    case 1: return .value(name: name)
    case 3: return .plural(name: name, one: parts[1], other: parts[2])
    default: return nil
    }
  }

  /// The names that must be given.
  var names: Set<String> { numbers.union(pieces.compactMap(Self.valueName)) }

  /// The names that must be given a number.
  var numbers: Set<String> {
    Set(
      pieces.compactMap { piece in
        if case .plural(let name, _, _) = piece { name } else { nil }
      })
  }

  private static func valueName(of piece: Piece) -> String? {
    if case .value(let name) = piece { name } else { nil }
  }

  /// The text; a name that has no value stays as it is written.
  func filled(_ value: (String) -> TextValue?) -> String {
    pieces.map { piece in
      switch piece {
      case .literal(let text): text
      case .value(let name): value(name)?.printed ?? "{\(name)}"
      case .plural(let name, let one, let other): value(name)?.isOne == true ? one : other
      }
    }.joined()
  }
}
