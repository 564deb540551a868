internal import ArgumentParser

struct CountMoney: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "money",
    abstract: "Fair shares and why, and how financial duties stand.",
    discussion: """
      The formula of each round is data: every parameter says whether it is official, estimated or assumed. Without a \
      loaded allocation or a named scenario a share is a percentage, an index and pounds of each million, never an \
      amount, and nothing here is an allocation of NHS England.

        concordat money target practices.csv --parameters 2018-19 --csv
        concordat money fair-share england.concordat --area icb.essex --year 2025-26 --json
        concordat money duties england.concordat icb.essex --year 2026-27 --json
        concordat money report england.concordat --area icb.essex --month 2026-06 --out money-2026-06
      """,
    subcommands: [ComputeTargets.self, ShowFairShare.self, JudgeDuties.self, MakeMoneyReport.self])
}
