public import Vocabulary

/// The page for an address that leads nowhere.
public enum FaultPage {
  /// What is sent back for a fault in an address.
  public static func reply(_ fault: Address.Fault, today: Day) -> Reply {
    switch fault {
    case .noSuchPage:
      Reply(
        .notFound,
        body: page("There is no such page", "The address may be mistyped, or the page may have moved.", today)
      )
    case .unreadable(let name, let advice):
      Reply(
        .badRequest,
        body: page(
          "The address cannot be read", "What it says for “\(name)” is not understood: \(advice).", today))
    }
  }

  /// A page that says what is wrong and leads on.
  static func page(_ title: String, _ message: String, _ today: Day) -> [UInt8] {
    Frame.bare(PageHead(name: title, summary: message), today: today).page { html in
      html(.p) { html in
        html.text("Go to the ")
        html(.a, "map of the systems", .href(Address(.home)))
        html.text(", or ")
        html(.a, "search", .href(Address(.find(""))))
        html.text(" for a body, a place, a code or a postcode.")
      }
    }
  }
}
