import Foundation

// Measures what ARCHITECTURE.md promises, in release: `make bench`. With a name, only that: `start`, `recasting`,
// `pages`, `imports`. `opened PATH` is what `start` calls in a process of its own.

let words = Array(CommandLine.arguments.dropFirst())
switch words.first {
case nil:
  try measureStart()
  measureRecasting()
  try measurePages()
  try measureImports()
case "start": try measureStart()
case "opened": try measureOpening(words[1])
case "recasting": measureRecasting()
case "pages": try measurePages()
case "imports": try measureImports()
case let word?:
  FileHandle.standardError.write(Data("There is no benchmark called \(word).\n".utf8))
  exit(64)
}
