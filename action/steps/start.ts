import { createHash, randomUUID } from 'node:crypto';
import { isDenied } from '../../shared/aws/errors.ts';
import type { Pipelines, SourceRevision, StartRequest } from '../../shared/aws/ports.ts';
import type { ObjectStore } from '../../shared/aws/uploads.ts';
import { type Clock, sleep } from '../../shared/clock.ts';
import { UserError } from '../../shared/errors.ts';
import type { Inputs } from '../inputs.ts';
import type { Source } from './source.ts';

export interface StartPlan {
  readonly inputs: Inputs;
  readonly source: Source;
  /** What was sent to the source: an object version or a commit, and whether it was there before. */
  readonly sent?: { readonly revision: string; readonly reused: boolean };
  /** The pushed commit, for a Git source. */
  readonly commit?: string;
  /** What tells this step from every other; with the same words a start happens once. */
  readonly step: string;
}

/** What starting takes but for what the inputs say: the same words again give the same run. */
export type StartWords = Pick<StartRequest, 'sourceRevisions' | 'token'>;

/** The start of the run on exactly what was uploaded or pushed. */
export function startWords(plan: StartPlan): StartWords {
  const { inputs, step } = plan;
  const sourceRevisions = revisionsOf(plan);
  const words = JSON.stringify([step, inputs.pipeline, inputs.region, inputs.variables, sourceRevisions]);
  // Letters, digits and dashes only, at most 128 of them:
  // https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_StartPipelineExecution.html
  const token = step ? createHash('sha256').update(words).digest('hex') : randomUUID();
  return { sourceRevisions, token };
}

function revisionsOf({ source, sent, commit }: StartPlan): SourceRevision[] {
  if (source.kind === 's3' && sent) {
    const { action, key, overridesKey } = source;
    const version: SourceRevision = { action, type: 'S3_OBJECT_VERSION_ID', value: sent.revision };
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

/** Whether what is sent to the source starts the pipeline by itself, so that starting it too would run it twice. */
export type Trigger = 'none' | 'possible' | 'likely' | 'certain';

/**
 * Polling and `start: by-upload` are certain to start a run. A rule of EventBridge is not the pipeline's own
 * and takes other permissions to read, but the runs that it started tell of it: of two versions that have run, it
 * would have started one. Until then a bucket that tells EventBridge nothing has no such rule.
 */
export async function triggerOf(
  source: Source,
  inputs: Inputs,
  { pipelines, objects }: TriggerPorts,
): Promise<Trigger> {
  const sends = source.kind === 's3' || (source.kind === 'git' && source.mirror !== undefined);
  if (!sends || inputs.start === 'false') return 'none';
  if (source.polls || inputs.start === 'by-upload') return 'certain';
  const recent = await pipelines.recent(inputs.pipeline, { limit: history }).catch((error) => {
    if (isDenied(error)) return undefined; // Who may only start runs has to say `start: by-upload`.
    throw error;
  });
  if (!recent) return 'none';
  if (recent.some(({ trigger }) => trigger === 'CloudWatchEvent')) return 'likely';
  const versions = new Set(recent.flatMap(({ revisions }) => revisions?.[source.action] ?? []));
  if (versions.size > 1) return 'none';
  const told = source.kind === 's3' ? await (await objects()).tellsEventBridge(source.bucket) : undefined;
  return told === false ? 'none' : 'possible';
}

interface TriggerPorts {
  readonly pipelines: Pick<Pipelines, 'recent'>;
  objects(): Promise<Pick<ObjectStore, 'tellsEventBridge'>>;
}

/** So many of the newest runs are looked at. */
const history = 25;

const minute = 60_000;
/** How long a run may take to appear: CodePipeline polls about once a minute, a rule takes some seconds. */
const patience = { none: 0, possible: 10_000, likely: 0.5 * minute, certain: 5 * minute };
const firstPause = 1000;
const longestPause = 10_000;

export interface Wanted {
  readonly pipeline: string;
  /** The source action; one pipeline may have several. */
  readonly action: string;
  readonly revision: string;
  /** Epoch milliseconds; a run that had started before is another one. */
  readonly since: number;
}

/** The id of the run that carries a revision; waits for it as long as the trigger may take, `atMost` ms. */
export async function findRun(
  pipelines: Pick<Pipelines, 'recent'>,
  wanted: Wanted,
  options: { trigger: Trigger; clock: Clock; signal?: AbortSignal; atMost?: number },
): Promise<string | undefined> {
  const { trigger, clock, signal, atMost = Infinity } = options;
  const end = clock.now() + Math.min(patience[trigger], atMost);
  for (let pause = firstPause; ; pause = Math.min(pause * 1.5, longestPause)) {
    const found = await runOf(pipelines, wanted);
    if (found || clock.now() >= end) return found;
    await sleep(clock, pause, signal);
  }
}

/** How far the clocks of AWS and of this machine may be apart. */
const tolerance = minute;

/** The first that carries it: what is started again later is another one. */
async function runOf(
  pipelines: Pick<Pipelines, 'recent'>,
  { pipeline, action, revision, since }: Wanted,
): Promise<string | undefined> {
  const recent = await pipelines.recent(pipeline, { limit: history });
  return recent.findLast(
    ({ revisions, startedAt = since }) => revisions?.[action] === revision && startedAt >= since - tolerance,
  )?.id;
}
