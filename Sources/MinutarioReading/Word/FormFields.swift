// Form fields of the older kind (check boxes, lists to choose from) have no text: what they show
// follows from their state.

/// The form field that is being read.
struct FormField {
  private enum Kind { case checkBox, list }
  private var kind: Kind?
  private var isChecked = false
  private var entries: [[UInt8]] = []
  private var chosen = 0

  /// Entries of a list that are kept; Word allows 25.
  private static let mostEntries = 64

  /// Reads an element within `w:ffData`.
  mutating func read(_ element: Element, _ attributes: XMLAttributes) {
    switch element {
    case .checkBox: kind = .checkBox
    case .choiceList: kind = .list
    // The state that the user left comes after the one that the form began with.
    case .formDefault, .formState:
      if kind == .checkBox {
        isChecked = attributes.isOn
      } else {
        chosen = attributes.integer("val") ?? chosen
      }
    case .formResult: chosen = attributes.integer("val") ?? chosen
    case .listEntry:
      if entries.count < FormField.mostEntries {
        entries.append(Array(attributes.bytes("val") ?? .init(start: nil, count: 0)))
      }
    default: break
    }
  }

  /// What the field shows; nil for a field whose text stands in the document.
  var text: [UInt8]? {
    switch kind {
    case .checkBox: Array((isChecked ? "\u{2612}" : "\u{2610}").utf8)
    case .list: entries.indices.contains(chosen) ? entries[chosen] : nil
    case nil: nil
    }
  }
}
