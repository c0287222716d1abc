// What the process does with memory that it no longer needs. The C library learns from large blocks
// that were freed to keep more and more for later; in a run that is a sixth of the peak.

private import CMalloc

/// The memory that was freed.
enum FreedMemory {
  /// From here on, freed memory at the end of the heap goes back to the system, and large blocks
  /// have pages of their own. A fixed threshold, even the one the C library begins with, ends its
  /// learning.
  static func goesBack() { _ = mallopt(M_TRIM_THRESHOLD, 128 * 1024) }

  /// Gives back what was freed between blocks that are still in use. Takes some milliseconds: for
  /// the end of a stage that has needed much.
  static func goesBackNow() { _ = malloc_trim(0) }
}
