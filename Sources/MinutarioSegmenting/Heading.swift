// What is known of a heading: where it stands, what it announces, how it looks.

import MinutarioModel

/// A heading that cuts the text.
struct Heading: Equatable {
  var kind: Section.Kind
  /// The heading's own words; nil where the content alone shows that something new begins.
  var heading: Range<Int>?
  /// Where the section begins: the heading's line, or its place within a line.
  var start: Int
  /// Where the content begins.
  var content: Int
  var line: Int
  var look: Look
  /// Whether only its look makes it a heading.
  var isUnknown = false
  /// Whether the heading has a line of its own.
  var isWholeLine = false

  /// How a line sets itself off from body text.
  struct Look: OptionSet {
    let rawValue: UInt8
    static let style = Look(rawValue: 1)
    static let bold = Look(rawValue: 2)
    static let capitals = Look(rawValue: 4)
    static let colon = Look(rawValue: 8)
    static let spacedOut = Look(rawValue: 16)

    /// Whether anything but its words makes the line a heading.
    var isStrong: Bool { !isEmpty }
  }
}
