import Governance
import Register
import Vocabulary

extension Rule {
  /// Who must be on a board, as the law, the model constitution, and two older texts have it. They disagree, so they are
  /// four rules; the older two only inform.
  static let minimums = [statutoryMinimum, modelMinimum, designFrameworkMinimum, encyclopaediaMinimum]

  static let statutoryMinimum = Rule(
    "ICB.BOARD.MIN.STATUTE", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard board.isInBeing() else { return }
      let members = try board.roll()
      board.expect(members.with(.chair), toBe: 1, "chair")
      board.expect(members.with(.chiefExecutive), toBe: 1, "chief executive")
      board.expect(members.ordinary, toBe: 3, "ordinary member", "ordinary members")
      board.expect(members.with(.partnerTrust), toBe: 1, "partner member of the trusts")
      board.expect(members.with(.partnerPrimaryMedical), toBe: 1, "partner member of the practices")
      if board.hasCouncilSeat {
        board.expect(members.with(.partnerCouncil), toBe: 1, "partner member of the councils")
      }
    },
    examples: Examples(
      on: "2023-01-10", of: "south", met: Examples.fiveMembers,
      finding: Examples.fiveMembers.lacking("councils"), notApplicable: "body south kind=icb from=2025-04-01"))

  static let modelMinimum = Rule(
    "ICB.BOARD.MIN.MODEL", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard board.isInBeing() else { return }
      let members = try board.roll()
      board.expect(members.with(.chair), toBe: 1, "chair")
      board.expect(members.with(.chiefExecutive), toBe: 1, "chief executive")
      board.expect(members.with(.financeDirector), toBe: 1, "finance director")
      board.expect(members.with(.medicalDirector), toBe: 1, "medical director")
      board.expect(members.with(.nursingDirector), toBe: 1, "nursing director")
      board.expect(members.with(.nonExecutive), toBe: 2, "non-executive member", "non-executive members")
      board.expect(members.partners, toBe: 3, "partner member", "partner members")
    },
    examples: Examples(
      on: "2023-01-10", of: "south", met: Examples.tenMembers, finding: Examples.fiveMembers,
      notApplicable: "body south kind=icb from=2025-04-01"))

  static let designFrameworkMinimum = Rule(
    "ICB.BOARD.MIN.DESIGN2021", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard board.hasBoard() else { return }
      let members = try board.roll()
      board.expect(members.with(.chair), toBe: 1, "independent chair")
      board.expect(members.with(.nonExecutive), toBe: 2, "other independent member", "other independent members")
      board.expect(members.with(.chiefExecutive), toBe: 1, "chief executive")
      board.expect(members.with(.financeDirector), toBe: 1, "finance director")
      board.expect(members.with(.nursingDirector), toBe: 1, "nursing director")
      board.expect(members.with(.medicalDirector), toBe: 1, "medical director")
      board.expect(members.partners, toBe: 3, "partner member", "partner members")
    },
    examples: Examples(
      on: "2021-12-01", of: "south", met: Examples.tenMembers.inShadow, finding: Examples.fiveMembers.inShadow,
      notApplicable: "body south kind=icb from=2022-07-01"))

  /// The chair is counted among the three, as in the framework of June 2021.
  static let encyclopaediaMinimum = Rule(
    "ICB.BOARD.MIN.SEED001", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard board.hasBoard() else { return }
      let members = try board.roll()
      board.expect(
        members.with(
          .chiefExecutive, .financeDirector, .medicalDirector, .nursingDirector, .director, .placeDirector),
        toBe: 5, "executive director", "executive directors")
      board.expect(members.with(.chair, .nonExecutive), toBe: 3, "non-executive", "non-executives")
    },
    examples: Examples(
      on: "2023-01-10", of: "south",
      met: Examples.tenMembers + """

        seat digital group=south-board role=director voting=yes
        appointment digital from=2022-07-01 seat=digital person=zoe
        """,
      finding: Examples.tenMembers, notApplicable: "body south kind=icb from=2022-07-01"))
}

extension Inquiry {
  /// Whether a board is recorded for the body on the day; where none is, the rule has nothing to look at.
  fileprivate func hasBoard() -> Bool {
    if !boards.isEmpty { return true }
    exempt("no board is recorded on \(day.written)")
    return false
  }
}

extension Examples {
  /// A board with the five members the law asks for.
  static let fiveMembers = """
    body south kind=icb from=2022-07-01
    group south-board name="The board" sort=board bodies=south
    complete south-board list=appointments
    seat chair group=south-board role=chair
    seat chief group=south-board role=chief-executive
    seat trusts group=south-board role=partner-trust
    seat practices group=south-board role=partner-primary-medical
    seat councils group=south-board role=partner-council
    appointment chair from=2022-07-01 seat=chair person=ann
    appointment chief from=2022-07-01 seat=chief person=ben
    appointment trusts from=2022-07-01 seat=trusts person=cat
    appointment practices from=2022-07-01 seat=practices person=dan
    appointment councils from=2022-07-01 seat=councils person=eve
    """

  /// The same board with the ten members of the model constitution.
  static let tenMembers =
    fiveMembers + """

      seat finance group=south-board role=finance-director
      seat medical group=south-board role=medical-director
      seat nursing group=south-board role=nursing-director
      seat first group=south-board role=non-executive
      seat second group=south-board role=non-executive
      appointment finance from=2022-07-01 seat=finance person=fay
      appointment medical from=2022-07-01 seat=medical person=gus
      appointment nursing from=2022-07-01 seat=nursing person=hal
      appointment first from=2022-07-01 seat=first person=ida
      appointment second from=2022-07-01 seat=second person=jim
      """
}

extension String {
  /// An example without an appointment.
  func lacking(_ appointment: String) -> String {
    split(separator: "\n").filter { !$0.hasPrefix("appointment \(appointment) ") }.joined(separator: "\n")
  }

  /// An example whose members took office a year before the law began.
  fileprivate var inShadow: String { replacing("from=2022-07-01 seat", with: "from=2021-07-01 seat") }
}
