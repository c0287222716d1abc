// A date as a text writes it: often without its year, sometimes with its weekday.

public import MinutarioModel

/// A date found in a text, with the parts that are written there.
public struct FoundDate: Sendable, Equatable {
  /// 1 to 31.
  public var day: Int?
  /// 1 to 12.
  public var month: Int?
  public var year: Int?
  /// 1 for Monday to 7 for Sunday.
  public var weekday: Int?
  /// What is not written but pointed at: "del presente año", "del mes en curso".
  public var pointsAt: Pointer
  /// UTF-8 offsets of the date, its weekday included.
  public var range: Range<Int>
  /// The same stretch as token indices.
  public var tokens: Range<Int>

  /// What a date takes over from the document's own date.
  public enum Pointer: Sendable {
    case nothing, year, monthAndYear
  }

  /// The full or partial date, and whether its year had to be inferred.
  /// - Parameter reference: the document's date. A missing year becomes the one that puts the date
  ///   nearest to it; among the years next to it, one that fits a written weekday wins.
  /// - Returns: nil when a part is missing and nothing tells it, or when there is no such date.
  public func resolved(near reference: PartialDate?) -> (date: PartialDate, inferredYear: Bool)? {
    if pointsAt == .monthAndYear {
      guard let reference, let date = self.date(year: reference.year, month: reference.month)
      else { return nil }
      return (date, true)
    }
    if let year { return date(year: year, month: month).map { ($0, false) } }
    guard let reference else { return nil }
    if pointsAt == .year { return date(year: reference.year, month: month).map { ($0, true) } }
    let candidates = (reference.year - 1...reference.year + 1)
      .compactMap { date(year: $0, month: month) }
    let nearest = candidates.min {
      (weekdayDiffers($0), distance($0, reference)) < (weekdayDiffers($1), distance($1, reference))
    }
    return nearest.map { ($0, true) }
  }

  /// The same for a date that lies ahead: without a year it is the first such day after `reference`.
  public func resolved(after reference: PartialDate?) -> (date: PartialDate, inferredYear: Bool)? {
    guard let reference, year == nil, pointsAt == .nothing else {
      return resolved(near: reference)
    }
    let ahead = (reference.year...reference.year + 1)
      .compactMap { date(year: $0, month: month) }
      .first { $0 > reference }
    return ahead.map { ($0, true) }
  }

  /// Whether a weekday is written that the date does not have.
  public func contradictsWeekday(of date: PartialDate) -> Bool { weekdayDiffers(date) == 1 }

  private func date(year: Int, month: Int?) -> PartialDate? {
    PartialDate(year: year, month: month, day: day)
  }

  private func weekdayDiffers(_ date: PartialDate) -> Int {
    guard let weekday, let actual = date.weekday else { return 0 }
    return weekday == actual ? 0 : 1
  }

  /// Days between two dates, roughly: only the order matters.
  private func distance(_ date: PartialDate, _ reference: PartialDate) -> Int {
    func days(_ date: PartialDate) -> Int {
      date.year * 372 + (date.month ?? 6) * 31 + (date.day ?? 15)
    }
    return abs(days(date) - days(reference))
  }
}
