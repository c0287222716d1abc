// What is read of the meeting as a whole, beside its people and agreements.

public import MinutarioModel

/// The meeting, the place and date of issue of its minutes, and what was doubtful.
public struct MeetingReading: Sendable {
  public var meeting = Meeting()
  /// Place of the letterhead's date line ("Metepec" in "Metepec, a 1 de octubre de 2020").
  public var issuedPlace: String?
  public var issuedDate: PartialDate?
  public var issues: [Issue] = []

  public init() {}
}
