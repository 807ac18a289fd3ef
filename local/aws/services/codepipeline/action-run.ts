import type { ActionDeclaration, ActionExecutionStatus } from '@aws-sdk/client-codepipeline';
import { messageOf } from '../../../../shared/errors.ts';
import { AwsError } from '../../define.ts';
import {
  type ActionContext,
  ActionFailure,
  type ActionProgress,
  type ActionResult,
  type ActionRunner,
  type StoredArtifact,
} from './actions/define.ts';
import { inputsOf, placeFor } from './artifacts.ts';
import type { Engine } from './engine.ts';
import { emitAction } from './events.ts';
import { invoke } from './invoke.ts';
import { none, withNamed } from './named.ts';
import type { StageRun } from './state.ts';
import { resolve } from './variables.ts';

/** One execution of one action. Times are epoch milliseconds. */
export interface ActionRun {
  readonly id: string;
  readonly name: string;
  readonly stage: StageRun;
  readonly declaration: ActionDeclaration;
  readonly startTime: number;
  updateTime: number;
  status: ActionExecutionStatus;
  /** The configuration with its variables resolved. */
  configuration: Readonly<Record<string, string>>;
  inputs: readonly StoredArtifact[];
  outputs: readonly StoredArtifact[];
  progress: ActionProgress;
  error: ActionResult['error'];
  outputVariables: Readonly<Record<string, string>> | undefined;
  /** Aborted when nobody waits for the outcome any more; undefined once the action is over. */
  abort: AbortController | undefined;
}

/** Runs an action to its end: done, failed, out of time, or abandoned. Never rejects. */
export async function runAction(
  engine: Engine,
  stage: StageRun,
  declaration: ActionDeclaration,
): Promise<ActionRun> {
  const run = begin(engine, stage, declaration);
  emitAction(engine.aws, run, 'STARTED');
  const limit = timeLimit(engine, run);
  const result = await Promise.race([work(engine, run), limit.passed, abandoned(run)]);
  limit.cancel();
  if (result && run.status === 'InProgress') finish(engine, run, result);
  run.abort = undefined;
  return run;
}

/** Ends an action whose outcome nobody waits for. */
export function abandon(engine: Engine, run: ActionRun, state: 'ABANDONED' | 'CANCELED'): void {
  if (run.status !== 'InProgress') return;
  run.status = 'Abandoned';
  run.updateTime = engine.aws.clock.now();
  emitAction(engine.aws, run, state);
  run.abort?.abort(new Error('The action was abandoned'));
}

function begin(engine: Engine, stage: StageRun, declaration: ActionDeclaration): ActionRun {
  const now = engine.aws.clock.now();
  const run: ActionRun = {
    id: engine.aws.uuid(),
    name: declaration.name ?? '',
    stage,
    declaration,
    startTime: now,
    updateTime: now,
    status: 'InProgress',
    configuration: declaration.configuration ?? {},
    inputs: none,
    outputs: none,
    progress: {},
    error: undefined,
    outputVariables: undefined,
    abort: new AbortController(),
  };
  stage.actions = withNamed(stage.actions, run);
  stage.execution.pipeline.actionRuns.push(run);
  return run;
}

async function work(engine: Engine, run: ActionRun): Promise<ActionResult> {
  const { execution } = run.stage;
  const signal = run.abort?.signal;
  try {
    const carryOut = runnerFor(engine, run);
    run.inputs = inputsOf(run.declaration, execution);
    run.outputs = (run.declaration.outputArtifacts ?? []).map(({ name = '' }) =>
      placeFor(name, { execution, action: run.declaration, region: engine.aws.region }),
    );
    run.configuration = resolve(run.declaration.configuration ?? {}, execution);
    return await carryOut(contextFor(engine, run));
  } catch (error) {
    // What another service refuses is a matter of how the action is set up; the rest is a fault of ours, unless
    // nobody waits for the action any more.
    const code =
      error instanceof ActionFailure
        ? error.code
        : error instanceof AwsError
          ? 'ConfigurationError'
          : 'SystemUnavailable';
    if (code === 'SystemUnavailable' && !signal?.aborted)
      engine.aws.log(`The action ${run.name} of ${execution.pipeline.name} failed`, error);
    return { status: 'Failed', error: { code, message: messageOf(error) } };
  }
}

/** Who carries the action out: a runner of ours, or a job worker. */
function runnerFor(
  { runners, customTypes, partnerTypes, jobs }: Engine,
  run: ActionRun,
): ActionRunner['run'] {
  const { actionTypeId: id } = run.declaration;
  const { category, provider, owner, version } = id ?? {};
  const runner = runners.find(
    (one) => (one.owner ?? 'AWS') === owner && one.category === category && one.provider === provider,
  );
  if (runner) return runner.run;
  const custom = id && owner === 'Custom' ? customTypes.find(id) : undefined;
  if (custom) return (context) => jobs.run(context, custom.type.settings);
  const partner = partnerTypes.find(id);
  if (partner?.executor?.type === 'JobWorker') return (context) => jobs.run(context, partner.urls);
  const what = partner ? `The Lambda function of ${provider}` : `${provider} (${owner}, ${category})`;
  const gone =
    owner === 'Custom' ? `The action type ${provider} in version ${version} is no more` : undefined;
  throw new ActionFailure(
    'ConfigurationError',
    gone ?? `${what} is not run locally: action ${run.name} cannot run`,
  );
}

function contextFor(engine: Engine, run: ActionRun): ActionContext {
  const { execution } = run.stage;
  const { aws } = engine;
  return {
    aws,
    pipeline: execution.pipeline.name,
    stage: run.stage.name,
    executionId: execution.id,
    actionExecutionId: run.id,
    mode: execution.mode,
    action: run.declaration,
    configuration: run.configuration,
    inputs: run.inputs,
    outputs: run.outputs,
    override: execution.overrides.find((one) => one.actionName === run.name),
    signal: run.abort?.signal ?? AbortSignal.abort(),
    async store(artifact, zip) {
      const place = run.outputs.find((output) => output.name === artifact);
      if (!place) throw new Error(`The action ${run.name} declares no output artifact ${artifact}`);
      await engine.objects.put({ bucket: place.bucket, key: place.key, body: zip });
    },
    update(progress) {
      if (run.status !== 'InProgress') return;
      run.progress = { ...run.progress, ...progress };
      run.updateTime = aws.clock.now();
    },
    awaitApproval: (token) => engine.approvals.wait(run, token),
    startPipeline: (name, options) => invoke(engine, run, { name, ...options }),
    log: (line) => aws.log(`${execution.pipeline.name}/${run.stage.name}/${run.name}: ${line}`),
  };
}

function finish(engine: Engine, run: ActionRun, result: ActionResult): void {
  const { status, error, outputVariables, revisions = {}, ...progress } = result;
  const { execution } = run.stage;
  run.status = status;
  run.updateTime = engine.aws.clock.now();
  run.progress = { ...run.progress, ...progress, token: undefined };
  run.error = error;
  if (status === 'Succeeded') {
    run.outputVariables = outputVariables;
    for (const output of run.outputs) execution.artifacts = withNamed(execution.artifacts, output);
    for (const [name, revision] of Object.entries(revisions))
      execution.revisions = withNamed(execution.revisions, { ...revision, name, actionName: run.name });
    const { namespace: name } = run.declaration;
    if (name) execution.outputs = withNamed(execution.outputs, { name, values: outputVariables ?? {} });
  } else {
    run.outputs = none;
    // Ends what the runner may have left behind, above all after a timeout.
    run.abort?.abort(new Error(error?.message ?? 'The action failed'));
  }
  emitAction(engine.aws, run, status === 'Succeeded' ? 'SUCCEEDED' : 'FAILED');
}

function abandoned({ abort }: ActionRun): Promise<undefined> {
  return new Promise((resolve) => {
    abort?.signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** https://docs.aws.amazon.com/codepipeline/latest/userguide/limits.html */
const timeouts: Readonly<Record<string, number>> = {
  Manual: 7 * day,
  CodeBuild: 36 * hour,
  CodeDeploy: 5 * day,
  CloudFormation: 3 * day,
  Lambda: day,
  S3: 90 * minute,
  StepFunctions: 7 * day,
};

function timeLimit({ aws }: Engine, { declaration }: ActionRun) {
  const { timeoutInMinutes, actionTypeId } = declaration;
  const { owner, provider = '' } = actionTypeId ?? {};
  const usual = owner === 'Custom' ? day : (timeouts[provider] ?? hour);
  const limit = timeoutInMinutes ? timeoutInMinutes * minute : usual;
  const { promise: passed, resolve: pass } = Promise.withResolvers<ActionResult>();
  const message = `The action did not end within its limit of ${limit / minute} minutes`;
  const cancel = aws.clock.after(limit, () =>
    pass({ status: 'Failed', error: { code: 'JobFailed', message } }),
  );
  return { passed, cancel };
}
