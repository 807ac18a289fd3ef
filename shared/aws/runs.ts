import {
  type ActionExecutionDetail,
  GetPipelineCommand,
  GetPipelineExecutionCommand,
  ListActionExecutionsCommand,
  type PipelineDeclaration,
  type PipelineExecution,
} from '@aws-sdk/client-codepipeline';
import { changeFromMetadata } from '../run/change.ts';
import type { Change, Run } from '../run/model.ts';
import { runFrom } from '../run/read.ts';
import { sourceOf } from '../run/source.ts';
import type { RunReader } from '../run/watch.ts';
import type { AwsClients } from './clients.ts';
import { explain, explaining, isDenied, isNotFound } from './errors.ts';
import { Recent } from './recent.ts';

/** Reads whole runs, and remembers what of them can no longer change. */
export interface Runs extends RunReader {
  /** Without a version the one in force. */
  definition(pipeline: string, version?: number): Promise<PipelineDeclaration>;
  actions(pipeline: string, id: string): Promise<ActionExecutionDetail[]>;
}

const remembered = 500;

export function createRuns(clients: AwsClients, region: string): Runs {
  const definitions = new Recent<string, PipelineDeclaration>(remembered);
  const changes = new Recent<string, Change>(remembered);
  /** What the actions looked like when a run was read. */
  const seen = new WeakMap<Run, string>();

  async function definition(pipeline: string, version?: number): Promise<PipelineDeclaration> {
    const key = `${pipeline}@${version}`;
    const cached = version === undefined ? undefined : definitions.get(key);
    if (cached) return cached;
    const client = await clients.codepipeline();
    const found = await explaining({ region, pipeline }, () =>
      client.send(new GetPipelineCommand({ name: pipeline, version })),
    );
    const declaration = found.pipeline!;
    if (version !== undefined) definitions.set(key, declaration);
    return declaration;
  }

  async function executionOf(pipeline: string, id: string): Promise<PipelineExecution> {
    const client = await clients.codepipeline();
    const found = await explaining({ region, pipeline, run: id }, () =>
      client.send(new GetPipelineExecutionCommand({ pipelineName: pipeline, pipelineExecutionId: id })),
    );
    return found.pipelineExecution!;
  }

  async function actions(pipeline: string, id: string): Promise<ActionExecutionDetail[]> {
    const client = await clients.codepipeline();
    const details: ActionExecutionDetail[] = [];
    let nextToken: string | undefined;
    do {
      const command = new ListActionExecutionsCommand({
        pipelineName: pipeline,
        filter: { pipelineExecutionId: id },
        maxResults: 100,
        nextToken,
      });
      const page = await explaining({ region, pipeline, run: id }, () => client.send(command));
      details.push(...(page.actionExecutionDetails ?? []));
      nextToken = page.nextToken;
    } while (nextToken);
    return details;
  }

  async function changeOf(
    pipeline: string,
    execution: PipelineExecution,
    details: readonly ActionExecutionDetail[],
  ): Promise<Change> {
    const id = execution.pipelineExecutionId ?? '';
    const key = `${pipeline}/${id}`;
    const cached = changes.get(key);
    if (cached) return cached;
    const target = execution.rollbackMetadata?.rollbackTargetPipelineExecutionId;
    const change =
      target && target !== id ? await changeOfTarget(pipeline, target) : await readChange(execution, details);
    // The execution may have been read a moment before its source: then this is not the last word.
    if (change?.commit || change?.revision) changes.set(key, change);
    return change ?? {};
  }

  /** A rollback brings back what its target carried; AWS forgets executions after twelve months. */
  async function changeOfTarget(pipeline: string, target: string): Promise<Change> {
    try {
      const execution = await executionOf(pipeline, target);
      return await changeOf(pipeline, execution, await actions(pipeline, target));
    } catch (error) {
      if (isNotFound(error)) return {};
      throw error;
    }
  }

  /** Undefined until the source has been read. */
  async function readChange(
    execution: PipelineExecution,
    details: readonly ActionExecutionDetail[],
  ): Promise<Change | undefined> {
    const source = sourceOf(execution, details);
    if (!source?.object) return source?.change;
    const { readMetadata } = await import('./objects.ts');
    try {
      const metadata = await readMetadata(await clients.s3(), source.object);
      return { ...source.change, ...changeFromMetadata(metadata) };
    } catch (error) {
      // Who may follow a run need not be let into its bucket: then the run is shown without these details.
      if (isDenied(error) || isNotFound(error)) return source.change;
      throw explain(error, { region, bucket: source.object.bucket });
    }
  }

  async function assemble(
    pipeline: string,
    execution: PipelineExecution,
    details: readonly ActionExecutionDetail[],
  ): Promise<Run> {
    const change = await changeOf(pipeline, execution, details);
    const declaration = await definition(pipeline, execution.pipelineVersion);
    const read = runFrom({ region, definition: declaration, execution, actions: details, change });
    seen.set(read, fingerprint(details));
    return read;
  }

  async function run(pipeline: string, id: string): Promise<Run> {
    const first = await readBoth(pipeline, id);
    // A source that ended between the two calls has left its revision in an execution not yet read.
    const [execution, details] = missesRevision(first) ? await readBoth(pipeline, id) : first;
    return assemble(pipeline, execution, details);
  }

  /** The execution first: a run that reads as ended then has all its actions' outcomes. */
  async function readBoth(pipeline: string, id: string): Promise<Reading> {
    const execution = await executionOf(pipeline, id);
    return [execution, await actions(pipeline, id)];
  }

  async function refresh(before: Run): Promise<Run> {
    const { pipeline, id } = before;
    const details = await actions(pipeline, id);
    const busy = details.some(({ status }) => status === 'InProgress');
    if (busy && fingerprint(details) === seen.get(before)) return before;
    const execution = await executionOf(pipeline, id);
    const moving = execution.status === 'InProgress';
    return assemble(pipeline, execution, moving ? details : await actions(pipeline, id));
  }

  return { definition, actions, run, refresh };
}

type Reading = readonly [PipelineExecution, readonly ActionExecutionDetail[]];

function missesRevision([execution, details]: Reading): boolean {
  const isRead = details.some(
    ({ input, status }) => input?.actionTypeId?.category === 'Source' && status === 'Succeeded',
  );
  return isRead && !execution.artifactRevisions?.length;
}

function fingerprint(details: readonly ActionExecutionDetail[]): string {
  return details
    .map(({ actionExecutionId, status, output }) => {
      const result = output?.executionResult;
      return [actionExecutionId, status, result?.externalExecutionId, result?.externalExecutionSummary].join(
        ' ',
      );
    })
    .sort()
    .join('\n');
}
