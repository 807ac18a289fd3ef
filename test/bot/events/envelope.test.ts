import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventOf } from '../../../bot/events/envelope.ts';
import { events } from '../../../bot/events/events.gen.ts';

const at = Date.parse('2026-03-01T12:00:00Z');
const envelope = (detailType: string, detail: object, more: object = {}) => ({
  version: '0',
  id: 'e1',
  'detail-type': `CodePipeline ${detailType} Execution State Change`,
  source: 'aws.codepipeline',
  account: '123456789012',
  time: '2026-03-01T12:00:00Z',
  region: 'eu-west-1',
  resources: ['arn:aws:codepipeline:eu-west-1:123456789012:pipeline:shop'],
  detail: { pipeline: 'shop', 'execution-id': 'r1', ...detail },
  ...more,
});
const common = { id: 'e1', at, region: 'eu-west-1', pipeline: 'shop', run: 'r1' };

describe('the events of CodePipeline', () => {
  test.each([
    ['an integer version', envelope('Pipeline', { state: 'STARTED', version: 3 })],
    [
      'a float version',
      envelope('Pipeline', { state: 'STARTED', version: 3.0, 'pipeline-execution-attempt': 1.0 }),
    ],
    ['a version as text', envelope('Pipeline', { state: 'STARTED', version: '3.0' })],
    ['no resources', envelope('Pipeline', { state: 'STARTED' }, { resources: undefined })],
    [
      'more than we know',
      envelope(
        'Pipeline',
        { state: 'STARTED', 'execution-trigger': { 'commit-id': 'c' } },
        { 'trace-header': 'x' },
      ),
    ],
  ])('a pipeline with %s', (_, payload) => {
    expect(eventOf(payload, events)).toEqual({ ...common, kind: 'run', state: 'STARTED' });
  });

  // https://docs.aws.amazon.com/codepipeline/latest/userguide/detect-state-changes-cloudwatch-events.html
  test('a pipeline as AWS writes it, with an old ARN, floats and what Git triggered it', () => {
    const text = `{
      "version": "0", "id": "e1", "account": 123456789012,
      "resources": ["arn:aws:codepipeline:eu-west-1:123456789012:shop"],
      "detail-type": "CodePipeline Pipeline Execution State Change",
      "source": "aws.codepipeline", "time": "2026-03-01T12:00:00Z", "region": "eu-west-1",
      "detail": {
        "pipeline": "shop", "execution-id": "r1", "start-time": "2026-03-01T11:59:00.208Z", "state": "SUCCEEDED",
        "version": 32.0, "pipeline-execution-attempt": 1.0,
        "execution-trigger": {
          "author-display-name": "Mary Major", "full-repository-name": "mmajor/sample-project",
          "provider-type": "GitLab", "author-email": "email_address", "commit-message": "Update file README.md",
          "author-date": "2026-02-16T21:08:08Z", "tag-name": "gitlab-v4.2.1", "commit-id": "abc",
          "connection-arn": "arn:aws:codestar-connections:eu-west-1:123456789012:connection/0f5b706a", "author-id": "M"
        }
      }
    }`;
    expect(eventOf(JSON.parse(text), events)).toEqual({ ...common, kind: 'run', state: 'SUCCEEDED' });
  });

  test('a stage that is retried', () => {
    const more = {
      'stage-last-retry-attempt-time': '2026-03-01T12:00:00.305Z',
      'pipeline-execution-attempt': 2.0,
    };
    const payload = envelope('Stage', { stage: 'Build', state: 'RESUMED', ...more });
    expect(eventOf(payload, events)).toEqual({ ...common, kind: 'stage', stage: 'Build', state: 'RESUMED' });
  });

  test('a stage, whose attempt may be 0', () => {
    const payload = envelope('Stage', { stage: 'Deploy', state: 'FAILED', 'stage-execution-attempt': 0 });
    expect(eventOf(payload, events)).toEqual({ ...common, kind: 'stage', stage: 'Deploy', state: 'FAILED' });
  });

  test('an action, with what its provider says', () => {
    const payload = envelope('Action', {
      stage: 'Build',
      action: 'Compile',
      state: 'FAILED',
      type: { owner: 'AWS', provider: 'CodeBuild', category: 'Build', version: '1' },
      'execution-result': {
        'external-execution-id': 'shop:1',
        'external-execution-url': 'https://console.aws.amazon.com/x',
        'external-execution-summary': 'Build failed',
        'error-code': 'JobFailed',
      },
    });
    expect(eventOf(payload, events)).toEqual({
      ...common,
      kind: 'action',
      stage: 'Build',
      action: 'Compile',
      state: 'FAILED',
      externalId: 'shop:1',
      externalUrl: 'https://console.aws.amazon.com/x',
      summary: 'Build failed',
    });
  });

  test('an address that is none is left out, and the event is taken', () => {
    const result = { 'external-execution-url': 'javascript:alert(1)', 'external-execution-id': 7 };
    const payload = envelope('Action', {
      stage: 'B',
      action: 'C',
      state: 'STARTED',
      'execution-result': result,
    });
    expect(eventOf(payload, events)).toMatchObject({ externalUrl: undefined, externalId: undefined });
  });

  test('a notification rule’s message, twice the same', () => {
    const {
      id: _id,
      'detail-type': detailType,
      ...rest
    } = envelope('Pipeline', { state: 'FAILED', version: 3.0 });
    const additionalAttributes = {
      failedActionCount: 1,
      failedActions: [{ action: 'Deploy', additionalInformation: 'Deployment d-1 failed' }],
      failedStage: 'Deploy',
    };
    const message = { ...rest, detailType, notificationRuleArn: 'arn:aws:…', additionalAttributes };
    const event = eventOf(message, events);
    expect(event).toMatchObject({ kind: 'run', state: 'FAILED', pipeline: 'shop' });
    expect(eventOf(structuredClone(message), events)?.id).toBe(event?.id);
    expect(eventOf({ ...message, time: '2026-03-01T12:00:01Z' }, events)?.id).not.toBe(event?.id);
  });
});

test.each([
  ['another source', envelope('Pipeline', { state: 'STARTED' }, { source: 'aws.codebuild' })],
  ['another kind', envelope('Webhook', { state: 'STARTED' })],
  ['no time', envelope('Pipeline', { state: 'STARTED' }, { time: 'yesterday' })],
  ['no state', envelope('Pipeline', {})],
  ['no stage', envelope('Stage', { state: 'STARTED' })],
  ['a text', 'hello'],
  ['nothing', undefined],
  ['a list', []],
])('%s is none of ours', (_, payload) => {
  expect(eventOf(payload, events)).toBeUndefined();
});

test('anything at all is taken or left', () => {
  const anything = fc.anything({ maxDepth: 3 });
  const likeOurs = fc
    .record({ detail: anything, time: anything, resources: anything })
    .map((odd) => envelope('Action', {}, odd));
  fc.assert(
    fc.property(fc.oneof(anything, likeOurs), (payload) => {
      const event = eventOf(payload, events);
      if (event) expect(event.kind).toMatch(/^(run|stage|action)$/);
    }),
    { numRuns: 1_000 },
  );
});
