extension Rule {
  static let interests: [Rule] = interestsRegister + interestsHandled + interestsPolicy
}
