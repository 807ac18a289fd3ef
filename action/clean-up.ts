import type { Pipelines } from '../shared/aws/ports.ts';
import type { ObjectStore } from '../shared/aws/uploads.ts';
import type { Clock } from '../shared/clock.ts';
import { changeFromMetadata } from '../shared/run/change.ts';
import type { Inputs } from './inputs.ts';
import type { Runner } from './io.ts';
import { cancelRun } from './steps/cancel.ts';
import { findRun, type StartWords, type Trigger } from './steps/start.ts';

/** What the main step says before anything can start a run, in case that it is killed before it knows the run's id. */
export interface Starting {
  /** Epoch milliseconds. */
  readonly since: number;
  /** The start that was about to be asked for: asking again with the same words names its run. */
  readonly start?: StartWords;
  /** What was about to be sent to a source that starts the pipeline by itself. */
  readonly sending?: Sending;
}

interface Sending {
  readonly trigger: Trigger;
  readonly action: string;
  /** Undefined for an object that was not uploaded yet. */
  readonly revision?: string;
  readonly object?: { readonly bucket: string; readonly key: string };
  /** The workflow run, which the object's metadata name. */
  readonly workflowUrl?: string;
}

export interface CleanUpPorts {
  readonly inputs: Inputs;
  readonly runner: Runner;
  readonly clock: Clock;
  readonly pipelines: Pick<Pipelines, 'recent' | 'start' | 'stop'>;
  objects(): Promise<Pick<ObjectStore, 'head'>>;
}

/** Does to a run that nobody follows any more what `on-cancel` says. */
export async function cleanUp(ports: CleanUpPorts): Promise<void> {
  const { inputs, runner, pipelines } = ports;
  const { pipeline } = inputs;
  const mode = inputs['on-cancel'];
  const known = runner.state('execution-id');
  const id = known || (mode === 'leave' ? undefined : await findStarted(ports));
  if (id) await cancelRun({ pipeline, id }, mode, { pipelines, runner });
}

async function findStarted(ports: CleanUpPorts): Promise<string | undefined> {
  const { inputs, runner, pipelines } = ports;
  const { pipeline, variables } = inputs;
  const { since, start, sending }: Starting = JSON.parse(runner.state('starting'));
  // The token makes it the same run. Had it not begun yet, it begins now and is stopped in its source stage.
  if (start) return pipelines.start({ pipeline, variables, ...start });
  const revision = sending && (sending.revision ?? (await uploadedVersion(sending, ports)));
  if (!revision) return undefined;
  const { action, trigger } = sending;
  return findRun(
    pipelines,
    { pipeline, action, revision, since },
    { trigger, clock: ports.clock, atMost: patience },
  );
}

/** The runner gives a cancelled job five minutes in all. */
const patience = 90_000;

/** The object's version if it is this workflow run's. */
async function uploadedVersion({ object, workflowUrl }: Sending, { objects }: CleanUpPorts) {
  if (!object || !workflowUrl) return undefined;
  const stored = await (await objects()).head(object.bucket, object.key);
  if (!stored || changeFromMetadata(stored.metadata).workflowUrl !== workflowUrl) return undefined;
  return stored.version;
}
