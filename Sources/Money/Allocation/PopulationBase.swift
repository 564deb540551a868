public import Vocabulary

/// What ties people to an area when they are counted, as a type: figures of two bases cannot be added by mistake.
public protocol PopulationBase: Sendable {
  /// The basis.
  static var basis: Basis { get }
}

/// People counted where their general practice belongs.
public enum Registered: PopulationBase {
  /// `registered`.
  public static let basis = Basis.registered
}

/// People counted where they live.
public enum Resident: PopulationBase {
  /// `resident`.
  public static let basis = Basis.resident
}
