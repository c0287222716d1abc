// The numbering part (word/numbering.xml) as definitions.

internal import MinutarioModel

/// Reads abstract definitions and lists.
struct NumberingReader: XMLHandler {
  var position = XMLPosition()
  private(set) var numbering = Numbering()
  private var abstractID: Int?
  private var abstract = Numbering.Abstract()
  private var listID: Int?
  private var list = Numbering.List(abstract: -1)
  private var overriddenLevel: Int?
  private var levelID: Int?
  private var level = Numbering.Level()
  private var skipped = 0

  /// Longest label pattern that is kept; Word's own are a few characters long.
  private static let longestPattern = 255

  mutating func open(_ element: Element, _ attributes: XMLAttributes) {
    // Alternatives repeat the same level for other programs: the first choice is read.
    if skipped > 0 || element == .formerProperties || element == .fallback {
      skipped += 1
      return
    }
    switch element {
    case .abstractNumbering:
      abstractID = attributes.integer("abstractNumId") ?? attributes.integer("listDefId")
      abstract = Numbering.Abstract()
    case .numbering:
      listID = attributes.integer("numId") ?? attributes.integer("ilfo")
      list = Numbering.List(abstract: -1)
    case .levelOverride: overriddenLevel = attributes.integer("ilvl")
    case .levelDefinition:
      levelID = attributes.integer("ilvl")
      level = Numbering.Level()
    case .styleLink: abstract.styleLink = attributes.string("val")
    case .numberingStyleLink: abstract.numberingStyleLink = attributes.string("val")
    case .abstractNumberingID: list.abstract = attributes.integer("val") ?? -1
    case .startOverride:
      if let overriddenLevel, let start = attributes.integer("val") {
        list.starts[overriddenLevel] = start
      }
    case .start, .numberFormat, .numberFormatCode, .levelText, .levelRestart, .legalNumbering,
      .paragraphStyle, .fonts, .hidden:
      if levelID != nil { readLevel(element, attributes) }
    default: break
    }
  }

  private mutating func readLevel(_ element: Element, _ attributes: XMLAttributes) {
    switch element {
    case .start: level.start = attributes.integer("val") ?? 1
    case .numberFormat:
      level.format = attributes.string("val").flatMap(NumberFormat.init(rawValue:)) ?? .decimal
      // A format of one's own begins with how it writes 1: "001, 002, 003, ...".
      if attributes.has("custom"), let first = attributes.string("format") {
        level.digits = min(9, max(1, first.prefix { $0 == "0" }.count + 1))
      }
    case .numberFormatCode:
      level.format = attributes.integer("val").flatMap(NumberFormat.init(code:)) ?? .decimal
    case .levelText:
      let pattern = attributes.string("val") ?? ""
      level.pattern =
        pattern.utf8.count <= NumberingReader.longestPattern ? Array(pattern.utf8) : []
    case .levelRestart: level.restart = attributes.integer("val")
    case .legalNumbering: level.isLegal = attributes.isOn
    case .paragraphStyle: level.style = attributes.string("val")
    case .hidden: level.isHidden = attributes.isOn
    case .fonts:
      let font = attributes.string("ascii") ?? attributes.string("hAnsi") ?? ""
      level.isSymbolFont = ["Symbol", "Wingdings", "Webdings"].contains { font.hasPrefix($0) }
    default: break
    }
  }

  mutating func close(_ element: Element) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    switch element {
    case .levelDefinition:
      if let levelID {
        if listID != nil {
          list.levels[levelID] = level
        } else {
          abstract.levels[levelID] = level
        }
      }
      levelID = nil
    case .levelOverride: overriddenLevel = nil
    case .abstractNumbering:
      if let abstractID { numbering.abstracts[abstractID] = abstract }
      abstractID = nil
    case .numbering:
      if let listID { numbering.lists[listID] = list }
      listID = nil
    default: break
    }
  }
}
