import type { ActionDeclaration, PipelineDeclaration, StageDeclaration } from '@aws-sdk/client-codepipeline';
import type { Call, EmittedEvent } from '../../../../../local/aws/define.ts';
import type {
  ActionContext,
  ActionResult,
} from '../../../../../local/aws/services/codepipeline/actions/define.ts';
import manualApproval from '../../../../../local/aws/services/codepipeline/actions/manual-approval.ts';
import { createEngine } from '../../../../../local/aws/services/codepipeline/create.ts';
import { definitionOperations } from '../../../../../local/aws/services/codepipeline/operations/definitions.ts';
import { executionOperations } from '../../../../../local/aws/services/codepipeline/operations/executions.ts';
import { historyOperations } from '../../../../../local/aws/services/codepipeline/operations/history.ts';
import { stop } from '../../../../../local/aws/services/codepipeline/stop.ts';
import { createWorld } from '../../../../../local/aws/world.ts';
import { ManualClock } from '../../../../../local/clock.ts';

const operations = { ...definitionOperations, ...executionOperations, ...historyOperations };
const call: Call = { operation: '', headers: {}, accessKey: 'AKIATEST' };

/** An engine on a clock that stands still, with actions that end when the test says so. */
export async function stagePlay() {
  // Read beforehand: such a clock does not wait for a file to be read.
  await Promise.all([
    import('../../../../../local/aws/services/codepipeline/rules/cloudwatch-alarm.ts'),
    import('../../../../../local/aws/services/codepipeline/rules/deployment-window.ts'),
    import('../../../../../local/aws/services/codepipeline/rules/variable-check.ts'),
    import('../../../../../shared/spec/pipeline.ts'),
  ]);
  const clock = new ManualClock();
  const aws = await createWorld({ clock });
  const deploys = new Hand();
  const builds = new Hand();
  let revision = 0;
  const engine = createEngine(aws, [
    {
      category: 'Source',
      provider: 'S3',
      async run({ outputs }) {
        revision += 1;
        const name = outputs[0]?.name ?? '';
        return {
          status: 'Succeeded',
          revisions: { [name]: { id: `v${revision}`, summary: `change ${revision}` } },
        };
      },
    },
    { category: 'Build', provider: 'CodeBuild', run: (context) => builds.run(context) },
    { category: 'Deploy', provider: 'CodeDeploy', run: (context) => deploys.run(context) },
    manualApproval,
  ]);
  const events: EmittedEvent[] = [];
  aws.onEvent((event) => events.push(event));
  const api = <Name extends keyof typeof operations>(
    name: Name,
    input: Parameters<(typeof operations)[Name]>[1],
  ) =>
    (operations[name] as (...args: unknown[]) => unknown)(engine, input, call) as ReturnType<
      (typeof operations)[Name]
    >;
  return {
    aws,
    clock,
    engine,
    events,
    deploys,
    builds,
    api,
    start: async (name = 'shop') => {
      const { pipelineExecutionId } = api('StartPipelineExecution', { name });
      await settle();
      return pipelineExecutionId as string;
    },
    statusOf: (id: string, name = 'shop') =>
      api('GetPipelineExecution', { pipelineName: name, pipelineExecutionId: id }).pipelineExecution?.status,
    stage: (stageName: string, name = 'shop') =>
      api('GetPipelineState', { name }).stageStates?.find((one) => one.stageName === stageName),
    /** Makes the pipeline, and takes back the run that comes with it. */
    create: async (declaration: PipelineDeclaration) => {
      await api('CreatePipeline', { pipeline: declaration });
      await settle();
      const pipeline = engine.pipelines.get(declaration.name ?? '');
      const first = pipeline?.executions.find((one) => one.status === 'InProgress');
      if (first) stop(engine, first, { abandon: true, reason: undefined });
      await settle();
      builds.open.length = 0;
      deploys.open.length = 0;
      events.length = 0;
      return pipeline;
    },
    [Symbol.asyncDispose]: () => aws.close(),
  };
}

export type StagePlay = Awaited<ReturnType<typeof stagePlay>>;

/** Actions in the test's hand: each goes on until it is told how it ends. */
class Hand {
  readonly open: { context: ActionContext; end: (result: ActionResult) => void }[] = [];
  /** Every action that ever started. */
  readonly started: ActionContext[] = [];

  run(context: ActionContext): Promise<ActionResult> {
    this.started.push(context);
    return new Promise((end) => this.open.push({ context, end }));
  }

  /** Ends the oldest open action of this execution. */
  async succeed(id: string, result: Partial<ActionResult> = {}): Promise<void> {
    this.#take(id)?.end({ ...result, status: 'Succeeded' });
    await settle();
  }

  async fail(id: string): Promise<void> {
    this.#take(id)?.end({ status: 'Failed', error: { code: 'JobFailed', message: 'it broke' } });
    await settle();
  }

  #take(id: string) {
    const index = this.open.findIndex(({ context }) => context.executionId === id);
    return index < 0 ? undefined : this.open.splice(index, 1)[0];
  }
}

export async function settle(): Promise<void> {
  for (let i = 0; i < 3; i++) await new Promise(setImmediate);
}

const id = (category: 'Source' | 'Build' | 'Deploy' | 'Approval', provider: string) =>
  ({ category, owner: 'AWS', provider, version: '1' }) as const;

export const source: ActionDeclaration = {
  name: 'Source',
  actionTypeId: id('Source', 'S3'),
  configuration: { S3Bucket: 'shop-source', S3ObjectKey: 'shop.zip', PollForSourceChanges: 'false' },
  outputArtifacts: [{ name: 'App' }],
  namespace: 'SourceVariables',
};

export const build: ActionDeclaration = {
  name: 'Build',
  actionTypeId: id('Build', 'CodeBuild'),
  configuration: { ProjectName: 'shop' },
  inputArtifacts: [{ name: 'App' }],
  outputArtifacts: [{ name: 'Built' }],
};

export const deploy: ActionDeclaration = {
  name: 'Deploy',
  actionTypeId: id('Deploy', 'CodeDeploy'),
  configuration: { ApplicationName: 'shop', DeploymentGroupName: 'prod' },
  inputArtifacts: [{ name: 'Built' }],
};

export const approve: ActionDeclaration = { name: 'Approve', actionTypeId: id('Approval', 'Manual') };

/** Source, Build, Deploy: or other stages behind Source. */
export function pipelineOf(
  change: Partial<PipelineDeclaration> & { after?: StageDeclaration[] } = {},
): PipelineDeclaration {
  const { after, ...rest } = change;
  return {
    name: 'shop',
    roleArn: 'arn:aws:iam::123456789012:role/pipeline',
    pipelineType: 'V2',
    artifactStore: { type: 'S3', location: 'shop-artifacts' },
    stages: [
      { name: 'Source', actions: [source] },
      ...(after ?? [
        { name: 'Build', actions: [build] },
        { name: 'Deploy', actions: [deploy] },
      ]),
    ],
    ...rest,
  };
}
