// What a query gives: a list that can be written in several forms.

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
