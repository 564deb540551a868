extension Rule {
  static let board: [Rule] =
    minimums + chair + chiefExecutive + ordinary + partners + disqualifications
    + fitness + leads + qualities + terms + trustMembers
}
