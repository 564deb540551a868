internal import Chronicle
internal import Register
internal import Vocabulary

/// Finds bodies that would be given a legal form their kind cannot have, whatever brings the two together: a new form,
/// a new body, or a new kind for an old one.
struct LegalFormCheck {
  /// A statement that cannot stand.
  struct Breach {
    /// The position of the arriving statement.
    let index: Int
    let reason: String
  }

  /// What would be wrong once statements have arrived and entries have gone. O(statements arriving).
  static func breaches(of arriving: [Statement], in archive: Archive, without gone: Set<Int>) -> [Breach] {
    var bodies: [String: [(kind: BodyKind, period: Period, index: Int?)]] = [:]
    var forms: [String: [(form: LegalForm, period: Period, index: Int?)]] = [:]
    for (index, statement) in arriving.enumerated() {
      switch statement.kind {
      case Body.kind.name:
        guard let kind = statement.fields.first.flatMap(BodyKind.init(rawValue:)) else { continue }
        bodies[statement.subject, default: []].append((kind, statement.period, index))
      case LegalStatus.kind.name:
        guard let form = statement.fields.first.flatMap(LegalForm.init(rawValue:)) else { continue }
        forms[statement.subject, default: []].append((form, statement.period, index))
      default: continue
      }
    }
    let standing = { (retracted: Int, entry: Int) in retracted == .max && !gone.contains(entry) }
    for subject in Set(bodies.keys).union(forms.keys) {
      guard let id = ID<Body>(subject) else { continue }
      for version in archive.table(Body.self).versions(of: id) where standing(version.retracted, version.entry) {
        bodies[subject, default: []].append((version.fact.bodyKind, version.period, nil))
      }
      for version in archive.table(LegalStatus.self).versions(of: id) where standing(version.retracted, version.entry) {
        forms[subject, default: []].append((version.fact.form, version.period, nil))
      }
    }
    var found: [Int: Breach] = [:]
    for (subject, own) in forms {
      for body in bodies[subject] ?? [] {
        for status in own where body.period.intersection(status.period) != nil {
          guard let index = status.index ?? body.index, let reason = body.kind.refusal(of: status.form) else {
            continue
          }
          found[index] = Breach(index: index, reason: "'\(subject)': \(reason)")
        }
      }
    }
    return found.values.sorted { $0.index < $1.index }
  }
}
