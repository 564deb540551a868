import Statistics
import Testing

@Suite("Compensated sums")
struct CompensatedSumTests {
  @Test("Terms that cancel leave what stood between them (Neumaier's example)")
  func cancelling() {
    var sum = CompensatedSum()
    for term in [1.0, 1e100, 1.0, -1e100] { sum.add(term) }
    #expect(sum.value == 2)
  }

  @Test("The mean of equal numbers is that number", arguments: [0.1, 1.0 / 3, 100, -5, 1e-300, 1e300])
  func equal(_ number: Double) {
    var sum = CompensatedSum()
    for _ in 1...24 { sum.add(number) }
    #expect(sum.mean == number)
  }

  @Test("A sum of nothing is nought, and has no mean")
  func nothing() {
    #expect(CompensatedSum().value == 0)
    #expect(CompensatedSum().mean.isNaN)
  }

  @Test("What is not finite stays so")
  func infinite() {
    var sum = CompensatedSum()
    sum.add(.infinity)
    sum.add(1)
    #expect(sum.value == .infinity)
    #expect(sum.mean == .infinity)
  }
}
