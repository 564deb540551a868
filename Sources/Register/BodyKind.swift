/// What sort of thing a body is.
public enum BodyKind: String, Hashable, Sendable, CaseIterable {
  case integratedCareBoard = "icb"
  case integratedCarePartnership = "icp"
  case integratedCareSystem = "ics"
  case subICBLocation = "sub-icb-location"
  case clinicalCommissioningGroup = "ccg"
  case sustainabilityAndTransformationPartnership = "stp"
  case accountableCareSystem = "acs"
  case nhsRegion = "nhs-region"
  case nhsTrust = "nhs-trust"
  case generalPractice = "general-practice"
  case primaryCareNetwork = "primary-care-network"
  case gpFederation = "gp-federation"
  case council
  case combinedAuthority = "combined-authority"
  case strategicAuthority = "strategic-authority"
  case healthAndWellbeingBoard = "health-and-wellbeing-board"
  case scrutinyCommittee = "scrutiny-committee"
  case nationalBody = "national-body"
  case governmentDepartment = "government-department"
  case officeHolder = "office-holder"
  case regulator
  case commissioningHub = "commissioning-hub"
  case cancerAlliance = "cancer-alliance"
  case healthwatch
  case voluntaryOrganisation = "voluntary-organisation"
  case voluntaryAlliance = "voluntary-alliance"
  case independentProvider = "independent-provider"
  case police
  case housing
  case education
  case employment
  case professionalBody = "professional-body"
  case placePartnership = "place-partnership"
  case neighbourhood
  case providerCollaborative = "provider-collaborative"
  case clinicalNetwork = "clinical-network"
  case cluster = "icb-cluster"
  case contractDesignation = "contract-designation"
  case site
  case ward
  case madeArea = "made-area"
  case other

  /// The name of one, as a reader would write it.
  public var singular: String { words.singular }
  /// The name of many.
  public var plural: String { words.plural }

  private var words: (singular: String, plural: String) {
    switch self {
    case .integratedCareBoard: ("integrated care board", "integrated care boards")
    case .integratedCarePartnership: ("integrated care partnership", "integrated care partnerships")
    case .integratedCareSystem: ("integrated care system", "integrated care systems")
    case .subICBLocation: ("sub-ICB location", "sub-ICB locations")
    case .clinicalCommissioningGroup: ("clinical commissioning group", "clinical commissioning groups")
    case .sustainabilityAndTransformationPartnership:
      ("sustainability and transformation partnership", "sustainability and transformation partnerships")
    case .accountableCareSystem: ("accountable care system", "accountable care systems")
    case .nhsRegion: ("NHS region", "NHS regions")
    case .nhsTrust: ("NHS trust", "NHS trusts")
    case .generalPractice: ("general practice", "general practices")
    case .primaryCareNetwork: ("primary care network", "primary care networks")
    case .gpFederation: ("federation of general practices", "federations of general practices")
    case .council: ("council", "councils")
    case .combinedAuthority: ("combined authority", "combined authorities")
    case .strategicAuthority: ("strategic authority", "strategic authorities")
    case .healthAndWellbeingBoard: ("health and wellbeing board", "health and wellbeing boards")
    case .scrutinyCommittee: ("scrutiny committee", "scrutiny committees")
    case .nationalBody: ("national body", "national bodies")
    case .governmentDepartment: ("government department", "government departments")
    case .officeHolder: ("office holder", "office holders")
    case .regulator: ("regulator", "regulators")
    case .commissioningHub: ("commissioning hub", "commissioning hubs")
    case .cancerAlliance: ("cancer alliance", "cancer alliances")
    case .healthwatch: ("Healthwatch", "Healthwatch bodies")
    case .voluntaryOrganisation: ("voluntary organisation", "voluntary organisations")
    case .voluntaryAlliance: ("voluntary-sector alliance", "voluntary-sector alliances")
    case .independentProvider: ("independent provider", "independent providers")
    case .police: ("police body", "police bodies")
    case .housing: ("housing body", "housing bodies")
    case .education: ("education body", "education bodies")
    case .employment: ("employment body", "employment bodies")
    case .professionalBody: ("professional body", "professional bodies")
    case .placePartnership: ("place partnership", "place partnerships")
    case .neighbourhood: ("neighbourhood", "neighbourhoods")
    case .providerCollaborative: ("provider collaborative", "provider collaboratives")
    case .clinicalNetwork: ("clinical network", "clinical networks")
    case .cluster: ("cluster of boards", "clusters of boards")
    case .contractDesignation: ("contract designation", "contract designations")
    case .site: ("site", "sites")
    case .ward: ("ward", "wards")
    case .madeArea: ("area made by a user", "areas made by users")
    case .other: ("other body", "other bodies")
    }
  }

  /// Which of the four sectors of a system it belongs to, where it belongs to one.
  public var sector: Sector? {
    switch self {
    case .integratedCareBoard, .subICBLocation, .clinicalCommissioningGroup, .nhsRegion, .nhsTrust, .generalPractice,
      .primaryCareNetwork, .gpFederation, .commissioningHub, .cancerAlliance, .site:
      .nhs
    case .council, .combinedAuthority, .strategicAuthority, .healthAndWellbeingBoard, .scrutinyCommittee:
      .localGovernment
    case .voluntaryOrganisation, .voluntaryAlliance, .healthwatch: .voluntary
    case .independentProvider: .independent
    default: nil
    }
  }
}

/// The four sectors whose organisations make up a system.
public enum Sector: String, Hashable, Sendable, CaseIterable {
  case nhs = "NHS"
  case localGovernment = "local government"
  case voluntary = "voluntary, community and social enterprise"
  case independent = "independent"
}

/// What a body is in law, and so what it can own.
public enum LegalForm: String, Hashable, Sendable, CaseIterable {
  case statutoryCorporation = "statutory-corporation"
  case statutoryCommittee = "statutory-committee"
  case nhsTrust = "nhs-trust"
  case nhsFoundationTrust = "nhs-foundation-trust"
  case localAuthority = "local-authority"
  case specialHealthAuthority = "special-health-authority"
  case crown
  case nonDepartmentalPublicBody = "non-departmental-public-body"
  case company
  case charity
  case communityInterestCompany = "cic"
  case contractorPractice = "contractor-practice"
  case partnershipAgreement = "partnership-agreement"
  case contractDesignation = "contract-designation"
  case administrativeArea = "administrative-area"
  case none

  /// Whether it is a person in law and can hold a function, own a decision, sign and be sued.
  public var isLegalPerson: Bool {
    switch self {
    case .statutoryCommittee, .partnershipAgreement, .contractDesignation, .administrativeArea, .none: false
    default: true
    }
  }

  /// The standing of the body, in one word for its page.
  public var standing: LegalStanding {
    switch self {
    case .contractDesignation: .contract
    case .partnershipAgreement, .administrativeArea, .none: .nonStatutory
    case .company, .charity, .communityInterestCompany, .contractorPractice: .independentPerson
    default: .statutory
    }
  }

  /// What it means, in a sentence for everyone.
  public var explanation: String {
    switch self {
    case .statutoryCorporation: "A public body made by law, which can hold powers, own decisions and sign contracts."
    case .statutoryCommittee:
      "A committee the law requires. It is not a body of its own: its members' bodies answer for it."
    case .nhsTrust: "An NHS trust: a public body made by an order of the Secretary of State."
    case .nhsFoundationTrust: "An NHS foundation trust: a public benefit corporation with members and governors."
    case .localAuthority: "A council: an elected local authority."
    case .specialHealthAuthority: "A special health authority: a public body made by order for one purpose."
    case .crown: "Part of the Crown: a minister or a department."
    case .nonDepartmentalPublicBody: "A public body at arm's length from ministers."
    case .company: "A company."
    case .charity: "A charity."
    case .communityInterestCompany: "A community interest company."
    case .contractorPractice:
      "A general practice that holds an NHS contract, as a partnership, a company or one doctor."
    case .partnershipAgreement: "An agreement between bodies. It cannot own a decision or a budget; its members can."
    case .contractDesignation:
      "A title that comes with a contract. It is not a body: the contract's holder answers for it."
    case .administrativeArea: "An area used for planning and counting. It cannot own a decision or a budget."
    case .none: "A way of working together without standing in law. It cannot own a decision or a budget."
    }
  }
}

/// Whether the law made a body.
public enum LegalStanding: String, Hashable, Sendable, CaseIterable {
  case statutory
  case nonStatutory = "not in statute"
  case contract = "a contract designation"
  case independentPerson = "a body outside the public sector"
}
