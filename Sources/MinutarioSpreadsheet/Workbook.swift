// A workbook for spreadsheet programs (.xlsx), written row by row: however many rows there are, only
// one is in memory. A thin layer over libxlsxwriter that knows no table of ours, so that the dataset
// and the roster look alike.

private import CLibXLSXWriter

/// An .xlsx file that is being written. Sheets come one after the other, and so do their rows. The
/// same calls give the same bytes.
public final class Workbook {
  /// Rows of a sheet that Excel can open, the header among them.
  public static let excelRows = 1_048_576

  /// The version of libxlsxwriter, as it runs.
  public static var libraryVersion: String { lxw_version().map { String(cString: $0) } ?? "" }

  /// Nil once the file was closed: the library has freed it then.
  private var workbook: UnsafeMutablePointer<lxw_workbook>?
  private let formats: CellFormats
  private let rowLimit: Int
  private var sheet: Sheet?

  /// The sheet that is being written.
  private struct Sheet {
    let name: String
    let columns: [Column]
    let worksheet: UnsafeMutablePointer<lxw_worksheet>
    /// 1 for the sheet that has the plain name.
    let part: Int
    /// The row that cells go to, from 0; the header is row 0.
    var row: UInt32 = 0
    /// Lines that the tallest cell of the row takes.
    var lines = 1
  }

  /// A column of a sheet.
  public struct Column: Sendable {
    public let heading: String
    /// Characters. Text that is longer is wrapped, and its row is made taller. See `ColumnWidths`.
    public let width: Int

    public init(_ heading: String, width: Int) {
      self.heading = heading
      self.width = width
    }
  }

  /// Makes the file.
  /// - Parameters:
  ///   - file: path of the file, as bytes without NUL; what stands there is replaced.
  ///   - scratch: folder for the library's own files, which have no name there for long.
  ///   - title: what the properties of the document say.
  ///   - rowLimit: rows of a sheet; a sheet that is full is continued in another.
  /// - Throws: `WorkbookError` when memory is short.
  public init(
    file: [UInt8], scratch: [UInt8], title: String, rowLimit: Int = excelRows
  ) throws(WorkbookError) {
    self.rowLimit = rowLimit
    let made = CText.with(file) { file in
      CText.with(scratch) { scratch in
        var options = lxw_workbook_options(
          constant_memory: 1, tmpdir: UnsafeMutablePointer(mutating: scratch), use_zip64: 0)
        return workbook_new_opt(file, &options)
      }
    }
    guard let made else { throw WorkbookError("not enough memory") }
    workbook = made
    formats = CellFormats(of: made)
    CText.with(Array(title.utf8)) { title in
      var properties = lxw_doc_properties()
      properties.title = UnsafeMutablePointer(mutating: title)
      // Any fixed moment (2000-01-01): the day of the run must not show in the bytes.
      properties.created = 946_684_800
      _ = workbook_set_properties(made, &properties)
    }
  }

  deinit {
    // A workbook that was given up: nothing is written, its scratch files go.
    if let workbook { lxw_workbook_free(workbook) }
  }

  // MARK: Sheets

  /// Begins a sheet, with its header row.
  /// - Parameters:
  ///   - name: up to 28 characters, none of `[]:*?/\`, not used before.
  ///   - columns: at least one.
  /// - Throws: `WorkbookError`, as all that is called of a workbook.
  public func beginSheet(_ name: String, _ columns: [Column]) throws(WorkbookError) {
    try begin(name, columns, part: 1)
  }

  private func begin(_ name: String, _ columns: [Column], part: Int) throws(WorkbookError) {
    guard let workbook else { throw WorkbookError("the workbook is closed") }
    let shown = part == 1 ? name : "\(name) \(part)"
    let made = CText.with(Array(shown.utf8)) { workbook_add_worksheet(workbook, $0) }
    guard let made else { throw WorkbookError("no sheet can be named \(shown)") }
    sheet = Sheet(name: name, columns: columns, worksheet: made, part: part)
    for (index, column) in columns.enumerated() {
      let place = UInt16(index)
      try check(worksheet_set_column(made, place, place, Double(column.width), nil))
      try put(CellText(column.heading), in: index, formats.heading)
    }
  }

  /// Begins the next row; cells that are not written stay empty.
  public func beginRow() throws(WorkbookError) {
    guard let current = sheet else { throw WorkbookError("no sheet was begun") }
    guard Int(current.row) + 1 >= rowLimit else {
      try endRow()
      sheet?.row += 1
      sheet?.lines = 1
      return
    }
    try endSheet()
    try begin(current.name, current.columns, part: current.part + 1)
    try beginRow()
  }

  /// Makes the row as tall as its cells need: not all programs do that by themselves.
  private func endRow() throws(WorkbookError) {
    guard let sheet, sheet.lines > 1 else { return }
    // Points; Excel takes up to 409.
    let height = min(Double(sheet.lines) * 15, 405)
    try check(worksheet_set_row(sheet.worksheet, sheet.row, height, nil))
  }

  /// Ends the sheet: the header stays in view, all columns can be filtered, and it prints on pages of
  /// full width.
  public func endSheet() throws(WorkbookError) {
    guard let sheet, let last = UInt16(exactly: sheet.columns.count - 1) else { return }
    try endRow()
    let worksheet = sheet.worksheet
    worksheet_freeze_panes(worksheet, 1, 0)
    try check(worksheet_autofilter(worksheet, 0, 0, sheet.row, last))
    try check(worksheet_repeat_rows(worksheet, 0, 0))
    worksheet_set_landscape(worksheet)
    worksheet_fit_to_pages(worksheet, 1, 0)
    worksheet_set_margins(worksheet, 0.4, 0.4, 0.5, 0.6)
    try check(worksheet_set_footer(worksheet, "&L&A&R&P / &N"))
    // Numerals such as «1» are text on purpose.
    let range = "A1:\(Self.letters(of: Int(last)))\(sheet.row + 1)"
    try check(
      worksheet_ignore_errors(worksheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), range))
    // The library does not look whether its scratch file could take the rows.
    if let scratch = worksheet.pointee.optimize_tmpfile {
      guard fflush(scratch) == 0, ferror(scratch) == 0 else {
        throw WorkbookError("the rows of \(sheet.name) do not fit on the disk")
      }
    }
    self.sheet = nil
  }

  /// Packs the sheets into the file. Nothing can be written after it.
  public func close() throws(WorkbookError) {
    try endSheet()
    guard let workbook else { return }
    self.workbook = nil
    try check(workbook_close(workbook))
  }

  // MARK: Cells of the row

  /// Writes a text, never taken for a formula or a link. See `CellText` for what it can hold.
  public func put(_ text: String, in column: Int) throws(WorkbookError) {
    try put(CellText(text), in: column, formats.text)
  }

  /// Writes a text that is given as UTF-8.
  public func put(
    utf8 text: UnsafeBufferPointer<UInt8>, in column: Int
  ) throws(WorkbookError) {
    try put(CellText(text), in: column, formats.text)
  }

  /// Writes a number.
  public func put(_ number: Double, in column: Int) throws(WorkbookError) {
    guard let sheet else { return }
    try check(
      worksheet_write_number(sheet.worksheet, sheet.row, UInt16(column), number, formats.number))
  }

  /// Writes a date: `2020-10-01` as a date, less of it (`2020-10`) as text.
  public func put(date text: String, in column: Int) throws(WorkbookError) {
    var text = text
    let day = text.withUTF8 { Day($0) }
    if let day { try put(day, in: column) } else { try put(text, in: column) }
  }

  /// Writes a date that is given as UTF-8.
  public func put(
    date text: UnsafeBufferPointer<UInt8>, in column: Int
  ) throws(WorkbookError) {
    if let day = Day(text) { try put(day, in: column) } else { try put(utf8: text, in: column) }
  }

  private func put(_ day: Day, in column: Int) throws(WorkbookError) {
    guard let sheet else { return }
    var date = lxw_datetime()
    date.year = Int32(day.year)
    date.month = Int32(day.month)
    date.day = Int32(day.day)
    try check(
      worksheet_write_datetime(sheet.worksheet, sheet.row, UInt16(column), &date, formats.date))
  }

  private func put(
    _ text: CellText, in column: Int, _ format: UnsafeMutablePointer<lxw_format>?
  ) throws(WorkbookError) {
    guard let current = sheet else { return }
    let lines = text.lines(of: current.columns[column].width)
    if lines > current.lines { sheet?.lines = lines }
    try check(
      text.withCString {
        worksheet_write_string(current.worksheet, current.row, UInt16(column), $0, format)
      })
  }

  private func check(_ answer: lxw_error) throws(WorkbookError) {
    guard answer != LXW_NO_ERROR else { return }
    throw WorkbookError(lxw_strerror(answer).map { String(cString: $0) } ?? "unknown trouble")
  }

  /// `A` for 0, `AA` for 26.
  private static func letters(of column: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(column % 26)))
    return column < 26 ? letter : letters(of: column / 26 - 1) + letter
  }
}

/// Why a workbook cannot be written.
public struct WorkbookError: Error, Sendable, Equatable, CustomStringConvertible {
  /// In English, without the name of the file.
  public let description: String

  init(_ description: String) { self.description = description }
}

/// A day as Excel can count it: from 1901 on, since its calendar takes 1900 for a leap year.
private struct Day {
  let year: Int
  let month: Int
  let day: Int

  /// Nil for anything but `2020-10-01`.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    let dash = UInt8(ascii: "-")
    guard text.count == 10, text[4] == dash, text[7] == dash else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var number = 0
      for byte in text[range] {
        guard (0x30...0x39).contains(byte) else { return nil }
        number = number * 10 + Int(byte - 0x30)
      }
      return number
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
      year > 1900, (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }
}

/// How cells look.
private struct CellFormats {
  let heading: UnsafeMutablePointer<lxw_format>?
  let text: UnsafeMutablePointer<lxw_format>?
  let number: UnsafeMutablePointer<lxw_format>?
  let date: UnsafeMutablePointer<lxw_format>?

  init(of workbook: UnsafeMutablePointer<lxw_workbook>) {
    func format(_ look: (UnsafeMutablePointer<lxw_format>) -> Void) -> UnsafeMutablePointer<
      lxw_format
    >? {
      let format = workbook_add_format(workbook)
      if let format {
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        look(format)
      }
      return format
    }
    heading = format {
      format_set_bold($0)
      format_set_text_wrap($0)
      format_set_bg_color($0, 0xE4_EAF1)
      format_set_bottom($0, UInt8(LXW_BORDER_THIN.rawValue))
    }
    text = format { format_set_text_wrap($0) }
    number = format {
      format_set_align($0, UInt8(LXW_ALIGN_RIGHT.rawValue))
      // Off the border, and so off the text of the next column.
      format_set_indent($0, 1)
    }
    date = format {
      format_set_num_format($0, "yyyy-mm-dd")
      // As partial dates stand, which are text.
      format_set_align($0, UInt8(LXW_ALIGN_LEFT.rawValue))
    }
  }
}
