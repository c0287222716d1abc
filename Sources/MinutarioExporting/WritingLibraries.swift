// The versions of the libraries that the dataset is written with, for people who look for the cause
// of a trouble.

private import CSQLite
private import MinutarioSpreadsheet

/// The libraries behind the writers.
public enum WritingLibraries {
  /// Name and version, as they run.
  public static var versions: [(name: String, version: String)] {
    [
      ("sqlite3", String(cString: sqlite3_libversion())),
      ("libxlsxwriter", Workbook.libraryVersion),
    ]
  }
}
