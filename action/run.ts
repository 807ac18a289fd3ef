import { type Uploaded, upload as uploadArtifact } from '../shared/artifact/upload.ts';
import { UserError } from '../shared/errors.ts';
import type { Change } from '../shared/run/model.ts';
import { begin } from './begin.ts';
import type { Starting } from './clean-up.ts';
import { follow } from './follow.ts';
import { createGitHub, refusalOf } from './github.ts';
import type { GivenInputs, Inputs } from './inputs.ts';
import type { Runner } from './io.ts';
import type { Job } from './job.ts';
import type { Ports } from './ports.ts';
import { findPullRequest } from './pull-request.ts';
import { checkFiles } from './steps/check.ts';
import { isFailure, outcomeOf } from './steps/outcome.ts';
import { report } from './steps/report.ts';
import { chooseSource, type ObjectSource, type Source } from './steps/source.ts';
import { type StartPlan, type Trigger, triggerOf } from './steps/start.ts';
import { openTelling } from './telling.ts';

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

/** A step that may do less than deploy. */
type Task = Omit<Setting, 'inputs'> & { readonly inputs: GivenInputs };

/** Check, secrets, package, upload, start, follow, tell. False when the step is to fail by the run's outcome. */
export async function run(task: Task): Promise<boolean> {
  const { inputs, job } = task;
  if (inputs.pipeline !== undefined) await checkFiles(inputs, { ...job, runner: task.runner });
  await checkAccount(task);
  const taken = await takeSecretsOf(task);
  const secretFiles = [...job.secretFiles, ...taken];
  return hasPipeline(task) ? deploy({ ...task, job: { ...job, secretFiles } }) : true;
}

function hasPipeline(task: Task): task is Setting {
  return task.inputs.pipeline !== undefined;
}

/** The files that secrets were written to. */
async function takeSecretsOf({ inputs, job, runner, ports }: Task): Promise<readonly string[]> {
  if (!inputs.secrets) return [];
  const [{ takeSecrets }, values] = await Promise.all([import('./steps/secrets.ts'), ports.secrets()]);
  return takeSecrets(inputs.secrets, { ...job, values, runner });
}

async function deploy(setting: Setting): Promise<boolean> {
  const { inputs, job, runner, ports } = setting;
  const definition = await ports.pipelines.definition(inputs.pipeline);
  const source = chooseSource(definition, inputs);
  const change = await describeChange(setting);
  const trigger = await triggerOf(source, inputs, ports);
  const since = ports.clock.now();
  const sent = await send(source, { change, trigger, since }, setting);
  if (inputs.start === 'false') return true;

  const plan = { inputs, source, sent, commit: change.commit, step: job.step, trigger, since };
  const id = await begin(plan, setting);
  const github = await openTelling(id, change, setting);
  try {
    const ending = await follow({ id, definition, onApproval: github.waits }, setting);
    const explained = await report(ending, { runner, reasons: ports.reasons, clock: ports.clock });
    await github.ended({ ...ending, run: explained });
    return !isFailure(outcomeOf(ending), inputs['fail-on']);
  } catch (error) {
    await github.lost();
    throw error;
  }
}

type Sending = Pick<Starting, 'since'> & { readonly change: Change; readonly trigger: Trigger };

/** Sends the pushed change to the source; undefined where the source has it already, or finds it by itself. */
async function send(
  source: Source,
  { change, trigger, since }: Sending,
  setting: Setting,
): Promise<StartPlan['sent']> {
  if (!('action' in source)) return undefined;
  const { action } = source;
  const { workflowUrl } = change;
  const announce = (part: { object?: { bucket: string; key: string }; revision?: string }) => {
    if (trigger === 'none') return;
    const starting: Starting = { since, sending: { trigger, action, workflowUrl, ...part } };
    setting.runner.saveState('starting', JSON.stringify(starting));
  };
  if (source.kind === 's3') {
    const object = { bucket: source.bucket, key: source.key };
    announce({ object });
    const { version: revision, reused } = await packageAndUpload(source, change, setting);
    if (!reused) announce({ object, revision });
    return { revision, reused };
  }
  if (source.kind !== 'git' || !source.mirror) return undefined;
  announce({ revision: change.commit });
  const { mirror } = await import('./steps/mirror.ts');
  return mirror(source.mirror, setting);
}

async function checkAccount({ inputs, ports }: Task): Promise<void> {
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
  const kmsKey = inputs['kms-key-id'];
  const uploaded = await uploadArtifact(objects, { ...artifact, bucket, key, change, kmsKey, signal });
  runner.output('version-id', uploaded.version);
  const what = uploaded.reused ? 'is there already, as' : `${uploaded.copied ? 'copied' : 'uploaded'} as`;
  runner.info(`s3://${bucket}/${key} ${what} version ${uploaded.version}`);
  return uploaded;
}
