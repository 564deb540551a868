public import Vocabulary

/// The clear days between two days: neither is counted.
public func clearDays(from first: Day, to last: Day) -> Int { max(0, Int(last.number) - Int(first.number) - 1) }

/// The standstill before a contract may be made (SI 2023/1348, regulation 12).
public struct Standstill: Hashable, Sendable {
  /// The day it begins: the day after the notice was published.
  public let begins: Day
  /// The day at whose closing midnight it ends.
  public let ends: Day

  /// The standstill that follows a notice. With no representations it ends at midnight closing the eighth working day
  /// after the day it began. Where representations came in time, no contract is made before the
  /// fifth working day after the last decision on them was told.
  public init(published: Day, lastTold: Day? = nil) {
    begins = published.advanced(by: 1)
    let plain = BankHolidays.workingDay(8, after: begins)
    ends = lastTold.map { max(plain, BankHolidays.workingDay(5, after: $0).advanced(by: -1)) } ?? plain
  }

  /// The first day the contract may be signed.
  public var earliest: Day { ends.advanced(by: 1) }
}
