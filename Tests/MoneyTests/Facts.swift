import Chronicle
import Testing
import Vocabulary

/// A fact written as a line and read again.
func roundTrip<F: Fact>(_ fact: F) throws -> F { try read(F.self, fact.fields, subject: fact.subject) }

/// A fact of these columns.
func read<F: Fact>(_ type: F.Type, _ fields: [String], subject: ID<F.Subject> = ID(slug: "a")) throws -> F {
  #expect(fields.count == F.kind.columns.count)
  var line = Line.join(fields)
  let result: Result<F, LineError> = line.withUTF8 { bytes in
    var reader = FieldReader(UnsafeRawBufferPointer(bytes))
    do throws(LineError) {
      let fact = try F(subject: subject, from: &reader)
      try reader.end()
      return .success(fact)
    } catch {
      return .failure(error)
    }
  }
  return try result.get()
}
