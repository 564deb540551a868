/// Writes a picture in a line of words (ECMA-376 part 1, 20.4), with its alternative text.
struct DrawingWriter {
  static let main = "http://schemas.openxmlformats.org/drawingml/2006/main"
  static let picture = "http://schemas.openxmlformats.org/drawingml/2006/picture"

  let number: Int
  let alternative: String
  /// Millimetres.
  let width: Double
  /// Millimetres.
  let height: Double
  /// The identifier of the PNG file.
  let png: String
  /// The identifier of the SVG file.
  let svg: String?

  func write(_ xml: inout XMLWriter) {
    let name = "Picture \(number)"
    xml.element("w:drawing") { xml in
      xml.element("wp:inline", ["distT": "0", "distB": "0", "distL": "0", "distR": "0"]) { xml in
        xml.element("wp:extent", extent)
        xml.element("wp:docPr", ["id": String(number), "name": name, "descr": alternative])
        xml.element("wp:cNvGraphicFramePr") { xml in xml.element("a:graphicFrameLocks", ["noChangeAspect": "1"]) }
        xml.element("a:graphic") { xml in
          xml.element("a:graphicData", ["uri": DrawingWriter.picture]) { xml in
            xml.element("pic:pic") { xml in
              xml.element("pic:nvPicPr") { xml in
                xml.element("pic:cNvPr", ["id": String(number), "name": name, "descr": alternative])
                xml.element("pic:cNvPicPr")
              }
              fill(&xml)
              shape(&xml)
            }
          }
        }
      }
    }
  }

  /// 36,000 English metric units are a millimetre.
  private var extent: XMLWriter.Attributes {
    ["cx": String(Int((width * 36_000).rounded())), "cy": String(max(1, Int((height * 36_000).rounded())))]
  }

  private func fill(_ xml: inout XMLWriter) {
    xml.element("pic:blipFill") { xml in
      xml.element("a:blip", ["r:embed": png]) { xml in
        guard let svg else { return }
        // The extension in which Word 2016 and later look for an SVG file (MS-ODRAWXML, 2.3.2.1).
        xml.element("a:extLst") { xml in
          xml.element("a:ext", ["uri": "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"]) { xml in
            xml.element(
              "asvg:svgBlip",
              ["xmlns:asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main", "r:embed": svg])
          }
        }
      }
      xml.element("a:stretch") { xml in xml.element("a:fillRect") }
    }
  }

  private func shape(_ xml: inout XMLWriter) {
    xml.element("pic:spPr") { xml in
      xml.element("a:xfrm") { xml in
        xml.element("a:off", ["x": "0", "y": "0"])
        xml.element("a:ext", extent)
      }
      xml.element("a:prstGeom", ["prst": "rect"]) { xml in xml.element("a:avLst") }
    }
  }
}
