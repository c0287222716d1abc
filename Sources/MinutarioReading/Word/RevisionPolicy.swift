// Which of a document's recorded changes its text shows, element by element.

internal import MinutarioModel

/// What an element that records a change stands around.
enum RevisedPlace {
  /// Runs, or whole paragraphs.
  case content
  /// The mark at the end of a paragraph, which joins it with the next when it is not there.
  case paragraphMark
  case row
}

extension RevisionPolicy {
  /// Whether the text lacks what an element stands around.
  func drops(_ element: Element, at place: RevisedPlace) -> Bool {
    switch element {
    case .deleted: self == .accepted
    // Text that was moved stands in one place, also where all is shown.
    case .movedFrom: self != .rejected
    case .inserted, .movedTo: self == .rejected
    default: false
    }
  }
}

extension StoryReader {
  /// The place that the element at hand concerns, by the elements around it.
  var revisedPlace: RevisedPlace {
    switch parent {
    case .runProperties where grandparent == .paragraphProperties: .paragraphMark
    case .rowProperties: .row
    default: .content
    }
  }
}

extension Revision.Kind {
  /// The kind of change that an element records.
  init(_ element: Element) {
    switch element {
    case .deleted: self = .deleted
    case .movedFrom, .movedTo: self = .moved
    default: self = .inserted
    }
  }
}
