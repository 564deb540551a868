extension Rule {
  static let duties: [Rule] =
    decisionDuties + yearlyDuties + moneyDuties + moneyGiven + reconfigurations + emergencies
}
