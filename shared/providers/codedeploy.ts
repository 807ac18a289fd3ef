import type { DeploymentTarget, Diagnostics, LifecycleEvent } from '@aws-sdk/client-codedeploy';
import type { Action, Reason } from '../run/model.ts';
import { consolePage } from './console.ts';
import { defineProvider, type ProviderContext } from './define.ts';

const logLines = 20;

export default defineProvider({
  provider: 'CodeDeploy',
  describe: ({ externalId }) => (externalId ? `deployment ${externalId}` : 'a deployment'),
  reason,
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

interface Failure {
  /** An instance id, a Lambda function or an ECS service. */
  readonly target: string;
  readonly event: LifecycleEvent;
}

function failuresOf(each: DeploymentTarget): Failure[] {
  const target = each.instanceTarget ?? each.ecsTarget ?? each.lambdaTarget ?? each.cloudFormationTarget;
  const failed = target?.lifecycleEvents?.filter(({ status }) => status === 'Failed') ?? [];
  return failed.map((event) => ({ target: target?.targetId ?? 'a target', event }));
}

function timeOf({ startTime }: LifecycleEvent): number {
  return startTime?.getTime() ?? Infinity;
}

function explain({ target, event }: Failure): Reason {
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
