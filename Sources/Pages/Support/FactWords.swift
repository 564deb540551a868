internal import Answers
internal import Governance

/// Kinds of fact in a reader's words.
enum FactWords {
  /// `Names`, `Codes`: what facts of a kind are, or the kind's own word where none is known.
  static func many(_ kind: String) -> String {
    switch kind.split(separator: "-").dropLast().joined(separator: "-") {
    case "body": "Bodies and their lives"
    case "name": "Names"
    case "code": "Codes"
    case "legal-form": "Legal forms"
    case "role": "Roles"
    case "address": "Addresses"
    case "relation": "Ties between bodies"
    case "succession": "Successions: what became of bodies"
    case "share": "Shares of a body that went to another"
    case "overlap": "Overlaps of areas"
    case "placement": "Small areas and districts placed in a body"
    case "area-member": "Pieces of made areas"
    case "lookup": "Lookups from pieces of the map to bodies"
    case "tile": "Places on the tile map"
    case "boundary": "Boundaries"
    case "claim": "Stated numbers, tested"
    case "term": "Terms explained"
    case "source": "Sources"
    case "original": "Files kept"
    case "text": "Texts kept"
    case "redaction": "Lawful erasures"
    case "measure": "Measures defined"
    case "observation": "Periods of figures"
    case "measure-profile": "How measures are read"
    case "target": "Standards and targets"
    case "series-note": "Dated notes on series"
    case "disclosure": "Rules for small numbers"
    case "release": "Figures released under such rules"
    case "commentary": "What bodies say of their figures"
    case "segment": "Segments decided on"
    case "support": "Steps of support"
    case "exit-criterion": "Conditions for leaving support"
    case "formal-action": "Formal actions"
    case "annual-assessment": "Yearly assessments of boards"
    default: Sheets.kind(kind).map { Sentences.capital($0.meaning) } ?? kind
    }
  }
}
