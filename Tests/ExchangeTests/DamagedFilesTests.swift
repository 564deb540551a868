import Formats
import Testing

@testable import Exchange

@Suite("Whatever the bytes, a file of organisations is read or refused")
struct DamagedFilesTests {
  private static func seeds() throws -> [(any Reader, [UInt8])] {
    let trusts = (10..<30).map {
      "\"R\($0)\",\"A NHS TRUST\",\"Y62\",\"QOP\",,,,,,\"M1 1AA\",\"20171001\",,,,,,,,,,,,,,,,"
    }
    let practices = (10..<30).map {
      "\"A810\($0)\",\"A SURGERY\",\"Y63\",\"QHM\",,,,,,\"TS1\",\"19740401\",,\"A\",\"B\",\"16C\",\"20200401\",,,,,,,,,,\"4\",\"\""
    }
    let book = try NetworksTests.book().bytes
    return [
      (ODSOrganisations(), Array(trusts.joined(separator: "\r\n").utf8)),
      (ODSOrganisations(), Array(practices.joined(separator: "\n").utf8)),
      (PracticeMapping(), Array(MappingTests.appointments.utf8)),
      (PracticeMapping(), Array(MappingTests.registered.utf8)),
      (PracticeMapping(), try TestZIP.archive([("a.csv", MappingTests.old)])),
      (PrimaryCareNetworks(), try book.read(at: 0, count: book.size)),
    ]
  }

  @Test("bytes changed, cut out, doubled and cut off", arguments: 0..<6)
  func damaged(seed: Int) throws {
    let (reader, whole) = try Self.seeds()[seed]
    var numbers = Numbers(state: UInt64(seed) + 1)
    let register = Record.shipped.latest
    var used = 0
    for _ in 0..<150 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &numbers) where !bytes.isEmpty {
        let at = Int.random(in: 0..<bytes.count, using: &numbers)
        let end = min(bytes.count, at + Int.random(in: 1...40, using: &numbers))
        switch Int.random(in: 0..<5, using: &numbers) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &numbers)
        case 1: bytes.removeSubrange(at..<end)
        case 2: bytes.insert(contentsOf: bytes[at..<end], at: at)
        case 3: bytes[at] = [34, 44, 10, 13, 0, 57, 45, 0xFF].randomElement(using: &numbers) ?? 0
        default: if Int.random(in: 0..<6, using: &numbers) == 0 { bytes.removeSubrange(at...) }
        }
      }
      let file = try InputFile(name: "file", bytes: ByteSource(bytes, name: "file"))
      do {
        guard try Readers.recognise(file, among: [reader]).format == reader.format else { continue }
        let reading = try reader.read(file, register: register)
        used += 1
        #expect(Reconciliation(of: reading.statements, asAt: reading.asAt, with: register).changes.count >= 0)
        #expect(reading.refused.count <= reading.rowsRead)
      } catch is ImportError {
      } catch is FormatError {
      }
    }
    // Damage to a compressed file is nearly always found by its check; elsewhere some rows survive.
    #expect(used > 0 || seed >= 4)
  }
}
