/// What is being done, drawn over itself on a terminal and not at all elsewhere.
struct Progress: Sendable {
  private let console: Console

  init(_ console: Console) { self.console = console }

  func show(_ text: String) {
    if console.showsProgress {
      console.err("\r\u{1B}[2K" + DisplayWidth.cut(text, to: console.width ?? 78) + " …")
    }
  }

  func clear() {
    if console.showsProgress { console.err("\r\u{1B}[2K") }
  }
}
