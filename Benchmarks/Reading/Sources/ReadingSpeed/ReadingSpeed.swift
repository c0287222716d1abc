// What reading alone costs: files of Word or text to blocks, on one core, in CPU seconds, so that a
// machine with other work gives the same figure.

import ArgumentParser
private import Glibc
private import MinutarioModel
private import MinutarioReading

@main
struct ReadingSpeed: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "reading-speed",
      abstract: "Reads files, one after the other, and tells what it cost as a line of JSON.")
  }

  @Argument(help: "Files to read.")
  var files: [String]

  @Option(help: "Times that all files are read; the figures are those of the median time.")
  var rounds = 1

  func run() throws {
    let reader = SourceReader()
    var rounds: [Round] = []
    for _ in 0..<max(1, self.rounds) { rounds.append(Round(files, reader)) }
    rounds.sort { $0.seconds < $1.seconds }
    print(rounds[rounds.count / 2].json)
  }
}

/// All files read once.
private struct Round {
  private var documents = 0
  private var failed = 0
  private var fileBytes = 0
  private var textBytes = 0
  private var blocks = 0
  private(set) var seconds = 0.0

  init(_ files: [String], _ reader: SourceReader) {
    let start = Round.processorTime
    for file in files {
      guard let bytes = Round.content(of: file) else {
        failed += 1
        continue
      }
      fileBytes += bytes.count
      do throws(DocumentError) {
        let document = try reader.read(bytes, name: file)
        documents += 1
        textBytes += document.text.count
        blocks += document.stories.reduce(0) { $0 + $1.blocks.count }
      } catch {
        failed += 1
      }
    }
    seconds = Round.processorTime - start
  }

  var json: String {
    let rate = seconds > 0 ? Int(Double(documents) / seconds) : 0
    let milliseconds = Int(seconds * 1_000)
    return """
      {"docs":\(documents),"failed":\(failed),"cpu_ms":\(milliseconds),"docs_per_cpu_s":\(rate),\
      "file_bytes":\(fileBytes),"text_bytes":\(textBytes),"blocks":\(blocks)}
      """
  }

  private static var processorTime: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func content(of path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var facts = stat()
    guard fstat(file, &facts) == 0 else { return nil }
    let size = Int(facts.st_size)
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let part = Glibc.read(file, buffer.baseAddress.map { $0 + count }, size - count)
        guard part > 0 else { return }
        count += part
      }
    }
  }
}
