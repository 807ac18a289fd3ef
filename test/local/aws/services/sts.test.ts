import * as STS from '@aws-sdk/client-sts';
import { afterEach, expect, test } from 'vitest';
import { type LocalAws, startAws } from '../../../../local/aws/server.ts';
import stsService from '../../../../local/aws/services/sts.ts';

const open: LocalAws[] = [];
afterEach(async () => {
  for (const aws of open.splice(0)) await aws.close();
});

async function start() {
  const local = await startAws({ services: [stsService] });
  open.push(local);
  const client = (credentials = { accessKeyId: 'local', secretAccessKey: 'local' }) =>
    new STS.STSClient({ endpoint: local.endpoint, region: 'us-east-1', credentials, maxAttempts: 1 });
  return { ...local, client };
}

const RoleArn = 'arn:aws:iam::123456789012:role/deployer';

test('it says who asks, before and after taking a role', async () => {
  const { client } = await start();
  const me = new STS.GetCallerIdentityCommand({});
  expect(await client().send(me)).toMatchObject({
    Account: '123456789012',
    Arn: 'arn:aws:iam::123456789012:user/local',
  });
  const { Credentials } = await client().send(
    new STS.AssumeRoleCommand({ RoleArn, RoleSessionName: 'run-7' }),
  );
  expect(Credentials!.Expiration!.getTime()).toBeGreaterThan(Date.now() + 3_500_000);
  expect(Credentials!.SecretAccessKey).toMatch(/^local-/);
  const assumed = client({
    accessKeyId: Credentials!.AccessKeyId!,
    secretAccessKey: Credentials!.SecretAccessKey!,
  });
  expect((await assumed.send(me)).Arn).toBe('arn:aws:sts::123456789012:assumed-role/deployer/run-7');
});

test('a role is taken with a web identity token', async () => {
  const { client } = await start();
  const claims = Buffer.from(JSON.stringify({ sub: 'repo:a/b', aud: 'sts.amazonaws.com' })).toString(
    'base64url',
  );
  const assume = (WebIdentityToken: string) =>
    client().send(
      new STS.AssumeRoleWithWebIdentityCommand({ RoleArn, RoleSessionName: 'run', WebIdentityToken }),
    );
  expect(await assume(`e30.${claims}.x`)).toMatchObject({ SubjectFromWebIdentityToken: 'repo:a/b' });
  await expect(assume('rubbish')).rejects.toMatchObject({ name: 'InvalidIdentityTokenException' });
});

test.each([
  [{ RoleArn: 'nonsense', RoleSessionName: 'run' }, 'ValidationError'],
  [{ RoleArn, RoleSessionName: 'has space' }, 'ValidationError'],
  [{ RoleArn, RoleSessionName: 'run', DurationSeconds: 5 }, 'ValidationError'],
  [{ RoleArn } as STS.AssumeRoleCommandInput, 'ValidationError'],
])('%j is refused with %s', async (input, name) => {
  const { client } = await start();
  await expect(client().send(new STS.AssumeRoleCommand(input))).rejects.toMatchObject({ name });
});

test.each([
  ['Action=GetCallerIdentity&Version=1999-01-01', 'InvalidAction'],
  ['Action=DecodeAuthorizationMessage&Version=2011-06-15', 'UnknownOperationException'],
  ['Action=AssumeRole&Version=2011-06-15&DurationSeconds=soon', 'SerializationException'],
])('%s is refused with %s', async (body, code) => {
  const { endpoint } = await start();
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const response = await fetch(endpoint, { method: 'POST', headers, body });
  expect(response.status).toBe(400);
  expect(await response.text()).toContain(`<Code>${code}</Code>`);
});
