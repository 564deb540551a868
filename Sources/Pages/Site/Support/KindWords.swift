internal import Register

/// What a kind of body is for, in a sentence for everyone.
enum KindWords {
  static func explanation(_ kind: BodyKind) -> String? {
    switch kind {
    case .integratedCareBoard:
      "An integrated care board plans and pays for most NHS care in its area. Each is a public body made by law on or after "
        + "1 July 2022."
    case .integratedCarePartnership:
      "An integrated care partnership is a joint committee of a board and the councils of its area. It writes a strategy; it "
        + "owns no budget."
    case .integratedCareSystem:
      "An integrated care system is everyone who plans and gives care in an area. It is not a body: the board, the trusts and "
        + "the councils in it are."
    case .subICBLocation:
      "A sub-ICB location is a part of a board’s area that is used for counting. Most were the area of a clinical "
        + "commissioning group."
    case .clinicalCommissioningGroup:
      "A clinical commissioning group was led by local general practices and paid for most NHS care until the boards took over "
        + "on 1 July 2022."
    case .sustainabilityAndTransformationPartnership:
      "A sustainability and transformation partnership was an agreement between NHS bodies and councils to plan together, from "
        + "2016. It had no standing in law."
    case .accountableCareSystem:
      "An accountable care system was what the first integrated care systems were called when they were named in June 2017."
    case .nhsRegion:
      "A region of NHS England oversees the boards and trusts in it. It is a part of NHS England, not a body."
    case .cluster:
      "A cluster is two or more boards that share their leaders. Each board stays a body of its own."
    case .council:
      "A council runs local services. Upper-tier councils have social care and public health among their duties."
    default: nil
    }
  }
}
