/**
 * The rules that a stage's condition may have, with what each needs.
 * https://docs.aws.amazon.com/codepipeline/latest/userguide/rule-reference.html
 */
export interface RuleTypeSpec {
  readonly provider: string;
  /** How many artifacts it takes: least and most. */
  readonly inputs: readonly [number, number];
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

export const ruleTypes: readonly RuleTypeSpec[] = [
  rule('CloudWatchAlarm', ['AlarmName'], ['AlarmStates', 'WaitTime']),
  {
    ...rule('CodeBuild', ['ProjectName'], ['PrimarySource', 'BatchEnabled', 'CombineArtifacts']),
    inputs: [1, 5],
  },
  { ...rule('Commands', [], []), inputs: [1, 5] },
  rule('DeploymentWindow', ['Cron'], ['TimeZone']),
  { ...rule('LambdaInvoke', ['FunctionName'], ['UserParameters']), inputs: [0, 5] },
  rule('VariableCheck', ['Variable', 'Operator', 'Value'], []),
];

function rule(provider: string, required: string[], optional: string[]): RuleTypeSpec {
  return { provider, inputs: [0, 0], required, optional };
}
