// An institution as queries show it and are asked for it.

/// An institution with every spelling under which it can be asked for.
public struct InstitutionName: Sendable, Equatable {
  public var id: String
  public var name: String
  public var acronym: String?
  public var otherNames: [String]

  public init(id: String, name: String, acronym: String?, otherNames: [String] = []) {
    self.id = id
    self.name = name
    self.acronym = acronym
    self.otherNames = otherNames
  }

  /// `INR · Instituto Novense de Riego`; the name alone when there is no acronym.
  public var label: String {
    acronym.flatMap { $0 == name ? nil : "\($0) · \(name)" } ?? name
  }

  /// All spellings, the acronym among them.
  var spellings: [String] { [name] + (acronym.map { [$0] } ?? []) + otherNames }
}
