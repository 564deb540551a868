import Foundation
import Reference
import Testing

@Suite("Shipped reference")
struct ReferenceTests {
  @Test("The program carries exactly the files of the folder")
  func embedded() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources/Reference/record")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(ShippedReference.files.map(\.name) == names)
    for file in ShippedReference.files {
      let onDisk = try Data(contentsOf: folder.appendingPathComponent(file.name))
      #expect(Data(file.bytes) == onDisk, "\(file.name)")
    }
  }
}
