import { expect, test } from 'vitest';
import { UserError } from '../../shared/errors.ts';
import { awsEvent, type Told } from './aws-event.ts';
import { type Conversation, conversation } from './conversation.ts';
import { shopRun } from './fakes/shop.ts';

const id = '1111aaaa-0000-0000-0000-000000000000';
const event = (told: Omit<Told, 'run'>) => awsEvent({ run: id, ...told });

const posts = (talk: Conversation) => talk.slack.heard.map(({ where, text }) => `${where}: ${text}`);
const change = {
  repository: 'acme/shop',
  commit: 'c0ffee0'.padEnd(40, '0'),
  message: 'Paint it',
  author: 'bob',
  pullRequest: 7,
};

test('one message in the channel and one on the pull request follow the run', async () => {
  await using talk = await conversation();
  talk.pipelines.runs = [shopRun(id, ['InProgress'], { change })];
  await talk.event(event({ state: 'STARTED' }));
  await talk.event(event({ stage: 'Source', action: 'Source', state: 'SUCCEEDED', seconds: 1 }));
  await talk.event(event({ stage: 'Source', state: 'SUCCEEDED', seconds: 1 }));
  expect(talk.slack.heard.map(({ where }) => where)).toEqual(['C0DEPLOYS', 'C0DEPLOYS under ts1']);
  expect(talk.github.comments).toHaveLength(1);
  for (const text of [talk.slack.heard[0]?.text, talk.github.comments[0]?.text]) {
    expect(text).toContain('Paint it');
    expect(text).toMatch(/Source \| [Ss]ucceeded/);
  }
  expect(talk.github.comments[0]?.where).toBe('acme/shop#7');
});

test('an approval that waits is said, with who may answer and what they should read', async () => {
  await using talk = await conversation();
  talk.pipelines.runs = [shopRun(id, ['Succeeded', 'InProgress'], { change })];
  talk.pipelines.customData.set(id, 'Release 1.2 to production?');
  await talk.event(event({ stage: 'Approve', action: 'Approve', state: 'STARTED' }));
  const [message, said] = posts(talk);
  const comment = talk.github.comments[0]?.text;
  for (const text of [message, said, comment]) expect(text).toContain('Release 1.2 to production?');
  for (const text of [message, said]) expect(text).toContain('@U0ADA, @S0OPS, @acme/ops may answer');
  expect(comment).toContain('@ada, 1 in Slack, @acme/ops may answer');
  expect(said).toMatch(
    /^C0DEPLOYS under ts1: shop: Approve\/Approve waits for an approval of c0ffee0 “Paint it” by bob/,
  );
});

test('a failure is said with its reason and the end of its log', async () => {
  await using talk = await conversation();
  talk.reasons.set('Deploy/Deploy', {
    text: 'The script failed',
    where: 'ValidateService on host-2',
    log: ['line 1', 'boom'],
  });
  talk.pipelines.runs = [shopRun(id, ['Succeeded', 'Succeeded', 'InProgress'], { change })];
  await talk.event(event({ stage: 'Deploy', action: 'Deploy', state: 'STARTED' }));
  await talk.event(event({ stage: 'Deploy', action: 'Deploy', state: 'FAILED', seconds: 2 }));
  await talk.event(event({ stage: 'Deploy', state: 'FAILED', seconds: 2 }));
  talk.pipelines.runs = [shopRun(id, ['Succeeded', 'Succeeded', 'Failed'], { change })];
  await talk.event(event({ state: 'FAILED', seconds: 2 }));
  const said = posts(talk).slice(1);
  expect(said).toEqual([
    'C0DEPLOYS under ts1: shop: Deploy/Deploy failed (ValidateService on host-2): The script failed\nline 1\nboom',
    expect.stringMatching(/^C0DEPLOYS under ts1: ❌ Deploy\/Deploy \| failed/),
  ]);
  for (const text of [talk.slack.heard[0]?.text, talk.github.comments[0]?.text]) {
    expect(text).toContain('The script failed');
    expect(text).toContain('boom');
  }
  expect((await talk.store.run('shop', id))?.status).toBe('Failed');
});

test('an event that comes twice is taken in once', async () => {
  await using talk = await conversation();
  talk.pipelines.runs = [shopRun(id, ['Succeeded', 'InProgress'])];
  const waits = event({ stage: 'Approve', action: 'Approve', state: 'STARTED' });
  await talk.event(waits);
  await talk.event(structuredClone(waits));
  expect(talk.slack.heard).toHaveLength(2);
});

test('whatever the order, the run ends as it ended', async () => {
  await using talk = await conversation();
  talk.pipelines.runs = [shopRun(id, ['Succeeded', 'Succeeded', 'Succeeded'], { change })];
  await talk.event(event({ state: 'SUCCEEDED', seconds: 9 }));
  await talk.event(event({ stage: 'Deploy', action: 'Deploy', state: 'STARTED', seconds: 5 }));
  await talk.event(event({ state: 'STARTED' }));
  const run = await talk.store.run('shop', id);
  expect(run?.status).toBe('Succeeded');
});

test('a pipeline that the policy does not know is passed over', async () => {
  await using talk = await conversation();
  talk.pipelines.run = () => Promise.reject(new Error('must not be read'));
  await talk.event({
    ...event({}),
    detail: { pipeline: 'other', 'execution-id': id, state: 'STARTED' },
  });
  await talk.event({ hello: 'world' });
  expect(talk.slack.heard).toEqual([]);
});

test('where AWS cannot say more, the event alone is told', async () => {
  await using talk = await conversation();
  talk.pipelines.run = () => Promise.reject(new UserError('Allow codepipeline:GetPipelineExecution.'));
  await talk.event(event({ state: 'STARTED' }));
  expect(talk.slack.heard).toHaveLength(1);
  expect(talk.logged[0]).toContain('A run could not be read');
});

test('the pull request is found by the commit, and GitHub’s silence holds nothing back', async () => {
  await using talk = await conversation();
  const { pullRequest: _, ...plain } = change;
  talk.pipelines.runs = [shopRun(id, ['InProgress'], { change: plain })];
  talk.github.pullRequestsOf = () => Promise.reject(new Error('GitHub is away'));
  await talk.event(event({ state: 'STARTED' }));
  expect(talk.slack.heard).toHaveLength(1);
  talk.github.pullRequestsOf = async () => [12, 3];
  await talk.event(event({ stage: 'Later', state: 'STARTED', seconds: 1 }));
  expect(talk.github.comments.map(({ where }) => where)).toEqual(['acme/shop#12']);
});

test('what a change says of its repository does not make us speak there', async () => {
  await using talk = await conversation();
  talk.pipelines.runs = [shopRun(id, ['InProgress'], { change: { ...change, repository: 'eve/elsewhere' } })];
  await talk.event(event({ state: 'STARTED' }));
  expect(talk.github.comments).toEqual([]);
});

test('a change that is found out later is put into the message', async () => {
  await using talk = await conversation();
  talk.pipelines.runs = [shopRun(id, ['Succeeded', 'InProgress'], { change: {} })];
  await talk.event(event({ stage: 'Approve', action: 'Approve', state: 'STARTED' }));
  expect(talk.slack.heard[0]?.text).not.toContain('Paint it');
  talk.pipelines.runs = [shopRun(id, ['Succeeded', 'InProgress'], { change })];
  await talk.event(event({ stage: 'Source', state: 'SUCCEEDED', seconds: -1 }));
  expect(talk.slack.heard[0]?.text).toContain('Paint it');
  expect(talk.slack.heard).toHaveLength(2);
});

test('who watches is told alone what matters, for as long as they may see it', async () => {
  await using talk = await conversation();
  talk.slack.groups.set('S0OPS', ['U0CY']);
  await talk.inSlack('U0BOB', 'watch shop');
  await talk.inSlack('U0CY', 'watch shop');
  talk.slack.groups.set('S0OPS', []);
  talk.pipelines.runs = [shopRun(id, ['Succeeded', 'InProgress'], { change })];
  await talk.event(event({ stage: 'Approve', action: 'Approve', state: 'STARTED' }));
  talk.pipelines.runs = [shopRun(id, ['Succeeded', 'Succeeded', 'Succeeded'], { change })];
  await talk.event(event({ state: 'SUCCEEDED', seconds: 60 }));
  const told = talk.slack.heard.filter(({ where }) => where.startsWith('U'));
  expect(told.map(({ where, text }) => `${where}: ${text}`)).toEqual([
    'U0BOB: shop: Approve/Approve waits for an approval, c0ffee0 “Paint it” by bob.',
    'U0BOB: shop: succeeded, c0ffee0 “Paint it” by bob.',
  ]);
});

test('a commit has the status of its run, and a deployment in the environment that the policy names', async () => {
  const policy = `
pipelines:
  shop: { github: { repository: acme/shop, environment: production } }
`;
  await using talk = await conversation({ policy });
  talk.pipelines.runs = [shopRun(id, ['InProgress'], { change })];
  await talk.event(event({ state: 'STARTED' }));
  await talk.event(event({ stage: 'Deploy', state: 'FAILED', seconds: 2 }));
  await talk.event(event({ state: 'FAILED', seconds: 2 }));
  expect(talk.github.statuses.at(0)).toBe('drawbridge/shop pending on c0ffee0: in progress: Source');
  expect(talk.github.statuses.at(-1)).toBe('drawbridge/shop failure on c0ffee0: failed: Deploy');
  expect(talk.github.deployments).toEqual([
    { run: id, environment: 'production', commit: change.commit, states: expect.anything() },
  ]);
  expect(talk.github.deployments[0]?.states.at(-1)).toBe('failure');
});

test('a deployment that the Action has made is taken up; a rollback leaves the status of the older commit', async () => {
  const policy = `
pipelines:
  shop: { github: { repository: acme/shop, environment: production } }
`;
  await using talk = await conversation({ policy });
  talk.github.deployments.push({ run: id, environment: 'production', commit: change.commit, states: [] });
  talk.pipelines.runs = [shopRun(id, ['InProgress'], { change, kind: 'ROLLBACK' })];
  await talk.event(event({ state: 'STARTED' }));
  expect(talk.github.deployments.map(({ states }) => states.at(-1))).toEqual(['in_progress']);
  expect(talk.github.statuses).toEqual([]);
});

test('of another repository than the policy names nothing is marked', async () => {
  await using talk = await conversation();
  const foreign = { ...change, repository: 'evil/fork' };
  talk.pipelines.runs = [shopRun(id, ['InProgress'], { change: foreign })];
  await talk.event(event({ state: 'STARTED' }));
  expect(talk.github.statuses).toEqual([]);
});

test('states that AWS has added since are shown as they came, and what comes after them is told', async () => {
  await using talk = await conversation();
  talk.pipelines.runs = [shopRun(id, ['Succeeded', 'Succeeded', 'InProgress'], { change })];
  await talk.event(event({ state: 'STARTED' }));
  await talk.event(event({ stage: 'Deploy', action: 'Deploy', state: 'PONDERING', seconds: 1 }));
  await talk.event(event({ stage: 'Deploy', state: 'DREAMING', more: { mood: { deep: true } }, seconds: 1 }));
  await talk.event(event({ state: 'DREAMING', seconds: 1 }));
  for (const text of [talk.slack.heard[0]?.text, talk.github.comments[0]?.text]) {
    expect(text).toContain('❔ shop: DREAMING');
    expect(text).toContain('❔ Deploy | DREAMING');
  }
  expect(talk.github.statuses.at(-1)).toMatch(/^drawbridge\/shop pending on c0ffee0: DREAMING/);
  talk.pipelines.runs = [shopRun(id, ['Succeeded', 'Succeeded', 'Succeeded'], { change })];
  await talk.event(event({ state: 'SUCCEEDED', seconds: 2 }));
  expect(talk.slack.heard[0]?.text).toContain('shop: succeeded');
});

test('a run that goes well is one message that is edited, and its story under it: nothing else is posted', async () => {
  await using talk = await conversation();
  const steps = [['Source'], ['Deploy']].flatMap(([stage]) =>
    ['STARTED', 'SUCCEEDED'].map((state) => ({ stage, state })),
  );
  talk.pipelines.runs = [shopRun(id, ['InProgress'], { change })];
  await talk.event(event({ state: 'STARTED' }));
  for (const [second, { stage, state }] of steps.entries()) {
    await talk.event(event({ stage, state, seconds: second }));
    await talk.event(event({ stage, action: stage, state, seconds: second }));
  }
  talk.pipelines.runs = [shopRun(id, ['Succeeded', 'Succeeded', 'Succeeded'], { change })];
  await talk.event(event({ state: 'SUCCEEDED', seconds: 9 }));
  expect(talk.slack.heard.map(({ where }) => where)).toEqual(['C0DEPLOYS', 'C0DEPLOYS under ts1']);
  expect(talk.slack.heard[0]?.text).toContain('shop: succeeded');
  expect(talk.github.comments).toHaveLength(1);
});

test.each([
  [undefined, 'shop: the run failed: a condition of a stage has ended it.'],
  ['The alarm is on', 'shop: the run failed: a condition of Deploy has ended it: The alarm is on'],
])('that a condition has ended a run is a post of its own, with what it says: %s', async (summary, said) => {
  await using talk = await conversation();
  talk.pipelines.runs = [shopRun(id, ['Succeeded', 'Succeeded'], { change })];
  await talk.event(event({ state: 'STARTED' }));
  talk.pipelines.runs = [shopRun(id, ['Succeeded', 'Succeeded'], { change, status: 'Failed' })];
  if (summary) talk.stages.set('Deploy', { run: id, failedCondition: { kind: 'BEFORE_ENTRY', summary } });
  await talk.event(event({ state: 'FAILED', seconds: 9 }));
  expect(posts(talk)).toContain(`C0DEPLOYS under ts1: ${said}`);
});

test('a retry does not carry the name and the words of the attempt before', async () => {
  await using talk = await conversation();
  talk.pipelines.runs = [shopRun(id, ['Succeeded', 'Succeeded', 'InProgress'], { change })];
  const at = { stage: 'Deploy', action: 'Deploy' };
  const result = {
    'external-execution-id': 'd-OLD',
    'external-execution-summary': 'Deployment d-OLD failed',
  };
  await talk.event(event({ ...at, state: 'STARTED', seconds: 1 }));
  await talk.event(event({ ...at, state: 'FAILED', seconds: 20, more: { 'execution-result': result } }));
  const deploy = async () => (await talk.store.run('shop', id))?.stages[2]?.actions[0];
  expect(await deploy()).toMatchObject({ externalId: 'd-OLD', summary: 'Deployment d-OLD failed' });
  await talk.event(event({ ...at, state: 'STARTED', seconds: 60 }));
  expect(Object.keys((await deploy()) ?? {})).not.toContain('externalId');
  expect((await deploy())?.status).toBe('InProgress');
  expect(talk.slack.heard[0]?.text).not.toContain('d-OLD');
});
