internal import Chronicle

extension Record {
  /// Shows how a folder of text differs from the record. Nothing is changed.
  public func diff(_ text: FolderText, prune: Bool = false) throws -> Plan {
    try Planner.plan(text, against: archive(), in: journal, prune: prune)
  }

  /// Brings the record up to a folder of text in one transaction, or not at all.
  ///
  /// A plan with findings comes back unapplied. Rows that the folder lacks are retracted only with `prune`, and only
  /// of the kinds whose files it has; rows that are not public are never missed.
  public func apply(_ text: FolderText, prune: Bool = false, why: String) throws -> Plan {
    let done = try commit { archive in
      let plan = try Planner.plan(text, against: archive, in: journal, prune: prune)
      return Draft(why: why, changes: plan.changes, contents: plan.contents, result: plan)
    }
    var plan = done.result
    if let transaction = done.transaction {
      plan.transaction = transaction.number
      plan.head = transaction.digest.hex
    }
    plan.contents = []
    return plan
  }
}
