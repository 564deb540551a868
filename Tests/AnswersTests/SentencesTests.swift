import Testing
import Vocabulary

@testable import Answers

@Suite struct SentencesTests {
  @Test(arguments: [
    (0, "no boards"), (1, "one board"), (3, "three boards"), (12, "twelve boards"), (13, "13 boards"),
    (1240, "1,240 boards"),
  ])
  func counts(_ value: Int, _ text: String) { #expect(Sentences.count(value, "board", "boards") == text) }

  @Test(arguments: [
    ([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c"),
    (["Surrey and Sussex", "Essex"], "Surrey and Sussex; and Essex"),
  ])
  func lists(_ parts: [String], _ text: String) { #expect(Sentences.list(parts) == text) }

  @Test(arguments: [
    ("NHS trust", "an NHS trust"), ("integrated care board", "an integrated care board"),
    ("council", "a council"), ("", ""),
  ])
  func articles(_ noun: String, _ text: String) { #expect(Sentences.article(noun) == text) }

  @Test(arguments: [
    (0.0, "0%"), (1.0, "100%"), (0.588, "58.8%"), (0.5, "50%"), (0.9999, "more than 99.9%"),
    (0.0001, "less than 0.1%"),
  ])
  func percents(_ share: Double, _ text: String) { #expect(Sentences.percent(share) == text) }

  @Test(arguments: [
    ("2026-04-01", "on 1 April 2026"), ("2017-06", "in June 2017"), ("<2021-05", "before May 2021"),
    ("?", "on a date not known"), ("2016", "in 2016"),
  ])
  func dates(_ moment: String, _ text: String) throws {
    #expect(Sentences.dated(try #require(Moment(moment))) == text)
  }
}
