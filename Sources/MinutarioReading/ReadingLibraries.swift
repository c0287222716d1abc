// The versions of the libraries that documents are read with, for people who look for the cause of
// a trouble.

private import CLibDeflate
private import CLibXML2
private import CZlib

/// The libraries behind the readers.
public enum ReadingLibraries {
  /// Name and version. Of libxml2 and zlib it is the one that runs; libdeflate tells only the one
  /// that it was built with.
  public static var versions: [(name: String, version: String)] {
    [
      ("libxml2", String(cString: minutario_libxml2_version())),
      ("libdeflate", LIBDEFLATE_VERSION_STRING),
      ("zlib", String(cString: zlibVersion())),
    ]
  }
}
