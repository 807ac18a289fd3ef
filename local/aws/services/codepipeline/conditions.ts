import type {
  Condition,
  ConditionExecutionStatus,
  Result,
  RuleDeclaration,
  RuleExecutionStatus,
  StageDeclaration,
} from '@aws-sdk/client-codepipeline';
import { messageOf } from '../../../../shared/errors.ts';
import { AwsError } from '../../define.ts';
import { type Engine, occupy } from './engine.ts';
import { named, withNamed } from './named.ts';
import { ruleContext } from './rules/context.ts';
import type { Verdict } from './rules/define.ts';
import { ruleRunners } from './rules/runners.ts';
import { resumeStage } from './stage-run.ts';
import { type Execution, findStage, laneOf, type StageRun, stagesOf } from './state.ts';
import { resolve } from './variables.ts';

export type ConditionKind = 'beforeEntry' | 'onSuccess' | 'onFailure';

/** One check of a stage's condition. Times are epoch milliseconds. */
export interface ConditionRun {
  readonly name: ConditionKind;
  status: ConditionExecutionStatus;
  updateTime: number;
  summary: string | undefined;
  readonly rules: RuleRun[];
}

/** One check of a rule. */
export interface RuleRun {
  readonly id: string;
  readonly stage: StageRun;
  readonly declaration: RuleDeclaration;
  readonly startTime: number;
  updateTime: number;
  status: RuleExecutionStatus;
  configuration: Readonly<Record<string, string>>;
  externalExecutionId: string | undefined;
  summary: string | undefined;
  /** Undefined once the check is over. */
  abort: AbortController | undefined;
  error: { readonly code: string; readonly message: string } | undefined;
}

/**
 * Checks a condition of the stage: the result that engages where it does not hold, undefined where it holds,
 * was overridden or is not declared.
 * https://docs.aws.amazon.com/codepipeline/latest/userguide/concepts-how-it-works-conditions.html
 */
export async function checkCondition(
  engine: Engine,
  stage: StageRun,
  kind: ConditionKind,
): Promise<Result | undefined> {
  const condition = conditionOf(stage.declaration, kind);
  const before = named(stage.conditions, kind)?.status;
  if (!condition || before === 'Overridden' || (kind === 'beforeEntry' && before === 'Succeeded'))
    return undefined;
  const run: ConditionRun = {
    name: kind,
    status: 'InProgress',
    updateTime: engine.aws.clock.now(),
    summary: undefined,
    rules: [],
  };
  stage.conditions = withNamed(stage.conditions, run);
  // All at once: a window that opens later does not make an alarm be checked later.
  const checks = (condition.rules ?? []).map((rule) => begin(engine, stage, rule));
  run.rules.push(...checks);
  await Promise.all(checks.map((rule) => checkRule(engine, rule, kind)));
  const failed = run.rules.find((rule) => rule.status !== 'Succeeded');
  run.status = statusAfter(failed);
  run.summary = failed?.error?.message;
  run.updateTime = engine.aws.clock.now();
  return failed && (condition.result ?? 'FAIL');
}

function statusAfter(failed: RuleRun | undefined): ConditionExecutionStatus {
  if (!failed) return 'Succeeded';
  if (failed.status === 'Abandoned') return 'Abandoned';
  return failed.error?.code === 'RuleFailed' ? 'Failed' : 'Errored';
}

function begin(engine: Engine, stage: StageRun, rule: RuleDeclaration): RuleRun {
  const now = engine.aws.clock.now();
  const run: RuleRun = {
    id: engine.aws.uuid(),
    stage,
    declaration: rule,
    startTime: now,
    updateTime: now,
    status: 'InProgress',
    configuration: rule.configuration ?? {},
    externalExecutionId: undefined,
    summary: undefined,
    error: undefined,
    abort: new AbortController(),
  };
  stage.execution.pipeline.ruleRuns.push(run);
  return run;
}

const minute = 60_000;

/** Checks the rule to its end: settled, out of time, or abandoned. Never rejects. */
async function checkRule(engine: Engine, run: RuleRun, kind: ConditionKind): Promise<void> {
  const { abort, declaration } = run;
  // How long rules may take at most is not documented where the definition does not say; a window opens within a day.
  const limit = (declaration.timeoutInMinutes ?? 24 * 60) * minute;
  const { promise: ended, resolve: end } = Promise.withResolvers<Verdict>();
  const cancel = engine.aws.clock.after(limit, () =>
    end({
      passed: false,
      message: `The rule ${declaration.name} did not end within ${limit / minute} minutes`,
    }),
  );
  abort?.signal.addEventListener('abort', () => end({ passed: false, message: 'The rule was abandoned' }), {
    once: true,
  });
  try {
    const runner = ruleRunners.find((one) => one.provider === declaration.ruleTypeId?.provider);
    if (!runner) throw new Error(`The rule ${declaration.ruleTypeId?.provider} is not run locally`);
    run.configuration = resolve(declaration.configuration ?? {}, run.stage.execution);
    const verdict = await Promise.race([runner.check(ruleContext(engine, run, kind)), ended]);
    if (run.status === 'InProgress') settle(run, verdict);
  } catch (error) {
    if (run.status === 'InProgress') {
      run.status = 'Failed';
      run.error = { code: 'ConfigurationError', message: messageOf(error) };
    }
  }
  cancel();
  run.updateTime = engine.aws.clock.now();
  // Ends what the check may have left behind, above all after a timeout.
  run.abort?.abort(new Error('The check is over'));
  run.abort = undefined;
}

function settle(run: RuleRun, { passed, message, externalExecutionId }: Verdict): void {
  run.status = passed ? 'Succeeded' : 'Failed';
  run.summary = message;
  run.externalExecutionId = externalExecutionId;
  if (!passed) run.error = { code: 'RuleFailed', message };
}

/** Ends the checks of a stage whose outcome nobody waits for; whether there were any. */
export function abandonChecks(stage: StageRun): boolean {
  const open = stage.conditions.flatMap(({ rules }) => rules).filter((rule) => rule.status === 'InProgress');
  for (const rule of open) {
    rule.status = 'Abandoned';
    rule.error = { code: 'Abandoned', message: 'The check was abandoned' };
    rule.abort?.abort(new Error('The check was abandoned'));
  }
  return open.length > 0;
}

/** AWS allows one condition of each kind. */
function conditionOf(stage: StageDeclaration, kind: ConditionKind): Condition | undefined {
  return stage[kind]?.conditions?.[0];
}

/** The providers of the pipeline's rules that cannot be checked here. */
export function unknownRules(stage: StageDeclaration): string[] {
  const kinds = ['beforeEntry', 'onSuccess', 'onFailure'] as const;
  return kinds
    .flatMap((kind) => conditionOf(stage, kind)?.rules ?? [])
    .map((rule) => rule.ruleTypeId?.provider ?? '')
    .filter((provider) => !ruleRunners.some((runner) => runner.provider === provider));
}

/** https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_OverrideStageCondition.html */
export function overrideCondition(
  engine: Engine,
  execution: Execution,
  { stageName, type }: { stageName: string | undefined; type: string | undefined },
): void {
  const { name = '' } = findStage(execution.pipeline, stageName);
  const stage = named(execution.stages, name);
  const lane = laneOf(execution.pipeline, name);
  const kind = type === 'BEFORE_ENTRY' ? 'beforeEntry' : 'onSuccess';
  if (type !== 'BEFORE_ENTRY' && type !== 'ON_SUCCESS')
    throw new AwsError('ValidationException', 'conditionType must be BEFORE_ENTRY or ON_SUCCESS');
  if (stage && execution.mode !== 'PARALLEL' && lane.latest !== stage)
    throw new AwsError(
      'NotLatestPipelineExecutionException',
      `Execution ${execution.id} is not the latest in stage '${name}': ${lane.latest?.execution.id} is`,
    );
  const run = stage && named(stage.conditions, kind);
  const isOpen = stage?.status === 'Failed' && (run?.status === 'Failed' || run?.status === 'Errored');
  if (!stage || !run || !isOpen || !stagesOf(execution.declaration).includes(stage.declaration))
    throw new AwsError(
      'ConditionNotOverridableException',
      `Stage '${name}' has no ${type} condition that failed in execution ${execution.id}`,
    );
  if (lane.holder) throw new AwsError('ConflictException', `Stage '${name}' is busy with ${lane.holder.id}`);
  run.status = 'Overridden';
  run.updateTime = engine.aws.clock.now();
  resumeStage(engine, stage);
  occupy(engine, stage);
}
