internal import Foundation
internal import Store

extension Record {
  /// Makes an empty record where nothing is yet.
  public static func createEmpty(at path: String, world: World) throws -> Record {
    Record(try Journal(path: path, create: true), world: world)
  }

  /// Makes a record that holds the reference that ships with Concordat, in one transaction, and says what it holds.
  ///
  /// When anything fails, no file is left behind.
  public static func create(at path: String, world: World) throws -> (record: Record, plan: Plan) {
    let record = try createEmpty(at: path, world: world)
    do {
      let plan = try record.apply(.shippedReference, why: "The reference that ships with Concordat")
      if let finding = plan.findings.first {
        throw DeskError.refused("the shipped reference is not whole: \(finding)")
      }
      return (record, plan)
    } catch {
      remove(path)
      throw error
    }
  }

  /// Removes the file of a record that was made a moment ago and never used.
  static func remove(_ path: String) {
    for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
  }
}

extension Record {
  /// Removes a record that was made a moment ago, because what was to be put in it was refused.
  public static func discard(_ record: Record) { remove(record.path) }
}
