internal import Chronicle
public import Governance
public import Register
public import Vocabulary

/// One rule put to one body on one day: what is read, what is expected, what is found and what is missing.
///
/// A check reads facts through `governance` and states what the rule expects with `expect`. A fact that is missing where
/// an expectation needs it is noted, and the other expectations are still looked at. Where nothing was expected at all,
/// the rule does not apply.
public final class Inquiry {
  /// The facts, with a trace of what is read.
  public let governance: Governance
  /// The body the rule is put to.
  public let body: ID<Body>
  /// What was found, in the order looked at.
  public private(set) var findings: [String] = []
  /// What is missing.
  public private(set) var missing: [Unknown] = []
  /// What was looked at and is as expected.
  public private(set) var kept: [String] = []
  /// Why the rule does not apply, where the check said so.
  public private(set) var exemption = ""
  /// The lines of the checks that were reached, for tests.
  private(set) var lines: [Int] = []
  /// The line whose expectation is turned round, in a test that asks whether the examples would notice.
  var turned: Int?

  /// A question about a body.
  public init(_ governance: Governance, of body: ID<Body>) {
    self.governance = governance
    self.body = body
  }

  /// The day the question is asked about.
  public var day: Day { governance.snapshot.trueOn }

  /// States what the rule expects. `finding` says what is found where it is not so; `kept`, what is so where it is.
  ///
  /// A fact that is missing is noted and nothing is thrown: each expectation stands alone.
  public func expect(
    _ holds: @autoclosure () throws(Unknown) -> Bool, _ finding: @autoclosure () -> String,
    kept words: @autoclosure () -> String = "", line: Int = #line
  ) {
    lines.append(line)
    do throws(Unknown) {
      let isSo = try holds()
      if isSo != (turned == line) {
        let words = words()
        kept.append(words.isEmpty ? "as it should be" : words)
      } else {
        findings.append(finding())
      }
    } catch {
      miss(error)
    }
  }

  /// Looks at something whose facts may be missing: what is missing is noted, and the check goes on.
  public func attempt(_ look: () throws(Unknown) -> Void) {
    do throws(Unknown) { try look() } catch { miss(error) }
  }

  /// Notes that a fact is missing.
  public func miss(_ unknown: Unknown) {
    if !missing.contains(unknown) { missing.append(unknown) }
  }

  /// Says why the rule has nothing to look at here.
  public func exempt(_ why: String) { exemption = why }
}
