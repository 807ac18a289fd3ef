import type {
  CreateDeploymentInput,
  DeploymentConfigInfo,
  DeploymentCreator,
  DeploymentGroupInfo,
  DeploymentInfo,
  InstanceInfo,
  InstanceTarget,
  LifecycleEvent,
  RevisionInfo,
} from '@aws-sdk/client-codedeploy';
import type { Aws } from '../../define.ts';
import type { Host } from '../../hosts/host.ts';
import type { Hosts } from '../../hosts/hosts.ts';

/** What the local CodeDeploy knows. Other local services reach it with `aws.use(codedeploy)`. */
export interface CodeDeploy {
  readonly aws: Aws;
  /** The servers that deployments go to. */
  readonly hosts: Hosts;
  readonly applications: Map<string, Application>;
  readonly configs: Map<string, DeploymentConfigInfo>;
  /** By id, oldest first. */
  readonly deployments: Map<string, Deployment>;
  readonly onPremises: Map<string, InstanceInfo>;
  /** The tags of applications and deployment groups, by ARN. */
  readonly tags: Map<string, Map<string, string>>;
  /** Starts a deployment. Throws an `AwsError` with CodeDeploy's own code where it cannot start. */
  createDeployment(input: CreateDeploymentInput, by?: { creator: DeploymentCreator }): StartedDeployment;
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
  readonly computePlatform: 'Server';
  readonly createTime: Date;
  readonly groups: Map<string, Group>;
  /** By their key, oldest registration first. */
  readonly revisions: Map<string, RevisionInfo>;
}

/** A deployment group as it is answered, but for what is computed then. */
export type Group = Omit<DeploymentGroupInfo, 'applicationName'> & {
  readonly deploymentGroupId: string;
  readonly deploymentGroupName: string;
  readonly deploymentConfigName: string;
};

export interface Deployment {
  readonly info: DeploymentInfo & { deploymentId: string; applicationName: string };
  readonly groupId: string;
  readonly targets: Map<string, Target>;
  readonly finished: Promise<DeploymentInfo>;
  stop(): void;
}

export interface Target {
  readonly host: Host | undefined;
  readonly info: InstanceTarget & { targetId: string; lifecycleEvents: LifecycleEvent[] };
}
