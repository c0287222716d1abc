// Minutes as a text file.

/// The bytes of a .txt file.
struct TextFile {
  let bytes: [UInt8]

  init(_ blocks: [Block]) {
    var text = ""
    for block in blocks {
      switch block {
      case .title(let title): text += "\(title)\n\n"
      case .heading(let heading): text += "\n\(heading)\n\n"
      case .subheading(let heading): text += "\n\(heading)\n"
      case .field(let label, let value): text += "\(label): \(value)\n"
      case .paragraph(let paragraph): text += paragraph + "\n"
      case .bullet(let item): text += "· \(item)\n"
      case .numbered(let number, let item): text += "\(number). \(item)\n"
      case .table(let rows): text += rows.map { $0.joined(separator: "\t") + "\n" }.joined()
      }
    }
    bytes = Array(text.utf8)
  }
}
