internal import Register

extension LegalForm {
  /// The form in a few words: `statutory corporation`.
  var written: String {
    switch self {
    case .statutoryCorporation: "Statutory body"
    case .statutoryCommittee: "Statutory committee"
    case .nhsTrust: "NHS trust"
    case .nhsFoundationTrust: "NHS foundation trust"
    case .localAuthority: "Local authority"
    case .specialHealthAuthority: "Special health authority"
    case .crown: "Part of the Crown"
    case .nonDepartmentalPublicBody: "Arm’s-length public body"
    case .company: "Company"
    case .charity: "Charity"
    case .communityInterestCompany: "Community interest company"
    case .contractorPractice: "Contractor practice"
    case .partnershipAgreement: "Agreement between bodies"
    case .contractDesignation: "Title with a contract"
    case .administrativeArea: "Area for planning and counting"
    case .none: "No standing in law"
    }
  }
}
