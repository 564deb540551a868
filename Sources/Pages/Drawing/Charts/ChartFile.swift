extension Chart {
  /// The drawing as an SVG file that needs nothing else: title, sentence, drawing, key, notes and their colours.
  ///
  /// - Parameter source: where the figures are from, written beneath.
  public func file(source: String? = nil) -> [UInt8] {
    let width = Breadth.wide.width
    let (heading, prose) = (Lettering(19, bold: true), Lettering(14))
    let margin = 24.0
    var lines: [(words: String, lettering: Lettering, x: Double, y: Double)] = []
    var y = margin
    func set(_ words: String, _ lettering: Lettering, indent: Double = 0) {
      for line in lettering.lines(of: words, within: width - indent, limit: 12) {
        y += lettering.leading
        lines.append((line, lettering, margin + indent, y - lettering.size * 0.28))
      }
    }
    set(title, heading)
    y += 4
    set(sentence, prose)
    y += 18
    let top = y
    y += isTableOnly ? 0 : height(.wide) + 14
    let keyTop = y
    let places = isTableOnly ? [] : key.places(prose, within: width)
    y += Double((places.last?.row ?? -1) + 1) * 22
    if !notes.isEmpty { y += 6 }
    for note in isTableOnly ? [] : notes {
      lines.append((note.sign, Lettering(14, bold: true), margin, y + prose.leading - 4))
      set("\(note.place): \(note.words)", prose, indent: 24)
    }
    if let source {
      y += 6
      set(source, Lettering(12))
    }
    let size = (width: width + margin * 2, height: y + margin)

    var html = HTML()
    html(
      .svg, .word("xmlns", "http://www.w3.org/2000/svg"), .number("width", size.width),
      .number("height", size.height), .viewBox(size.width, size.height), .role("img"),
      .labelled(by: "\(id)-title"), .described(by: ["\(id)-desc"])
    ) { html in
      html(.title, title, .id("\(id)-title"))
      html(.desc, sentence, .id("\(id)-desc"))
      html.raw(ChartStyle.light)
      html(
        .rect, .class("ground"), .word("width", "100%"), .word("height", "100%"))
      for line in lines { html.letter(line.words, line.x, line.y, line.lettering) }
      if isTableOnly { return }
      html(.g, .moved(margin, top)) { html in paint(.wide, in: &html) }
      for (entry, place) in zip(key.entries, places) {
        let middle = keyTop + Double(place.row) * 22 + 11
        ChartKey.paint(entry.sign, margin + place.x, middle, in: &html)
        html.letter(entry.words, margin + place.x + 30, middle + 5, prose)
      }
    }
    return html.finish()
  }
}

/// The colours of a chart that stands alone, which are the light ones of the style sheet.
enum ChartStyle {
  static let light: StaticString = """
    <style>
    text { font-family: "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif; fill: #16232a; }
    .ground { fill: #ffffff; }
    .soft { fill: #52606a; }
    .end { text-anchor: end; }
    .middle { text-anchor: middle; }
    .halo { stroke: #ffffff; stroke-width: 4px; paint-order: stroke; stroke-linejoin: round; }
    .hair { stroke: #dcd8cb; fill: none; }
    .axis { stroke: #8b949a; fill: none; }
    .band { fill: #f3f1e8; }
    .point { stroke: #ffffff; stroke-width: .75; }
    .point-common { fill: #66737b; }
    .point-better { fill: #0069b4; }
    .point-worse { fill: #bd4b00; }
    .point-neutral { fill: #7040a8; }
    .point-hollow { fill: #ffffff; stroke-width: 2; }
    .point-common.point-hollow, .point-open { stroke: #66737b; }
    .point-better.point-hollow { stroke: #0069b4; }
    .point-worse.point-hollow { stroke: #bd4b00; }
    .point-neutral.point-hollow { stroke: #7040a8; }
    .point-open { fill: none; stroke-width: 1.75; }
    .point-chosen { fill: #0b4f56; stroke: #ffffff; }
    .line-series { fill: none; stroke: #8b949a; stroke-width: 1.5; stroke-linejoin: round; }
    .line-mean { fill: none; stroke: #16232a; stroke-width: 1.25; }
    .line-limit { fill: none; stroke: #52606a; stroke-width: 1.25; stroke-dasharray: 5 4; }
    .line-near { fill: none; stroke: #52606a; stroke-width: 1.25; stroke-dasharray: 1 4; stroke-linecap: round; }
    .line-target { fill: none; stroke: #b0203a; stroke-width: 2; }
    .line-plan { fill: none; stroke: #7040a8; stroke-width: 1.75; stroke-dasharray: 8 3 2 3; }
    .line-step { fill: none; stroke: #16232a; stroke-width: 1; stroke-dasharray: 2 3; }
    .line-fit { fill: none; stroke: #0b4f56; stroke-width: 2.25; }
    .whisker { fill: none; stroke: #52606a; stroke-width: 2; }
    .whisker-chosen { fill: none; stroke: #0b4f56; stroke-width: 3.5; }
    .sign-plate { fill: #ffffff; stroke: #16232a; }
    .chosen-row { fill: #dbe8e6; }
    .bar-left { fill: #4d8a8b; }
    .bar-chosen { fill: #2f7479; }
    .tick-other { fill: none; stroke: #16232a; stroke-width: 2; }
    .against { fill: none; stroke: #16232a; stroke-width: 1.25; stroke-dasharray: 2 3; }
    </style>
    """
}
