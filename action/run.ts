import { type Uploaded, upload as uploadArtifact } from '../shared/artifact/upload.ts';
import { UserError } from '../shared/errors.ts';
import { consoleUrl } from '../shared/render/run.ts';
import type { Change, Run } from '../shared/run/model.ts';
import { watchRun } from '../shared/run/watch.ts';
import type { Starting } from './clean-up.ts';
import { createGitHub, refusalOf } from './github.ts';
import type { Inputs } from './inputs.ts';
import type { Runner } from './io.ts';
import type { Job } from './job.ts';
import type { Ports } from './ports.ts';
import { findPullRequest } from './pull-request.ts';
import { cancelRun } from './steps/cancel.ts';
import { followRun } from './steps/follow.ts';
import { isFailure } from './steps/outcome.ts';
import { report } from './steps/report.ts';
import { chooseSource, type ObjectSource } from './steps/source.ts';
import { findRun, isStartedByUpload, type StartPlan, startRun } from './steps/start.ts';

/** What the whole story needs; the steps take from it what is theirs. */
export interface Setting {
  readonly inputs: Inputs;
  readonly region: string;
  readonly job: Job;
  readonly runner: Runner;
  readonly ports: Ports;
  /** Aborts when the job is cancelled. */
  readonly signal: AbortSignal;
}

/** Package, upload, start, follow, tell. False when the step is to fail by the run's outcome. */
export async function run(setting: Setting): Promise<boolean> {
  const { inputs, job, runner, ports } = setting;
  await checkAccount(setting);
  const source = chooseSource(await ports.pipelines.definition(inputs.pipeline), inputs);
  const change = await describeChange(setting);
  const uploaded = source.kind === 's3' ? await packageAndUpload(source, change, setting) : undefined;
  if (inputs.start === 'false') return true;

  const id = await begin({ inputs, source, uploaded, commit: change.commit, step: job.step }, setting);
  runner.output('url', consoleUrl({ pipeline: inputs.pipeline, region: setting.region, id }));
  const last = await follow(id, setting);
  await report(last, { runner, reasons: ports.reasons, clock: ports.clock });
  return !isFailure(last, inputs['fail-on']);
}

async function checkAccount({ inputs, ports }: Setting): Promise<void> {
  const allowed = inputs['allowed-account-ids'];
  if (!allowed) return;
  const account = await ports.account();
  if (allowed.includes(account)) return;
  throw new UserError(
    `The AWS credentials belong to the account ${account}, which is not among \`allowed-account-ids\` (${allowed.join(', ')}).`,
  );
}

/** What was pushed, with the pull request it came from. That one cannot be found stops nothing. */
async function describeChange({ inputs, job, ports, runner }: Setting): Promise<Change> {
  const { repository, commit, pullRequest } = job.change;
  const token = inputs['github-token'];
  if (pullRequest !== undefined || !repository || !commit || !token) return job.change;
  try {
    const github = await createGitHub({ apiUrl: job.apiUrl, token }, ports.fetch);
    return { ...job.change, pullRequest: await findPullRequest(github, { repository, commit }) };
  } catch (error) {
    runner.info(`The pull request of ${commit} could not be looked up: ${refusalOf(error)}`);
    return job.change;
  }
}

async function packageAndUpload(source: ObjectSource, change: Change, setting: Setting): Promise<Uploaded> {
  const { inputs, job, runner, ports, signal } = setting;
  const { bucket, key } = source;
  // Loaded only now: the pipeline is asked for sooner without them.
  const [{ packageArtifact }, objects] = await Promise.all([import('./steps/package.ts'), ports.objects()]);
  await using artifact = await packageArtifact(inputs, { ...job, signal });
  const { entries, size, hash } = artifact;
  const files = entries === undefined ? '' : `${entries} ${entries === 1 ? 'file' : 'files'} in `;
  runner.info(`Artifact: ${files}${size} bytes, SHA-256 ${hash}`);
  runner.output('artifact-hash', hash);
  const uploaded = await uploadArtifact(objects, { ...artifact, bucket, key, change, signal });
  runner.output('version-id', uploaded.version);
  const what = uploaded.reused ? 'is there already, as' : 'uploaded as';
  runner.info(`s3://${bucket}/${key} ${what} version ${uploaded.version}`);
  return uploaded;
}

/** The id of the one run of this change, however it came to start. The post step learns of it in time. */
async function begin(plan: StartPlan, setting: Setting): Promise<string> {
  const { inputs, runner, ports, signal } = setting;
  const { pipeline } = inputs;
  signal.throwIfAborted();
  const starting: Starting = { version: plan.uploaded?.version, since: ports.clock.now() };
  runner.saveState('starting', JSON.stringify(starting));
  let id: string;
  if (plan.uploaded && isStartedByUpload(plan)) {
    runner.info(`The upload starts ${pipeline} by itself, so it is not started again; looking for its run.`);
    id = await findRun(
      ports.pipelines,
      { pipeline, version: plan.uploaded.version },
      { clock: ports.clock, signal },
    );
  } else {
    id = await startRun(ports.pipelines, plan);
  }
  runner.saveState('execution-id', id);
  runner.output('execution-id', id);
  runner.info(`Run ${id} of ${pipeline}: ${consoleUrl({ pipeline, region: setting.region, id })}`);
  return id;
}

/** How the run stood when it ended, or when there was nothing more to wait for. */
async function follow(id: string, setting: Setting): Promise<Run> {
  const { inputs, runner, ports } = setting;
  const { pipeline, wait } = inputs;
  using deadline = deadlineOf(setting);
  const signal = AbortSignal.any([setting.signal, deadline.signal]);
  try {
    if (wait === 'none') return await ports.pipelines.run(pipeline, id);
    const { pipelines: reader, clock } = ports;
    return await followRun(watchRun({ reader, pipeline, id, clock, signal, until: wait }), runner);
  } catch (error) {
    if (signal.aborted)
      await cancelRun({ pipeline, id }, inputs['on-cancel'], { pipelines: ports.pipelines, runner });
    else runner.warning(`The run ${id} of ${pipeline} goes on, but it is not followed any more.`);
    throw error;
  } finally {
    // From here on there is nothing for the post step to stop.
    runner.saveState('finished', 'true');
  }
}

function deadlineOf({ inputs, ports }: Setting): Disposable & { readonly signal: AbortSignal } {
  const minutes = inputs['timeout-minutes'];
  const controller = new AbortController();
  const late = new UserError(`The run did not end within the ${minutes} minutes of \`timeout-minutes\`.`);
  const cancel = minutes > 0 ? ports.clock.after(minutes * 60_000, () => controller.abort(late)) : () => {};
  return { signal: controller.signal, [Symbol.dispose]: cancel };
}
