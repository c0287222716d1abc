// What must be true of every document that is read, whatever its bytes: a trap, a hang or a broken
// promise is a finding.

import Glibc
import MinutarioModel
import MinutarioReading

/// Reads a file as the program does, and checks what comes out.
func read(_ bytes: [UInt8], name: String) {
  for policy in RevisionPolicy.allCases {
    guard let document = try? SourceReader(revisions: policy).read(bytes, name: name) else {
      return
    }
    check(String(validating: document.text, as: UTF8.self) != nil, "invalid UTF-8")
    check(document.stories.first?.kind == .body, "no body")
    for block in document.stories.flatMap(\.blocks) {
      check(block.range.upperBound <= document.text.count, "block beyond the text")
      check(block.boldPrefix <= block.range.count && block.paragraph >= 0, "bold beyond")
      check(
        String(validating: document.text[block.range], as: UTF8.self) != nil, "split character")
    }
    check(
      zip(document.runs, document.runs.dropFirst()).allSatisfy { $0.offset <= $1.offset },
      "runs out of order")
    // Text files know no changes.
    if !name.hasSuffix(".docx") { return }
  }
}

/// Ends the process with a word about what is broken; a release build would keep it to itself.
private func check(_ isTrue: Bool, _ promise: StaticString) {
  guard !isTrue else { return }
  promise.withUTF8Buffer { _ = write(2, $0.baseAddress, $0.count) }
  abort()
}
