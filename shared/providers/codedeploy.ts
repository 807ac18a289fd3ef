import type {
  CodeDeployClient,
  DeploymentTarget,
  Diagnostics,
  LifecycleEvent,
} from '@aws-sdk/client-codedeploy';
import { markOf, wordsOf } from '../render/marks.ts';
import { duration } from '../render/time.ts';
import type { Action, Reason } from '../run/model.ts';
import { consolePage } from './console.ts';
import { defineProvider, type Progress, type ProviderContext } from './define.ts';

const logLines = 20;

export default defineProvider({
  provider: 'CodeDeploy',
  describe: ({ externalId }) => (externalId ? `deployment ${externalId}` : 'a deployment'),
  reason,
  logs,
  progress,
  link: deploymentLink,
});

function deploymentLink({ externalId, externalUrl }: Action, region: string): string | undefined {
  if (!externalId) return externalUrl;
  const path = `codesuite/codedeploy/deployments/${encodeURIComponent(externalId)}`;
  return consolePage(region, `${path}?region=${region}`);
}

/** The first lifecycle event that failed on a target; where none did, what CodeDeploy says of the whole. */
async function reason(action: Action, { clients, run }: ProviderContext): Promise<Reason | undefined> {
  const { externalId } = action;
  if (!externalId) return undefined;
  const { failedTargets, getDeployment } = await import('../aws/deployments.ts');
  const client = await clients.codedeploy();
  const url = deploymentLink(action, run.region);
  const failures = (await failedTargets(client, externalId)).flatMap(failuresOf);
  const [first] = failures.sort((a, b) => timeOf(a.event) - timeOf(b.event));
  if (first) return { ...explain(first), url };
  const { errorInformation } = (await getDeployment(client, externalId)) ?? {};
  const text = errorInformation?.message ?? errorInformation?.code;
  return text ? { text, url } : undefined;
}

/** CodeDeploy keeps the end of what a script wrote only where it failed. */
async function logs({ externalId }: Action, { clients }: ProviderContext): Promise<string[] | undefined> {
  if (!externalId) return undefined;
  const { failedTargets } = await import('../aws/deployments.ts');
  const failures = (await failedTargets(await clients.codedeploy(), externalId)).flatMap(failuresOf);
  const lines = failures.flatMap(({ target, event }) => [
    `${event.lifecycleEventName} on ${target}:`,
    ...logOf(event.diagnostics ?? {}),
  ]);
  return lines.length > 0 ? lines : undefined;
}

interface TargetEvent {
  /** An instance id, a Lambda function or an ECS service. */
  readonly target: string;
  readonly event: LifecycleEvent;
}

function failuresOf(target: DeploymentTarget): TargetEvent[] {
  return eventsOf(target).filter(({ event }) => event.status === 'Failed');
}

function eventsOf(each: DeploymentTarget): TargetEvent[] {
  const target = each.instanceTarget ?? each.ecsTarget ?? each.lambdaTarget ?? each.cloudFormationTarget;
  return (target?.lifecycleEvents ?? []).map((event) => ({ target: target?.targetId ?? 'a target', event }));
}

/** Beyond so many hosts only their numbers are told: each further 25 would cost one more call. */
const mostHosts = 50;
/** How often the hosts are listed anew; a blue/green deployment adds some on its way. */
const listEvery = 4;

function progress({ externalId: id = '' }: Action, { clients }: ProviderContext): Progress {
  const told = new Map<string, string>();
  let ids: readonly string[] = [];
  let looks = 0;
  return {
    async look(last) {
      const { describeTargets, getDeployment, targetIds } = await import('../aws/deployments.ts');
      const client: CodeDeployClient = await clients.codedeploy();
      if (ids.length <= mostHosts && (last || looks % listEvery === 0)) ids = await targetIds(client, id);
      looks += 1;
      if (ids.length > mostHosts) {
        const { deploymentOverview } = (await getDeployment(client, id)) ?? {};
        return news(told, [['', overviewLine(ids.length, { ...deploymentOverview })]]);
      }
      const targets = await describeTargets(client, id, ids);
      const events = targets.flatMap(eventsOf);
      const begun = events.filter(({ event }) => event.status !== 'Pending');
      const sorted = begun.sort((a, b) => timeOf(a.event) - timeOf(b.event));
      return news(told, [
        ...sorted.map((one) => [`${one.target} ${one.event.lifecycleEventName}`, eventLine(one)] as const),
        ...targets.flatMap(trafficOf),
      ]);
    },
  };
}

/** The lines that say another thing than they did the last time. */
function news(told: Map<string, string>, lines: readonly (readonly [key: string, line: string])[]): string[] {
  const fresh = lines.filter(([key, line]) => told.get(key) !== line);
  for (const [key, line] of fresh) told.set(key, line);
  return fresh.map(([, line]) => line);
}

function eventLine({ target, event }: TargetEvent): string {
  const { status = 'Unknown', lifecycleEventName, startTime, endTime, diagnostics = {} } = event;
  const took = startTime && endTime ? ` in ${duration(endTime.getTime() - startTime.getTime())}` : '';
  const why = status === 'Failed' ? [scriptOf(diagnostics), messageOf(diagnostics)].filter(Boolean) : [];
  const because = why.length > 0 ? `: ${why.join(': ')}` : '';
  return `${markOf(status)} ${target} ${lifecycleEventName} ${wordsOf(status)}${took}${because}`;
}

/**
 * How much of the traffic goes to what is new, where CodeDeploy moves it by and by; AWS says it in percent.
 * https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ECSTaskSet.html
 */
function trafficOf({ ecsTarget, lambdaTarget }: DeploymentTarget): (readonly [key: string, line: string])[] {
  const { functionName, targetVersion, targetVersionWeight } = lambdaTarget?.lambdaFunctionInfo ?? {};
  const green = ecsTarget?.taskSetsInfo?.find(({ taskSetLabel }) => taskSetLabel === 'Green');
  const parts = [
    [`version ${targetVersion} of ${functionName}`, targetVersionWeight],
    [`the new tasks of ${ecsTarget?.targetId}`, green?.trafficWeight],
  ] as const;
  return parts.flatMap(([what, percent]) =>
    percent === undefined
      ? []
      : [[`traffic to ${what}`, `${percent}% of the traffic goes to ${what}`] as const],
  );
}

function overviewLine(hosts: number, counts: Readonly<Record<string, number>>): string {
  const parts = Object.entries(counts).filter(([, count]) => count > 0);
  return `${hosts} hosts: ${parts.map(([status, count]) => `${count} ${wordsOf(status)}`).join(', ')}`;
}

function timeOf({ startTime }: LifecycleEvent): number {
  return startTime?.getTime() ?? Infinity;
}

function explain({ target, event }: TargetEvent): Reason {
  const { diagnostics = {} } = event;
  const log = logOf(diagnostics);
  return {
    text:
      [scriptOf(diagnostics), messageOf(diagnostics)].filter(Boolean).join(': ') ||
      'The lifecycle event failed.',
    where: `${event.lifecycleEventName} on ${target}`,
    ...(log.length > 0 && { log }),
  };
}

function scriptOf({ scriptName }: Diagnostics): string | undefined {
  return scriptName || undefined;
}

function messageOf({ message, errorCode }: Diagnostics): string | undefined {
  return message || (errorCode && errorCode !== 'Success' ? errorCode : undefined);
}

function logOf({ logTail = '' }: Diagnostics): string[] {
  return logTail
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(-logLines);
}
