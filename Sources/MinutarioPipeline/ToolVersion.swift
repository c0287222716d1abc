// The version that `--version` shows and reports carry.

/// The program's version.
public enum ToolVersion {
  public static let number = "0.1.0"

  /// The compiler that it was built with.
  public static var swift: String {
    #if compiler(>=6.4)
      "6.4 or newer"
    #elseif compiler(>=6.3)
      "6.3"
    #else
      "6.2"
    #endif
  }
}
