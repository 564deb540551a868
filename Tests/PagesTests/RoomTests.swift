import Testing

@testable import Pages

@Suite struct PagesRoomTests { @Test func builds() {} }
