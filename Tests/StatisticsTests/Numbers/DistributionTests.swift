import Statistics
import Testing

@Suite("Distributions")
struct DistributionTests {
  /// NIST Digital Library and SciPy 1.17 (scipy.stats.norm.ppf).
  @Test(
    "Normal quantiles are right to the last digits",
    arguments: [
      (1e-12, -7.034483825301131),
      (1e-05, -4.264890793922825),
      (0.001, -3.090232306167813),
      (0.025, -1.9599639845400545),
      (0.05, -1.6448536269514729),
      (0.3, -0.5244005127080409),
      (0.6, 0.2533471031357997),
      (0.975, 1.959963984540054),
      (0.999, 3.090232306167813),
      (0.9999, 3.719016485455709),
    ])
  func normal(_ p: Double, _ z: Double) {
    #expect(agree(Normal.quantile(p), z, to: 1e-15))
    #expect(agree(Normal.cumulative(z), p, to: 1e-13))
  }

  /// SciPy 1.17 (scipy.stats.chi2.ppf), checked with mpmath where they are at hand.
  @Test(
    "Chi-square quantiles are right to 1e-13",
    arguments: [
      (0.001, 1.0, 1.5707971492624921e-06),
      (0.025, 1.0, 0.0009820691171752555),
      (0.05, 1.0, 0.003932140000019522),
      (0.5, 1.0, 0.454936423119572),
      (0.975, 1.0, 5.023886187314888),
      (0.999, 1.0, 10.827566170662733),
      (0.001, 2.0, 0.002001000667167068),
      (0.025, 2.0, 0.05063561596857975),
      (0.05, 2.0, 0.10258658877510106),
      (0.5, 2.0, 1.386294361119891),
      (0.975, 2.0, 7.377758908227871),
      (0.999, 2.0, 13.815510557964274),
      (0.001, 3.0, 0.024297585815692732),
      (0.025, 3.0, 0.21579528262389785),
      (0.05, 3.0, 0.35184631774927144),
      (0.5, 3.0, 2.3659738843753377),
      (0.975, 3.0, 9.348403604496148),
      (0.999, 3.0, 16.26623619623813),
      (0.001, 18.0, 4.90484880872755),
      (0.025, 18.0, 8.230746194756668),
      (0.05, 18.0, 9.390455080688984),
      (0.5, 18.0, 17.33790236874074),
      (0.975, 18.0, 31.526378440386626),
      (0.999, 18.0, 42.31239633167996),
      (0.001, 20.5, 6.182481435378626),
      (0.025, 20.5, 9.935891550759369),
      (0.05, 20.5, 11.220252751309749),
      (0.5, 20.5, 19.837325854107842),
      (0.975, 20.5, 34.82520495425554),
      (0.999, 20.5, 46.05736771163268),
      (0.001, 200.0, 143.8427949900008),
      (0.025, 200.0, 162.72798250184627),
      (0.05, 200.0, 168.27855443662838),
      (0.5, 200.0, 199.33372983863097),
      (0.975, 200.0, 241.05789550631093),
      (0.999, 200.0, 267.5405278227572),
      (0.001, 2000.0, 1810.2415818699533),
      (0.025, 2000.0, 1877.9460368153905),
      (0.05, 2000.0, 1897.1196987673022),
      (0.5, 2000.0, 1999.3333728539303),
      (0.975, 2000.0, 2125.8423024497756),
      (0.999, 2000.0, 2201.156196586629),
      (0.001, 200000.0, 198051.26378100185),
      (0.025, 200000.0, 198762.30532748945),
      (0.05, 200000.0, 198960.84149357743),
      (0.5, 200000.0, 199999.3333337284),
      (0.975, 200000.0, 201241.48328154747),
      (0.999, 200000.0, 201960.13558391845),
    ])
  func chiSquare(_ p: Double, _ degrees: Double, _ x: Double) {
    #expect(agree(ChiSquare.quantile(p, degrees: degrees), x, to: 1e-13))
  }

  /// SciPy 1.17 (scipy.stats.t.isf).
  @Test(
    "Student quantiles are right to 1e-12",
    arguments: [
      (0.001, 1.0, 318.30883898555044),
      (0.025, 1.0, 12.706204736174705),
      (0.05, 1.0, 6.313751514675044),
      (0.4, 1.0, 0.32491969623290634),
      (0.001, 2.0, 22.327124770119873),
      (0.025, 2.0, 4.302652729749464),
      (0.05, 2.0, 2.9199855803537256),
      (0.4, 2.0, 0.2886751345948128),
      (0.001, 3.0, 10.214531852407385),
      (0.025, 3.0, 3.1824463052837086),
      (0.05, 3.0, 2.353363434801824),
      (0.4, 3.0, 0.2766706623326898),
      (0.001, 4.0, 7.1731822197823085),
      (0.025, 4.0, 2.7764451051977943),
      (0.05, 4.0, 2.131846786326651),
      (0.4, 4.0, 0.2707222947075976),
      (0.001, 9.0, 4.296805662729919),
      (0.025, 9.0, 2.2621571627982053),
      (0.05, 9.0, 1.8331129326562376),
      (0.4, 9.0, 0.260955336473911),
      (0.001, 30.0, 3.385184866829305),
      (0.025, 30.0, 2.042272456301238),
      (0.05, 30.0, 1.6972608865939574),
      (0.4, 30.0, 0.2556053649519128),
      (0.001, 100.0, 3.173739493738783),
      (0.025, 100.0, 1.983971518523552),
      (0.05, 100.0, 1.6602343260853396),
      (0.4, 100.0, 0.25402218245822766),
      (0.001, 1000.0, 3.0984021639129233),
      (0.025, 1000.0, 1.9623390808264085),
      (0.05, 1000.0, 1.6463788172854648),
      (0.4, 1000.0, 0.25341451583949876),
      (0.001, 100000.0, 3.090313809427238),
      (0.025, 100000.0, 1.95998770753461),
      (0.05, 100000.0, 1.6448688647849699),
      (0.4, 100000.0, 0.25334777715718015),
    ])
  func student(_ p: Double, _ degrees: Double, _ t: Double) {
    #expect(agree(StudentT.upperQuantile(p, degrees: degrees), t))
  }

  @Test("Binomial probabilities add up to one, and are the coefficients", arguments: [1, 2, 7, 30, 200])
  func binomial(_ trials: Int) {
    let total = (0...trials).reduce(0) { $0 + Binomial.probability($1, trials: trials, share: 0.3) }
    #expect(agree(total, 1))
    #expect(
      agree(
        Binomial.probability(1, trials: trials, share: 0.5),
        Double(trials) * (0..<trials).reduce(1.0) { half, _ in half / 2 }))
    #expect(Binomial.quantile(0.5, trials: 2 * trials, share: 0.5) == trials)
  }

  /// qicharts2 0.8.1, by the 5 per cent point of the binomial distribution, from 2 to 400 useful points.
  @Test("The fewest crossings of a run chart are binomial quantiles", .needsOracles)
  func crossings() throws {
    for row in try Oracle.rows("qicharts2/anhoej_thresholds.csv") {
      let points = try #require(Int(row["n_useful"]))
      #expect(agree(Double(Binomial.quantile(0.05, trials: points - 1, share: 0.5)), row.number("n_crossings_min")))
    }
  }

  @Test("Tails of the gamma distribution add up and turn back into their point", arguments: [0.3, 1, 9.5, 400, 1e5])
  func gamma(_ shape: Double) {
    for p in [1e-6, 0.001, 0.025, 0.5, 0.975, 0.999] {
      let x = Gamma.quantile(p, shape: shape)
      let tails = Gamma.tails(shape: shape, at: x)
      #expect(agree(tails.lower, p, to: 1e-12))
      #expect(agree(tails.lower + tails.upper, 1))
      #expect(agree(Gamma.quantile(1 - p, shape: shape, upper: true), x, to: 1e-9))
    }
  }

  /// The reference implementation of SplitMix64 and xoshiro256** by Blackman and Vigna, seed 42.
  @Test("The same seed gives the same numbers, and another others")
  func random() {
    var a = RandomNumbers(seed: 42)
    var b = RandomNumbers(seed: 42)
    var c = RandomNumbers(seed: 43)
    let first = (0..<8).map { _ in a.next() }
    #expect(first == (0..<8).map { _ in b.next() })
    #expect(first != (0..<8).map { _ in c.next() })
    #expect(first[0] == 1546998764402558742)
  }
}
