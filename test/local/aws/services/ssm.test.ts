import {
  AddTagsToResourceCommand,
  DeleteParameterCommand,
  DeleteParametersCommand,
  DescribeParametersCommand,
  GetParameterCommand,
  GetParameterHistoryCommand,
  GetParametersByPathCommand,
  GetParametersCommand,
  LabelParameterVersionCommand,
  ListTagsForResourceCommand,
  PutParameterCommand,
  type PutParameterCommandInput,
  RemoveTagsFromResourceCommand,
  SSMClient,
  UnlabelParameterVersionCommand,
} from '@aws-sdk/client-ssm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Service } from '../../../../local/aws/define.ts';
import { type LocalAws, startAws } from '../../../../local/aws/server.ts';
import secretsmanager from '../../../../local/aws/services/secretsmanager/service.ts';
import ssm from '../../../../local/aws/services/ssm/service.ts';

let local: LocalAws;
let client: SSMClient;
beforeEach(async () => {
  local = await startAws({ services: [ssm, secretsmanager] as Service<unknown>[] });
  client = new SSMClient({
    endpoint: local.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    maxAttempts: 1,
  });
});
afterEach(async () => {
  client.destroy();
  await local.close();
});

const put = (Name: string, Value: string, more: Partial<PutParameterCommandInput> = {}) =>
  client.send(new PutParameterCommand({ Name, Value, Type: 'String', ...more }));
const get = async (Name: string, WithDecryption?: boolean) =>
  (await client.send(new GetParameterCommand({ Name, WithDecryption }))).Parameter;
const refusal = (name: string, message = '') =>
  expect.objectContaining({ name, message: expect.stringContaining(message) });

describe('Parameter Store', () => {
  it('keeps every version, and finds one by number and by label', async () => {
    expect(await put('/a/b', 'one')).toMatchObject({ Version: 1, Tier: 'Standard' });
    expect(await put('/a/b', 'two', { Overwrite: true, Type: undefined })).toMatchObject({ Version: 2 });
    const labelled = await client.send(
      new LabelParameterVersionCommand({
        Name: '/a/b',
        ParameterVersion: 1,
        Labels: ['good', '1bad', 'aws-x'],
      }),
    );
    expect(labelled).toMatchObject({ ParameterVersion: 1, InvalidLabels: ['1bad', 'aws-x'] });
    expect(await get('/a/b')).toMatchObject({
      Value: 'two',
      Version: 2,
      Type: 'String',
      DataType: 'text',
      ARN: 'arn:aws:ssm:us-east-1:123456789012:parameter/a/b',
    });
    expect(await get('/a/b:1')).toMatchObject({ Name: '/a/b', Value: 'one', Selector: ':1' });
    expect(await get('/a/b:good')).toMatchObject({ Value: 'one', Selector: ':good' });
    expect(await get('arn:aws:ssm:us-east-1:123456789012:parameter/a/b')).toMatchObject({ Value: 'two' });
    await expect(get('/a/b:3')).rejects.toEqual(refusal('ParameterVersionNotFound', 'version 3'));
    await expect(get('/a/b:bad')).rejects.toEqual(refusal('ParameterVersionNotFound', 'label bad'));
    await expect(get('/a/c')).rejects.toEqual(refusal('ParameterNotFound'));
    const history = await client.send(new GetParameterHistoryCommand({ Name: '/a/b', MaxResults: 1 }));
    expect(history.Parameters).toMatchObject([{ Version: 1, Value: 'one', Labels: ['good'] }]);
    const rest = await client.send(
      new GetParameterHistoryCommand({ Name: '/a/b', NextToken: history.NextToken }),
    );
    expect(rest.Parameters).toMatchObject([{ Version: 2, Labels: [] }]);
  });

  it('moves a label, and takes it away', async () => {
    await put('p', '1');
    await put('p', '2', { Overwrite: true });
    const label = (ParameterVersion: number) =>
      client.send(new LabelParameterVersionCommand({ Name: 'p', ParameterVersion, Labels: ['prod'] }));
    await label(1);
    await label(2);
    expect(await get('p:prod')).toMatchObject({ Value: '2' });
    const removed = await client.send(
      new UnlabelParameterVersionCommand({ Name: 'p', ParameterVersion: 2, Labels: ['prod', 'x'] }),
    );
    expect(removed).toMatchObject({ RemovedLabels: ['prod'], InvalidLabels: ['x'] });
    await expect(get('p:prod')).rejects.toEqual(refusal('ParameterVersionNotFound'));
  });

  it('shows a SecureString only with decryption', async () => {
    await put('s', 'hunter2', { Type: 'SecureString' });
    const sealed = await get('s');
    expect(sealed?.Value).not.toContain('hunter2');
    expect(Buffer.from(sealed?.Value ?? '', 'base64').toString()).not.toContain('hunter2');
    expect((await get('s'))?.Value).toBe(sealed?.Value);
    expect(await get('s', true)).toMatchObject({ Value: 'hunter2', Type: 'SecureString' });
    const described = await client.send(new DescribeParametersCommand({}));
    expect(JSON.stringify(described.Parameters)).not.toContain('hunter2');
  });

  it.each([
    [{ Name: 'aws/x' }, 'ValidationException', 'can\'t be prefixed with "aws" or "ssm"'],
    [{ Name: '/SSM-x' }, 'ValidationException', "can't be prefixed"],
    [{ Name: 'a b' }, 'ValidationException', 'letters, numbers'],
    [{ Name: 'a/b' }, 'ValidationException', 'fully qualified'],
    [{ Name: '/a//b' }, 'ValidationException', 'empty level'],
    [
      { Name: '/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16' },
      'HierarchyLevelLimitExceededException',
      '15 levels',
    ],
    [{ Type: undefined }, 'ValidationException', 'type is required'],
    [{ Value: 'x'.repeat(4097) }, 'ValidationException', 'maximum parameter value of 4096'],
    [{ Value: 'x'.repeat(8193), Tier: 'Advanced' as const }, 'ValidationException', '8192'],
    [{ AllowedPattern: '^\\d+$' }, 'ParameterPatternMismatchException', 'cannot be validated'],
    [{ AllowedPattern: '(' }, 'InvalidAllowedPatternException', 'no regular expression'],
    [
      { Overwrite: true, Tags: [{ Key: 'a', Value: 'b' }] },
      'ValidationException',
      "tags and overwrite can't be used together",
    ],
  ])('refuses to put %j', async (input, name, message) => {
    await expect(put('p', 'value', input)).rejects.toEqual(refusal(name, message));
    expect((await client.send(new DescribeParametersCommand({}))).Parameters).toEqual([]);
  });

  it('refuses to overwrite unasked', async () => {
    await put('p', '1');
    await expect(put('p', '2')).rejects.toEqual(refusal('ParameterAlreadyExists'));
    expect(await get('p')).toMatchObject({ Value: '1' });
  });

  it('lets Intelligent-Tiering choose, and never goes back from Advanced', async () => {
    expect(await put('p', 'x'.repeat(5000), { Tier: 'Intelligent-Tiering' })).toMatchObject({
      Tier: 'Advanced',
    });
    expect(await put('p', 'small', { Overwrite: true })).toMatchObject({ Tier: 'Advanced' });
    await expect(put('p', 'x', { Overwrite: true, Tier: 'Standard' })).rejects.toEqual(
      refusal('ValidationException', 'downgrade'),
    );
  });

  it('keeps a hundred versions, and no version that carries a label is lost', async () => {
    const store = local.aws.use(ssm);
    for (let i = 1; i <= 101; i++)
      store.put({ Name: 'p', Value: String(i), Type: 'String', Overwrite: true });
    await expect(get('p:1')).rejects.toEqual(refusal('ParameterVersionNotFound'));
    store.label('p', 2, ['keep']);
    await expect(put('p', 'x', { Overwrite: true })).rejects.toEqual(
      refusal('ParameterMaxVersionLimitExceeded', 'Version 2'),
    );
    expect(await get('p')).toMatchObject({ Version: 101 });
  });

  it('gets several at once and names those that are not there', async () => {
    await put('a', '1');
    await put('/b', '2');
    const found = await client.send(new GetParametersCommand({ Names: ['/b', 'nope', 'a', 'a:9'] }));
    expect(found.Parameters?.map((p) => p.Value)).toEqual(['2', '1']);
    expect(found.InvalidParameters).toEqual(['nope', 'a:9']);
    const many = client.send(
      new GetParametersCommand({ Names: Array.from({ length: 11 }, (_, i) => `p${i}`) }),
    );
    await expect(many).rejects.toEqual(refusal('ValidationException'));
  });

  it('walks a path level by level or all the way, page by page', async () => {
    for (const name of ['/shop/a', '/shop/b', '/shop/deep/c', '/shopping/x']) await put(name, name);
    const byPath = async (input: object) => {
      const page = await client.send(new GetParametersByPathCommand({ Path: '/shop', ...input }));
      return { names: page.Parameters?.map((p) => p.Name), token: page.NextToken };
    };
    expect(await byPath({})).toEqual({ names: ['/shop/a', '/shop/b'], token: undefined });
    expect((await byPath({ Path: '/shop/', Recursive: true })).names).toEqual([
      '/shop/a',
      '/shop/b',
      '/shop/deep/c',
    ]);
    expect((await byPath({ Path: '/', Recursive: true })).names).toHaveLength(4);
    const first = await byPath({ Recursive: true, MaxResults: 2 });
    expect(first.names).toEqual(['/shop/a', '/shop/b']);
    expect(await byPath({ Recursive: true, NextToken: first.token })).toEqual({
      names: ['/shop/deep/c'],
      token: undefined,
    });
    await expect(byPath({ NextToken: 'forged' })).rejects.toEqual(refusal('InvalidNextToken'));
    await expect(byPath({ Path: 'shop' })).rejects.toEqual(
      refusal('ValidationException', 'begin with a slash'),
    );
    await expect(byPath({ MaxResults: 11 })).rejects.toEqual(refusal('ValidationException'));
    await client.send(new LabelParameterVersionCommand({ Name: '/shop/b', Labels: ['x'] }));
    expect((await byPath({ ParameterFilters: [{ Key: 'Label', Values: ['x'] }] })).names).toEqual([
      '/shop/b',
    ]);
    await expect(byPath({ ParameterFilters: [{ Key: 'Name', Values: ['x'] }] })).rejects.toEqual(
      refusal('InvalidFilterKey'),
    );
  });

  it('describes by filters', async () => {
    await put('/shop/a', '1', { Tags: [{ Key: 'team', Value: 'one' }] });
    await put('/shop/deep/b', '2', { Type: 'SecureString' });
    await put('c', '3', { Type: 'StringList', Description: 'three' });
    const names = async (...ParameterFilters: { Key: string; Option?: string; Values?: string[] }[]) =>
      (await client.send(new DescribeParametersCommand({ ParameterFilters }))).Parameters?.map((p) => p.Name);
    expect(await names()).toEqual(['/shop/a', '/shop/deep/b', 'c']);
    expect(await names({ Key: 'Name', Option: 'BeginsWith', Values: ['/shop'] })).toEqual([
      '/shop/a',
      '/shop/deep/b',
    ]);
    expect(await names({ Key: 'Name', Option: 'Contains', Values: ['deep'] })).toEqual(['/shop/deep/b']);
    expect(await names({ Key: 'Path', Values: ['/shop'] })).toEqual(['/shop/a']);
    expect(await names({ Key: 'Path', Option: 'Recursive', Values: ['/shop'] })).toEqual([
      '/shop/a',
      '/shop/deep/b',
    ]);
    expect(await names({ Key: 'Type', Values: ['SecureString', 'StringList'] })).toEqual([
      '/shop/deep/b',
      'c',
    ]);
    expect(await names({ Key: 'tag:team', Values: ['one'] })).toEqual(['/shop/a']);
    await expect(names({ Key: 'Nope', Values: ['x'] })).rejects.toEqual(refusal('InvalidFilterKey'));
    await expect(names({ Key: 'Type', Option: 'Contains', Values: ['x'] })).rejects.toEqual(
      refusal('InvalidFilterOption'),
    );
  });

  it('deletes one and several', async () => {
    await put('a', '1');
    await put('b', '2');
    await client.send(new DeleteParameterCommand({ Name: 'a' }));
    await expect(client.send(new DeleteParameterCommand({ Name: 'a' }))).rejects.toEqual(
      refusal('ParameterNotFound'),
    );
    const deleted = await client.send(new DeleteParametersCommand({ Names: ['a', 'b'] }));
    expect(deleted).toMatchObject({ DeletedParameters: ['b'], InvalidParameters: ['a'] });
  });

  it('tags parameters and nothing else', async () => {
    await put('a', '1', { Tags: [{ Key: 'k', Value: 'v' }] });
    const resource = { ResourceType: 'Parameter' as const, ResourceId: 'a' };
    await client.send(new AddTagsToResourceCommand({ ...resource, Tags: [{ Key: 'l', Value: 'w' }] }));
    await client.send(new RemoveTagsFromResourceCommand({ ...resource, TagKeys: ['k'] }));
    expect((await client.send(new ListTagsForResourceCommand(resource))).TagList).toEqual([
      { Key: 'l', Value: 'w' },
    ]);
    await expect(
      client.send(new ListTagsForResourceCommand({ ...resource, ResourceId: 'x' })),
    ).rejects.toEqual(refusal('InvalidResourceId'));
    await expect(
      client.send(new ListTagsForResourceCommand({ ...resource, ResourceType: 'Document' })),
    ).rejects.toEqual(refusal('InvalidResourceType'));
  });

  it('reads secrets through its references', async () => {
    const { ARN } = local.aws.use(secretsmanager).create({ Name: 'db', SecretString: 'pw' });
    const found = await get('/aws/reference/secretsmanager/db', true);
    expect(found).toMatchObject({
      Name: '/aws/reference/secretsmanager/db',
      Type: 'SecureString',
      Value: 'pw',
      ARN,
    });
    expect(found?.SourceResult).not.toContain('pw');
    await expect(get('/aws/reference/secretsmanager/db')).rejects.toEqual(
      refusal('ValidationException', 'WithDecryption'),
    );
    await expect(get('/aws/reference/secretsmanager/no', true)).rejects.toEqual(
      refusal('ParameterNotFound', 'Secrets Manager'),
    );
  });

  it('reads a version of a secret by its id or stage', async () => {
    const secrets = local.aws.use(secretsmanager);
    const { VersionId } = secrets.create({ Name: 'team/db', SecretString: 'old' });
    secrets.put({ SecretId: 'team/db', SecretString: 'new', ClientRequestToken: undefined });
    const name = '/aws/reference/secretsmanager/team/db';
    expect(await get(name, true)).toMatchObject({ Name: name, Value: 'new' });
    for (const version of [VersionId, 'AWSPREVIOUS'])
      expect(await get(`${name}:${version}`, true)).toMatchObject({
        Name: name,
        Selector: `:${version}`,
        Value: 'old',
      });
    await expect(get(`${name}:AWSPENDING`, true)).rejects.toEqual(refusal('ParameterNotFound'));
  });

  it('takes a name of one level with and without its slash for the same, as their ARN is', async () => {
    await put('/one', 'a');
    await put('two', 'b');
    const arn = 'arn:aws:ssm:us-east-1:123456789012:parameter';
    for (const name of ['one', '/one', `${arn}/one`]) expect((await get(name))?.Name).toBe('/one');
    for (const name of ['two', '/two', `${arn}/two`]) expect((await get(name))?.Name).toBe('two');
    await expect(put('/two', 'c')).rejects.toEqual(refusal('ParameterAlreadyExists'));
    const found = await client.send(new GetParametersCommand({ Names: ['one', 'one', 'none'] }));
    expect(found.Parameters?.map(({ Name }) => Name)).toEqual(['/one']);
    const deleted = await client.send(new DeleteParametersCommand({ Names: ['one', '/two', '/one'] }));
    expect(deleted).toMatchObject({ DeletedParameters: ['one', '/two'], InvalidParameters: ['/one'] });
  });

  it.each([
    [{ Type: 'str' as never }, "Value 'str' at 'type'"],
    [{ DataType: 'number' }, 'The following data type is not supported: number'],
  ])('refuses to put %o', async (more, message) => {
    await expect(put('/a', 'x', more)).rejects.toEqual(refusal('ValidationException', message));
  });

  it('finds parameters by the beginning of a tag', async () => {
    await put('/a', 'x', { Tags: [{ Key: 'team', Value: 'shop' }] });
    const found = async (value: string) =>
      (
        await client.send(
          new DescribeParametersCommand({
            ParameterFilters: [{ Key: 'tag:team', Option: 'BeginsWith', Values: [value] }],
          }),
        )
      ).Parameters?.length;
    expect([await found('sh'), await found('op')]).toEqual([1, 0]);
  });

  it('tells EventBridge of every change, without the value', async () => {
    const events: unknown[] = [];
    local.aws.onEvent((event) => events.push(event));
    await put('/a', 'topsecret', { Type: 'SecureString', Description: 'words' });
    await put('/a', 'topsecret2', { Overwrite: true });
    await client.send(new LabelParameterVersionCommand({ Name: '/a', Labels: ['x'] }));
    await client.send(new DeleteParameterCommand({ Name: '/a' }));
    const detail = (operation: string, type: string) => ({
      detail: { operation, name: '/a', type, description: 'words' },
    });
    expect(events).toMatchObject([
      {
        source: 'aws.ssm',
        'detail-type': 'Parameter Store Change',
        resources: ['arn:aws:ssm:us-east-1:123456789012:parameter/a'],
        ...detail('Create', 'SecureString'),
      },
      detail('Update', 'String'),
      detail('LabelParameterVersion', 'String'),
      detail('Delete', 'String'),
    ]);
    expect(JSON.stringify(events)).not.toContain('topsecret');
  });
});
