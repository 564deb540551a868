internal import Vocabulary

/// The site: one page for each place.
public enum Site {
  /// The reply to a visit. What goes wrong is said on a page; nothing is thrown.
  public static func reply(to visit: Visit) -> Reply {
    switch visit.address.place {
    case .home: HomePage.reply(visit)
    case .find(let words): FindPage.reply(visit, words)
    case .bodies(let kind): BodiesPage.reply(visit, kind)
    case .body(let id): BodyPage.reply(visit, id)
    case .history(let id): HistoryPage.reply(visit, id)
    case .need(let id, let measure): NeedPage.reply(visit, id, measure: measure)
    case .areaNeed(let form): NeedPage.reply(visit, form)
    case .changes(let day): ChangesPage.reply(visit, day)
    case .story: StoryPage.reply(visit)
    case .compare(let ids): ComparePage.reply(visit, ids)
    case .measures: MeasuresPage.reply(visit)
    case .measure(let id, let view): MeasurePage.reply(visit, id, view)
    case .parts(let id, let body, let view): PartsPage.reply(visit, id, of: body, view)
    case .series(let id, let body, let rules): SeriesPage.reply(visit, id, of: body, rules)
    case .performance(let id, let month): PerformancePage.reply(visit, id, month)
    case .priorities: ReviewsPage.reply(visit)
    case .bodyPriorities(let id): PrioritiesPage.reply(visit, id)
    case .oversight: OversightPage.reply(visit)
    case .oversightMetrics(let framework, let other): OversightMetricsPage.reply(visit, framework, against: other)
    case .league(let quarter, let group): LeaguePage.reply(visit, quarter: quarter, group: group)
    case .bodyOversight(let id): BodyOversightPage.reply(visit, id)
    case .meetings(let id): MeetingsPage.reply(visit, id)
    case .meeting(let id): MeetingPage.reply(visit, id)
    case .transparency: TransparencyPage.reply(visit)
    case .feed(let id, let feed): FeedReply.reply(visit, id, feed)
    case .interests(let id): InterestsPage.reply(visit, id)
    case .selection(let id): SelectionPage.reply(visit, id)
    case .partnership(let id): PartnershipPage.reply(visit, id)
    case .scrutiny(let id): ScrutinyPage.reply(visit, id)
    case .systemCalendar(let id): CalendarPage.reply(visit, id)
    case .area(let form): AreaPage.reply(visit, form)
    case .coverage: CoveragePage.reply(visit)
    case .sources: SourcesPage.reply(visit)
    case .source(let id): SourcePage.reply(visit, id)
    case .row(let id, let place): RowPage.reply(visit, id, place)
    case .claims: ClaimsPage.reply(visit)
    case .glossary: GlossaryPage.reply(visit)
    case .journal: JournalPage.reply(visit, page: 1)
    case .journalPage(let number): JournalPage.reply(visit, page: number)
    case .data: DataPage.reply(visit)
    case .about: AboutPage.reply(visit)
    }
  }
}
