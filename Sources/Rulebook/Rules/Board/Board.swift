extension Rule {
  static let board: [Rule] = minimums + chair + chiefExecutive + ordinary + partners
}
