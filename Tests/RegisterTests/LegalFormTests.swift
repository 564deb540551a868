import Register
import Testing

@Suite("Legal forms")
struct LegalFormTests {
  static let never: [BodyKind] = [
    .integratedCarePartnership, .integratedCareSystem, .placePartnership, .cluster, .providerCollaborative,
    .contractDesignation, .clinicalNetwork, .sustainabilityAndTransformationPartnership, .accountableCareSystem,
  ]

  @Test("A partnership, place, cluster, collaborative or contract designation is given no legal person's form")
  func noPersons() {
    for kind in BodyKind.allCases {
      for form in LegalForm.allCases where form.isLegalPerson {
        #expect((kind.refusal(of: form) != nil) == LegalFormTests.never.contains(kind), "\(kind) \(form)")
      }
    }
  }

  @Test("A contract designation is nothing but that, and nothing else is one")
  func designations() {
    #expect(BodyKind.contractDesignation.refusal(of: .contractDesignation) == nil)
    #expect(BodyKind.contractDesignation.refusal(of: .none) == nil)
    #expect(BodyKind.contractDesignation.refusal(of: .partnershipAgreement) != nil)
    for kind in BodyKind.allCases where kind != .contractDesignation {
      #expect(kind.refusal(of: .contractDesignation) != nil, "\(kind)")
    }
  }

  @Test(
    "What the law and agreements know is allowed",
    arguments: [
      (BodyKind.integratedCareBoard, LegalForm.statutoryCorporation),
      (.integratedCarePartnership, .statutoryCommittee), (.placePartnership, .partnershipAgreement),
      (.providerCollaborative, .none), (.cluster, .none), (.nhsTrust, .nhsFoundationTrust),
      (.independentProvider, .company), (.primaryCareNetwork, .partnershipAgreement),
    ])
  func allowed(kind: BodyKind, form: LegalForm) { #expect(kind.refusal(of: form) == nil) }
}
