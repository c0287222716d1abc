// The version that `--version` shows and reports carry.

/// The program's version.
public enum ToolVersion {
  public static let number = "0.1.0"
}
