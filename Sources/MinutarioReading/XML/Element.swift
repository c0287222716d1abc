// The elements that this package reads, and how an XML name becomes one of them. Names are found by
// namespace, never by prefix; the transitional and the strict namespaces mean the same.

/// The namespaces of interest, each in all its spellings.
enum XMLNamespace: Hashable {
  case word, compatibility, relationships, packageRelationships, mathematics, dublinCore
  case flatPackage, annotation, office, other

  private static let spellings: [(StaticString, XMLNamespace)] = [
    ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", .word),
    ("http://schemas.openxmlformats.org/markup-compatibility/2006", .compatibility),
    ("http://schemas.openxmlformats.org/officeDocument/2006/relationships", .relationships),
    ("http://schemas.openxmlformats.org/package/2006/relationships", .packageRelationships),
    ("http://schemas.openxmlformats.org/officeDocument/2006/math", .mathematics),
    ("http://purl.org/dc/elements/1.1/", .dublinCore),
    ("http://purl.oclc.org/ooxml/wordprocessingml/main", .word),
    ("http://purl.oclc.org/ooxml/officeDocument/relationships", .relationships),
    ("http://purl.oclc.org/ooxml/officeDocument/math", .mathematics),
    // One XML file instead of a package; the vocabulary of Word 2003 is nearly that of today.
    ("http://schemas.microsoft.com/office/2006/xmlPackage", .flatPackage),
    ("http://schemas.microsoft.com/office/word/2003/wordml", .word),
    ("http://schemas.microsoft.com/aml/2001/core", .annotation),
    ("urn:schemas-microsoft-com:office:office", .office),
  ]

  init(_ uri: UnsafePointer<UInt8>) {
    self = XMLNamespace.spellings.first { $0.0.isEqual(to: uri) }?.1 ?? .other
  }
}

/// An element with a meaning to the readers of this package; all others are transparent.
enum Element: UInt8 {
  case other
  // Structure
  case document, body, header, footer, footnotes, endnotes, comments
  case footnote, endnote, comment
  case paragraph, paragraphProperties, run, runProperties
  case table, row, rowProperties, cell, cellProperties
  case sectionProperties, headerReference, footerReference
  case structuredTagProperties, textBoxContent, hyperlink, simpleField
  // Text
  case text, mathText, denominator, raised, lowered, tab, lineBreak, carriageReturn, alignedTab,
    symbol
  case noBreakHyphen, fieldCharacter, fieldInstruction
  case phoneticText
  // Revisions
  case inserted, deleted, movedFrom, movedTo, deletedText, deletedInstruction
  case formerProperties
  // Properties
  case paragraphStyle, runStyle, numberingReference, numberingID, level, outlineLevel
  case bold, capitals, hidden, alignment, gridBefore, gridSpan, verticalMerge, headerRow
  // Form fields
  case checkBox, choiceList, formDefault, formState, formResult, listEntry
  // Alternatives
  case alternateContent, choice, fallback, foreignChunk
  // Styles and numbering
  case style, name, basedOn, documentDefaults
  case abstractNumbering, numbering, levelDefinition, levelOverride, startOverride
  case start, numberFormat, levelText, levelRestart, legalNumbering, fonts, styleLink
  case numberingStyleLink, abstractNumberingID
  // Package
  case relationship, title
  // Files of one XML document
  case flatPart, flatContents, styles, lists, documentProperties, numberFormatCode, annotation

  /// Names by namespace; docs/READING.md lists them.
  static let names: [XMLNamespace: [String: Element]] = [
    .word: [
      "document": .document, "body": .body, "hdr": .header, "ftr": .footer,
      "footnotes": .footnotes, "endnotes": .endnotes, "comments": .comments,
      "footnote": .footnote, "endnote": .endnote, "comment": .comment,
      "p": .paragraph, "pPr": .paragraphProperties, "r": .run, "rPr": .runProperties,
      "tbl": .table, "tr": .row, "trPr": .rowProperties, "tc": .cell, "tcPr": .cellProperties,
      "sectPr": .sectionProperties, "headerReference": .headerReference,
      "footerReference": .footerReference, "sdtPr": .structuredTagProperties,
      "txbxContent": .textBoxContent, "hyperlink": .hyperlink, "fldSimple": .simpleField,
      "t": .text, "tab": .tab, "br": .lineBreak, "cr": .carriageReturn, "ptab": .alignedTab,
      "sym": .symbol, "noBreakHyphen": .noBreakHyphen, "fldChar": .fieldCharacter,
      "instrText": .fieldInstruction, "rt": .phoneticText,
      "ins": .inserted, "del": .deleted, "moveFrom": .movedFrom, "moveTo": .movedTo,
      "delText": .deletedText, "delInstrText": .deletedInstruction,
      "pPrChange": .formerProperties, "rPrChange": .formerProperties,
      "tblPrChange": .formerProperties, "trPrChange": .formerProperties,
      "tcPrChange": .formerProperties, "sectPrChange": .formerProperties,
      "tblPrExChange": .formerProperties, "tblGridChange": .formerProperties,
      "numberingChange": .formerProperties,
      "pStyle": .paragraphStyle, "rStyle": .runStyle, "numPr": .numberingReference,
      "numId": .numberingID, "ilvl": .level, "outlineLvl": .outlineLevel, "b": .bold,
      "caps": .capitals, "vanish": .hidden, "jc": .alignment, "tblHeader": .headerRow,
      "checkBox": .checkBox, "ddList": .choiceList, "default": .formDefault,
      "checked": .formState, "result": .formResult, "listEntry": .listEntry,
      "gridBefore": .gridBefore, "gridSpan": .gridSpan,
      "vMerge": .verticalMerge, "altChunk": .foreignChunk,
      "style": .style, "name": .name, "basedOn": .basedOn, "docDefaults": .documentDefaults,
      "abstractNum": .abstractNumbering, "num": .numbering, "lvl": .levelDefinition,
      "lvlOverride": .levelOverride, "startOverride": .startOverride, "start": .start,
      "numFmt": .numberFormat, "lvlText": .levelText, "lvlRestart": .levelRestart,
      "isLgl": .legalNumbering, "rFonts": .fonts, "styleLink": .styleLink,
      "numStyleLink": .numberingStyleLink, "abstractNumId": .abstractNumberingID,
      // As Word 2003 names them.
      "wordDocument": .document, "styles": .styles, "lists": .lists, "listDef": .abstractNumbering,
      "list": .numbering, "ilst": .abstractNumberingID, "nfc": .numberFormatCode,
      "listPr": .numberingReference, "ilfo": .numberingID, "vmerge": .verticalMerge,
    ],
    .compatibility: [
      "AlternateContent": .alternateContent, "Choice": .choice, "Fallback": .fallback,
    ],
    .mathematics: [
      "t": .mathText, "den": .denominator, "sup": .raised, "sub": .lowered,
    ],
    .packageRelationships: ["Relationship": .relationship],
    .dublinCore: ["title": .title],
    .flatPackage: ["part": .flatPart, "xmlData": .flatContents],
    .annotation: ["annotation": .annotation],
    .office: ["DocumentProperties": .documentProperties, "Title": .title],
  ]

  init(_ name: UnsafePointer<UInt8>, _ space: XMLNamespace) {
    self = space == .other ? .other : Element.index.element(name, space)
  }

  private static let index = ElementIndex(names)
}

/// The names of all elements, by a hash of their bytes: a document spells out each of its names once
/// or more, and most of them mean nothing here.
private struct ElementIndex {
  private struct Entry {
    var name: [UInt8]
    var space: XMLNamespace
    var element: Element
  }
  private static let size = 512
  private var buckets = [[Entry]](repeating: [], count: ElementIndex.size)

  init(_ names: [XMLNamespace: [String: Element]]) {
    for (space, names) in names {
      for (name, element) in names {
        // With the zero that ends a C string.
        let bytes = Array(name.utf8) + [0]
        buckets[bytes.withUnsafeBufferPointer { $0.baseAddress.map(ElementIndex.hash) ?? 0 }]
          .append(Entry(name: bytes, space: space, element: element))
      }
    }
  }

  func element(_ name: UnsafePointer<UInt8>, _ space: XMLNamespace) -> Element {
    for entry in buckets[ElementIndex.hash(name)] where entry.space == space {
      let isEqual = entry.name.withUnsafeBufferPointer { own in
        own.indices.allSatisfy { own[$0] == name[$0] }
      }
      if isEqual { return entry.element }
    }
    return .other
  }

  private static func hash(_ name: UnsafePointer<UInt8>) -> Int {
    var hash: UInt32 = 0x811C_9DC5
    var next = name
    while next.pointee != 0 {
      hash = (hash ^ UInt32(next.pointee)) &* 0x0100_0193
      next += 1
    }
    return Int(hash % UInt32(size))
  }
}

/// Elements by the address of their name. libxml2 keeps one copy of each name per document, so an
/// address stands for its name, and a name is spelled out only where it first occurs.
struct ElementCache {
  private struct Slot {
    var name: UnsafePointer<UInt8>?
    var uri: UnsafePointer<UInt8>?
    var element: Element
  }
  private static let capacity = 256
  /// The address of the word namespace that was met last.
  private(set) var wordURI: UnsafePointer<UInt8>?
  private var slots = [Slot](
    repeating: Slot(name: nil, uri: nil, element: .other), count: ElementCache.capacity)

  mutating func element(_ name: UnsafePointer<UInt8>, _ uri: UnsafePointer<UInt8>?) -> Element {
    let address = UInt(bitPattern: name) ^ (UInt(bitPattern: uri) &>> 3)
    let index = Int((address ^ (address &>> 8)) & UInt(ElementCache.capacity - 1))
    if slots[index].name == name, slots[index].uri == uri { return slots[index].element }
    var element = Element.other
    if let uri {
      let space = uri == wordURI ? .word : XMLNamespace(uri)
      if space == .word { wordURI = uri }
      element = Element(name, space)
    }
    slots[index] = Slot(name: name, uri: uri, element: element)
    return element
  }
}
