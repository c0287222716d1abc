// The sections that cut a text, in the terms of minutes.schema.json.

/// A stretch of the canonical text under one heading. Sections cover the text without overlap.
public struct Section: Sendable, Equatable {
  public var kind: Kind
  /// The heading as written, without its label and closing colon; nil where a section has none.
  public var heading: Range<Int>?
  /// Everything that belongs to the section, heading included. UTF-8 offsets.
  public var range: Range<Int>
  /// What stands under (or behind, on the same line) the heading; at most up to `range`'s end.
  public var content: Range<Int>

  public init(kind: Kind, heading: Range<Int>?, range: Range<Int>, content: Range<Int>) {
    self.kind = kind
    self.heading = heading
    self.range = range
    self.content = content
  }

  /// What a section is about.
  public enum Kind: String, Sendable, CaseIterable {
    case heading, event, date, place, attendees, absent, agenda, topics, discussion, agreements
    case followUp = "follow_up"
    case accessLink = "access_link"
    case annexes, signatures, other
  }
}
