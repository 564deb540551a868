import Foundation

// Measures what ARCHITECTURE.md promises, in release: `make bench`. With a name, only that: `start`, `recasting`,
// `statistics`, `pages`, `packs`, `imports`. `opened`, `packed` and `imported` with a path are what they call in a
// process of its own.

let words = Array(CommandLine.arguments.dropFirst())
switch words.first {
case nil:
  Stopwatch.printHeader()
  measureRecasting()
  try measureStatistics()
  try measureStart()
  try measurePages()
  try measurePacks()
  try measureImports()
case "start": try measureStart()
case "recasting": measureRecasting()
case "statistics": try measureStatistics()
case "pages": try measurePages()
case "packs": try measurePacks()
case "imports": try measureImports()
case "opened" where words.count == 2: try measureOpening(words[1])
case "packed" where words.count == 2: try measurePacking(words[1])
case "imported" where words.count == 2: try measureImporting(words[1])
case let word?:
  FileHandle.standardError.write(Data("There is no benchmark called \(word).\n".utf8))
  exit(64)
}
