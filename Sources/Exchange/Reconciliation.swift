public import Chronicle
public import Register
public import Vocabulary

/// The least changes that make the record agree with what a file says of the time it shows.
///
/// A file speaks of facts of which a body has one at a time: an official name, a code of a scheme, a commissioner, a
/// network. They form a slot (see `FactSlot`), and the slot's values follow one another in time:
///
/// - The same value for a time that overlaps is one fact; its ends take the more exact of what is said. A vaguer date
///   never replaces an exact one, and a closing date that appears closes it.
/// - A different value from a later file ends the earlier one: on the day the later file gives for its start, or the
///   earlier one's own end, or else at a moment between the two files. One from an earlier file is placed before.
/// - Where neither dates nor files can be put in order, what is known stays, and the statement is in ``undecided``.
///
/// What a file does not speak of is left alone, and a file that is read again changes nothing. When a file was made is
/// taken from the publication date of its source. Time is O(n log n) in the statements and the versions they touch.
public struct Reconciliation: Sendable {
  /// The changes, subject by subject in the order of the file.
  public let changes: [Change]
  /// What contradicts the record and cannot be placed before or after it: state the file's publication date.
  public let undecided: [Statement]

  /// Works out the changes for statements of a file that shows things as at a moment.
  public init(of incoming: [Statement], asAt: Moment, with register: Register) {
    var slots = SlotIndex(incoming, register)
    var positions: [FactSlot: Int] = [:]
    var claims: [(slot: FactSlot, said: [SlotClaim])] = []
    positions.reserveCapacity(incoming.count)
    claims.reserveCapacity(incoming.count)
    for statement in incoming {
      let (slot, value) = slots.place(statement)
      let claim = SlotClaim(statement: statement, value: value, sighted: asAt)
      if let position = positions[slot] {
        claims[position].said.append(claim)
      } else {
        positions[slot] = claims.count
        claims.append((slot, [claim]))
      }
    }
    var changes: [Change] = []
    var undecided: [Statement] = []
    for (slot, said) in claims {
      let settling = SlotSettling(known: slots.known(slot), incoming: said)
      changes += settling.changes
      undecided += settling.undecided
    }
    self.changes = changes
    self.undecided = undecided
  }
}

/// The least changes that make a register agree with what a file says of the time it shows: see ``Reconciliation``.
public func reconcile(_ incoming: [Statement], asAt: Moment, with register: Register) -> [Change] {
  Reconciliation(of: incoming, asAt: asAt, with: register).changes
}
