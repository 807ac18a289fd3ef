import { describe, expect, test } from 'vitest';
import type { AwsClients } from '../../../shared/aws/clients.ts';
import { createReasonFinder, describeAction } from '../../../shared/providers/find.ts';
import { providers } from '../../../shared/providers/providers.gen.ts';
import type { Action, Run } from '../../../shared/run/model.ts';

/** What AWS answers, by command: the rest of AWS is out of reach. */
type Answers = Record<string, (input: never) => object | Error>;

function cloud(answers: Answers): { clients: AwsClients; calls: string[] } {
  const calls: string[] = [];
  const client = {
    async send(command: { input: never; constructor: { name: string } }) {
      const name = command.constructor.name.replace(/Command$/, '');
      calls.push(name);
      const answer = answers[name];
      if (!answer) throw new Error(`Nobody answers ${name}`);
      const given = answer(command.input);
      if (given instanceof Error) throw given;
      return given;
    },
  };
  const make = async () => client;
  const clients = { codebuild: make, codedeploy: make, logs: make } as unknown as AwsClients;
  return { clients, calls };
}

function awsError(name: string, httpStatusCode: number): Error {
  return Object.assign(new Error(name), { name, $metadata: { httpStatusCode } });
}

function action(provider: string, more: Partial<Action> = {}): Action {
  return { name: 'Do', category: 'Build', provider, runOrder: 1, status: 'Failed', ...more };
}

function runWith(failed: Action): Run {
  return {
    pipeline: 'shop',
    id: 'r1',
    region: 'eu-west-1',
    status: 'Failed',
    kind: 'STANDARD',
    change: {},
    stages: [{ name: 'Stage', status: 'Failed', actions: [failed] }],
  };
}

function reasonOf(failed: Action, answers: Answers = {}) {
  return createReasonFinder(cloud(answers).clients)(runWith(failed), 'Stage', 'Do');
}

describe('a build', () => {
  const build = action('CodeBuild', { externalId: 'shop:1', summary: 'Build terminated' });
  const logs = { groupName: '/aws/codebuild/shop', streamName: 's', deepLink: 'https://example.com/log' };
  const phases = [
    { phaseType: 'INSTALL', phaseStatus: 'SUCCEEDED' },
    {
      phaseType: 'BUILD',
      phaseStatus: 'FAILED',
      contexts: [{ message: 'Error while executing command: make' }],
    },
    { phaseType: 'POST_BUILD', phaseStatus: 'FAILED', contexts: [{ message: 'follows' }] },
  ];
  const batch = () => ({ builds: [{ id: 'shop:1', buildStatus: 'FAILED', phases, logs }] });

  test('is explained by its first failed phase and the last lines of its log', async () => {
    const events = Array.from({ length: 30 }, (_, index) => ({ message: `line ${index}\n` }));
    const reason = await reasonOf(build, { BatchGetBuilds: batch, GetLogEvents: () => ({ events }) });
    expect(reason).toMatchObject({
      text: 'Error while executing command: make',
      where: 'BUILD',
      url: 'https://example.com/log',
    });
    expect(reason?.log).toHaveLength(20);
    expect(reason?.log?.at(-1)).toBe('line 29');
  });

  test.each([
    ['is not there', awsError('ResourceNotFoundException', 400)],
    ['may not be read', awsError('AccessDeniedException', 400)],
  ])('is explained though its log %s', async (_, error) => {
    const reason = await reasonOf(build, { BatchGetBuilds: batch, GetLogEvents: () => error });
    expect(reason).toMatchObject({ where: 'BUILD' });
    expect(reason?.log).toBeUndefined();
  });

  test('that timed out says so', async () => {
    const answers = { BatchGetBuilds: () => ({ builds: [{ buildStatus: 'TIMED_OUT' }] }) };
    expect((await reasonOf(build, answers))?.text).toBe('The build ended as TIMED_OUT.');
  });

  test('that CodeBuild has forgotten is explained by the pipeline', async () => {
    expect(await reasonOf(build, { BatchGetBuilds: () => ({ builds: [] }) })).toEqual({
      text: 'Build terminated',
      url: 'https://eu-west-1.console.aws.amazon.com/codesuite/codebuild/projects/shop/build/shop%3A1?region=eu-west-1',
    });
  });
});

describe('a deployment', () => {
  const deployment = action('CodeDeploy', {
    category: 'Deploy',
    externalId: 'd-1',
    summary: 'Deployment failed',
  });
  const target = (targetId: string, seconds: number) => ({
    instanceTarget: {
      targetId,
      lifecycleEvents: [
        { lifecycleEventName: 'Install', status: 'Succeeded' },
        {
          lifecycleEventName: 'ValidateService',
          status: 'Failed',
          startTime: new Date(seconds * 1000),
          diagnostics: {
            errorCode: 'ScriptFailed',
            scriptName: 'check.sh',
            message: 'exited with 1',
            logTail: '[stdout]one\n\n[stderr]two\n',
          },
        },
        { lifecycleEventName: 'AllowTraffic', status: 'Skipped' },
      ],
    },
  });

  test('is explained by the lifecycle event that failed first', async () => {
    const reason = await reasonOf(deployment, {
      ListDeploymentTargets: () => ({ targetIds: ['i-1', 'i-2'] }),
      BatchGetDeploymentTargets: () => ({ deploymentTargets: [target('i-1', 9), target('i-2', 5)] }),
    });
    expect(reason).toEqual({
      text: 'check.sh: exited with 1',
      where: 'ValidateService on i-2',
      log: ['[stdout]one', '[stderr]two'],
      url: 'https://eu-west-1.console.aws.amazon.com/codesuite/codedeploy/deployments/d-1?region=eu-west-1',
    });
  });

  test('with many targets is asked for 25 at a time', async () => {
    const ids = Array.from({ length: 60 }, (_, index) => `i-${index}`);
    const sizes: number[] = [];
    await reasonOf(deployment, {
      ListDeploymentTargets: ({ nextToken }: { nextToken?: string }) =>
        nextToken ? { targetIds: ids.slice(40) } : { targetIds: ids.slice(0, 40), nextToken: 'more' },
      BatchGetDeploymentTargets: ({ targetIds }: { targetIds: string[] }) => {
        sizes.push(targetIds.length);
        return { deploymentTargets: targetIds.map((each, index) => target(each, index)) };
      },
    });
    expect(sizes).toEqual([25, 25, 10]);
  });

  test('that reached no target is explained as a whole', async () => {
    const reason = await reasonOf(deployment, {
      ListDeploymentTargets: () => ({ targetIds: [] }),
      GetDeployment: () => ({
        deploymentInfo: { errorInformation: { code: 'NO_INSTANCES', message: 'No instances were found.' } },
      }),
    });
    expect(reason?.text).toBe('No instances were found.');
  });
});

describe('where the provider knows nothing more', () => {
  test('an approval says what was answered', async () => {
    const failed = action('Manual', { category: 'Approval', summary: 'Not on a Friday' });
    expect((await reasonOf(failed))?.text).toBe('Not approved: Not on a Friday');
  });

  test.each([
    [
      'an unknown provider',
      action('Jenkins', { summary: 'Job failed', externalUrl: 'https://ci.example' }),
      {},
    ],
    [
      'a provider that may not look',
      action('CodeBuild', { externalId: 'shop:1', summary: 'Job failed' }),
      { BatchGetBuilds: () => awsError('AccessDeniedException', 400) },
    ],
  ])('%s leaves the words of the action', async (_, failed, answers) => {
    expect(await reasonOf(failed, answers)).toMatchObject({ text: 'Job failed' });
  });

  test('nothing is made up', async () => {
    expect(await reasonOf(action('Jenkins'))).toBeUndefined();
    expect(await reasonOf(action('CodeBuild', { status: 'Succeeded' }))).toBeUndefined();
  });
});

describe('what is no answer is not taken for one', () => {
  const build = action('CodeBuild', { externalId: 'shop:1', summary: 'Job failed' });

  test('throttling', async () => {
    const cause = awsError('ThrottlingException', 400);
    await expect(reasonOf(build, { BatchGetBuilds: () => cause })).rejects.toMatchObject({
      name: 'UserError',
      cause,
    });
  });

  test('a fault of ours', async () => {
    const error = new TypeError('x is not a function');
    await expect(reasonOf(build, { BatchGetBuilds: () => error })).rejects.toBe(error);
  });
});

test.each([
  [action('CodeBuild', { externalId: 'shop:1' }), 'build shop:1'],
  [action('CodeDeploy', { externalId: 'd-1' }), 'deployment d-1'],
  [action('Manual'), 'an approval'],
  [action('S3', { category: 'Source' }), 'an object in S3'],
  [action('S3', { category: 'Deploy' }), 'files to S3'],
  [action('CloudFormation', { externalId: 'arn:aws:cloudformation:x:1:stack/shop/2' }), 'stack shop'],
  [action('Jenkins'), 'Jenkins'],
])('%o is described', (of, words) => {
  expect(describeAction(of)).toBe(words);
});

test('no two providers have one name', () => {
  const names = providers.map(({ provider }) => provider);
  expect(new Set(names).size).toBe(names.length);
});
