// Where tables go. Exporting knows no files: whoever writes them gives a sink.

/// Takes the bytes of the dataset's files.
public protocol TableSink {
  associatedtype Failure: Error

  /// Appends bytes to a file of the dataset; the first call for a name makes the file, also when
  /// there are no bytes. The CSV and the JSON Lines file of one table are written in turns; no
  /// file is taken up again once the next table has begun. Names are plain and ASCII, such as
  /// `meetings.csv`.
  mutating func append(_ bytes: [UInt8], to file: String) throws(Failure)
}

/// Keeps all files in memory, in the order in which they were begun.
public struct MemorySink: TableSink {
  public private(set) var files: [(name: String, bytes: [UInt8])] = []
  private var places: [String: Int] = [:]

  public init() {}

  public mutating func append(_ bytes: [UInt8], to file: String) throws(Never) {
    if let place = places[file] {
      files[place].bytes += bytes
    } else {
      places[file] = files.count
      files.append((file, bytes))
    }
  }

  /// The bytes of one file; nil when it was not written.
  public subscript(file: String) -> [UInt8]? {
    places[file].map { files[$0].bytes }
  }
}
