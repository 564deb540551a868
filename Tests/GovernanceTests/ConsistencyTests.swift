import Testing

@testable import Governance

@Suite("What cannot be")
struct ConsistencyTests {
  @Test(
    "Circles, double holdings and dates in the wrong order are found, and what is right is left alone",
    arguments: [
      (
        "authority a function=f sort=scheme giver=x taker=y\nauthority b function=f sort=scheme giver=y taker=x", 2,
        "comes back to"
      ),
      ("authority a function=f sort=scheme giver=x taker=y\nauthority b function=g sort=scheme giver=y taker=x", 0, ""),
      (
        "group a name=A sort=committee bodies=n parent=b\ngroup b name=B sort=committee bodies=n parent=a", 2,
        "break the circle"
      ),
      (
        "appointment a from=2022-07-01 seat=s person=p\nappointment b from=2023-07-01 seat=s person=q", 1,
        "at the same time"
      ),
      (
        "appointment a from=2022-07-01 until=2023-07-01 seat=s person=p\nappointment b from=2023-07-01 seat=s person=q",
        0, ""
      ),
      ("interest i person=p body=n sort=financial aware=2024-05-01 declared=2024-04-01", 1, "cannot come before"),
      ("meeting m group=g on=2024-03-12 minutes-approved=2024-03-01", 1, "cannot come before"),
    ])
  func found(text: String, count: Int, word: String) throws {
    let faults = Inconsistency.all(in: try World(text).archive)
    #expect(faults.count == count)
    for fault in faults { #expect(fault.reason.contains(word)) }
  }
}
