import {
  DeleteWebhookCommand,
  DeregisterWebhookWithThirdPartyCommand,
  ListPipelineExecutionsCommand,
  ListWebhooksCommand,
  PutWebhookCommand,
  RegisterWebhookWithThirdPartyCommand,
  type WebhookDefinition,
} from '@aws-sdk/client-codepipeline';
import { expect, test } from 'vitest';
import { follow, parseJsonPath } from '../../../../../local/aws/services/codepipeline/json-path.ts';
import { connected, createFrom } from './git-world.ts';
import { realWorld } from './real-world.ts';

const open: WebhookDefinition = {
  name: 'open',
  targetPipeline: 'shop',
  targetAction: 'Source',
  filters: [],
  authentication: 'UNAUTHENTICATED',
  authenticationConfiguration: {},
};

async function world() {
  const it = await realWorld();
  await createFrom(it, connected());
  const put = (change: Partial<WebhookDefinition> = {}) =>
    it.pipelines.send(new PutWebhookCommand({ webhook: { ...open, ...change } }));
  const count = async () => {
    const listed = await it.pipelines.send(new ListPipelineExecutionsCommand({ pipelineName: 'shop' }));
    return listed.pipelineExecutionSummaries?.length;
  };
  const post = async (url: string | undefined, body: string, init: RequestInit = {}) =>
    (await fetch(url ?? '', { method: 'POST', body, ...init })).status;
  return { ...it, put, count, post };
}

test('a webhook keeps its URL when it is changed, is listed, and is gone once deleted', async () => {
  const { pipelines, put, post, count } = await world();
  const first = (await put()).webhook;
  expect(first?.arn).toBe('arn:aws:codepipeline:us-east-1:123456789012:webhook:open');
  await put({ name: 'other' });
  const changed = (await put({ filters: [{ jsonPath: '$.a' }] })).webhook;
  expect(changed?.url).toBe(first?.url);
  const { webhooks, NextToken } = await pipelines.send(new ListWebhooksCommand({ MaxResults: 1 }));
  expect(webhooks).toMatchObject([{ definition: { name: 'open', filters: [{ jsonPath: '$.a' }] } }]);
  const rest = await pipelines.send(new ListWebhooksCommand({ NextToken }));
  expect(rest.webhooks?.map(({ definition }) => definition?.name)).toEqual(['other']);

  expect(await post(first?.url, '{"b":1}')).toBe(200);
  expect(await count()).toBe(1);
  expect(await post(first?.url, '{"a":1}')).toBe(200);
  expect(await count()).toBe(2);
  const [triggered] = (await pipelines.send(new ListWebhooksCommand({}))).webhooks ?? [];
  expect(triggered?.lastTriggered).toBeInstanceOf(Date);

  await pipelines.send(new DeleteWebhookCommand({ name: 'open' }));
  await pipelines.send(new DeleteWebhookCommand({ name: 'open' }));
  expect(await post(first?.url, '{"a":1}')).toBe(404);
});

test('deliveries that are not authentic, not JSON, or not posted start nothing', async () => {
  const { put, post, count } = await world();
  const near = (
    await put({
      name: 'near',
      authentication: 'IP',
      authenticationConfiguration: { AllowedIPRange: '127.0.0.0/8' },
    })
  ).webhook;
  const far = (
    await put({
      name: 'far',
      authentication: 'IP',
      authenticationConfiguration: { AllowedIPRange: '192.0.2.0/24' },
    })
  ).webhook;
  expect(await post(far?.url, '{}')).toBe(403);
  expect(await post(near?.url, 'no json')).toBe(400);
  expect(await post(near?.url, '', { method: 'PUT' })).toBe(405);
  expect(await post(near?.url?.replace(/t=.*/, 't=guess'), '{}')).toBe(404);
  expect(await post(near?.url, '{}', { headers: { origin: 'https://evil.example' } })).toBe(403);
  expect(await count()).toBe(1);
  expect(await post(near?.url, '{}')).toBe(200);
  expect(await count()).toBe(2);
});

test.each<[string, Partial<WebhookDefinition>]>([
  ['PipelineNotFoundException', { targetPipeline: 'nothing' }],
  ['ValidationException', { targetAction: 'Deploy' }],
  ['ValidationException', { name: 'a b' }],
  ['ValidationException', { authentication: 'NONE' as 'IP' }],
  ['InvalidWebhookAuthenticationParametersException', { authentication: 'GITHUB_HMAC' }],
  [
    'InvalidWebhookAuthenticationParametersException',
    { authentication: 'IP', authenticationConfiguration: { AllowedIPRange: '1.2.3.4/99' } },
  ],
  ['InvalidWebhookAuthenticationParametersException', { authenticationConfiguration: { SecretToken: 'x' } }],
  ['InvalidWebhookFilterPatternException', { filters: [{ jsonPath: '$..[?(@.a)]' }] }],
  ['InvalidWebhookFilterPatternException', { filters: [{ jsonPath: 'ref' }] }],
  ['ValidationException', { filters: Array.from({ length: 6 }, () => ({ jsonPath: '$.a' })) }],
])('%s refuses %j', async (name, change) => {
  const { pipelines, put } = await world();
  await expect(put(change)).rejects.toMatchObject({ name });
  expect((await pipelines.send(new ListWebhooksCommand({}))).webhooks).toEqual([]);
});

test('only a webhook that is there can be registered', async () => {
  const { pipelines, put } = await world();
  const webhookName = 'open';
  const register = () => pipelines.send(new RegisterWebhookWithThirdPartyCommand({ webhookName }));
  await expect(register()).rejects.toMatchObject({ name: 'WebhookNotFoundException' });
  await put();
  await register();
  await pipelines.send(new DeregisterWebhookWithThirdPartyCommand({ webhookName }));
});

test.each([
  ['$', [{ a: { b: [1, { c: 2 }] }, 'x y': 3 }]],
  ['$.a.b[0]', [1]],
  ['$.a.b[*].c', [2]],
  ["$['x y']", [3]],
  ['$.a["b"][1].c', [2]],
  ['$.a.nothing', []],
  ['$.a.b.length', []],
  ['$.constructor', []],
])('the path %s leads to %j', (path, values) => {
  const json = JSON.parse('{"a":{"b":[1,{"c":2}]},"x y":3}');
  expect(follow(json, parseJsonPath(path) ?? [])).toEqual(values);
});
