/** https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-hooks.html */

/** Taking a server out of the load balancer. */
export const blockEvents = ['BeforeBlockTraffic', 'BlockTraffic', 'AfterBlockTraffic'] as const;

export const installEvents = [
  'ApplicationStop',
  'DownloadBundle',
  'BeforeInstall',
  'Install',
  'AfterInstall',
  'ApplicationStart',
  'ValidateService',
] as const;

/** Putting a server into the load balancer. */
export const allowEvents = ['BeforeAllowTraffic', 'AllowTraffic', 'AfterAllowTraffic'] as const;

export type LifecycleEventName =
  | (typeof blockEvents)[number]
  | (typeof installEvents)[number]
  | (typeof allowEvents)[number];

/** Events that come before the new bundle is there. */
const earlyEvents: ReadonlySet<string> = new Set([
  'BeforeBlockTraffic',
  'AfterBlockTraffic',
  'ApplicationStop',
]);

/**
 * Whose bundle an event takes its scripts from: the deployment's own, that of the last Install on the host, or the
 * last one that came there. A deployment back to the originals brings none.
 * https://github.com/aws/aws-codedeploy-agent/blob/master/lib/instance_agent/plugins/codedeploy/hook_executor.rb
 */
export function bundleFor(event: string, hasBundle: boolean): 'own' | 'last installed' | 'last downloaded' {
  if (hasBundle) return earlyEvents.has(event) ? 'last installed' : 'own';
  return blockEvents.some((name) => name === event) ? 'last downloaded' : 'last installed';
}

/** Whether `ignoreApplicationStopFailures` forgives a failure there: https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_CreateDeployment.html */
export const isForgivable = (event: string) => earlyEvents.has(event);
