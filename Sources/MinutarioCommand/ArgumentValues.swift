// How the values of the project's own types are written on the command line.

public import ArgumentParser
public import MinutarioEvaluating
public import MinutarioModel
public import MinutarioQuerying
public import MinutarioWording

extension Language: ExpressibleByArgument {}

extension Roster.Grouping: ExpressibleByArgument {}
extension AgreementList.Grouping: ExpressibleByArgument {}

extension Evaluation.Grouping: ExpressibleByArgument {}

extension Attendance.Presence: ExpressibleByArgument {
  /// Codes, or the words of the tables: `present` or `presente`.
  public init?(argument: String) {
    let known = [Self.present, .absent, .excused, .represented, .unknown]
    guard let match = known.first(where: { [$0.rawValue, $0.spanish].contains(argument) }) else {
      return nil
    }
    self = match
  }

  public static var allValueStrings: [String] {
    [present, absent, excused, represented, unknown].map(\.rawValue)
  }
}

extension Agreement.Status: ExpressibleByArgument {
  /// Codes, or the words of the list: `open` or `pendiente`.
  public init?(argument: String) {
    guard let match = Self.known.first(where: { [$0.rawValue, $0.spanish].contains(argument) })
    else { return nil }
    self = match
  }

  public static var allValueStrings: [String] { known.map(\.rawValue) }

  private static let known = [
    Self.open, .fulfilled, .partial, .superseded, .cancelled, .unknown,
  ]
}

extension PartialDate: ExpressibleByArgument {
  /// `2020`, `2020-10` or `2020-10-01`.
  public init?(argument: String) {
    let parts = argument.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { $0.allSatisfy(\.isNumber) ? Int($0) : nil }
    guard numbers.count == parts.count, (1...3).contains(parts.count),
      zip(parts, [4, 2, 2]).allSatisfy({ $0.count == $1 })
    else { return nil }
    self.init(
      year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil,
      day: numbers.count > 2 ? numbers[2] : nil)
  }
}
