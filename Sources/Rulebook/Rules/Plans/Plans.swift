extension Rule {
  static let plans: [Rule] = forwardPlan + forwardPlanOpenly + capitalPlan + reports + oversight
}
