import {
  BatchGetSecretValueCommand,
  type BatchGetSecretValueCommandInput,
  CreateSecretCommand,
  DeleteSecretCommand,
  DescribeSecretCommand,
  type Filter,
  GetSecretValueCommand,
  ListSecretsCommand,
  ListSecretVersionIdsCommand,
  PutSecretValueCommand,
  RestoreSecretCommand,
  RotateSecretCommand,
  SecretsManagerClient,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateSecretCommand,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Service } from '../../../../local/aws/define.ts';
import { type LocalAws, startAws } from '../../../../local/aws/server.ts';
import secretsmanager from '../../../../local/aws/services/secretsmanager/service.ts';
import { ManualClock } from '../../../../local/clock.ts';

let local: LocalAws;
let clock: ManualClock;
let client: SecretsManagerClient;
beforeEach(async () => {
  clock = new ManualClock();
  local = await startAws({ services: [secretsmanager] as Service<unknown>[], clock });
  client = new SecretsManagerClient({
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

const create = (Name: string, SecretString: string) =>
  client.send(new CreateSecretCommand({ Name, SecretString }));
const get = (SecretId: string, more: { VersionId?: string; VersionStage?: string } = {}) =>
  client.send(new GetSecretValueCommand({ SecretId, ...more }));
const refusal = (name: string, message = '') =>
  expect.objectContaining({ name, message: expect.stringContaining(message) });
const token = (letter: string) => letter.repeat(32);
const day = 86_400_000;

describe('Secrets Manager', () => {
  it('finds a secret by name, by ARN and by the ARN without its random end', async () => {
    const { ARN = '' } = await create('shop/db', 'pw');
    expect(ARN).toMatch(/^arn:aws:secretsmanager:us-east-1:123456789012:secret:shop\/db-[A-Za-z0-9]{6}$/);
    for (const id of ['shop/db', ARN, ARN.slice(0, -7)])
      expect(await get(id)).toMatchObject({ SecretString: 'pw', Name: 'shop/db' });
    await expect(get('shop')).rejects.toEqual(refusal('ResourceNotFoundException'));
  });

  it('moves AWSCURRENT and AWSPREVIOUS on with each value', async () => {
    const first = (await create('s', 'one')).VersionId ?? '';
    const second =
      (await client.send(new PutSecretValueCommand({ SecretId: 's', SecretString: 'two' }))).VersionId ?? '';
    expect(await get('s')).toMatchObject({ SecretString: 'two', VersionStages: ['AWSCURRENT'] });
    expect(await get('s', { VersionStage: 'AWSPREVIOUS' })).toMatchObject({
      SecretString: 'one',
      VersionId: first,
    });
    expect(await get('s', { VersionId: first })).toMatchObject({ SecretString: 'one' });
    await client.send(new UpdateSecretCommand({ SecretId: 's', SecretString: 'three', Description: 'd' }));
    expect(await get('s', { VersionStage: 'AWSPREVIOUS' })).toMatchObject({ VersionId: second });
    const described = await client.send(new DescribeSecretCommand({ SecretId: 's' }));
    expect(described.VersionIdsToStages).toMatchObject({ [second]: ['AWSPREVIOUS'] });
    expect(described.VersionIdsToStages).not.toHaveProperty(first);
    expect(described.Description).toBe('d');
    const versions = async (IncludeDeprecated: boolean) =>
      (await client.send(new ListSecretVersionIdsCommand({ SecretId: 's', IncludeDeprecated }))).Versions
        ?.length;
    expect([await versions(false), await versions(true)]).toEqual([2, 3]);
  });

  it("keeps stages of one's own, and moves a stage by hand", async () => {
    const first = (await create('s', 'one')).VersionId;
    const put = new PutSecretValueCommand({ SecretId: 's', SecretString: 'two', VersionStages: ['PENDING'] });
    const second = (await client.send(put)).VersionId;
    expect(await get('s')).toMatchObject({ SecretString: 'one' });
    expect(await get('s', { VersionStage: 'PENDING' })).toMatchObject({ SecretString: 'two' });
    const move = (more: object) =>
      client.send(
        new UpdateSecretVersionStageCommand({
          SecretId: 's',
          VersionStage: 'AWSCURRENT',
          MoveToVersionId: second,
          ...more,
        }),
      );
    await expect(move({})).rejects.toEqual(refusal('InvalidParameterException', 'RemoveFromVersionId'));
    await move({ RemoveFromVersionId: first });
    expect(await get('s')).toMatchObject({ SecretString: 'two', VersionStages: ['PENDING', 'AWSCURRENT'] });
    expect(await get('s', { VersionStage: 'AWSPREVIOUS' })).toMatchObject({ SecretString: 'one' });
  });

  it('takes a repeated request for the same, and another value under its token for a conflict', async () => {
    const input = { Name: 's', SecretString: 'one', ClientRequestToken: token('a') };
    const made = await client.send(new CreateSecretCommand(input));
    expect(await client.send(new CreateSecretCommand(input))).toMatchObject({
      ARN: made.ARN,
      VersionId: token('a'),
    });
    await expect(client.send(new CreateSecretCommand({ ...input, SecretString: 'two' }))).rejects.toEqual(
      refusal('ResourceExistsException'),
    );
    await expect(create('s', 'one')).rejects.toEqual(refusal('ResourceExistsException'));
    const put = (SecretString: string) =>
      client.send(new PutSecretValueCommand({ SecretId: 's', SecretString, ClientRequestToken: token('b') }));
    await put('two');
    await put('two');
    await expect(put('three')).rejects.toEqual(refusal('ResourceExistsException'));
    expect(await get('s', { VersionStage: 'AWSPREVIOUS' })).toMatchObject({ SecretString: 'one' });
  });

  it('keeps binary values', async () => {
    await client.send(new CreateSecretCommand({ Name: 'b', SecretBinary: Uint8Array.of(0, 255, 10) }));
    const found = await get('b');
    expect(found.SecretString).toBeUndefined();
    expect([...(found.SecretBinary ?? [])]).toEqual([0, 255, 10]);
  });

  it('deletes after its window, restores within it, or deletes at once', async () => {
    await create('s', 'one');
    const deleted = await client.send(new DeleteSecretCommand({ SecretId: 's', RecoveryWindowInDays: 7 }));
    expect(deleted.DeletionDate?.getTime()).toBe(clock.now() + 7 * day);
    await expect(get('s')).rejects.toEqual(refusal('InvalidRequestException', 'marked for deletion'));
    await expect(create('s', 'two')).rejects.toEqual(
      refusal('InvalidRequestException', 'scheduled for deletion'),
    );
    expect((await client.send(new ListSecretsCommand({}))).SecretList).toEqual([]);
    expect(
      (await client.send(new ListSecretsCommand({ IncludePlannedDeletion: true }))).SecretList,
    ).toHaveLength(1);
    await client.send(new RestoreSecretCommand({ SecretId: 's' }));
    expect(await get('s')).toMatchObject({ SecretString: 'one' });
    await client.send(new DeleteSecretCommand({ SecretId: 's' }));
    await clock.advance(31 * day);
    await expect(get('s')).rejects.toEqual(refusal('ResourceNotFoundException'));
    await create('s', 'two');
    await client.send(new DeleteSecretCommand({ SecretId: 's', ForceDeleteWithoutRecovery: true }));
    await expect(client.send(new RestoreSecretCommand({ SecretId: 's' }))).rejects.toEqual(
      refusal('ResourceNotFoundException'),
    );
    await expect(
      client.send(new DeleteSecretCommand({ SecretId: 's', RecoveryWindowInDays: 3 })),
    ).rejects.toEqual(refusal('InvalidParameterException', 'between 7 and 30'));
  });

  it('lists newest first, by prefix and tag, page by page', async () => {
    for (const name of ['shop/a', 'shop/b', 'blog/a']) await create(name, name);
    await client.send(new TagResourceCommand({ SecretId: 'shop/a', Tags: [{ Key: 'team', Value: 'one' }] }));
    const list = async (input: object) => {
      const page = await client.send(new ListSecretsCommand(input));
      return { names: page.SecretList?.map((secret) => secret.Name), token: page.NextToken };
    };
    expect((await list({})).names).toEqual(['blog/a', 'shop/b', 'shop/a']);
    expect((await list({ Filters: [{ Key: 'name', Values: ['shop'] }], SortOrder: 'asc' })).names).toEqual([
      'shop/a',
      'shop/b',
    ]);
    expect((await list({ Filters: [{ Key: 'name', Values: ['!shop'] }] })).names).toEqual(['blog/a']);
    expect((await list({ Filters: [{ Key: 'tag-value', Values: ['one'] }] })).names).toEqual(['shop/a']);
    const first = await list({ MaxResults: 2 });
    expect((await list({ MaxResults: 2, NextToken: first.token })).names).toEqual(['shop/a']);
    await expect(list({ NextToken: 'x' })).rejects.toEqual(refusal('InvalidNextTokenException'));
    await client.send(new UntagResourceCommand({ SecretId: 'shop/a', TagKeys: ['team'] }));
    expect((await client.send(new DescribeSecretCommand({ SecretId: 'shop/a' }))).Tags).toEqual([]);
  });

  it('gets several at once and says which are not there', async () => {
    await create('a', '1');
    const found = await client.send(new BatchGetSecretValueCommand({ SecretIdList: ['a', 'b'] }));
    expect(found.SecretValues).toMatchObject([{ SecretString: '1' }]);
    expect(found.Errors).toMatchObject([{ SecretId: 'b', ErrorCode: 'ResourceNotFoundException' }]);
  });

  it('refuses to pretend that it replicates', async () => {
    const AddReplicaRegions = [{ Region: 'eu-west-1' }];
    await expect(client.send(new CreateSecretCommand({ Name: 'a', AddReplicaRegions }))).rejects.toEqual(
      refusal('InvalidParameterException', 'nothing is replicated'),
    );
    expect((await client.send(new ListSecretsCommand({}))).SecretList).toEqual([]);
  });

  it('gets those that filters choose, in pages', async () => {
    for (const name of ['shop/a', 'shop/b', 'blog']) await create(name, name);
    const batch = (input: BatchGetSecretValueCommandInput) =>
      client.send(new BatchGetSecretValueCommand(input));
    const Filters = [{ Key: 'name', Values: ['shop'] }] satisfies Filter[];
    const first = await batch({ Filters, MaxResults: 1 });
    const second = await batch({ Filters, MaxResults: 1, NextToken: first.NextToken });
    const found = [first, second].flatMap(({ SecretValues = [] }) => SecretValues);
    expect(found.map(({ SecretString }) => SecretString)).toEqual(['shop/a', 'shop/b']);
    expect(second.NextToken).toBeUndefined();
    for (const input of [{}, { Filters, SecretIdList: ['blog'] }, { SecretIdList: ['blog'], MaxResults: 1 }])
      await expect(batch(input)).rejects.toEqual(refusal('InvalidParameterException'));
  });

  it('looks for words in descriptions and everywhere, and refuses filters that it does not know', async () => {
    await client.send(new CreateSecretCommand({ Name: 'prod/AppBeta', Description: 'The key of the door' }));
    const names = async (Key: string, ...Values: string[]) => {
      const Filters = [{ Key, Values }] as Filter[];
      const { SecretList = [] } = await client.send(new ListSecretsCommand({ Filters }));
      return SecretList.map(({ Name }) => Name);
    };
    for (const value of ['door', 'KEY', 'no door']) expect(await names('description', value)).toHaveLength(1);
    expect(await names('description', 'oor')).toEqual([]);
    for (const value of ['beta', 'prod', 'door']) expect(await names('all', value)).toHaveLength(1);
    expect(await names('all', 'eta')).toEqual([]);
    await expect(names('color', 'red')).rejects.toEqual(refusal('InvalidParameterException', 'color'));
    await expect(names('name')).rejects.toEqual(refusal('InvalidParameterException', 'values'));
  });

  it('makes the first version the current one, whatever else it is called', async () => {
    await client.send(new CreateSecretCommand({ Name: 'a' }));
    const put = new PutSecretValueCommand({ SecretId: 'a', SecretString: '1', VersionStages: ['MINE'] });
    expect((await client.send(put)).VersionStages?.sort()).toEqual(['AWSCURRENT', 'MINE']);
    expect((await get('a')).SecretString).toBe('1');
  });

  it('forces the end of what is not there without complaint', async () => {
    const gone = new DeleteSecretCommand({ SecretId: 'none', ForceDeleteWithoutRecovery: true });
    expect(await client.send(gone)).toMatchObject({ Name: 'none', DeletionDate: new Date(clock.now()) });
    await expect(client.send(new DeleteSecretCommand({ SecretId: 'none' }))).rejects.toEqual(
      refusal('ResourceNotFoundException'),
    );
  });

  it('has no rotation, and says so', async () => {
    await create('a', '1');
    const error = await client.send(new RotateSecretCommand({ SecretId: 'a' })).catch((e: Error) => e);
    expect((error as Error).name).toBe('UnknownOperationException');
  });

  it.each([
    [{ Name: 'a b', SecretString: 'x' }, 'ValidationException'],
    [{ Name: 'a', SecretString: 'x', SecretBinary: Uint8Array.of(1) }, 'InvalidParameterException'],
    [{ Name: 'a', SecretString: 'x'.repeat(65_537) }, 'InvalidParameterException'],
    [{ Name: 'a', SecretString: 'x', ClientRequestToken: 'short' }, 'InvalidParameterException'],
  ])('refuses to create %#', async (input, name) => {
    await expect(client.send(new CreateSecretCommand(input))).rejects.toEqual(refusal(name));
    expect((await client.send(new ListSecretsCommand({}))).SecretList).toEqual([]);
  });
});
