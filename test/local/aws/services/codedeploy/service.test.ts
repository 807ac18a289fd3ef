import * as sdk from '@aws-sdk/client-codedeploy';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Service } from '../../../../../local/aws/define.ts';
import { type LocalAws, startAws } from '../../../../../local/aws/server.ts';
import codedeploy from '../../../../../local/aws/services/codedeploy/service.ts';
import s3 from '../../../../../local/aws/services/s3/service.ts';
import { zipOf } from './bundle.ts';

let local: LocalAws;
let client: sdk.CodeDeployClient;
const serviceRoleArn = 'arn:aws:iam::123456789012:role/codedeploy';
const applicationName = 'shop';
const deploymentGroupName = 'production';

beforeAll(async () => {
  local = await startAws({ services: [codedeploy as Service<unknown>, s3 as Service<unknown>] });
  client = new sdk.CodeDeployClient({
    endpoint: local.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    maxAttempts: 1,
  });
  await client.send(
    new sdk.CreateApplicationCommand({ applicationName, tags: [{ Key: 'team', Value: 'web' }] }),
  );
  await client.send(
    new sdk.CreateDeploymentGroupCommand({
      applicationName,
      deploymentGroupName,
      serviceRoleArn,
      deploymentConfigName: 'CodeDeployDefault.AllAtOnce',
      ec2TagSet: { ec2TagSetList: [[{ Key: 'Name', Value: 'shop' }], [{ Key: 'stage', Type: 'KEY_ONLY' }]] },
    }),
  );
});

afterAll(async () => {
  client.destroy();
  await local.close();
});

test('applications are made, found, renamed, tagged and deleted', async () => {
  await client.send(new sdk.CreateApplicationCommand({ applicationName: 'other' }));
  await client.send(
    new sdk.UpdateApplicationCommand({ applicationName: 'other', newApplicationName: 'another' }),
  );
  const { applications } = await client.send(new sdk.ListApplicationsCommand({}));
  expect(applications).toEqual(['another', 'shop']);
  const { applicationsInfo } = await client.send(
    new sdk.BatchGetApplicationsCommand({ applicationNames: ['another', 'shop'] }),
  );
  expect(applicationsInfo).toMatchObject([
    { applicationName: 'another', computePlatform: 'Server', createTime: expect.any(Date) },
    { applicationName: 'shop' },
  ]);
  const ResourceArn = 'arn:aws:codedeploy:us-east-1:123456789012:application:shop';
  await client.send(new sdk.TagResourceCommand({ ResourceArn, Tags: [{ Key: 'a', Value: 'b' }] }));
  await client.send(new sdk.UntagResourceCommand({ ResourceArn, TagKeys: ['team'] }));
  const { Tags } = await client.send(new sdk.ListTagsForResourceCommand({ ResourceArn }));
  expect(Tags).toEqual([{ Key: 'a', Value: 'b' }]);
  await client.send(new sdk.DeleteApplicationCommand({ applicationName: 'another' }));
  await expect(client.send(new sdk.GetApplicationCommand({ applicationName: 'another' }))).rejects.toThrow(
    sdk.ApplicationDoesNotExistException,
  );
});

test('groups are made, changed and deleted', async () => {
  const group = { applicationName, deploymentGroupName: 'staging' };
  await client.send(new sdk.CreateDeploymentGroupCommand({ ...group, serviceRoleArn }));
  await client.send(
    new sdk.UpdateDeploymentGroupCommand({
      applicationName,
      currentDeploymentGroupName: 'staging',
      newDeploymentGroupName: 'test',
      autoRollbackConfiguration: { enabled: true, events: ['DEPLOYMENT_FAILURE'] },
    }),
  );
  const { deploymentGroupsInfo, errorMessage } = await client.send(
    new sdk.BatchGetDeploymentGroupsCommand({ applicationName, deploymentGroupNames: ['test', 'staging'] }),
  );
  expect(deploymentGroupsInfo).toMatchObject([
    {
      deploymentGroupName: 'test',
      deploymentConfigName: 'CodeDeployDefault.OneAtATime',
      autoRollbackConfiguration: { enabled: true, events: ['DEPLOYMENT_FAILURE'] },
    },
  ]);
  expect(errorMessage).toBe('No Deployment Group found for: staging');
  await client.send(new sdk.DeleteDeploymentGroupCommand({ applicationName, deploymentGroupName: 'test' }));
  const { deploymentGroups } = await client.send(new sdk.ListDeploymentGroupsCommand({ applicationName }));
  expect(deploymentGroups).toEqual(['production']);
});

test.each<[string, Partial<sdk.CreateDeploymentGroupInput>, string]>([
  [
    'blue/green without traffic control',
    { deploymentStyle: { deploymentType: 'BLUE_GREEN' } },
    'InvalidDeploymentStyleException: A blue/green deployment needs option WITH_TRAFFIC_CONTROL',
  ],
  [
    'traffic control and no target group',
    { deploymentStyle: { deploymentOption: 'WITH_TRAFFIC_CONTROL' } },
    'InvalidLoadBalancerInfoException: Option WITH_TRAFFIC_CONTROL needs a target group',
  ],
  [
    'a Classic Load Balancer',
    { loadBalancerInfo: { elbInfoList: [{ name: 'web' }] } },
    'InvalidLoadBalancerInfoException: The local CodeDeploy has no Classic Load Balancers: use targetGroupInfoList',
  ],
  [
    'the same alarm twice',
    { alarmConfiguration: { enabled: true, alarms: [{ name: 'errors' }, { name: 'errors' }] } },
    'InvalidAlarmConfigException: Two alarms have the same name',
  ],
  [
    'a trigger for a topic that is not there',
    {
      triggerConfigurations: [
        {
          triggerName: 'tell',
          triggerEvents: ['DeploymentStart'],
          triggerTargetArn: 'arn:aws:sns:us-east-1:123456789012:none',
        },
      ],
    },
    'InvalidTriggerConfigException: Trigger tell needs the ARN of a topic that is there',
  ],
  [
    'two kinds of tags',
    { ec2TagFilters: [{ Key: 'a' }], ec2TagSet: { ec2TagSetList: [] } },
    'InvalidEC2TagCombinationException: Use ec2TagFilters or ec2TagSet, not both',
  ],
  [
    'an unknown configuration',
    { deploymentConfigName: 'Mine' },
    'DeploymentConfigDoesNotExistException: No deployment configuration found for name: Mine',
  ],
])('a group with %s is refused', async (_, input, message) => {
  const command = new sdk.CreateDeploymentGroupCommand({
    applicationName,
    deploymentGroupName: 'refused',
    serviceRoleArn,
    ...input,
  });
  await expect(client.send(command)).rejects.toSatisfy((error) => String(error) === message);
});

test('deployment configurations', async () => {
  const deploymentConfigName = 'ThreeQuarters';
  await client.send(
    new sdk.CreateDeploymentConfigCommand({
      deploymentConfigName,
      minimumHealthyHosts: { type: 'FLEET_PERCENT', value: 75 },
    }),
  );
  const { deploymentConfigInfo } = await client.send(
    new sdk.GetDeploymentConfigCommand({ deploymentConfigName }),
  );
  expect(deploymentConfigInfo).toMatchObject({ minimumHealthyHosts: { type: 'FLEET_PERCENT', value: 75 } });
  const { deploymentConfigsList } = await client.send(new sdk.ListDeploymentConfigsCommand({}));
  expect(deploymentConfigsList).toEqual([
    'CodeDeployDefault.AllAtOnce',
    'CodeDeployDefault.HalfAtATime',
    'CodeDeployDefault.OneAtATime',
    'ThreeQuarters',
  ]);
  await client.send(new sdk.DeleteDeploymentConfigCommand({ deploymentConfigName }));
  await expect(client.send(new sdk.GetDeploymentConfigCommand({ deploymentConfigName }))).rejects.toThrow(
    sdk.DeploymentConfigDoesNotExistException,
  );
  await expect(
    client.send(
      new sdk.DeleteDeploymentConfigCommand({ deploymentConfigName: 'CodeDeployDefault.AllAtOnce' }),
    ),
  ).rejects.toThrow(sdk.InvalidOperationException);
});

const revision = {
  revisionType: 'S3',
  s3Location: { bucket: 'releases', key: 'shop.zip', bundleType: 'zip' },
} as const;

async function finished(deploymentId: string | undefined): Promise<sdk.DeploymentInfo> {
  return local.aws.use(codedeploy).deployments.get(deploymentId!)!.finished;
}

test('without a host the deployment fails and says so', async () => {
  const { deploymentId } = await client.send(
    new sdk.CreateDeploymentCommand({ applicationName, deploymentGroupName, revision }),
  );
  expect(deploymentId).toMatch(/^d-[A-Z0-9]{9}$/);
  await finished(deploymentId);
  const { deploymentInfo } = await client.send(new sdk.GetDeploymentCommand({ deploymentId }));
  expect(deploymentInfo).toMatchObject({ status: 'Failed', errorInformation: { code: 'NO_INSTANCES' } });
});

test('a deployment, its targets and its revision, over the wire', async () => {
  const { hosts } = local.aws.use(codedeploy);
  const host = await hosts.add({ tags: { Name: 'shop', stage: 'any' } });
  await hosts.add({ tags: { Name: 'shop' } });
  const store = local.aws.use(s3);
  store.createBucket('releases');
  const { deploymentId: missing } = await client.send(
    new sdk.CreateDeploymentCommand({ applicationName, deploymentGroupName, revision }),
  );
  await finished(missing);
  const appspec = 'version: 0.0\nos: linux\nhooks:\n  AfterInstall:\n    - location: hello.sh\n';
  const files = {
    'release/appspec.yml': appspec,
    'release/hello.sh': 'echo $LIFECYCLE_EVENT of $APPLICATION_NAME in $(basename $PWD)',
  };
  await store.put({ bucket: 'releases', key: 'shop.zip', body: zipOf(files) });
  const { deploymentId } = await client.send(
    new sdk.CreateDeploymentCommand({
      applicationName,
      deploymentGroupName,
      revision,
      description: 'Second',
    }),
  );
  await expect(
    client.send(new sdk.CreateDeploymentCommand({ applicationName, deploymentGroupName, revision })),
  ).rejects.toThrow(`The Deployment Group 'production' already has an active Deployment '${deploymentId}'`);
  await finished(deploymentId);

  const { deployments } = await client.send(
    new sdk.ListDeploymentsCommand({ applicationName, deploymentGroupName }),
  );
  expect(deployments?.slice(0, 2)).toEqual([deploymentId, missing]);
  const { targetIds } = await client.send(new sdk.ListDeploymentTargetsCommand({ deploymentId }));
  expect(targetIds).toEqual([host.id]);
  const { deploymentTargets } = await client.send(
    new sdk.BatchGetDeploymentTargetsCommand({ deploymentId, targetIds }),
  );
  const { instanceTarget } = deploymentTargets![0]!;
  expect(instanceTarget).toMatchObject({
    status: 'Succeeded',
    targetArn: `arn:aws:ec2:us-east-1:123456789012:instance/${host.id}`,
  });
  expect(instanceTarget!.lifecycleEvents![4]).toMatchObject({
    lifecycleEventName: 'AfterInstall',
    startTime: expect.any(Date),
    diagnostics: {
      logTail:
        'LifecycleEvent - AfterInstall\nScript - hello.sh\n[stdout]AfterInstall of shop in deployment-archive\n',
    },
  });
  const { instanceSummary } = await client.send(
    new sdk.GetDeploymentInstanceCommand({ deploymentId: missing, instanceId: host.id }),
  );
  expect(instanceSummary!.lifecycleEvents![1]!.diagnostics).toEqual({
    errorCode: 'UnknownError',
    scriptName: '',
    message: 'The specified key does not exist: shop.zip',
    logTail: '',
  });
  const { revisionInfo } = await client.send(
    new sdk.GetApplicationRevisionCommand({ applicationName, revision }),
  );
  expect(revisionInfo).toMatchObject({ deploymentGroups: ['production'], lastUsedTime: expect.any(Date) });
  const { deploymentGroupInfo } = await client.send(
    new sdk.GetDeploymentGroupCommand({ applicationName, deploymentGroupName }),
  );
  expect(deploymentGroupInfo).toMatchObject({
    lastSuccessfulDeployment: { deploymentId, status: 'Succeeded' },
    targetRevision: revision,
  });
});

test('on-premises instances are deployed to by their tags', async () => {
  const instanceName = 'rack-7';
  const host = await local.aws.use(codedeploy).hosts.add({ id: instanceName });
  await client.send(
    new sdk.RegisterOnPremisesInstanceCommand({
      instanceName,
      iamUserArn: 'arn:aws:iam::123456789012:user/rack',
    }),
  );
  await client.send(
    new sdk.AddTagsToOnPremisesInstancesCommand({
      instanceNames: [instanceName],
      tags: [{ Key: 'rack', Value: '7' }],
    }),
  );
  await client.send(
    new sdk.CreateDeploymentGroupCommand({
      applicationName,
      deploymentGroupName: 'racks',
      serviceRoleArn,
      onPremisesInstanceTagFilters: [{ Key: 'rack', Value: '7', Type: 'KEY_AND_VALUE' }],
    }),
  );
  const { deploymentId } = await client.send(
    new sdk.CreateDeploymentCommand({ applicationName, deploymentGroupName: 'racks', revision }),
  );
  expect((await finished(deploymentId)).status).toBe('Succeeded');
  const { deploymentTarget } = await client.send(
    new sdk.GetDeploymentTargetCommand({ deploymentId, targetId: host.id }),
  );
  expect(deploymentTarget?.instanceTarget?.targetArn).toBe(
    'arn:aws:codedeploy:us-east-1:123456789012:instance/rack-7',
  );
  const { instanceNames } = await client.send(
    new sdk.ListOnPremisesInstancesCommand({ tagFilters: [{ Key: 'rack', Value: '7' }] }),
  );
  expect(instanceNames).toEqual([instanceName]);
});

test.each<[string, Partial<sdk.CreateDeploymentInput>, string]>([
  ['an unknown application', { applicationName: 'none' }, 'ApplicationDoesNotExistException'],
  ['an unknown group', { deploymentGroupName: 'none' }, 'DeploymentGroupDoesNotExistException'],
  ['no revision', { revision: undefined }, 'RevisionRequiredException'],
  ['a GitHub revision', { revision: { revisionType: 'GitHub' } }, 'InvalidRevisionException'],
  [
    'a bundle that is none',
    { revision: { ...revision, s3Location: { ...revision.s3Location, bundleType: 'YAML' } } },
    'InvalidRevisionException',
  ],
  ['an unknown configuration', { deploymentConfigName: 'none' }, 'DeploymentConfigDoesNotExistException'],
  ['target instances', { targetInstances: {} }, 'InvalidTargetInstancesException'],
])('a deployment with %s is refused', async (_, input, name) => {
  const before = (await client.send(new sdk.ListDeploymentsCommand({}))).deployments;
  const command = new sdk.CreateDeploymentCommand({
    applicationName,
    deploymentGroupName,
    revision,
    ...input,
  });
  await expect(client.send(command)).rejects.toMatchObject({ name });
  expect((await client.send(new sdk.ListDeploymentsCommand({}))).deployments).toEqual(before);
});

test('deployments that are not there', async () => {
  await expect(client.send(new sdk.GetDeploymentCommand({ deploymentId: 'd-AAAAAAAAA' }))).rejects.toThrow(
    sdk.DeploymentDoesNotExistException,
  );
  await expect(client.send(new sdk.GetDeploymentCommand({ deploymentId: 'nonsense' }))).rejects.toThrow(
    sdk.InvalidDeploymentIdException,
  );
  await expect(client.send(new sdk.ListApplicationsCommand({ nextToken: 'nonsense' }))).rejects.toThrow(
    sdk.InvalidNextTokenException,
  );
});
