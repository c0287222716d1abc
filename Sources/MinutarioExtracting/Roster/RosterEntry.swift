// One person of a roster as read, before entries are merged into attendances.

import MinutarioModel

/// What one line, cell or phrase says of one person's attendance. Ranges are bytes of the text.
struct RosterEntry {
  var title: Range<Int>?
  var name: Range<Int>
  /// Stretches of the name where it is broken over lines or cells; usually just `name`.
  var nameText: String
  var charge = Charge()
  /// A position that stands elsewhere: a group heading or a list that ends in "respectivamente".
  var distantPosition: Range<Int>?
  /// An institution that stands elsewhere: a group heading, a cell above.
  var distantInstitution: Range<Int>?
  var presence: Attendance.Presence
  /// Where the presence is stated, when it is.
  var presenceSpan: Range<Int>?
  var capacity: Attendance.Capacity?
  var represents: Range<Int>?
  var group: Range<Int>?
  var mode: Meeting.Mode = .unknown
  /// The whole line, cell or phrase.
  var entry: Range<Int>
  /// The header rows of the table whose first entry this is.
  var columns: Range<Int>?
  /// The reading that the entry came from, best first when entries are merged.
  var source: Source
  /// How sure it is that this is a person.
  var nameScore: Int

  /// The kinds of place an entry may come from, in the order of trust.
  enum Source: Int, Comparable {
    case table, list, prose, signature
    static func < (a: Source, b: Source) -> Bool { a.rawValue < b.rawValue }
  }
}

/// What a roster's surroundings say of all entries under them.
struct RosterContext: Equatable {
  var presence = Attendance.Presence.present
  var presenceSpan: Range<Int>?
  var capacity: Attendance.Capacity?
  var position: Range<Int>?
  var institution: Range<Int>?
  /// "Por las familias": what those sit for who have no charge of their own.
  var sector: Range<Int>?
  var group: Range<Int>?
  var mode = Meeting.Mode.unknown

  /// The same for somebody who was there.
  var present: RosterContext {
    var context = self
    context.presence = .present
    context.presenceSpan = nil
    return context
  }
}
