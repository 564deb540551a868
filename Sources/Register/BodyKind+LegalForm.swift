extension BodyKind {
  /// Whether it is a way of working together, or a title that comes with a contract, and so never a person in law.
  ///
  /// Systems, partnerships, places, clusters and collaboratives act through their members: an integrated care
  /// partnership is a joint committee (Local Government and Public Involvement in Health Act 2007, section 116ZA). An
  /// integrated care provider, or an integrated health organisation, is the holder of a contract and no new legal entity
  /// (NHS England, consultation on the contract, August 2018).
  public var isNeverLegalPerson: Bool {
    switch self {
    case .integratedCareSystem, .integratedCarePartnership, .sustainabilityAndTransformationPartnership,
      .accountableCareSystem, .placePartnership, .providerCollaborative, .clinicalNetwork, .cluster,
      .contractDesignation:
      true
    default: false
    }
  }

  /// Why a body of the kind cannot have a legal form; nil where it can.
  public func refusal(of form: LegalForm) -> String? {
    if isNeverLegalPerson, form.isLegalPerson {
      return
        "no \(singular) is a person in law, so none can have the form '\(form.rawValue)': record the body that answers "
        + "for it, or correct the kind"
    }
    if (self == .contractDesignation) != (form == .contractDesignation), form != .none {
      return
        "a contract designation is a title and not a body: the kind and the form 'contract-designation' go only "
        + "together, and '\(form.rawValue)' was given for a body of the kind '\(rawValue)'"
    }
    return nil
  }
}
