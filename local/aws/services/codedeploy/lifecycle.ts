/** The lifecycle of a server that is deployed to in place, without a load balancer. */
export const inPlaceEvents = [
  'ApplicationStop',
  'DownloadBundle',
  'BeforeInstall',
  'Install',
  'AfterInstall',
  'ApplicationStart',
  'ValidateService',
] as const;

/**
 * Events whose scripts come from the bundle that was last installed on the host, since the new one is not there
 * yet. https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-hooks.html
 */
export const eventsOfLastInstall: ReadonlySet<string> = new Set([
  'BeforeBlockTraffic',
  'AfterBlockTraffic',
  'ApplicationStop',
]);
