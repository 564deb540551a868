extension Rule {
  static let delegation =
    auditCommittee + remunerationCommittee + committeeMembers + termsOfReference + scheme + authority + sharing
    + jointExercise + fromNHSEngland
}
