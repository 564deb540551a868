extension Rule {
  static let meetings: [Rule] = meetingsOpen + meetingsCalled + meetingsDeciding + meetingsPublished
}
