import type {
  ActionTypeId,
  Artifact,
  CurrentRevision,
  ExecutionDetails,
  FailureDetails,
  JobData,
  JobStatus,
} from '@aws-sdk/client-codepipeline';
import { AwsError } from '../../define.ts';
import type { ActionContext, ActionResult, StoredArtifact } from './actions/define.ts';
import { urlsOf } from './job-urls.ts';

/** A piece of work that a job worker outside of AWS fetches and answers. */
export interface Job {
  readonly id: string;
  /** Names the partner's client: job workers of partners show a token that belongs to it. */
  readonly clientId: string;
  readonly context: ActionContext;
  readonly urls: ReturnType<typeof urlsOf>;
  /** What the job before it, of the same action, left for this one. */
  readonly continuationToken: string | undefined;
  /** Counts the polls that gave the job away: only the last one's worker may acknowledge it. */
  nonce: number;
  status: JobStatus;
  readonly settle: (result: ActionResult) => void;
}

export interface JobSuccess {
  readonly currentRevision?: CurrentRevision | undefined;
  readonly continuationToken?: string | undefined;
  readonly executionDetails?: ExecutionDetails | undefined;
  readonly outputVariables?: Readonly<Record<string, string>> | undefined;
}

/** How many jobs that are over can still be asked for. */
const keptJobs = 1000;

/** https://docs.aws.amazon.com/codepipeline/latest/userguide/limits.html */
const largestVariables = 122_880;

/**
 * Actions that job workers carry out.
 * https://docs.aws.amazon.com/codepipeline/latest/userguide/actions-create-custom-action.html
 */
export class Jobs {
  readonly #jobs = new Map<string, Job>();
  readonly #over: string[] = [];

  /** Queues a job for the action; resolves when a worker has ended it. */
  run(context: ActionContext, templates: Parameters<typeof urlsOf>[0]): Promise<ActionResult> {
    const urls = urlsOf(templates, context.configuration);
    context.update({ entityUrl: urls.entity });
    context.signal.addEventListener('abort', () => this.#drop(context), { once: true });
    return new Promise((settle) => this.#queue({ context, urls, continuationToken: undefined, settle }));
  }

  /** The jobs of that type that nobody has acknowledged, each with a new nonce. */
  poll(type: ActionTypeId, { max, query }: { max: number; query: Readonly<Record<string, string>> }): Job[] {
    const waiting = [...this.#jobs.values()].filter(
      (job) =>
        (job.status === 'Queued' || job.status === 'Dispatched') &&
        isSame(typeOf(job), type) &&
        Object.entries(query).every(([key, value]) => job.context.configuration[key] === value),
    );
    return waiting.slice(0, max).map((job) => {
      job.status = 'Dispatched';
      job.nonce += 1;
      return job;
    });
  }

  find(id: string | undefined): Job {
    const job = this.#jobs.get(id ?? '');
    if (!job) throw new AwsError('JobNotFoundException', `There is no job with id ${id}`);
    return job;
  }

  acknowledge(job: Job, nonce: string | undefined): JobStatus {
    if (nonce !== String(job.nonce))
      throw new AwsError('InvalidNonceException', 'The nonce is not that of the last poll');
    if (job.status === 'Dispatched') job.status = 'InProgress';
    return job.status;
  }

  succeed(job: Job, result: JobSuccess): void {
    mustBeInProgress(job);
    const { currentRevision: revision, continuationToken, executionDetails = {} } = result;
    const { outputVariables = {} } = result;
    checkVariables(outputVariables);
    const { summary, externalExecutionId, percentComplete } = executionDetails;
    const progress = {
      ...(summary !== undefined && { summary }),
      ...(percentComplete !== undefined && { percentComplete }),
      ...(externalExecutionId !== undefined && {
        externalExecutionId,
        externalExecutionUrl: job.urls.execution(externalExecutionId),
      }),
    };
    this.#end(job, 'Succeeded');
    job.context.update(progress);
    if (continuationToken !== undefined) {
      // The action goes on: the next job tells its worker where this one left off.
      this.#queue({ ...job, continuationToken });
      return;
    }
    const isSource = job.context.action.actionTypeId?.category === 'Source';
    job.settle({
      status: 'Succeeded',
      ...progress,
      outputVariables,
      ...(revision && isSource && { revisions: revisionsOf(job, revision) }),
    });
  }

  fail(job: Job, failure: FailureDetails | undefined): void {
    mustBeInProgress(job);
    const { type = 'JobFailed', message = '', externalExecutionId: id } = failure ?? {};
    this.#end(job, 'Failed');
    job.settle({
      status: 'Failed',
      ...(id !== undefined && { externalExecutionId: id, externalExecutionUrl: job.urls.execution(id) }),
      error: { code: type, message },
    });
  }

  #queue(job: Pick<Job, 'context' | 'urls' | 'continuationToken' | 'settle'>): void {
    const { aws } = job.context;
    const id = aws.uuid();
    this.#jobs.set(id, { ...job, id, clientId: aws.uuid(), nonce: 0, status: 'Queued' });
  }

  /** Nobody waits for the action any more. */
  #drop(context: ActionContext): void {
    for (const job of this.#jobs.values())
      if (job.context === context && !isOver(job)) this.#end(job, 'TimedOut');
  }

  #end(job: Job, status: JobStatus): void {
    job.status = status;
    this.#over.push(job.id);
    if (this.#over.length > keptJobs) this.#jobs.delete(this.#over.shift() ?? '');
  }
}

function isOver({ status }: Job): boolean {
  return status === 'Succeeded' || status === 'Failed' || status === 'TimedOut';
}

function mustBeInProgress({ id, status }: Job): void {
  if (status !== 'InProgress')
    throw new AwsError('InvalidJobStateException', `The status of job ${id} is ${status}, not InProgress`);
}

function typeOf({ context }: Job): ActionTypeId | undefined {
  return context.action.actionTypeId;
}

function isSame(a: ActionTypeId | undefined, b: ActionTypeId): boolean {
  const key = (id: ActionTypeId | undefined) =>
    [id?.category, id?.owner, id?.provider, id?.version].join('/');
  return key(a) === key(b);
}

function checkVariables(variables: Readonly<Record<string, string>>): void {
  for (const name of Object.keys(variables))
    if (!/^[A-Za-z0-9@\-_]+$/.test(name))
      throw new AwsError('ValidationException', `The name of the output variable ${name} is not valid`);
  const size = Buffer.byteLength(Object.entries(variables).flat().join(''));
  if (size > largestVariables)
    throw new AwsError(
      'OutputVariablesSizeExceededException',
      `The output variables have ${size} bytes; at most ${largestVariables} are allowed`,
    );
}

function revisionsOf({ context }: Job, given: CurrentRevision): ActionResult['revisions'] {
  const { revision: id = '', changeIdentifier, created, revisionSummary } = given;
  const revision = {
    id,
    ...(changeIdentifier !== undefined && { changeId: changeIdentifier }),
    ...(revisionSummary !== undefined && { summary: revisionSummary }),
    ...(created && { created: created.getTime() }),
  };
  return Object.fromEntries(context.outputs.map(({ name }) => [name, revision]));
}

/** What the worker is to know. */
export function jobData({ context, continuationToken }: Job): JobData {
  const { action, aws, configuration, pipeline } = context;
  return {
    actionTypeId: action.actionTypeId,
    actionConfiguration: { configuration: { ...configuration } },
    pipelineContext: {
      pipelineName: pipeline,
      pipelineArn: `arn:aws:codepipeline:${aws.region}:${aws.account}:${pipeline}`,
      pipelineExecutionId: context.executionId,
      stage: { name: context.stage },
      action: { name: action.name, actionExecutionId: context.actionExecutionId },
    },
    inputArtifacts: context.inputs.map(artifact),
    outputArtifacts: context.outputs.map(artifact),
    // The local S3 lets everybody in.
    artifactCredentials: { accessKeyId: 'local', secretAccessKey: 'local', sessionToken: 'local' },
    continuationToken,
  };
}

function artifact({ name, bucket, key, revision }: StoredArtifact): Artifact {
  return {
    name,
    revision,
    location: { type: 'S3', s3Location: { bucketName: bucket, objectKey: key } },
  };
}
