import type {
  RuleExecutionDetail,
  RuleExecutionFilter,
  StageConditionState,
} from '@aws-sdk/client-codepipeline';
import type { ConditionKind, RuleRun } from './conditions.ts';
import { named } from './named.ts';
import { findExecution, type Pipeline, type StageRun } from './state.ts';

/** A stage's condition as `GetPipelineState` shows it; undefined where it was not checked. */
export function conditionState(
  stage: StageRun | undefined,
  kind: ConditionKind,
): StageConditionState | undefined {
  const run = stage && named(stage.conditions, kind);
  if (!run) return undefined;
  const { status, summary } = run;
  return {
    latestExecution: { status, summary },
    conditionStates: [
      {
        latestExecution: { status, summary, lastStatusChange: new Date(run.updateTime) },
        ruleStates: run.rules.map((rule) => ({
          ruleName: rule.declaration.name,
          latestExecution: {
            ruleExecutionId: rule.id,
            status: rule.status,
            summary: rule.summary,
            externalExecutionId: rule.externalExecutionId,
            lastStatusChange: new Date(rule.updateTime),
            errorDetails: rule.error,
          },
        })),
      },
    ],
  };
}

/** The newest first. https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_ListRuleExecutions.html */
export function ruleRunsOf(pipeline: Pipeline, filter: RuleExecutionFilter | undefined): RuleRun[] {
  const newestFirst = pipeline.ruleRuns.toReversed();
  const latestOnly = filter?.latestInPipelineExecution;
  const id = filter?.pipelineExecutionId ?? latestOnly?.pipelineExecutionId;
  if (id === undefined) return newestFirst;
  const execution = findExecution(pipeline, id);
  const runs = newestFirst.filter((run) => run.stage.execution === execution);
  if (latestOnly?.startTimeRange !== 'Latest') return runs;
  return runs.filter((run) => run.stage.conditions.some(({ rules }) => rules.includes(run)));
}

export function ruleDetail(run: RuleRun, region: string): RuleExecutionDetail {
  const { declaration, stage } = run;
  return {
    pipelineExecutionId: stage.execution.id,
    ruleExecutionId: run.id,
    pipelineVersion: stage.execution.version,
    stageName: stage.name,
    ruleName: declaration.name,
    startTime: new Date(run.startTime),
    lastUpdateTime: new Date(run.updateTime),
    status: run.status,
    input: {
      ruleTypeId: declaration.ruleTypeId,
      configuration: declaration.configuration ?? {},
      resolvedConfiguration: { ...run.configuration },
      roleArn: declaration.roleArn,
      region: declaration.region ?? region,
      inputArtifacts: [],
    },
    output: {
      executionResult: {
        externalExecutionId: run.externalExecutionId,
        externalExecutionSummary: run.summary,
        errorDetails: run.error,
      },
    },
  };
}
