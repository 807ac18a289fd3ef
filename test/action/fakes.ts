import type { PipelineDeclaration } from '@aws-sdk/client-codepipeline';
import { type Inputs, readInputs } from '../../action/inputs.ts';
import type { Runner } from '../../action/io.ts';
import type { Ports } from '../../action/ports.ts';
import type { Setting } from '../../action/run.ts';
import { ManualClock } from '../../local/clock.ts';
import type { StartRequest } from '../../shared/aws/ports.ts';
import type { PutRequest, StoredObject } from '../../shared/aws/uploads.ts';
import type { Run } from '../../shared/run/model.ts';
import type { Secret } from '../../shared/secrets/secret.ts';

export function inputsOf(given: Record<string, string> = {}): Inputs {
  const pipeline = 'shop';
  return { ...readInputs((name) => ({ pipeline, ...given })[name] ?? ''), pipeline };
}

/** Everything that the runner would have been told, in order. */
export function fakeRunner() {
  const told: string[] = [];
  const outputs: Record<string, string> = {};
  const state: Record<string, string> = {};
  const variables: Record<string, Secret | string> = {};
  const tell = (kind: string) => (text: string) => void told.push(`${kind}: ${text}`);
  const runner: Runner = {
    input: () => '',
    info: tell('info'),
    startGroup: tell('group'),
    endGroup: () => {},
    error: tell('error'),
    warning: tell('warning'),
    notice: tell('notice'),
    output: (name, value) => {
      outputs[name] = value;
    },
    saveState: (name, value) => {
      state[name] = value;
    },
    state: (name) => state[name] ?? '',
    summary: tell('summary'),
    mask: tell('mask'),
    setVariable: (name, value) => {
      variables[name] = value;
    },
  };
  return { runner, told, outputs, state, variables };
}

export function sourceAction(name: string, provider: string, configuration: Record<string, string> = {}) {
  return {
    name,
    actionTypeId: { category: 'Source' as const, owner: 'AWS' as const, provider, version: '1' },
    configuration,
  };
}

export function definitionOf(...actions: ReturnType<typeof sourceAction>[]): PipelineDeclaration {
  return { name: 'shop', roleArn: 'role', stages: [{ name: 'Source', actions }] };
}

export const s3Settings = { S3Bucket: 'source', S3ObjectKey: 'app.zip', PollForSourceChanges: 'false' };

export function runOf(part: Partial<Run> = {}): Run {
  return {
    pipeline: 'shop',
    id: 'run-1',
    region: 'eu-west-1',
    status: 'Succeeded',
    kind: 'STANDARD',
    change: {},
    stages: [],
    ...part,
  };
}

interface World {
  readonly definition?: PipelineDeclaration;
  /** What reading the run answers, one after the other; the last one stays. */
  readonly readings?: readonly Run[];
  readonly recent?: () => Run[];
  readonly newest?: StoredObject;
  readonly isVersioned?: boolean;
  readonly tellsEventBridge?: () => Promise<boolean | undefined>;
  readonly fetch?: typeof fetch;
}

const refuse = () => Promise.reject(new Error('not expected here'));

/** A setting for the whole story, and what was asked of the outside. */
export function fakeSetting(given: Record<string, string>, workspace: string, world: World = {}) {
  const { runner, ...seen } = fakeRunner();
  const clock = new ManualClock();
  const asked: { starts: StartRequest[]; puts: PutRequest[]; stops: string[] } = {
    starts: [],
    puts: [],
    stops: [],
  };
  const readings = [...(world.readings ?? [runOf()])];
  const read = async () => (readings.length > 1 ? readings.shift()! : readings[0]!);
  const ports: Ports = {
    pipelines: {
      names: refuse,
      definition: async () => world.definition ?? definitionOf(sourceAction('Upload', 'S3', s3Settings)),
      run: read,
      refresh: read,
      recent: async () => world.recent?.() ?? [],
      pendingApproval: refuse,
      start: async (request) => {
        asked.starts.push(request);
        return 'run-1';
      },
      approve: refuse,
      rollback: refuse,
      retry: refuse,
      stop: async ({ id, abandon }) => void asked.stops.push(`${id} ${abandon ? 'abandon' : 'stop'}`),
    },
    objects: async () => ({
      isVersioned: async () => world.isVersioned,
      tellsEventBridge: world.tellsEventBridge ?? (async () => false),
      head: async () => world.newest,
      put: async (request) => {
        asked.puts.push(request);
        return { version: 'v-new', etag: 'e', metadata: request.metadata };
      },
      copy: refuse,
    }),
    secrets: refuse,
    account: async () => '123456789012',
    progress: () => undefined,
    calls: () => 0,
    gitAccess: refuse,
    reasons: async () => ({ text: 'The door is shut', where: 'BUILD', log: ['knock', 'knock'] }),
    fetch: world.fetch ?? refuse,
    clock,
  };
  const cancel = new AbortController();
  const setting: Setting = {
    inputs: inputsOf(given),
    region: 'eu-west-1',
    job: {
      change: { repository: 'acme/shop', commit: 'c0ffee', ref: 'refs/heads/main', actor: 'ada' },
      forced: false,
      step: 'acme/shop 77 1 deploy',
      workspace,
      temp: undefined,
      secretFiles: [],
      apiUrl: 'https://api.github.com',
    },
    runner,
    ports,
    signal: cancel.signal,
  };
  return { setting, clock, cancel, asked, ...seen };
}
