internal import Measures

/// The readers of figures and of the map.
public enum FigureReaders {
  /// Every one of them. No file is recognised by two.
  public static let all: [any Reader] = [
    PracticeWeightedPopulationsReader(), SmallAreaPopulationReader(), DeprivationReader(),
    ReferralToTreatmentReader(),
    AccidentAndEmergencyReader(), EmergencyCareByBoardReader(), WaitingFlowReader(), CancerWaitingTimesReader(),
    TalkingTherapiesReader(), DiseaseRegistersReader(), HealthIndexReader(), OversightResultsReader(),
    SmallAreaLookupReader(),
    HealthGeographyListReader(),
    PostcodeDirectoryReader(), BoundariesReader(), TidyFiguresReader(),
  ]

  /// The measures of all official formats.
  static let definitions: [MeasureDefinition] = [
    PracticeWeightedPopulationsReader().measures, SmallAreaPopulationReader().measures,
    DeprivationReader().measures,
    ReferralToTreatmentReader().measures, AccidentAndEmergencyReader().measures,
    CancerWaitingTimesReader().measures, WaitingFlowReader().measures, TalkingTherapiesReader().measures,
    DiseaseRegistersReader().measures, HealthIndexReader().measures,
  ].flatMap { $0 }
}
