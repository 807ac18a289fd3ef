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

/** Events whose scripts come from the bundle that was last installed on the host: the new one is not there yet. */
export const eventsOfLastInstall: ReadonlySet<string> = new Set([
  'BeforeBlockTraffic',
  'AfterBlockTraffic',
  'ApplicationStop',
]);

/** Whether `ignoreApplicationStopFailures` forgives a failure there: https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_CreateDeployment.html */
export const isForgivable = (event: string) => eventsOfLastInstall.has(event);
