/// The elements that pages and drawings are made of.
///
/// A closed list: there is no script, style, frame, object or embed, and none can be written.
public enum Tag: String, Sendable {
  // The document.
  case html, head, body, title, meta, link
  // Its parts.
  case header, nav, main, aside, footer, section, article, search, div
  // Words.
  case h1, h2, h3, h4, p, ul, ol, li, dl, dt, dd, blockquote, pre, hr, br
  case a, span, strong, em, small, code, kbd, abbr, dfn, time, data, sup, sub, ins, del, bdi, cite
  // Figures and tables.
  case figure, figcaption, table, caption, colgroup, col, thead, tbody, tfoot, tr, th, td
  // Forms and disclosures.
  case form, fieldset, legend, label, input, select, optgroup, option, textarea, button, output
  case details, summary
  // Drawings.
  case svg, g, desc, defs, pattern, linearGradient, stop, clipPath, tspan
  case svgText = "text"
  case path, rect, circle, line, polyline, polygon, use

  enum Form { case block, inline, void, shape }

  var form: Form {
    switch self {
    case .meta, .link, .hr, .br, .col, .input: .void
    case .path, .rect, .circle, .line, .polyline, .polygon, .use, .stop: .shape
    case .a, .span, .strong, .em, .small, .code, .kbd, .abbr, .dfn, .time, .data, .sup, .sub, .ins, .del,
      .bdi, .cite, .label, .select, .button, .output, .textarea, .option, .tspan, .svgText, .title, .desc,
      .th, .td, .pre:
      .inline
    default: .block
    }
  }
}
