import type { CreateDeploymentGroupInput, DeploymentInfo } from '@aws-sdk/client-codedeploy';
import type { Call, EmittedEvent } from '../../../../../local/aws/define.ts';
import type { Host } from '../../../../../local/aws/hosts/host.ts';
import codedeploy from '../../../../../local/aws/services/codedeploy/service.ts';
import type { CodeDeploy, Target } from '../../../../../local/aws/services/codedeploy/state.ts';
import elbv2 from '../../../../../local/aws/services/elbv2/service.ts';
import s3 from '../../../../../local/aws/services/s3/service.ts';
import { createWorld, type WorldOptions } from '../../../../../local/aws/world.ts';
import { freePorts } from '../../../../../local/free-ports.ts';
import { type Files, zipOf } from './bundle.ts';

const call: Call = { operation: '', headers: {}, accessKey: undefined };

/** Whom a blue/green deployment replaces hosts with. */
export const replacements = { tagFilters: [{ Key: 'Name', Value: 'next', Type: 'KEY_AND_VALUE' as const }] };

interface FleetOptions extends WorldOptions {
  readonly hosts?: number;
  /** How many hosts more there are, tagged as `replacements` says. */
  readonly spare?: number;
  readonly group?: Partial<CreateDeploymentGroupInput>;
}

/** A local CodeDeploy with an application `shop`, a group `production` and its hosts. */
export async function startFleet(options: FleetOptions = {}) {
  const world = await createWorld({
    log: (message, error) => faults.push(`${message} ${error}`),
    ...options,
  });
  const faults: string[] = [];
  const events: EmittedEvent[] = [];
  world.onEvent((event) => events.push(event));
  const state = world.use(codedeploy);
  const store = world.use(s3);
  store.createBucket('releases', { versioned: true });
  const { hosts: count = 4, spare = 0 } = options;
  const ports = await freePorts(count + spare);
  const hosts: Host[] = [];
  for (const [index, port] of ports.entries()) {
    const tags = { Name: index < count ? 'shop' : 'next' };
    hosts.push(await state.hosts.add({ tags, env: { PORT: String(port) } }));
  }

  const send = async (operation: string, input: object): Promise<unknown> =>
    codedeploy.operations[operation]!(state, input, call);
  await send('CreateApplication', { applicationName: 'shop' });
  await send('CreateDeploymentGroup', {
    applicationName: 'shop',
    deploymentGroupName: 'production',
    deploymentConfigName: 'CodeDeployDefault.HalfAtATime',
    ec2TagFilters: [{ Key: 'Name', Value: 'shop', Type: 'KEY_AND_VALUE' }],
    serviceRoleArn: 'arn:aws:iam::123456789012:role/codedeploy',
    ...options.group,
  });

  return {
    world,
    state,
    hosts,
    events,
    faults,
    send,
    /** Puts a bundle into the bucket and starts to deploy it. */
    async start(files: Files, input: object = {}) {
      const { versionId } = await store.put({ bucket: 'releases', key: 'shop.zip', body: zipOf(files) });
      return state.createDeployment({
        applicationName: 'shop',
        deploymentGroupName: 'production',
        revision: revision(versionId),
        ...input,
      });
    },
    /** The same for a bundle that is there already. */
    async startBundle(body: Buffer, bundleType: 'zip' | 'tar' | 'tgz') {
      const { versionId: version } = await store.put({ bucket: 'releases', key: 'shop', body });
      const s3Location = { bucket: 'releases', key: 'shop', bundleType, version };
      return state.createDeployment({
        applicationName: 'shop',
        deploymentGroupName: 'production',
        revision: { revisionType: 'S3', s3Location },
      });
    },
    async deploy(files: Files, input: object = {}): Promise<DeploymentInfo> {
      return (await this.start(files, input)).finished;
    },
    targets: (id: string | undefined): Target[] => [...state.deployments.get(id!)!.targets.values()],
    /** A load balancer for the target group `web`, which the hosts are not in yet. */
    async balance() {
      const balancers = world.use(elbv2);
      const group = balancers.createGroup('web', 80, { intervalSeconds: 5 });
      const { listener } = await balancers.listen(balancers.createBalancer('front'), group, 0);
      return { url: listener.url, group };
    },
    /** What each host's application answers, or why it does not. */
    answers: () =>
      Promise.all(
        ports.map(async (port) => {
          try {
            return await (await fetch(`http://127.0.0.1:${port}/`)).text();
          } catch {
            return 'nobody';
          }
        }),
      ),
    processes: async () => (await Promise.all(hosts.map((host) => host.processes()))).flat(),
  };
}

/** A deployment group behind the target group `web`. */
export const behindWeb: Partial<CreateDeploymentGroupInput> = {
  deploymentStyle: { deploymentType: 'IN_PLACE', deploymentOption: 'WITH_TRAFFIC_CONTROL' },
  loadBalancerInfo: { targetGroupInfoList: [{ name: 'web' }] },
};

/** Asks again and again, at most for a minute; `stop` tells what was answered. */
export function ask(url: string) {
  const answers = new Map<string, number>();
  const until = Date.now() + 60_000;
  let isOver = false;
  const work = async () => {
    for (let n = 0; n < 20_000 && !isOver && Date.now() < until; n++) {
      const answer = await fetch(url).then(
        async (response) => `${response.status} ${await response.text()}`,
        (error) => String(error),
      );
      answers.set(answer, (answers.get(answer) ?? 0) + 1);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  };
  const workers = Promise.all([work(), work(), work(), work()]);
  return {
    async stop() {
      isOver = true;
      await workers;
      return answers;
    },
  };
}

export type Fleet = Awaited<ReturnType<typeof startFleet>>;

function revision(version: string) {
  return {
    revisionType: 'S3' as const,
    s3Location: { bucket: 'releases', key: 'shop.zip', bundleType: 'zip' as const, version },
  };
}

/** The events of a target as `Name Status`, and why the failed one failed. */
export function story(state: CodeDeploy, id: string, target: string): string[] {
  const { events } = state.deployments.get(id)!.targets.get(target)!;
  return events.map(({ lifecycleEventName, status }) => `${lifecycleEventName} ${status}`);
}

/** An application that answers its version over HTTP, started by ApplicationStart and asked by ValidateService. */
export function shop(version: string, options: { isBroken?: boolean } = {}): Files {
  const script = (...lines: string[]) => ({
    text: ['#!/bin/sh', 'set -eu', ...lines, ''].join('\n'),
    mode: 0o755,
  });
  return {
    'appspec.yml': `version: 0.0
os: linux
files:
  - source: app
    destination: /opt/shop
permissions:
  - object: /opt/shop
    pattern: "*.js"
    type: [file]
    mode: 600
hooks:
  ApplicationStop:
    - location: scripts/stop.sh
      timeout: 20
  ApplicationStart:
    - location: scripts/start.sh
      timeout: 20
  ValidateService:
    - location: scripts/validate.sh
      timeout: 20
`,
    'app/server.js': `require('node:http').createServer((request, response) => {
  response.statusCode = ${options.isBroken ? 500 : 200};
  response.end('${version}');
}).listen(process.env.PORT, '127.0.0.1');
`,
    'scripts/start.sh': script(
      'cd "$DRAWBRIDGE_HOST_ROOT/opt/shop"',
      'nohup node server.js >"$DRAWBRIDGE_HOST_ROOT/tmp/shop.log" 2>&1 </dev/null &',
      'echo $! >"$DRAWBRIDGE_HOST_ROOT/tmp/shop.pid"',
    ),
    'scripts/stop.sh': script(
      'pid=$(cat "$DRAWBRIDGE_HOST_ROOT/tmp/shop.pid")',
      'kill "$pid"',
      // Some containers reap an orphan late, and until then its id still answers to signals.
      'while kill -0 "$pid" 2>/dev/null && ! grep -qs "^State:.Z" "/proc/$pid/status"; do sleep 0.02; done',
      `echo stopped by the scripts of ${version}`,
    ),
    'scripts/validate.sh': script(`node "$(dirname "$0")/validate.js"`),
    'scripts/validate.js': `(async () => {
  for (let tries = 0; tries < 200; tries++) {
    const response = await fetch('http://127.0.0.1:' + process.env.PORT).catch(() => undefined);
    if (response) {
      const text = await response.text();
      console.log('the shop answers', response.status, text);
      if (!response.ok) console.error('that is not healthy');
      process.exit(response.ok ? 0 : 1);
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  process.exit(2);
})();
`,
  };
}
