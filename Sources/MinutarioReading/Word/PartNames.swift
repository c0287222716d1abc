// Which parts belong to a document, whatever package they lie in.

internal import MinutarioModel

/// Names of the parts that belong to the main part.
struct PartNames {
  let main: String
  let relationships: Relationships

  /// The related part of a kind; the usual name where no relationship tells.
  func part(_ kind: String) -> String {
    if let stated = relationships.part(kind) { return stated }
    let folder = main.lastIndex(of: "/").map { main[...$0] } ?? ""
    return "\(folder)\(kind).xml"
  }

  /// The stories besides the body: headers and footers that its sections refer to, notes, comments.
  /// A part may come twice.
  func stories(after body: StoryReader) -> [(Story.Kind, String)] {
    func targets(_ ids: [String]) -> [String] {
      ids.compactMap { relationships[$0] }.filter { !$0.isExternal }.map(\.target)
    }
    return targets(body.headers).map { (.header, $0) } + targets(body.footers).map { (.footer, $0) }
      + [
        (.footnote, part("footnotes")), (.endnote, part("endnotes")), (.comment, part("comments")),
      ]
  }
}
