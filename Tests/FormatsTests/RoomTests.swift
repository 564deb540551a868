import Testing

@testable import Formats

@Suite struct FormatsRoomTests { @Test func builds() {} }
