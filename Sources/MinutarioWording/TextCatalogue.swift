// The catalogue of one language, as CPrintedText/texts/LANGUAGE.txt writes it:
//
//   # a comment
//   [key]
//   The lines of a paragraph are joined
//   to one line. An empty line parts paragraphs.
//     A line that begins with a space is a line of its own.

private import CPrintedText

/// The printed texts of one language by key.
struct TextCatalogue: Sendable {
  /// In the order of the file; a key that stands twice is there twice.
  let entries: [(key: String, text: String)]
  private let templates: [TextKey: TextTemplate]

  init(parsing file: String) {
    var entries: [(key: String, text: String)] = []
    var key: String?
    var lines: [Substring] = []
    func close() {
      if let key { entries.append((key, Self.text(of: lines))) }
      lines = []
    }
    for line in file.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("#") { continue }
      if line.hasPrefix("["), line.hasSuffix("]") {
        close()
        key = String(line.dropFirst().dropLast())
      } else {
        lines.append(line)
      }
    }
    close()
    self.entries = entries
    templates = Dictionary(
      entries.compactMap { entry in
        TextKey(rawValue: entry.key).map { ($0, TextTemplate(entry.text)) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Joins the lines of paragraphs and drops empty lines around the text.
  private static func text(of lines: [Substring]) -> String {
    var text = ""
    var isInParagraph = false
    for line in lines {
      let isParagraph = !line.isEmpty && !line.hasPrefix(" ")
      if isInParagraph, isParagraph {
        text += " "
      } else if !text.isEmpty || line.isEmpty {
        text += "\n"
      }
      text += line
      isInParagraph = isParagraph
    }
    return String(text.drop { $0 == "\n" }.reversed().drop { $0 == "\n" }.reversed())
  }

  subscript(key: TextKey) -> TextTemplate? { templates[key] }

  /// The catalogue that the program carries.
  static func embedded(_ language: Language) -> TextCatalogue {
    switch language {
    case .spanish: spanish
    case .english: english
    }
  }

  private static let spanish = TextCatalogue(parsing: text(of: minutario_printed_text_es()))
  private static let english = TextCatalogue(parsing: text(of: minutario_printed_text_en()))

  private static func text(of file: minutario_printed_text) -> String {
    String(decoding: UnsafeBufferPointer(start: file.data, count: file.length), as: UTF8.self)
  }
}
