import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import codebuild from '../../../../../local/aws/services/codebuild/service.ts';
import secretsmanager from '../../../../../local/aws/services/secretsmanager/service.ts';
import ssm from '../../../../../local/aws/services/ssm/service.ts';
import type { World } from '../../../../../local/aws/world.ts';
import { ManualClock } from '../../../../../local/clock.ts';
import { commands, createTestWorld, failureOf, logOf, phasesOf, printed, run, start } from './harness.ts';

let aws: World;
let faults: string[];
beforeEach(async () => {
  faults = [];
  aws = await createTestWorld({ log: (message, error) => faults.push(`${message}: ${error}`) });
});
afterEach(async () => {
  await aws.close();
  expect(faults).toEqual([]);
});

const before = ['SUBMITTED', 'QUEUED', 'PROVISIONING', 'DOWNLOAD_SOURCE'].map((type) => `${type} SUCCEEDED`);
const spec = (phases: object, more: object = {}) => JSON.stringify({ version: 0.2, phases, ...more });

async function until(condition: () => boolean): Promise<void> {
  for (let i = 0; i < 500 && !condition(); i++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(condition()).toBe(true);
}

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('a build', () => {
  it('runs its phases in order, in one shell', async () => {
    const build = await run(
      aws,
      spec({
        post_build: { commands: ['hello; echo $PLAIN in $(basename $PWD)'] },
        install: { commands: ['PLAIN=kept; hello() { echo "hello $EXPORTED"; }'], finally: ['echo always'] },
        build: { commands: ['export EXPORTED=you; mkdir sub; cd sub', 'echo $CODEBUILD_BUILD_SUCCEEDING'] },
      }),
    );
    expect(build.buildStatus).toBe('SUCCEEDED');
    expect(printed(aws, build)).toEqual(['always', '1', 'hello you', 'kept in sub']);
    const after = ['INSTALL', 'PRE_BUILD', 'BUILD', 'POST_BUILD', 'UPLOAD_ARTIFACTS', 'FINALIZING'];
    expect(phasesOf(build)).toEqual([...before, ...after.map((type) => `${type} SUCCEEDED`), 'COMPLETED']);
    expect(build).toMatchObject({
      buildComplete: true,
      currentPhase: 'COMPLETED',
      buildNumber: 1,
      projectName: 'demo',
    });
    expect(logOf(aws, build)).toEqual(
      expect.arrayContaining([
        '[Container] Entering phase BUILD',
        '[Container] Running command echo $CODEBUILD_BUILD_SUCCEEDING',
        '[Container] Phase complete: BUILD State: SUCCEEDED',
      ]),
    );
  });

  it('gives version 0.1 a shell for each command', async () => {
    const build = await run(
      aws,
      'version: 0.1\nphases: {build: {commands: [A=1; cd /, "echo [$A] $(basename $PWD)"]}}',
    );
    expect(printed(aws, build)).toEqual(['[] src']);
  });

  it('goes on with the same folder and exports after a command that exits well', async () => {
    const build = await run(aws, commands('cd /usr; export A=b; exit 0', 'echo $A $PWD'));
    expect(printed(aws, build)).toEqual(['b /usr']);
  });

  it('runs with bash where the buildspec asks for it', async () => {
    const build = await run(
      aws,
      spec({ build: { commands: ['a=(x y); echo ${a[1]}'] } }, { env: { shell: 'bash' } }),
    );
    expect(printed(aws, build)).toEqual(['y']);
  });

  it('stops at the first command that fails, and still runs finally, post_build and the upload', async () => {
    const build = await run(
      aws,
      spec({
        build: { commands: ['echo one', 'exit 3', 'echo never'], finally: ['echo cleaning'] },
        post_build: { commands: ['echo succeeding=$CODEBUILD_BUILD_SUCCEEDING'] },
      }),
    );
    expect(build.buildStatus).toBe('FAILED');
    expect(printed(aws, build)).toEqual(['one', 'cleaning', 'succeeding=0']);
    expect(phasesOf(build).slice(6)).toEqual([
      'BUILD FAILED',
      'POST_BUILD SUCCEEDED',
      'UPLOAD_ARTIFACTS SUCCEEDED',
      'FINALIZING SUCCEEDED',
      'COMPLETED',
    ]);
    expect(failureOf(build)).toEqual({
      statusCode: 'COMMAND_EXECUTION_ERROR',
      message: 'Error while executing command: exit 3. Reason: exit status 3',
    });
  });

  it.each(['install', 'pre_build'])('skips what follows a failed %s', async (type) => {
    const build = await run(
      aws,
      spec({
        [type]: { commands: ['false'] },
        build: { commands: ['echo never'] },
        post_build: { commands: ['echo never'] },
      }),
    );
    expect(build.buildStatus).toBe('FAILED');
    expect(printed(aws, build)).toEqual([]);
    expect(phasesOf(build).slice(-3)).toEqual([
      `${type.toUpperCase()} FAILED`,
      'FINALIZING SUCCEEDED',
      'COMPLETED',
    ]);
  });

  it.each([
    [
      'ABORT',
      { build: { 'on-failure': 'ABORT', commands: ['false'] }, post_build: { commands: ['echo post'] } },
      [],
    ],
    [
      'CONTINUE',
      { install: { 'on-failure': 'CONTINUE', commands: ['false'] }, build: { commands: ['echo build'] } },
      ['build'],
    ],
  ])('obeys on-failure %s and is failed', async (_, phases, output) => {
    const build = await run(aws, spec(phases));
    expect(printed(aws, build)).toEqual(output);
    expect(build.buildStatus).toBe('FAILED');
  });

  it.each([
    ['RETRY', 3, 'SUCCEEDED'],
    ['RETRY-1', 2, 'FAILED'],
    ['RETRY-5-no such thing', 1, 'FAILED'],
    ['RETRY-2-exit status 4', 3, 'SUCCEEDED'],
    ['RETRY-2-timed? out', 3, 'SUCCEEDED'],
    ['RETRY-2-(x+x+)+y', 1, 'FAILED'],
  ])('obeys on-failure %s: %i attempts', async (form, attempts, status) => {
    const command =
      'echo try timed out; echo xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx; echo x >> tries; [ $(wc -l < tries) -ge 3 ] || exit 4';
    const build = await run(aws, spec({ build: { 'on-failure': form, commands: [command] } }));
    expect(printed(aws, build).filter((line) => line.startsWith('try'))).toHaveLength(attempts);
    expect(build.buildStatus).toBe(status);
  });

  it('has the variables of CodeBuild and nothing of whoever runs this machine', async () => {
    process.env.DRAWBRIDGE_TEST_LEAK = 'leaked';
    const build = await run(aws, commands('env'), {
      initiator: 'codepipeline/shop',
      environment: [{ name: 'COLOR', value: 'blue', type: 'PLAINTEXT' }],
    });
    delete process.env.DRAWBRIDGE_TEST_LEAK;
    const env = Object.fromEntries(printed(aws, build).map((line) => line.split(/=(.*)/s).slice(0, 2)));
    expect(env).toMatchObject({
      COLOR: 'blue',
      CODEBUILD_BUILD_ID: build.id,
      CODEBUILD_BUILD_ARN: build.arn,
      CODEBUILD_BUILD_NUMBER: '1',
      CODEBUILD_BUILD_SUCCEEDING: '1',
      CODEBUILD_INITIATOR: 'codepipeline/shop',
      AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
      AWS_REGION: 'us-east-1',
    });
    expect(env).not.toHaveProperty('DRAWBRIDGE_TEST_LEAK');
    expect(env.HOME).toContain(aws.scratch);
    expect(env.CODEBUILD_SRC_DIR).toBe(env.PWD);
  });

  it('reads secrets, masks them in its log and its errors, and never exports them', async () => {
    aws.use(ssm).put({ Name: '/shop/pw', Type: 'SecureString', Value: 'first line\nhunter2' });
    aws.use(secretsmanager).create({ Name: 'db', SecretString: '{"user":"root","pin":90210}' });
    const build = await run(
      aws,
      spec(
        {
          build: {
            commands: [
              'echo "pw=$PW pin=$PIN" | tee out',
              'wc -c < out',
              'VERSION=1.$(echo 2); export VERSION',
              'ls hunter2 90210',
            ],
          },
        },
        {
          env: {
            variables: { PLAIN: 'spec' },
            'parameter-store': { PW: '/shop/pw' },
            'secrets-manager': { PIN: 'db:pin' },
            'exported-variables': ['VERSION', 'PLAIN', 'PW', 'ABSENT'],
          },
        },
      ),
      { environment: [{ name: 'PLAIN', value: 'start', type: 'PLAINTEXT' }] },
    );
    expect(printed(aws, build).slice(0, 3)).toEqual([
      'pw=***',
      '*** pin=***',
      expect.stringMatching(/^\s*32$/),
    ]);
    expect(logOf(aws, build).join('\n')).not.toMatch(/hunter2|90210|first line/);
    expect(JSON.stringify(build.phases)).not.toMatch(/hunter2|90210/);
    expect(build.exportedEnvironmentVariables).toEqual([
      { name: 'VERSION', value: '1.2' },
      { name: 'PLAIN', value: 'start' },
      { name: 'ABSENT', value: '' },
    ]);
  });

  it.each([
    [
      { 'parameter-store': { A: '/none' } },
      { statusCode: 'Decrypted Variables Error', message: 'parameter does not exist: /none' },
    ],
    [
      { 'secrets-manager': { A: 'none' } },
      { statusCode: 'Secrets Manager Error', message: expect.stringContaining('ResourceNotFoundException') },
    ],
    [
      { 'secrets-manager': { A: 'db:nope' } },
      { statusCode: 'Secrets Manager Error', message: 'the secret db has no key nope' },
    ],
    [
      { 'secrets-manager': { A: 'text:key' } },
      { statusCode: 'Secrets Manager Error', message: expect.not.stringContaining('plainpw') },
    ],
  ])('fails before any command for the variables %j', async (env, context) => {
    aws.use(secretsmanager).create({ Name: 'db', SecretString: '{"user":"root"}' });
    aws.use(secretsmanager).create({ Name: 'text', SecretString: 'plainpw' });
    const build = await run(aws, spec({ build: { commands: ['echo never'] } }, { env }));
    expect(failureOf(build)).toEqual(context);
    expect(phasesOf(build).slice(-2)).toEqual(['DOWNLOAD_SOURCE FAILED', 'COMPLETED']);
    expect(printed(aws, build)).toEqual([]);
  });

  it('says where a buildspec is wrong', async () => {
    const build = await run(aws, 'version: 0.2\nphases:\n  biuld: {}\n');
    expect(failureOf(build)).toEqual({
      statusCode: 'YAML_FILE_ERROR',
      message: 'buildspec:3:3: Unknown key `biuld` in `phases`: did you mean `build`?',
    });
  });

  it('stops with all that it started, daemons included', async () => {
    const started = start(
      aws,
      commands('setsid sleep 321 & echo daemon $!', 'echo pid $$; (sleep 322 & sleep 323)'),
    );
    await until(() => aws.use(codebuild).get(started.id).currentPhase === 'BUILD');
    const lines = () => printed(aws, aws.use(codebuild).get(started.id));
    await until(() => lines().some((line) => line.startsWith('pid ')));
    const pids = lines().map((line) => Number(/\d+$/.exec(line)?.[0]));
    expect(pids.every(isAlive)).toBe(true);
    started.stop();
    const finished = await started.finished;
    expect(finished.buildStatus).toBe('STOPPED');
    expect(phasesOf(finished).slice(-2)).toEqual(['BUILD STOPPED', 'COMPLETED']);
    await until(() => !pids.some(isAlive));
    await until(() => readdirSync(join(aws.scratch, 'builds')).length === 0);
  });

  it('runs nothing when it is stopped before it begins', async () => {
    const started = start(aws, commands('echo never'));
    started.stop();
    const build = await started.finished;
    expect(build.buildStatus).toBe('STOPPED');
    expect(phasesOf(build).slice(3)).toEqual(['DOWNLOAD_SOURCE STOPPED', 'COMPLETED']);
  });

  it('does not mind a listener that fails', async () => {
    aws.onEvent(() => {
      throw new Error('deaf');
    });
    expect((await run(aws, commands('true'))).buildStatus).toBe('SUCCEEDED');
    expect(faults.splice(0)).toContain('A listener failed on CodeBuild Build State Change: Error: deaf');
  });

  it('ends background processes when it is over', async () => {
    const build = await run(aws, commands('sleep 324 & echo $!'));
    expect(build.buildStatus).toBe('SUCCEEDED');
    await until(() => !isAlive(Number(printed(aws, build)[0])));
  });

  it('reads nothing from a terminal, and loses no output without a last newline', async () => {
    const build = await run(aws, commands('cat; printf open', 'echo err > /dev/stderr'));
    expect(printed(aws, build)).toEqual(['open', 'err']);
  });

  it('caps what it keeps of endless output', async () => {
    const build = await run(aws, commands('head -c 40000000 /dev/zero | tr "\\0" "x" | fold -w 1000'));
    const kept = printed(aws, build);
    expect(build.buildStatus).toBe('SUCCEEDED');
    expect(kept.reduce((sum, line) => sum + line.length, 0)).toBeLessThan(18_000_000);
    expect(kept.at(-1)).toBe('The build printed more than 16 MiB: the rest of its output is left out.');
  });

  it('refuses a variable that no shell can name', () => {
    const environment = [{ name: 'A B; rm', value: '', type: 'PLAINTEXT' as const }];
    expect(() => start(aws, commands('true'), { environment })).toThrow('Invalid environment variable name');
  });

  it('leaves nothing behind', async () => {
    const build = await run(aws, commands('echo $CODEBUILD_SRC_DIR > file; echo $CODEBUILD_SRC_DIR'));
    await until(() => !existsSync(printed(aws, build)[0] ?? '/'));
    await until(() => readdirSync(join(aws.scratch, 'builds')).length === 0);
  });

  it('tells EventBridge how it goes', async () => {
    const events: { 'detail-type': string; detail: Readonly<Record<string, unknown>> }[] = [];
    aws.onEvent((event) => events.push(event));
    const build = await run(aws, commands('false'));
    const states = events.filter((event) => event['detail-type'] === 'CodeBuild Build State Change');
    expect(states.map(({ detail }) => detail['build-status'])).toEqual(['IN_PROGRESS', 'FAILED']);
    expect(states[1]?.detail).toMatchObject({
      'project-name': 'demo',
      'build-id': build.arn,
      'current-phase': 'COMPLETED',
      'additional-information': {
        'build-complete': true,
        'build-start-time': expect.stringMatching(/^[A-Z][a-z]{2} \d{1,2}, \d{4} \d{1,2}:\d\d:\d\d [AP]M$/),
        logs: { 'group-name': '/aws/codebuild/demo', 'stream-name': build.id?.split(':')[1] },
        phases: expect.arrayContaining([
          expect.objectContaining({
            'phase-type': 'BUILD',
            'phase-status': 'FAILED',
            'phase-context': [
              'COMMAND_EXECUTION_ERROR: Error while executing command: false. Reason: exit status 1',
            ],
          }),
        ]),
      },
    });
    const phases = events.filter((event) => event['detail-type'] === 'CodeBuild Build Phase Change');
    expect(phases.map(({ detail }) => detail['completed-phase'])).toEqual(
      build.phases?.map((phase) => phase.phaseType),
    );
  });
});

describe('the clock of a build', () => {
  it('ends it when its time is up', async () => {
    const clock = new ManualClock();
    const world = await createTestWorld({ clock });
    const started = start(world, commands('echo waiting; sleep 325'), {
      overrides: { timeoutInMinutesOverride: 5 },
    });
    await until(() => world.use(codebuild).get(started.id).currentPhase === 'BUILD');
    await clock.advance(5 * 60_000);
    const build = await started.finished;
    await world.close();
    expect(build.buildStatus).toBe('TIMED_OUT');
    expect(failureOf(build)).toMatchObject({ statusCode: 'BUILD_TIMED_OUT' });
    expect(build.phases?.find((phase) => phase.phaseType === 'BUILD')).toMatchObject({
      phaseStatus: 'TIMED_OUT',
      durationInSeconds: 300,
    });
  });

  it('ends it when the world closes', async () => {
    const world = await createTestWorld();
    const started = start(world, commands('sleep 326'));
    await until(() => world.use(codebuild).get(started.id).currentPhase === 'BUILD');
    await world.close();
    expect((await started.finished).buildStatus).toBe('STOPPED');
  });
});
