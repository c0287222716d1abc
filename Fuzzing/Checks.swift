// What must be true of every document that is read, whatever its bytes: a trap, a hang or a broken
// promise is a finding.

import MinutarioModel
import MinutarioReading

/// Reads a file as the program does, and checks what comes out.
func read(_ bytes: [UInt8], name: String) {
  for policy in RevisionPolicy.allCases {
    guard let document = try? SourceReader(revisions: policy).read(bytes, name: name) else {
      return
    }
    precondition(String(validating: document.text, as: UTF8.self) != nil, "invalid UTF-8")
    precondition(document.stories.first?.kind == .body, "no body")
    for block in document.stories.flatMap(\.blocks) {
      precondition(block.range.upperBound <= document.text.count, "block beyond the text")
      precondition(block.boldPrefix <= block.range.count && block.paragraph >= 0, "bold beyond")
      precondition(
        String(validating: document.text[block.range], as: UTF8.self) != nil, "split character")
    }
    precondition(
      zip(document.runs, document.runs.dropFirst()).allSatisfy { $0.offset <= $1.offset },
      "runs out of order")
    // Text files know no changes.
    if !name.hasSuffix(".docx") { return }
  }
}
