import {
  CloudWatchLogsClient,
  DescribeLogStreamsCommand,
  GetLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import {
  BatchGetDeploymentTargetsCommand,
  CodeDeployClient,
  ListDeploymentsCommand,
  ListDeploymentTargetsCommand,
} from '@aws-sdk/client-codedeploy';
import {
  CodePipelineClient,
  GetPipelineExecutionCommand,
  ListActionExecutionsCommand,
  ListPipelineExecutionsCommand,
} from '@aws-sdk/client-codepipeline';
import { HeadObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { channel, type Embedded, repository } from '../embedded.ts';
import type { Comment } from '../github/forge.ts';
import { localCredentials } from '../shop.ts';
import type { Block, Message } from '../slack/workspace.ts';

/** What the demo looks at to know that something is so, each through the front door: AWS's API, HTTP, the chat. */
export function looker(world: Embedded) {
  const config = {
    endpoint: world.aws.endpoint,
    region: world.aws.aws.region,
    credentials: localCredentials,
  };
  const codepipeline = new CodePipelineClient(config);
  const codedeploy = new CodeDeployClient(config);
  const s3 = new S3Client({ ...config, forcePathStyle: true });
  const logs = new CloudWatchLogsClient(config);

  return {
    /** What each host of the application answers; undefined for one that does not. */
    async releases(): Promise<(Release | undefined)[]> {
      return await Promise.all(
        world.shop.urls.map((url) =>
          fetch(url).then(
            (r) => r.json() as Promise<Release>,
            () => undefined,
          ),
        ),
      );
    },

    async sourceObject(version: string) {
      return await s3.send(
        new HeadObjectCommand({ Bucket: 'shop-source', Key: 'shop.zip', VersionId: version }),
      );
    },

    async artifacts(): Promise<string[]> {
      const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: 'shop-artifacts' }));
      return Contents.map(({ Key = '' }) => Key);
    },

    /** The S3 object version that a run was started on; undefined while it is not known. */
    async revisionOf(id: string): Promise<string | undefined> {
      const { pipelineExecution } = await codepipeline.send(
        new GetPipelineExecutionCommand({ pipelineName: 'shop', pipelineExecutionId: id }),
      );
      return pipelineExecution?.artifactRevisions?.[0]?.revisionId;
    },

    /** What CodePipeline says of the run's approval; undefined while it is not answered. */
    async approvalOf(id: string): Promise<string | undefined> {
      const { actionExecutionDetails = [] } = await codepipeline.send(
        new ListActionExecutionsCommand({ pipelineName: 'shop', filter: { pipelineExecutionId: id } }),
      );
      const approve = actionExecutionDetails.find(({ actionName }) => actionName === 'Approve');
      return approve?.output?.executionResult?.externalExecutionSummary;
    },

    async newestExecution() {
      const { pipelineExecutionSummaries = [] } = await codepipeline.send(
        new ListPipelineExecutionsCommand({ pipelineName: 'shop', maxResults: 1 }),
      );
      return pipelineExecutionSummaries[0];
    },

    async buildLog(): Promise<string> {
      const logGroupName = '/aws/codebuild/shop';
      const { logStreams = [] } = await logs.send(
        new DescribeLogStreamsCommand({ logGroupName, orderBy: 'LastEventTime', descending: true, limit: 1 }),
      );
      const { events = [] } = await logs.send(
        new GetLogEventsCommand({
          logGroupName,
          logStreamName: logStreams[0]?.logStreamName,
          startFromHead: true,
        }),
      );
      return events.map(({ message }) => message).join('');
    },

    /** The most hosts that the newest deployment worked on at the same time. */
    async mostHostsAtOnce(): Promise<number> {
      const { deployments = [] } = await codedeploy.send(
        new ListDeploymentsCommand({ applicationName: 'shop', deploymentGroupName: 'production' }),
      );
      const deploymentId = deployments[0];
      const { targetIds = [] } = await codedeploy.send(new ListDeploymentTargetsCommand({ deploymentId }));
      const { deploymentTargets = [] } = await codedeploy.send(
        new BatchGetDeploymentTargetsCommand({ deploymentId, targetIds }),
      );
      const spans = deploymentTargets.map(({ instanceTarget }) => {
        const events = instanceTarget?.lifecycleEvents ?? [];
        return {
          from: Math.min(...events.flatMap(({ startTime }) => startTime?.getTime() ?? [])),
          to: Math.max(...events.flatMap(({ endTime }) => endTime?.getTime() ?? [])),
        };
      });
      return Math.max(...spans.map(({ from }) => spans.filter((s) => s.from <= from && from < s.to).length));
    },

    /** The messages in the channel that are about a run, without their threads. */
    messagesAbout(run: string): Message[] {
      return world.slack.workspace.messages.filter(
        (m) =>
          m.channel === channel &&
          !m.thread &&
          !m.visibleTo &&
          JSON.stringify(m.metadata ?? '').includes(run),
      );
    },

    /** What somebody's Home tab says. */
    home(user: string): string | undefined {
      const home = world.slack.workspace.views.homes.get(user);
      return home && wordsOf({ text: '', blocks: home.view.blocks as Block[] });
    },

    thread(root: Message): Message[] {
      return world.slack.workspace.messages.filter((m) => m.thread === root.ts);
    },

    /** What the bot wrote on a pull request. */
    comments(number: number): Comment[] {
      const { forge } = world.github;
      return forge.comments.filter(
        (c) => c.repository === repository && c.number === number && c.author === forge.bot,
      );
    },
  };
}

export type Looker = ReturnType<typeof looker>;

export interface Release {
  readonly version: string;
  readonly greeting: string;
}

// What of a block nobody reads.
const unread = new Set(['type', 'block_id', 'action_id', 'value', 'style', 'verbatim']);

/** Everything that a message shows, blocks and all, as one string to search in. */
export function wordsOf({ text, blocks }: Pick<Message, 'text' | 'blocks'>): string {
  const words: string[] = [text];
  const walk = (value: unknown): void => {
    if (typeof value === 'string') words.push(value);
    else if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, member] of Object.entries(value)) if (!unread.has(key)) walk(member);
    }
  };
  walk(blocks);
  return words.join('\n');
}
