// The entry for text files, as plain text and in both markups, and for pages of HTML, which only
// documents include. The first byte chooses.

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzTextFile(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  guard let choice = bytes.first else { return 0 }
  let names = ["a.txt", "a.md", "a.rst"]
  read(Array(bytes.dropFirst()), name: names[Int(choice) % names.count])
  return 0
}
