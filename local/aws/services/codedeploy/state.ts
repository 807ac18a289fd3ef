import type {
  AlarmConfiguration,
  AutoRollbackConfiguration,
  BlueGreenDeploymentConfiguration,
  CreateDeploymentInput,
  DeploymentConfigInfo,
  DeploymentCreator,
  DeploymentInfo,
  DeploymentStyle,
  DeploymentWaitType,
  EC2TagFilter,
  EC2TagSet,
  ErrorCode,
  FileExistsBehavior,
  GenericRevisionInfo,
  InstanceInfo,
  LifecycleEvent,
  LoadBalancerInfo,
  OnPremisesTagSet,
  OutdatedInstancesStrategy,
  RevisionLocation,
  TagFilter,
  TargetInstances,
  TargetLabel,
  TargetStatus,
  TriggerConfig,
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
  /** Starts what follows from how a deployment ended. */
  afterDeployment(deployment: Deployment): void;
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
  readonly bundleType: 'zip' | 'tar' | 'tgz';
  readonly version?: string | undefined;
  readonly eTag?: string | undefined;
}

export interface Group {
  readonly id: string;
  name: string;
  configName: string;
  serviceRoleArn: string;
  style: Required<DeploymentStyle>;
  loadBalancer: LoadBalancerInfo | undefined;
  blueGreen: BlueGreenDeploymentConfiguration | undefined;
  instances: Ec2Instances;
  onPremisesTagFilters: readonly TagFilter[];
  onPremisesTagSet: OnPremisesTagSet | undefined;
  autoRollback: AutoRollbackConfiguration;
  alarms: AlarmConfiguration;
  triggers: readonly TriggerConfig[];
  outdatedInstancesStrategy: OutdatedInstancesStrategy;
}

/** Which EC2 instances are meant: by tags, said in at most one of the two ways, or by Auto Scaling group. */
export interface Ec2Instances {
  readonly tagFilters: readonly EC2TagFilter[];
  readonly tagSet: EC2TagSet | undefined;
  readonly autoScalingGroups: readonly string[];
}

export interface DeploymentConfig {
  readonly info: DeploymentConfigInfo;
  readonly health: Health;
}

/** What a deployment is to do, settled before it starts. */
export interface DeploymentPlan {
  readonly application: Application;
  readonly group: Group;
  readonly revision: RevisionLocation;
  readonly location: S3Revision;
  readonly config: { readonly name: string; readonly health: Health };
  readonly creator: DeploymentCreator;
  readonly description?: string | undefined;
  readonly ignoreApplicationStopFailures: boolean;
  readonly fileExistsBehavior: FileExistsBehavior;
  readonly autoRollback: AutoRollbackConfiguration;
  readonly alarms: AlarmConfiguration;
  readonly updateOutdatedInstancesOnly: boolean;
  /** The deployment that this one takes to instances that came later. */
  readonly updateOf?: string | undefined;
  /** The deployment that this one undoes. */
  readonly rollbackOf?: string | undefined;
  readonly course: Course;
}

/** How a deployment goes. */
export type Course =
  | { readonly kind: 'in place' }
  /** Installs on the replacements, then takes the traffic from the originals to them. */
  | {
      readonly kind: 'blue/green';
      readonly options: BlueGreenDeploymentConfiguration;
      /** Undefined for a copy of the originals' Auto Scaling group, which is made once the deployment runs. */
      readonly replacements: TargetInstances | undefined;
      /** Those that the group meant before. */
      readonly originals: Ec2Instances;
    }
  /** Takes the traffic back to the originals of a blue/green deployment, which still run what they ran. */
  | { readonly kind: 'back to blue'; readonly originals: Ec2Instances };

export interface Deployment extends DeploymentPlan {
  readonly id: string;
  readonly previousRevision: RevisionLocation | undefined;
  /** As the group had them when it started. */
  readonly style: Required<DeploymentStyle>;
  readonly loadBalancer: LoadBalancerInfo | undefined;
  readonly created: Date;
  /** What moves while it runs. */
  readonly progress: Pick<
    DeploymentInfo,
    | 'errorInformation'
    | 'rollbackInfo'
    | 'relatedDeployments'
    | 'startTime'
    | 'completeTime'
    | 'instanceTerminationWaitTimeStarted'
  > & { status: NonNullable<DeploymentInfo['status']> };
  /** In the order in which they are deployed to. */
  readonly targets: Map<string, Target>;
  /** Aborts with a `StopReason`. */
  readonly stopping: AbortController;
  /** What it waits for, if somebody may end the wait. */
  waiting: { readonly type: DeploymentWaitType; end(): void } | undefined;
  /** Whether somebody has asked that originals be terminated without a wait. */
  skipsTerminationWait: boolean;
  readonly finished: Promise<DeploymentInfo>;
}

/** Why a deployment is stopped. */
export interface StopReason {
  readonly code: Extract<ErrorCode, 'MANUAL_STOP' | 'ALARM_ACTIVE' | 'TIMEOUT'>;
  readonly message: string;
  /** Whether whoever stops it wants the last good revision back; undefined leaves it to the group. */
  readonly rollBack?: boolean | undefined;
}

export interface Target {
  readonly id: string;
  readonly arn: string;
  /** Undefined for an on-premises instance that is registered but has no local host of its name. */
  readonly host: Host | undefined;
  /** Whether it is an original or a replacement, in a blue/green deployment. */
  readonly label: TargetLabel | undefined;
  readonly events: readonly (LifecycleEvent & { readonly lifecycleEventName: string })[];
  status: Exclude<TargetStatus, 'Unknown'>;
  updated: Date;
}

const activeStatuses: ReadonlySet<string> = new Set(['Created', 'Queued', 'InProgress', 'Ready']);

/** Whether the deployment still moves. */
export function isActive({ progress }: Pick<Deployment, 'progress'>): boolean {
  return activeStatuses.has(progress.status);
}

/** The deployments of a group, newest first. */
export function deploymentsOf(state: CodeDeploy, group: Group): Deployment[] {
  return [...state.deployments.values()].filter((deployment) => deployment.group === group).reverse();
}

/** The newest deployment of the group that succeeded. */
export function lastGood(state: CodeDeploy, group: Group): Deployment | undefined {
  return deploymentsOf(state, group).find(({ progress }) => progress.status === 'Succeeded');
}
