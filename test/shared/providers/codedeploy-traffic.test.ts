import { expect, test } from 'vitest';
import type { AwsClients } from '../../../shared/aws/clients.ts';
import codedeploy from '../../../shared/providers/codedeploy.ts';
import type { Action, Run } from '../../../shared/run/model.ts';

const targets = [
  {
    deploymentTargetType: 'ECSTarget',
    ecsTarget: {
      targetId: 'cluster:web',
      lifecycleEvents: [],
      taskSetsInfo: [
        { taskSetLabel: 'Blue', trafficWeight: 70 },
        { taskSetLabel: 'Green', trafficWeight: 30 },
      ],
    },
  },
  {
    deploymentTargetType: 'LambdaTarget',
    lambdaTarget: {
      targetId: 'door',
      lifecycleEvents: [],
      lambdaFunctionInfo: { functionName: 'door', targetVersion: '7', targetVersionWeight: 10 },
    },
  },
  { deploymentTargetType: 'InstanceTarget', instanceTarget: { targetId: 'i-1', lifecycleEvents: [] } },
];

test('how much of the traffic goes to what is new is told, once for each share', async () => {
  const client = {
    send: async ({ constructor: { name } }: object) =>
      name === 'ListDeploymentTargetsCommand'
        ? { targetIds: ['a', 'b', 'c'] }
        : { deploymentTargets: targets },
  };
  const clients = { codedeploy: async () => client } as unknown as AwsClients;
  const progress = codedeploy.progress?.({ externalId: 'd-1' } as Action, { clients, run: {} as Run });
  expect(await progress?.look(false)).toEqual([
    '30% of the traffic goes to the new tasks of cluster:web',
    '10% of the traffic goes to version 7 of door',
  ]);
  expect(await progress?.look(true)).toEqual([]);
});
