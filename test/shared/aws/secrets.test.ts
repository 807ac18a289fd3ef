import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { expect, onTestFinished, test } from 'vitest';
import { startAws } from '../../../local/aws/server.ts';
import { createAwsClients } from '../../../shared/aws/clients.ts';
import { createSecretStore } from '../../../shared/aws/secrets.ts';

const value = 'correct-horse';

async function open() {
  const local = await startAws({ log: () => {} });
  onTestFinished(() => local.close());
  const config = {
    endpoint: local.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  };
  const ssm = new SSMClient(config);
  await ssm.send(new PutParameterCommand({ Name: '/shop/DB', Type: 'SecureString', Value: 'old' }));
  await ssm.send(
    new PutParameterCommand({ Name: '/shop/DB', Type: 'SecureString', Value: value, Overwrite: true }),
  );
  const manager = new SecretsManagerClient(config);
  const { ARN } = await manager.send(new CreateSecretCommand({ Name: 'shop/db', SecretString: value }));
  return { store: createSecretStore(createAwsClients(config)), arn: ARN! };
}

test('a parameter is described without its value, and read as a secret', async () => {
  const { store } = await open();
  const info = await store.describe('/shop/DB');
  expect(info).toMatchObject({ name: '/shop/DB', type: 'SecureString', version: '2' });
  expect(info?.changedAt).toBeGreaterThan(0);
  expect(JSON.stringify(info)).not.toContain(value);
  const secret = await store.read('/shop/DB');
  expect(secret?.reveal()).toBe(value);
  expect(`${secret}`).toBe('***');
  expect((await store.read('/shop/DB:1'))?.reveal()).toBe('old');
});

test('a secret of Secrets Manager likewise, by its prefixed name or its ARN', async () => {
  const { store, arn } = await open();
  for (const name of ['secretsmanager:shop/db', arn]) {
    const info = await store.describe(name);
    expect(info).toMatchObject({ name, type: 'Secret' });
    expect(info?.version).not.toBe('');
    expect(JSON.stringify(info)).not.toContain(value);
    expect((await store.read(name))?.reveal()).toBe(value);
  }
});

test.each(['/shop/NONE', 'secretsmanager:shop/none'])('%s does not exist', async (name) => {
  const { store } = await open();
  expect(await store.describe(name)).toBeUndefined();
  expect(await store.read(name)).toBeUndefined();
});

test('the names below a path are listed, and the versions of a name, without values', async () => {
  const { store } = await open();
  const listed = await store.list('/shop/', 10);
  expect(listed).toMatchObject([{ name: '/shop/DB', type: 'SecureString', version: '2' }]);
  expect(await store.list('/none', 10)).toEqual([]);
  const versions = await store.history('/shop/DB');
  expect(versions.map(({ version }) => version)).toEqual(['2', '1']);
  expect(JSON.stringify([listed, versions])).not.toContain(value);
  expect(await store.history('/shop/NONE')).toEqual([]);
});

test('Secrets Manager lists by the beginning of the name, and knows its versions', async () => {
  const { store } = await open();
  const listed = await store.list('secretsmanager:shop', 10);
  expect(listed).toMatchObject([{ name: 'secretsmanager:shop/db', type: 'Secret' }]);
  expect(await store.list('secretsmanager:none', 10)).toEqual([]);
  const versions = await store.history('secretsmanager:shop/db');
  expect(versions).toMatchObject([{ version: listed[0]?.version, labels: ['AWSCURRENT'] }]);
  expect(JSON.stringify([listed, versions])).not.toContain(value);
  expect(await store.history('secretsmanager:shop/none')).toEqual([]);
});
