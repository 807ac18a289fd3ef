import type {
  AutoRollbackConfiguration,
  CreateDeploymentInput,
  DeploymentConfigInfo,
  DeploymentCreator,
  DeploymentInfo,
  EC2TagFilter,
  EC2TagSet,
  FileExistsBehavior,
  GenericRevisionInfo,
  InstanceInfo,
  LifecycleEvent,
  OnPremisesTagSet,
  RevisionLocation,
  TagFilter,
  TargetStatus,
} from '@aws-sdk/client-codedeploy';
import type { Aws } from '../../define.ts';
import type { Host } from '../../hosts/host.ts';
import type { Hosts } from '../../hosts/hosts.ts';
import type { Bundle } from './agent/job.ts';
import type { Health } from './fleet/rollout.ts';

/** What the local CodeDeploy knows. Other local services reach it with `aws.use(codedeploy)`. */
export interface CodeDeploy {
  readonly aws: Aws;
  /** The servers that deployments go to. */
  readonly hosts: Hosts;
  readonly applications: Map<string, Application>;
  readonly configs: Map<string, DeploymentConfig>;
  /** By id, oldest first. */
  readonly deployments: Map<string, Deployment>;
  readonly onPremises: Map<string, InstanceInfo & { readonly instanceName: string }>;
  /** The tags of applications and deployment groups, by ARN. */
  readonly tags: Map<string, Map<string, string>>;
  /** Starts a deployment. Throws an `AwsError` with CodeDeploy's own code where it cannot start. */
  createDeployment(input: Partial<CreateDeploymentInput>): StartedDeployment;
  fetchBundle(location: S3Revision): Promise<Bundle>;
}

/** A deployment as other local services follow it. */
export interface StartedDeployment {
  readonly id: string;
  /** The deployment as it ended: `status` is Succeeded, Failed or Stopped. Never rejects. */
  readonly finished: Promise<DeploymentInfo>;
  /** Stops it; `finished` resolves soon after. */
  stop(): void;
}

export interface Application {
  readonly id: string;
  name: string;
  readonly created: Date;
  readonly groups: Map<string, Group>;
  /** By `revisionKey`, oldest registration first. */
  readonly revisions: Map<string, Revision>;
}

export interface Revision {
  readonly location: RevisionLocation;
  info: GenericRevisionInfo;
}

export interface S3Revision {
  readonly bucket: string;
  readonly key: string;
  readonly version?: string | undefined;
  readonly eTag?: string | undefined;
}

export interface Group {
  readonly id: string;
  name: string;
  configName: string;
  serviceRoleArn: string;
  ec2TagFilters: readonly EC2TagFilter[];
  ec2TagSet: EC2TagSet | undefined;
  onPremisesTagFilters: readonly TagFilter[];
  onPremisesTagSet: OnPremisesTagSet | undefined;
  autoRollback: AutoRollbackConfiguration;
}

export interface DeploymentConfig {
  readonly info: DeploymentConfigInfo;
  readonly health: Health;
}

export interface Deployment {
  readonly id: string;
  readonly application: Application;
  readonly group: Group;
  readonly revision: RevisionLocation;
  readonly location: S3Revision;
  readonly previousRevision: RevisionLocation | undefined;
  readonly config: { readonly name: string; readonly health: Health };
  readonly creator: DeploymentCreator;
  readonly description: string | undefined;
  readonly ignoreApplicationStopFailures: boolean;
  readonly fileExistsBehavior: FileExistsBehavior;
  readonly autoRollback: AutoRollbackConfiguration;
  readonly created: Date;
  /** What moves while it runs. */
  readonly progress: Pick<
    DeploymentInfo,
    'errorInformation' | 'rollbackInfo' | 'startTime' | 'completeTime'
  > & { status: NonNullable<DeploymentInfo['status']> };
  /** In the order in which they are deployed to. */
  readonly targets: ReadonlyMap<string, Target>;
  /** Aborts when somebody stops the deployment. */
  readonly stopping: AbortController;
  /** Whether whoever stops it wants the last good revision back; undefined leaves it to the group. */
  rollBackWhenStopped: boolean | undefined;
  readonly finished: Promise<DeploymentInfo>;
}

export interface Target {
  readonly id: string;
  readonly arn: string;
  /** Undefined for an on-premises instance that is registered but has no local host of its name. */
  readonly host: Host | undefined;
  readonly events: readonly (LifecycleEvent & { readonly lifecycleEventName: string })[];
  status: Exclude<TargetStatus, 'Unknown' | 'Ready'>;
  updated: Date;
}

const activeStatuses: ReadonlySet<string> = new Set(['Created', 'Queued', 'InProgress']);

/** Whether the deployment still moves. */
export function isActive({ progress }: Deployment): boolean {
  return activeStatuses.has(progress.status);
}

/** The deployments of a group, newest first. */
export function deploymentsOf(state: CodeDeploy, group: Group): Deployment[] {
  return [...state.deployments.values()].filter((deployment) => deployment.group === group).reverse();
}
