import Governance
import Register

extension Rule {
  /// Which process must or may be followed (regulation 6).
  static let selectionRoutes = [routeA, routeB, routeC, routeMostSuitable, routeCompetitive, considerableChange]

  static let routeA = choosing(
    "PSR.ROUTE.A", by: Procurement.Route.processes,
    check: { inquiry, choice throws(Unknown) in
      let route = try choice.route
      if route == .directA {
        inquiry.expect(
          try choice.requiresA,
          "\(choice.service): \(route.words) was followed, and there was no existing provider that alone was capable, "
            + "or a framework agreement was concluded",
          kept: "\(choice.service): only the existing provider was capable")
      } else {
        inquiry.expect(
          try !choice.requiresA,
          "\(choice.service): only the existing provider was capable, and \(route.words) was followed instead of "
            + Procurement.Route.directA.words,
          kept: "\(choice.service): \(Procurement.Route.directA.words) was not required")
      }
    },
    examples: Examples(
      on: "2025-03-01",
      met: """
        procurement trauma authority=north title=Trauma route=direct-award-a existing-provider=yes only-capable=yes framework=no
        procurement scans authority=north title=Scans route=competitive existing-provider=yes only-capable=no framework=no
        """,
      finding: """
        procurement trauma authority=north title=Trauma route=direct-award-a existing-provider=no only-capable=yes framework=no
        """,
      notApplicable: "procurement trauma authority=north title=Trauma route=urgent"))

  static let routeB = choosing(
    "PSR.ROUTE.B", by: Procurement.Route.processes,
    check: { inquiry, choice throws(Unknown) in
      let route = try choice.route
      if route == .directB {
        inquiry.expect(try choice.choice, "\(choice.service): patients are offered no choice of provider")
        inquiry.expect(try !choice.restricted, "\(choice.service): the number of providers was restricted")
        inquiry.expect(try choice.allWhoQualify, "\(choice.service): not all who qualify are offered a contract")
        inquiry.expect(try choice.expressionRoute, "\(choice.service): providers have no way to express an interest")
        inquiry.expect(try !choice.framework, "\(choice.service): a framework agreement was concluded")
      } else {
        inquiry.expect(
          try !choice.requiresB,
          "\(choice.service): patients choose between all who qualify, and \(route.words) was followed instead of "
            + Procurement.Route.directB.words,
          kept: "\(choice.service): \(Procurement.Route.directB.words) was not required")
      }
    },
    examples: Examples(
      on: "2025-03-01",
      met: """
        procurement hearing authority=north title=Hearing route=direct-award-b patient-choice=yes restricted=no all-who-qualify=yes expression-route=yes framework=no
        procurement scans authority=north title=Scans route=competitive patient-choice=no framework=no
        """,
      finding: """
        procurement hearing authority=north title=Hearing route=direct-award-b patient-choice=yes restricted=yes all-who-qualify=yes expression-route=yes framework=no
        """,
      notApplicable: "procurement hearing authority=north title=Hearing route=urgent"))

  static let routeC = choosing(
    "PSR.ROUTE.C", by: [.directC],
    check: { inquiry, choice throws(Unknown) in
      inquiry.expect(
        try !choice.requiresDirectAward, "\(choice.service): Direct Award Process A or B was required instead of C")
      inquiry.expect(try choice.expiring, "\(choice.service): no existing contract runs out and is replaced")
      inquiry.expect(
        try !choice.changesConsiderably,
        "\(choice.service): the considerable change threshold is met (\(choice.change)), so Direct Award Process C was "
          + "not open",
        kept: "\(choice.service): the considerable change threshold is not met (\(choice.change))")
      inquiry.expect(
        try choice.performing,
        "\(choice.service): the existing provider does not perform, or is not likely to, to a sufficient standard")
      inquiry.expect(try !choice.framework, "\(choice.service): a framework agreement was concluded")
    },
    examples: Examples(
      on: "2025-03-01",
      met: """
        procurement skin authority=north title=Dermatology route=direct-award-c existing-provider=yes only-capable=no patient-choice=no framework=no expiring=yes materially-different=no cause=authority old-value=2000000 new-value=2400000 performing=yes
        """,
      finding: """
        procurement skin authority=north title=Dermatology route=direct-award-c existing-provider=yes only-capable=no patient-choice=no framework=no expiring=yes materially-different=no cause=authority old-value=2000000 new-value=2600000 performing=yes
        """,
      notApplicable: "procurement skin authority=north title=Dermatology route=competitive"))

  static let routeMostSuitable = choosing(
    "PSR.ROUTE.MSP", by: [.mostSuitable],
    check: { inquiry, choice throws(Unknown) in
      inquiry.expect(
        try !choice.requiresDirectAward,
        "\(choice.service): Direct Award Process A or B was required instead of the Most Suitable Provider Process")
      inquiry.expect(
        try choice.identifiable, "\(choice.service): the most suitable provider was not likely to be identified")
      inquiry.expect(
        try !choice.framework, "\(choice.service): a framework agreement was concluded without the Competitive Process")
    },
    examples: Examples(
      on: "2025-03-01",
      met: """
        procurement beds authority=north title=Beds route=most-suitable-provider existing-provider=no patient-choice=no framework=no identifiable=yes
        """,
      finding: """
        procurement beds authority=north title=Beds route=most-suitable-provider existing-provider=no patient-choice=no framework=yes identifiable=yes
        """,
      notApplicable: "procurement beds authority=north title=Beds route=competitive"))

  static let routeCompetitive = choosing(
    "PSR.ROUTE.COMP", by: Procurement.Route.processes,
    check: { inquiry, choice throws(Unknown) in
      guard try choice.framework else { return inquiry.exempt("no framework agreement is concluded") }
      inquiry.expect(
        try choice.route == .competitive,
        "\(choice.service): a framework agreement was concluded without the Competitive Process",
        kept: "\(choice.service): the framework agreement was concluded by the Competitive Process")
    },
    examples: Examples(
      on: "2025-03-01",
      met: "procurement beds authority=north title=Beds route=competitive framework=yes",
      finding: "procurement beds authority=north title=Beds route=most-suitable-provider framework=yes",
      notApplicable: "procurement beds authority=north title=Beds route=competitive framework=no"))

  static let considerableChange = choosing(
    "PSR.THRESHOLD", by: [.directC],
    check: { inquiry, choice throws(Unknown) in
      inquiry.expect(
        try !choice.changesConsiderably,
        "\(choice.service): the considerable change threshold is met (\(choice.change))",
        kept: "\(choice.service): the considerable change threshold is not met (\(choice.change))")
    },
    examples: Examples(
      on: "2025-03-01",
      met: """
        procurement skin authority=north title=Dermatology route=direct-award-c materially-different=no cause=authority old-value=10000000 new-value=10600000
        """,
      finding: """
        procurement skin authority=north title=Dermatology route=direct-award-c materially-different=no cause=authority old-value=2000000 new-value=2500000
        """,
      notApplicable: "procurement skin authority=north title=Dermatology route=competitive"))
}
