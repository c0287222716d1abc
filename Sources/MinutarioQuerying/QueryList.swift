// What a query gives: a list that can be written in several forms.

import MinutarioModel

/// A list of a query. How it is shown at a terminal is its own matter.
public protocol QueryList {
  /// UTF-8 with a byte order mark, LF; cells that look like formulas are guarded.
  var csv: [UInt8] { get }
  /// One object on one line, LF at the end.
  var json: [UInt8] { get }
  /// As GitHub reads it, in Spanish; LF at the end of each line.
  var markdown: String { get }
  var workbook: ListWorkbook { get }
}

extension Roster: QueryList {}
extension AgreementList: QueryList {}

extension JSONWriter {
  /// A list as JSON: `by`, `count` and `groups`, whose fields are given for each. LF at the end.
  static func list<Group>(
    by grouping: String, count: Int, _ groups: [Group],
    fields: (inout JSONWriter, Group) -> Void
  ) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("by", grouping)
      json.field("count", count)
      json.field("groups") { json in
        json.array(groups) { json, group in json.object { fields(&$0, group) } }
      }
    }
    json.lineBreak()
    return json.bytes
  }
}
