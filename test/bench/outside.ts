import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A Slack and an AWS at one address, as slow as is wished, that say when they were called. */
export interface Outside {
  readonly url: string;
  /** How long each takes to answer; milliseconds. */
  slackTakes: number;
  awsTakes: number;
  /** Called as Slack is, with `performance.now()`; `channel` is empty for the answer to a command. */
  onSlack: (call: { method: string; channel: string; text: string; at: number }) => void;
  /** Called when AWS has answered. */
  onAwsAnswered: () => void;
  /** Resolves when AWS has not been asked for a second: what a bot reads at its start is read. */
  awsQuiet(): Promise<void>;
  close(): Promise<void>;
}

export async function startOutside(): Promise<Outside> {
  let awsAskedAt = 0;
  const server = createServer(async (request, response) => {
    const body = await read(request);
    const at = performance.now();
    const target = request.headers['x-amz-target'];
    if (target) awsAskedAt = at;
    const path = request.url ?? '';
    await sleep(target ? outside.awsTakes : path.startsWith('/api/') ? outside.slackTakes : 0);
    const answer = target ? awsAnswer(String(target), JSON.parse(body)) : slackAnswer(path);
    if (!target) outside.onSlack({ method: path.replace('/api/', ''), ...messageOf(body), at });
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer), () => {
      if (target) outside.onAwsAnswered();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const outside: Outside = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    slackTakes: 0,
    awsTakes: 0,
    onSlack: () => {},
    onAwsAnswered: () => {},
    async awsQuiet() {
      while (performance.now() - awsAskedAt < 1_000) await sleep(100);
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return outside;
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** Slack's client sends a form, a response URL is sent JSON. */
function messageOf(body: string): { channel: string; text: string } {
  const form = body.startsWith('{') ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body));
  return { channel: form.channel ?? '', text: form.text ?? '' };
}

let posted = 0;

function slackAnswer(path: string): object {
  if (!path.startsWith('/api/')) return {};
  posted++;
  return { ok: true, ts: `1.${posted}`, team_id: 'T1', user_id: 'U0BOT', bot_id: 'B1', messages: [] };
}

const action = (name: string, category: string, provider: string) => ({
  name,
  actionTypeId: { category, owner: 'AWS', provider, version: '1' },
});
const stages = [
  { name: 'Source', actions: [action('Bundle', 'Source', 'S3')] },
  { name: 'Build', actions: [action('Compile', 'Build', 'CodeBuild')] },
  { name: 'Approve', actions: [action('Gate', 'Approval', 'Manual')] },
  { name: 'Deploy', actions: [action('Hosts', 'Deploy', 'CodeDeploy')] },
];

/** A minute before the bench began; epoch seconds. */
const earlier = Math.floor(Date.now() / 1000) - 60;
const sourceRead = {
  actionExecutionId: 'a0',
  stageName: 'Source',
  actionName: 'Bundle',
  status: 'Succeeded',
  startTime: earlier,
  lastUpdateTime: earlier,
  input: { actionTypeId: stages[0]!.actions[0]!.actionTypeId },
};

/** Every run that is asked for is under way and has read its source. */
function awsAnswer(target: string, input: Record<string, unknown>): object {
  const name = String(input.name ?? input.pipelineName ?? '');
  switch (target.split('.')[1]) {
    case 'GetPipeline':
      return { pipeline: { name, version: 1, roleArn: 'arn:aws:iam::123456789012:role/x', stages } };
    case 'GetPipelineState':
      return { pipelineName: name, stageStates: stages.map(({ name: stageName }) => ({ stageName })) };
    case 'GetPipelineExecution':
      return {
        pipelineExecution: {
          pipelineName: name,
          pipelineVersion: 1,
          pipelineExecutionId: input.pipelineExecutionId,
          status: 'InProgress',
          artifactRevisions: [{ name: 'App', revisionId: 'c0ffee0000000000000000000000000000000000' }],
        },
      };
    case 'ListActionExecutions':
      return { actionExecutionDetails: [sourceRead] };
    case 'ListPipelineExecutions':
      return { pipelineExecutionSummaries: [] };
    default:
      return {};
  }
}
