import { createHash } from 'node:crypto';
import type { Pipelines, SourceRevision } from '../../shared/aws/ports.ts';
import { type Clock, sleep } from '../../shared/clock.ts';
import { UserError } from '../../shared/errors.ts';
import type { Inputs } from '../inputs.ts';
import type { Source } from './source.ts';

export interface StartPlan {
  readonly inputs: Inputs;
  readonly source: Source;
  /** The uploaded object version, and whether it was there before. */
  readonly uploaded?: { readonly version: string; readonly reused: boolean };
  /** The pushed commit, for a Git source. */
  readonly commit?: string;
  /** What tells this step from every other; with the same words a start happens once. */
  readonly step: string;
}

/**
 * Whether the upload itself starts the run, so that starting it too would run it twice. A version that was
 * there before was not uploaded now, and starts nothing.
 */
export function isStartedByUpload({ inputs, source, uploaded }: StartPlan): boolean {
  if (source.kind !== 's3' || !uploaded || uploaded.reused) return false;
  return source.polls || inputs.start === 'by-upload';
}

/** Starts the run on exactly what was uploaded or pushed; its id. */
export function startRun(pipelines: Pick<Pipelines, 'start'>, plan: StartPlan): Promise<string> {
  const { inputs, step } = plan;
  const { pipeline, variables } = inputs;
  const sourceRevisions = revisionsOf(plan);
  const words = JSON.stringify([step, pipeline, inputs.region, variables, sourceRevisions]);
  // Letters, digits and dashes only, at most 128 of them:
  // https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_StartPipelineExecution.html
  const token = step ? createHash('sha256').update(words).digest('hex') : undefined;
  return pipelines.start({ pipeline, variables, sourceRevisions, token });
}

function revisionsOf({ source, uploaded, commit }: StartPlan): SourceRevision[] {
  if (source.kind === 's3' && uploaded) {
    const { action, key, overridesKey } = source;
    const version: SourceRevision = { action, type: 'S3_OBJECT_VERSION_ID', value: uploaded.version };
    return overridesKey ? [{ action, type: 'S3_OBJECT_KEY', value: key }, version] : [version];
  }
  if (source.kind === 'git') {
    if (!commit)
      throw new UserError(
        'The pushed commit is not known (GITHUB_SHA): use `source: none` to start on the newest.',
      );
    return [{ action: source.action, type: 'COMMIT_ID', value: commit }];
  }
  if (source.kind === 'ecr') return [{ action: source.action, type: 'IMAGE_DIGEST', value: source.digest }];
  return [];
}

/** How long a run that an upload starts may take to appear; CodePipeline polls about once a minute. */
const patience = 5 * 60_000;
const firstPause = 1000;
const longestPause = 10_000;

/** The id of the run that carries an uploaded version; waits until there is one. */
export async function findRun(
  pipelines: Pick<Pipelines, 'recent'>,
  run: { pipeline: string; version: string },
  { clock, signal }: { clock: Clock; signal: AbortSignal },
): Promise<string> {
  const end = clock.now() + patience;
  for (let pause = firstPause; ; pause = Math.min(pause * 1.5, longestPause)) {
    const found = await runOfVersion(pipelines, run);
    if (found) return found;
    if (clock.now() >= end) {
      throw new UserError(
        `No run of ${run.pipeline} took the uploaded version ${run.version} within 5 minutes: check that an EventBridge rule or polling starts the pipeline, or start it with \`start: true\` and PollForSourceChanges set to false.`,
      );
    }
    await sleep(clock, pause, signal);
  }
}

/** How far the clocks of AWS and of this machine may be apart. */
const tolerance = 60_000;

/** The id of the run that carries a version, if there is one already; none that had started before `since`. */
export async function runOfVersion(
  pipelines: Pick<Pipelines, 'recent'>,
  { pipeline, version, since = 0 }: { pipeline: string; version: string; since?: number },
): Promise<string | undefined> {
  const recent = await pipelines.recent(pipeline, { limit: 25 });
  const own = recent.find(
    ({ change, startedAt = since }) => change.revision === version && startedAt >= since - tolerance,
  );
  return own?.id;
}
