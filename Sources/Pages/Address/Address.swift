public import Answers
public import Chronicle
public import Vocabulary

/// A page of the site and the moment it is asked for: one value that both prints and parses every link.
///
/// The place is the path; the day it is true on and what is taken as known are in the query, so every page answers
/// for any day and keeps it as the reader moves on.
///
/// | query | meaning |
/// |---|---|
/// | `on=2026-03-31` | true on that day; without it, today |
/// | `known=t12` | as recorded by transaction 12: a permanent link |
/// | `known=2026-03-31` | as recorded by midnight in London at the end of that day |
/// | `known=published-2026-03-31` | as published by that day |
/// | `format=csv`, `format=json` | the same answer as data |
public struct Address: Hashable, Sendable, Linkable {
  /// The page.
  public var place: Place
  /// The day it is to be true on; nil for today.
  public var on: Day?
  /// What is taken as known; nil for all that is recorded now.
  public var known: Known?
  /// The form of the answer.
  public var format: Format

  /// An address.
  public init(_ place: Place, on: Day? = nil, known: Known? = nil, format: Format = .page) {
    self.place = place
    self.on = on
    self.known = known
    self.format = format
  }

  /// What is taken as known.
  public enum Known: Hashable, Sendable {
    /// What a transaction had recorded.
    case transaction(Int)
    /// What had been recorded by the end of a day in London.
    case recorded(Day)
    /// What had been published by a day.
    case published(Day)

    /// The text in the query.
    public var text: String {
      switch self {
      case .transaction(let number): "t\(number)"
      case .recorded(let day): day.description
      case .published(let day): "published-\(day)"
      }
    }

    /// Reads the text in the query; `published:` with a colon too, as the command line writes it.
    public init?(_ text: String) {
      let mark = ["published-", "published:"].first { text.hasPrefix($0) }
      if let day = Day(text) {
        self = .recorded(day)
      } else if let mark, let day = Day(text.dropFirst(mark.count)) {
        self = .published(day)
      } else if text.hasPrefix("t"), let number = Int(text.dropFirst()), number > 0,
        String(number) == text.dropFirst()
      {
        self = .transaction(number)
      } else {
        return nil
      }
    }
  }

  /// The form of an answer.
  public enum Format: String, Hashable, Sendable, CaseIterable {
    case page
    case csv
    case json
  }

  /// The same place on another day.
  public func on(_ day: Day?) -> Address { Address(place, on: day, known: known, format: format) }
  /// The same answer in another form.
  public func `as`(_ format: Format) -> Address { Address(place, on: on, known: known, format: format) }
  /// The same moment at another place.
  public func at(_ place: Place) -> Address { Address(place, on: on, known: known) }
}

/// The pages of the site.
public enum Place: Hashable, Sendable {
  /// The map of the systems and the ways in.
  case home
  /// Search for a body, code, place, postcode or term.
  case find(String)
  /// All bodies of a kind.
  case bodies(String)
  /// One body.
  case body(String)
  /// How one body came to be and what became of it.
  case history(String)
  /// What the people of a body need, and how it compares by one rate.
  case need(String, measure: String?)
  /// What the people of an area nobody keeps need.
  case areaNeed(AreaForm)
  /// What changed on and around a day.
  case changes(Day?)
  /// The map from 2016 to today.
  case story
  /// The measures that are loaded.
  case measures
  /// One measure on a map: shown from the map of a day, on the kind of body, for one period.
  case measure(String, MeasureView)
  /// What one body's figure was added up from: the measure, the body, and how the measure is shown.
  case parts(String, of: String, MeasureView)
  /// A body's series of a measure, judged by the rules of that name.
  case series(String, of: String, rules: String)
  /// How a body is doing: the month's report, of the latest month unless one is named.
  case performance(String, month: String?)
  /// Which reviews of priorities are due, of every body.
  case priorities
  /// What one body attends to, what its figures show of it, and what is done.
  case bodyPriorities(String)
  /// By what bodies are judged, and who leads.
  case oversight
  /// The metrics of a framework, or of all where none is named, set against another.
  case oversightMetrics(framework: String, against: String)
  /// The league of a quarter and a type of body; the latest and the first where none is named.
  case league(quarter: String, group: String)
  /// How one body is judged.
  case bodyOversight(String)
  /// The rulebook: a part, a strength, and whether only what is in force on the day.
  case rules(RulesView)
  /// One rule, with its examples.
  case rule(String)
  /// What a board must contain, by every source there is.
  case boardRequirements
  /// What every rule says of a body, under the law as it is or as it is proposed.
  case check(String, proposed: Bool)
  /// Who runs a body.
  case governance(String)
  /// Who decides, and by which chain.
  case whoDecides(WhoDecidesQuestion)
  /// The functions and decisions map of a body: a level, and an earlier day to compare with.
  case functions(String, level: String, since: Day?)
  /// What a body has decided.
  case decisions(String)
  /// One decision, with its power, paper, minute and those present.
  case decision(String)
  /// When a body and its committees meet, and how openly.
  case meetings(String)
  /// One meeting: agenda, attendance, minutes.
  case meeting(String)
  /// How openly bodies meet, side by side.
  case transparency
  /// What of a body other programs read.
  case feed(String, Feed)
  /// The public register of interests of a body, and how conflicts were handled.
  case interests(String)
  /// How a body chose its providers.
  case selection(String)
  /// How a board shares its work with partners and places.
  case partnership(String)
  /// What a body's councils can scrutinise.
  case scrutiny(String)
  /// The meetings of a whole system on one calendar.
  case systemCalendar(String)
  /// Bodies side by side.
  case compare([String])
  /// A form for making an area, and what it shows: pieces and pasted codes.
  case area(AreaForm)
  /// Whether every small area lies in exactly one system.
  case coverage
  /// What sources the record has.
  case sources
  /// One source.
  case source(String)
  /// One row of the file a source was read from.
  case row(String, RowPlace)
  /// Numbers that texts have stated, and what the record makes of them.
  case claims
  /// What the words mean.
  case glossary
  /// What was recorded, by whom, when and why.
  case journal
  /// A later page of that, counted from one.
  case journalPage(Int)
  /// How to take all of it away, and how to read it.
  case data
  /// What this is, and how its figures and marks are to be read.
  case about

  /// The rules by which series are judged unless others are named.
  public static let usualRules = "nhsr-0.2"

  /// Which rules are shown.
  public struct RulesView: Hashable, Sendable {
    /// The part of the rulebook, or empty for all.
    public var section: String
    /// What they rest on, or empty for all.
    public var strength: String
    /// Whether only those in force on the day.
    public var inForce: Bool

    /// A view.
    public init(section: String = "", strength: String = "", inForce: Bool = false) {
      self.section = section
      self.strength = strength
      self.inForce = inForce
    }
  }

  /// A form that other programs read; the word is the last part of its path.
  public enum Feed: String, Hashable, Sendable, CaseIterable {
    /// The meetings as a calendar (RFC 5545).
    case calendar = "meetings.ics"
    /// The meetings as news (RFC 4287).
    case news = "meetings.atom"
    /// The body, its groups, meetings, agendas and papers in the shape of OParl 1.1.
    case meetings = "meetings.oparl.json"
    /// People, posts, memberships and organisations in the shape of Popolo.
    case people = "people.popolo.json"
  }

  /// How a measure is shown.
  public struct MeasureView: Hashable, Sendable {
    /// The day of the old map; nil for the day before the last change of the map.
    public var from: Day?
    /// The kind of body.
    public var kind: String
    /// One period, or nil for the latest.
    public var period: String?
    /// Whether to show what flowed from each body to each.
    public var working: Bool

    /// A view.
    public init(from: Day? = nil, kind: String = "icb", period: String? = nil, working: Bool = false) {
      self.from = from
      self.kind = kind
      self.period = period
      self.working = working
    }
  }

  /// What was filled in to make an area.
  public struct AreaForm: Hashable, Sendable {
    /// What the codes are of.
    public var piece: String
    /// The codes, as pasted.
    public var codes: String
    /// The measure to show, or empty.
    public var measure: String
    /// The board whose parts are offered to be ticked, or empty.
    public var board: String

    /// A form.
    public init(piece: String = "", codes: String = "", measure: String = "", board: String = "") {
      self.piece = piece
      self.codes = codes
      self.measure = measure
      self.board = board
    }
  }
}

extension Place.MeasureView {
  /// What of it differs from the usual view.
  fileprivate var query: [(name: String, value: String)] {
    var query: [(name: String, value: String)] = []
    if let from { query.append(("from", from.description)) }
    if kind != "icb" { query.append(("kind", kind)) }
    if let period { query.append(("period", period)) }
    if working { query.append(("working", "yes")) }
    return query
  }
}

extension Place.RulesView {
  /// What of it narrows the list.
  fileprivate var query: [(name: String, value: String)] {
    [("section", section), ("strength", strength), ("in-force", inForce ? "yes" : "")].filter { !$0.1.isEmpty }
  }
}

extension WhoDecidesQuestion {
  /// What of it was filled in.
  fileprivate var query: [(name: String, value: String)] {
    [("function", function), ("place", place), ("value", value), ("kind", kind)].filter { !$0.1.isEmpty }
  }
}

extension Place.AreaForm {
  /// What of it was filled in.
  fileprivate var query: [(name: String, value: String)] {
    [("piece", piece), ("codes", codes), ("measure", measure), ("board", board)].filter { !$0.1.isEmpty }
  }
}

extension Address {
  /// The address as a link.
  public var link: Link {
    var query: [(name: String, value: String)] = []
    let path: [String]
    switch place {
    case .home: path = []
    case .find(let words):
      path = ["find"]
      if !words.isEmpty { query.append(("q", words)) }
    case .bodies(let kind): path = ["bodies", kind]
    case .body(let id): path = ["body", id]
    case .history(let id): path = ["body", id, "history"]
    case .need(let id, let measure):
      path = ["body", id, "need"]
      if let measure { query.append(("measure", measure)) }
    case .areaNeed(let form):
      path = ["area", "need"]
      query += form.query
    case .changes(let day): path = ["changes"] + (day.map { [$0.description] } ?? [])
    case .story: path = ["story"]
    case .measures: path = ["measures"]
    case .measure(let id, let view):
      path = ["measures", id]
      query += view.query
    case .parts(let id, let body, let view):
      path = ["measures", id, "parts", body]
      query += view.query
    case .series(let id, let body, let rules):
      path = ["measures", id, "series", body]
      if rules != Place.usualRules { query.append(("rules", rules)) }
    case .performance(let id, let month):
      path = ["body", id, "performance"]
      if let month { query.append(("month", month)) }
    case .priorities: path = ["priorities"]
    case .bodyPriorities(let id): path = ["body", id, "priorities"]
    case .oversight: path = ["oversight"]
    case .oversightMetrics(let framework, let against):
      path = ["oversight", "metrics"]
      if !framework.isEmpty { query.append(("framework", framework)) }
      if !against.isEmpty { query.append(("against", against)) }
    case .league(let quarter, let group):
      path = ["oversight", "league"]
      if !quarter.isEmpty { query.append(("quarter", quarter)) }
      if !group.isEmpty { query.append(("type", group)) }
    case .bodyOversight(let id): path = ["body", id, "oversight"]
    case .rules(let view):
      path = ["rules"]
      query += view.query
    case .rule(let id): path = ["rules", id]
    case .boardRequirements: path = ["rules", "board"]
    case .check(let id, let proposed):
      path = ["body", id, "check"]
      if proposed { query.append(("law", "proposed")) }
    case .governance(let id): path = ["body", id, "governance"]
    case .whoDecides(let question):
      path = ["who-decides"]
      query += question.query
    case .functions(let id, let level, let since):
      path = ["body", id, "functions"]
      if !level.isEmpty { query.append(("level", level)) }
      if let since { query.append(("since", since.description)) }
    case .decisions(let id): path = ["body", id, "decisions"]
    case .decision(let id): path = ["decisions", id]
    case .meetings(let id): path = ["body", id, "meetings"]
    case .meeting(let id): path = ["meetings", id]
    case .transparency: path = ["transparency"]
    case .feed(let id, let feed): path = ["body", id, feed.rawValue]
    case .interests(let id): path = ["body", id, "interests"]
    case .selection(let id): path = ["body", id, "selection"]
    case .partnership(let id): path = ["body", id, "partnership"]
    case .scrutiny(let id): path = ["body", id, "scrutiny"]
    case .systemCalendar(let id): path = ["body", id, "calendar"]
    case .compare(let ids):
      path = ["compare"]
      query += ids.map { ("body", $0) }
    case .area(let form):
      path = ["area"]
      query += form.query
    case .coverage: path = ["coverage"]
    case .sources: path = ["sources"]
    case .source(let id): path = ["sources", id]
    case .row(let id, let place):
      path = ["sources", id, "row"]
      query.append(("at", place.description))
    case .claims: path = ["claims"]
    case .glossary: path = ["glossary"]
    case .journal: path = ["journal"]
    case .journalPage(let number):
      path = ["journal"]
      if number > 1 { query.append(("page", String(number))) }
    case .data: path = ["data"]
    case .about: path = ["about"]
    }
    if let on { query.append(("on", on.description)) }
    if let known { query.append(("known", known.text)) }
    if format != .page { query.append(("format", format.rawValue)) }
    return Link(path: path, query: query)
  }

  /// What is wrong with an address.
  public enum Fault: Error, Hashable, Sendable {
    /// There is no such page.
    case noSuchPage
    /// A part of the query cannot be read: what it is called, and what to write.
    case unreadable(name: String, advice: String)
  }

  /// Reads a path and query, both already percent-decoded. Unknown query names are ignored.
  public init(path: [String], query: [(name: String, value: String)]) throws(Fault) {
    func first(_ name: String) -> String? {
      query.first { $0.name == name && !$0.value.isEmpty }?.value
    }
    func day(_ name: String) throws(Fault) -> Day? {
      guard let text = first(name) else { return nil }
      guard let day = Day(text) else {
        throw .unreadable(name: name, advice: "write the date as year, month, day: 2026-04-01")
      }
      return day
    }
    func view() throws(Fault) -> Place.MeasureView {
      Place.MeasureView(
        from: try day("from"), kind: first("kind") ?? "icb", period: first("period"),
        working: first("working") == "yes")
    }
    func areaForm() -> Place.AreaForm {
      Place.AreaForm(
        piece: first("piece") ?? "",
        // Codes may be pasted, ticked, or both.
        codes: query.filter { $0.name == "codes" && !$0.value.isEmpty }.map(\.value).joined(separator: "\n"),
        measure: first("measure") ?? "", board: first("board") ?? "")
    }
    on = try day("on")
    if let text = first("known") {
      guard let known = Known(text) else {
        throw .unreadable(
          name: "known", advice: "write t12 for a transaction, 2026-04-01 for a day, or published-2026-04-01")
      }
      self.known = known
    } else {
      known = nil
    }
    if let text = first("format") {
      guard let format = Format(rawValue: text) else {
        throw .unreadable(name: "format", advice: "write csv or json")
      }
      self.format = format
    } else {
      format = .page
    }
    let segments = path.filter { !$0.isEmpty }
    let head = segments.first ?? ""
    switch (head, segments.count) {
    case ("", 0): place = .home
    case ("find", 1): place = .find(first("q") ?? "")
    case ("bodies", 2): place = .bodies(segments[1])
    case ("body", 2): place = .body(segments[1])
    case ("body", 3) where segments[2] == "history": place = .history(segments[1])
    case ("body", 3) where segments[2] == "performance":
      if let month = first("month"), Day("\(month)-01") == nil {
        throw .unreadable(name: "month", advice: "write the month as year and month: 2026-01")
      }
      place = .performance(segments[1], month: first("month"))
    case ("body", 3) where segments[2] == "priorities": place = .bodyPriorities(segments[1])
    case ("priorities", 1): place = .priorities
    case ("body", 3) where segments[2] == "need": place = .need(segments[1], measure: first("measure"))
    case ("changes", 1): place = .changes(nil)
    case ("changes", 2):
      guard let day = Day(segments[1]) else { throw .noSuchPage }
      place = .changes(day)
    case ("story", 1): place = .story
    case ("measures", 1): place = .measures
    case ("measures", 2):
      place = .measure(segments[1], try view())
    case ("measures", 4) where segments[2] == "series":
      place = .series(segments[1], of: segments[3], rules: first("rules") ?? Place.usualRules)
    case ("measures", 4) where segments[2] == "parts":
      place = .parts(segments[1], of: segments[3], try view())
    case ("oversight", 1): place = .oversight
    case ("oversight", 2) where segments[1] == "metrics":
      place = .oversightMetrics(framework: first("framework") ?? "", against: first("against") ?? "")
    case ("oversight", 2) where segments[1] == "league":
      place = .league(quarter: first("quarter") ?? "", group: first("type") ?? "")
    case ("body", 3) where segments[2] == "oversight": place = .bodyOversight(segments[1])
    case ("rules", 1):
      place = .rules(
        Place.RulesView(
          section: first("section") ?? "", strength: first("strength") ?? "", inForce: first("in-force") == "yes"))
    case ("rules", 2): place = segments[1] == "board" ? .boardRequirements : .rule(segments[1])
    case ("body", 3) where segments[2] == "check":
      if let law = first("law"), law != "actual", law != "proposed" {
        throw .unreadable(name: "law", advice: "write actual or proposed")
      }
      place = .check(segments[1], proposed: first("law") == "proposed")
    case ("body", 3) where segments[2] == "governance": place = .governance(segments[1])
    case ("who-decides", 1):
      place = .whoDecides(
        WhoDecidesQuestion(
          function: first("function") ?? "", place: first("place") ?? "", value: first("value") ?? "",
          kind: first("kind") ?? ""))
    case ("body", 3) where segments[2] == "functions":
      place = .functions(segments[1], level: first("level") ?? "", since: try day("since"))
    case ("body", 3) where segments[2] == "decisions": place = .decisions(segments[1])
    case ("decisions", 2): place = .decision(segments[1])
    case ("body", 3) where segments[2] == "meetings": place = .meetings(segments[1])
    case ("body", 3) where segments[2] == "interests": place = .interests(segments[1])
    case ("body", 3) where segments[2] == "selection": place = .selection(segments[1])
    case ("body", 3) where segments[2] == "partnership": place = .partnership(segments[1])
    case ("body", 3) where segments[2] == "scrutiny": place = .scrutiny(segments[1])
    case ("body", 3) where segments[2] == "calendar": place = .systemCalendar(segments[1])
    case ("meetings", 2): place = .meeting(segments[1])
    case ("transparency", 1): place = .transparency
    case ("compare", 1):
      place = .compare(query.filter { $0.name == "body" && !$0.value.isEmpty }.map(\.value))
    case ("area", 1): place = .area(areaForm())
    case ("area", 2) where segments[1] == "need": place = .areaNeed(areaForm())
    case ("coverage", 1): place = .coverage
    case ("sources", 1): place = .sources
    case ("sources", 2): place = .source(segments[1])
    case ("sources", 3) where segments[2] == "row":
      guard let at = first("at").flatMap({ RowPlace($0) }) else {
        throw .unreadable(name: "at", advice: "write the place in the file: row=12, or sheet=Providers row=12")
      }
      place = .row(segments[1], at)
    case ("claims", 1): place = .claims
    case ("glossary", 1): place = .glossary
    case ("journal", 1):
      guard let text = first("page") else {
        place = .journal
        break
      }
      guard let number = Int(text), (1...1_000_000).contains(number) else {
        throw .unreadable(name: "page", advice: "write the number of a page: 2")
      }
      place = number == 1 ? .journal : .journalPage(number)
    case ("data", 1): place = .data
    case ("about", 1): place = .about
    case ("body", 3):
      guard let feed = Place.Feed(rawValue: segments[2]) else { throw .noSuchPage }
      place = .feed(segments[1], feed)
    default: throw .noSuchPage
    }
  }
}
