// Minutes as blocks, which text files and Word documents both are made of.

/// One paragraph, list item or table.
enum Block {
  case title(String)
  case heading(String)
  case subheading(String)
  /// A label in bold, and its value.
  case field(String, String)
  case paragraph(String)
  case bullet(String)
  /// An item of a numbered list, with its number: lists start at 1.
  case numbered(Int, String)
  /// Rows of cells.
  case table([[String]])
}
