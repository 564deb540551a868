import Foundation
import Testing
import Vocabulary

@testable import Commands

@Suite("Programs beside this one")
struct PackToolsTests {
  @Test("Where there is none, what is wanting and how to get it is said")
  func none() {
    let tools = PackTools(environment: ["PATH": "/nowhere"])
    #expect { try tools.painter() } throws: { "\($0)".contains("librsvg2-bin") }
    #expect {
      try tools.print("/nowhere/index.html", to: "/nowhere/pack.pdf", month: .distantPast)
    } throws: { "\($0)".contains("no Chromium browser was found") }
  }

  @Test("One that ends badly, or makes no file, is a fault and not a file")
  func bad() throws {
    let bench = try Bench()
    for (name, script) in [("bad", "#!/bin/sh\nexit 3\n"), ("idle", "#!/bin/sh\nexit 0\n")] {
      let program = try bench.write(script, to: "\(name)/rsvg-convert")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
      let painter = try PackTools(environment: ["PATH": bench.path(name)]).painter()
      #expect { try painter(Array("<svg/>".utf8)) } throws: { "\($0)".contains("and made no file") }
    }
  }
}
