// A paragraph while its runs come in: its text, how much of the beginning is bold, and the text
// boxes anchored in it, which follow it.

internal import MinutarioModel

/// A finished paragraph on its way into a story.
struct FinishedParagraph {
  var text: [UInt8]
  /// Its range is set where the text is placed.
  var block: Block
}

/// The paragraph being read.
struct ParagraphDraft {
  var text: [UInt8] = []
  var index = 0
  var isOpen = false
  /// Set where the paragraph's mark was deleted: the text goes on in the next paragraph.
  var isMarkDeleted = false
  var hasProperties = false
  var label: ListLabel?
  var headingLevel: Int?
  var style = Styles.Effect()
  /// Paragraphs of the text boxes anchored here.
  var anchored: [FinishedParagraph] = []

  /// Bold is still unbroken, disregarding spaces.
  private var isBoldSoFar = true
  private var boldBytes = 0

  /// Whether there is nothing to hand on.
  var isEmpty: Bool { text.isEmpty && anchored.isEmpty }

  /// Makes ready for another paragraph, keeping the storage.
  mutating func reset(index: Int) {
    text.removeAll(keepingCapacity: true)
    anchored.removeAll()
    isBoldSoFar = true
    boldBytes = 0
    resetProperties()
    self.index = index
  }

  /// Forgets what the properties said, as for the paragraph that goes on with this text.
  mutating func resetProperties() {
    isMarkDeleted = false
    hasProperties = false
    label = nil
    headingLevel = nil
    style = Styles.Effect()
  }

  /// Notes that the text just appended, from an offset on, is bold or not.
  mutating func appended(from start: Int, isBold: Bool) {
    guard isBoldSoFar else { return }
    if isBold {
      boldBytes = text.count
    } else if !text[start...].allSatisfy(isBlank) {
      isBoldSoFar = false
    }
  }

  /// Removes line breaks from the end of the text.
  mutating func trimEnd() {
    while text.last == UInt8(ascii: "\n") { text.removeLast() }
  }

  /// The leading bold bytes; all of them where only spaces are not bold.
  var boldPrefix: Int {
    boldBytes > 0 && isBoldSoFar ? text.count : min(boldBytes, text.count)
  }
}

/// Whether a byte is an ASCII space of any kind.
func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
