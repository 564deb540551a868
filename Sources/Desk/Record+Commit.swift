internal import Chronicle
internal import Store
internal import Vocabulary

extension Record {
  /// What is to be committed, worked out from an archive.
  struct Draft<Result> {
    var why: String
    var changes: [Change]
    var contents: [Content] = []
    var result: Result
  }

  /// Works out changes from what is recorded now and commits them in one transaction, or not at all.
  ///
  /// When another process commits in between, the changes are worked out again from what it left. A draft without
  /// changes commits nothing, and the transaction is nil.
  func commit<Result>(
    _ plan: (Archive) throws -> Draft<Result>
  ) throws -> (result: Result, transaction: Transaction?) {
    for _ in 0..<Record.patience {
      let archive = try archive()
      let draft = try plan(archive)
      if draft.changes.isEmpty { return (draft.result, nil) }
      let sealed = seal(draft.changes, after: archive, why: draft.why)
      do {
        try journal.append { head in
          guard head == archive.head else { throw Overtaken() }
          return (sealed, draft.contents)
        }
        return (draft.result, sealed.transaction)
      } catch is Overtaken {
        continue
      }
    }
    throw DeskError.blocked("other processes keep changing \(path): nothing was changed, try again")
  }

  /// Seals changes behind an archive's head. The clock may have been set back; the record's never is.
  func seal(_ changes: [Change], after archive: Archive, why: String) -> SealedTransaction {
    let at = max(world.now(), archive.transactions.last?.at ?? world.now())
    return SealedTransaction(changes, after: archive.head, at: at, who: world.who, why: why, salt: world.salt)
  }

  /// Someone else committed first.
  private struct Overtaken: Error {}

  private static let patience = 50
}
