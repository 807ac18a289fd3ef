import {
  CreateApplicationCommand,
  CreateDeploymentGroupCommand,
  type CreateDeploymentGroupInput,
  GetDeploymentCommand,
  GetDeploymentGroupCommand,
  UpdateDeploymentGroupCommand,
} from '@aws-sdk/client-codedeploy';
import {
  CreatePipelineCommand,
  ListActionExecutionsCommand,
  ListPipelineExecutionsCommand,
  StartPipelineExecutionCommand,
} from '@aws-sdk/client-codepipeline';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import codedeploy from '../../../../../local/aws/services/codedeploy/service.ts';
import elbv2 from '../../../../../local/aws/services/elbv2/service.ts';
import { ended, type RealWorld, realWorld } from '../codepipeline/real-world.ts';
import { deploy, pipelineOf } from '../codepipeline/stage-play.ts';
import { zipOf } from './bundle.ts';
import { ask, shop } from './fleet.ts';

const production = { applicationName: 'shop', deploymentGroupName: 'prod' };
const copying: CreateDeploymentGroupInput = {
  ...production,
  serviceRoleArn: 'arn:aws:iam::123456789012:role/deploy',
  deploymentConfigName: 'CodeDeployDefault.AllAtOnce',
  autoScalingGroups: ['fleet'],
  deploymentStyle: { deploymentType: 'BLUE_GREEN', deploymentOption: 'WITH_TRAFFIC_CONTROL' },
  loadBalancerInfo: { targetGroupInfoList: [{ name: 'web' }] },
  blueGreenDeploymentConfiguration: {
    greenFleetProvisioningOption: { action: 'COPY_AUTO_SCALING_GROUP' },
    terminateBlueInstancesOnDeploymentSuccess: { action: 'TERMINATE', terminationWaitTimeInMinutes: 0 },
    deploymentReadyOption: { actionOnTimeout: 'CONTINUE_DEPLOYMENT' },
  },
};

/** The Auto Scaling groups of the hosts that there are. */
const groupsOf = ({ aws }: RealWorld) =>
  aws
    .use(codedeploy)
    .hosts.list()
    .map(({ tags }) => tags['aws:autoscaling:groupName']);

async function release(it: RealWorld, bundle: Parameters<typeof zipOf>[0]) {
  const Body = zipOf(bundle);
  await it.s3.send(new PutObjectCommand({ Bucket: 'shop-source', Key: 'shop.zip', Body }));
  const { pipelineExecutionId } = await it.pipelines.send(
    new StartPipelineExecutionCommand({ name: 'shop' }),
  );
  const status = (await ended(it, pipelineExecutionId))?.status;
  const { actionExecutionDetails = [] } = await it.pipelines.send(
    new ListActionExecutionsCommand({ pipelineName: 'shop', filter: { pipelineExecutionId } }),
  );
  const { externalExecutionId } = actionExecutionDetails[0]?.output?.executionResult ?? {};
  const { deploymentInfo } = await it.deploys.send(
    new GetDeploymentCommand({ deploymentId: externalExecutionId }),
  );
  return { status, deployment: deploymentInfo! };
}

test('a pipeline deploys blue/green to a copy of the Auto Scaling group, and no request fails', {
  timeout: 60_000,
}, async () => {
  const it = await realWorld();
  const balancers = it.aws.use(elbv2);
  const web = balancers.createGroup('web', 80, { intervalSeconds: 5 });
  const { listener } = await balancers.listen(balancers.createBalancer('front'), web, 0);
  await it.deploys.send(new CreateApplicationCommand({ applicationName: 'shop' }));
  await it.deploys.send(new CreateDeploymentGroupCommand(copying));
  expect(groupsOf(it)).toEqual(['fleet', 'fleet']);
  const actions = [{ ...deploy, inputArtifacts: [{ name: 'App' }] }];
  const pipeline = pipelineOf({ after: [{ name: 'Deploy', actions }] });
  await it.pipelines.send(new CreatePipelineCommand({ pipeline }));
  const { pipelineExecutionSummaries: [empty] = [] } = await it.pipelines.send(
    new ListPipelineExecutionsCommand({ pipelineName: 'shop' }),
  );
  // The run that a new pipeline starts with finds no source yet.
  expect(await ended(it, empty?.pipelineExecutionId)).toMatchObject({ status: 'Failed' });

  const first = await release(it, shop('v1'));
  expect(first).toMatchObject({ status: 'Succeeded', deployment: { status: 'Succeeded' } });
  expect(await (await fetch(listener.url)).text()).toBe('v1');

  const asking = ask(listener.url);
  const second = await release(it, shop('v2'));
  expect([...(await asking.stop()).keys()].sort()).toEqual(['200 v1', '200 v2']);
  const copy = `CodeDeploy_prod_${second.deployment.deploymentId}`;
  expect(second).toMatchObject({
    status: 'Succeeded',
    deployment: {
      targetInstances: { autoScalingGroups: [copy] },
      deploymentOverview: { Succeeded: 4 },
    },
  });
  // The originals are gone, and the group means the copy from now on.
  expect(groupsOf(it)).toEqual([copy, copy]);
  const { deploymentGroupInfo } = await it.deploys.send(new GetDeploymentGroupCommand(production));
  expect(deploymentGroupInfo?.autoScalingGroups).toEqual([{ name: copy }]);

  const broken = await release(it, shop('v3', { isBroken: true }));
  expect(broken).toMatchObject({ status: 'Failed', deployment: { status: 'Failed' } });
  expect(await (await fetch(listener.url)).text()).toBe('v2');
});

test('what AWS would not copy is refused', async () => {
  const it = await realWorld();
  await it.deploys.send(new CreateApplicationCommand({ applicationName: 'shop' }));
  const create = (input: Partial<CreateDeploymentGroupInput>) =>
    it.deploys.send(new CreateDeploymentGroupCommand({ ...copying, ...input }));
  for (const autoScalingGroups of [[], ['one', 'other']])
    await expect(create({ autoScalingGroups })).rejects.toThrow(/^Exactly one AutoScaling group/);
  await expect(create({ autoScalingGroups: ['\n'] })).rejects.toThrow(/cannot be named "\\n"/);
  expect(groupsOf(it)).toEqual([]);
  await create({});
  const start = (targetInstances: object | undefined) =>
    it.aws.use(codedeploy).createDeployment({
      ...production,
      revision: { revisionType: 'S3', s3Location: { bucket: 'shop-source', key: 'a', bundleType: 'zip' } },
      targetInstances,
    });
  expect(() => start({ autoScalingGroups: ['fleet'] })).toThrow(/copies its Auto Scaling group/);
  const discovering = {
    ...copying.blueGreenDeploymentConfiguration,
    greenFleetProvisioningOption: { action: 'DISCOVER_EXISTING' },
  } as const;
  await it.deploys.send(
    new UpdateDeploymentGroupCommand({
      applicationName: 'shop',
      currentDeploymentGroupName: 'prod',
      autoScalingGroups: ['other'],
      blueGreenDeploymentConfiguration: discovering,
    }),
  );
  expect(groupsOf(it)).toEqual(['fleet', 'fleet', 'other', 'other']);
  expect(() => start(undefined)).toThrow(/a pipeline cannot say so/);
});
