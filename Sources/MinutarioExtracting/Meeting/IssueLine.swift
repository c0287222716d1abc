// The letterhead's line of issue: "Metepec, a 1 de octubre de 2020." It dates the paper, not the
// meeting, but tells the year of dates that have none.

import MinutarioModel

/// Place and date of issue.
struct IssueLine {
  /// Token indices.
  var place: Range<Int>
  var date: FoundDate
  var passage: Int

  /// How many passages at either end of the document may hold it.
  private static let reach = 10
  private static let longestPlace = 12

  /// The first such line near the top, else near the end.
  static func find(in context: MeetingContext) -> IssueLine? {
    let passages = context.passages
    let top = passages.indices.prefix(reach)
    let bottom = passages.indices.dropFirst(reach).suffix(reach)
    for index in Array(top) + Array(bottom) {
      guard passages[index].isBody, !passages[index].isListItem,
        let line = read(passages[index].tokens, passage: index, in: context)
      else { continue }
      return line
    }
    return nil
  }

  private static func read(_ tokens: Range<Int>, passage: Int, in context: MeetingContext)
    -> IssueLine?
  {
    let text = context.text
    guard tokens.count <= 32, let date = context.dates.dates(in: text, tokens: tokens).first,
      date.day != nil, date.month != nil,
      context.trimmed(date.tokens.upperBound..<tokens.upperBound).isEmpty
    else { return nil }
    let view = TokenView(text: text, limit: date.tokens.lowerBound)
    var end = date.tokens.lowerBound
    var isLinked = false
    while end > tokens.lowerBound,
      view.isSign(end - 1, ",") || view.isAny(end - 1, [.a, .el, .day, .al])
    {
      isLinked = isLinked || view.isSign(end - 1, ",") || view.is(end - 1, .a)
      end -= 1
    }
    let place = context.trimmed(tokens.lowerBound..<end)
    guard isLinked, !place.isEmpty, place.count <= longestPlace,
      text.tokens[place.lowerBound].shape.contains(.capitalized),
      place.allSatisfy({ isPlaceToken($0, view) }),
      context.cues.cues(in: text, tokens: place).isEmpty
    else { return nil }
    return IssueLine(place: place, date: date, passage: passage)
  }

  private static func isPlaceToken(_ index: Int, _ view: TokenView) -> Bool {
    let token = view.text.tokens[index]
    switch token.kind {
    case .number: return false
    case .sign: return token.isSign(UInt8(ascii: ",")) || token.isSign(UInt8(ascii: "."))
    case .word:
      return token.shape.contains(.capitalized)
        || view.isAny(index, [.de, .del, .la, .las, .los, .el, .y])
    }
  }
}
