// What a file is, by its first bytes; its name is asked only where those do not tell. Names lie
// often: a .doc named .docx, an HTML page named .doc.

/// What a file turned out to be.
enum FileKind: Equatable {
  /// A zip file, perhaps a Word document.
  case package
  /// One XML file that is a Word document.
  case flat(FlatForm)
  case text
  /// A page of HTML.
  case page
  case richText
  /// A document of Word 97 to 2003.
  case oldWord
  /// What Word leaves beside a document that is open.
  case lockFile
  case empty
  /// A file that cannot be opened without its password.
  case encrypted(String)
  /// A format that is not read, by its common name.
  case foreign(String)
  case damaged(String)

  private static let wordExtensions: Set<String> = ["docx", "docm", "dotx", "dotm"]

  init(_ file: [UInt8], _ name: FileName) {
    let isWordName = FileKind.wordExtensions.contains(name.fileExtension)
    if file.starts(with: [0x50, 0x4B, 0x03, 0x04]) || file.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      self = .package
    } else if file.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = FileKind.compoundFile(file)
    } else if let form = FlatForm(file) {
      self = .flat(form)
    } else if let kind = FileKind.marked(file) {
      self = kind
    } else if isWordName, file.isEmpty {
      self = .empty
    } else if isWordName, FileKind.isLockFile(file) {
      self = .lockFile
    } else if isWordName, EndRecord(file) != nil {
      self = .package
    } else if !TextDecoding.isPlausible(file) || isWordName && file.contains(0) {
      self = .foreign("binary")
    } else {
      self = .text
    }
  }

  /// What an OLE container holds: its directory names the streams in UTF-16.
  private static func compoundFile(_ file: [UInt8]) -> FileKind {
    if contains(file, "EncryptedPackage") { return .encrypted("Office") }
    if contains(file, "WordDocument") { return .oldWord }
    if contains(file, "Workbook") { return .foreign("Excel 97-2003 (.xls)") }
    return .foreign("OLE")
  }

  private static func contains(_ file: [UInt8], _ name: StaticString) -> Bool {
    let wanted: [UInt8] = name.withUTF8Buffer { letters in
      letters.flatMap { [lowercase($0), UInt8(0)] }
    }
    guard file.count >= wanted.count else { return false }
    // Directory entries stand at multiples of 128 bytes.
    return stride(from: 0, through: file.count - wanted.count, by: 128).contains { position in
      zip(file[position...], wanted).allSatisfy { lowercase($0) == $1 }
    }
  }

  /// Whether a file holds no more than who has a document open: the length of a name, the name, and
  /// the same once more in UTF-16.
  private static func isLockFile(_ file: [UInt8]) -> Bool {
    guard file.count == 162, let length = file.first, (1...52).contains(length) else {
      return false
    }
    return file[1...Int(length)].allSatisfy { $0 >= 0x20 }
      && (54...55).contains { file[$0] == length && file[$0 + 1] == 0 }
  }

  /// Formats that say what they are in text.
  private static func marked(_ file: [UInt8]) -> FileKind? {
    // Byte order marks, and the zero bytes of UTF-16, say nothing here.
    let head = file.prefix(1_024).filter { $0 != 0 }.drop { isBlank($0) || isOrderMark($0) }
    func begins(_ mark: StaticString) -> Bool {
      mark.withUTF8Buffer { mark in
        head.count >= mark.count && zip(head, mark).allSatisfy { lowercase($0) == lowercase($1) }
      }
    }
    if begins("{\\rtf") { return .richText }
    if begins("%PDF-") { return .foreign("PDF") }
    if begins("MIME-Version:") { return .foreign("MHTML") }
    if begins("<!doctype html") || begins("<html") || begins("<head") || begins("<body") {
      return .page
    }
    guard begins("<?xml") else { return nil }
    return String(decoding: head, as: UTF8.self).lowercased().contains("<html")
      ? .page : .foreign("XML")
  }

  private static func lowercase(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}

/// Whether a byte may belong to a byte order mark.
func isOrderMark(_ byte: UInt8) -> Bool {
  switch byte {
  case 0xEF, 0xBB, 0xBF, 0xFE, 0xFF: true
  default: false
  }
}
