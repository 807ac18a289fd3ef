import { createHash, createHmac } from 'node:crypto';
import { Secret } from '../secrets/secret.ts';
import type { AwsClients } from './clients.ts';
import { explaining } from './errors.ts';

/** How git gets into a CodeCommit repository for the next minutes. */
export interface GitAccess {
  readonly url: string;
  /** A whole `Authorization` header. */
  readonly authorization: Secret;
}

export interface GitTarget {
  readonly region: string;
  readonly repository: string;
  /** Such as `https://git-codecommit.eu-west-1.amazonaws.com`. */
  readonly endpoint: string;
}

interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** CodeCommit's git endpoint of a region. https://docs.aws.amazon.com/codecommit/latest/userguide/regions.html */
export function gitEndpoint(region: string): string {
  return `https://git-codecommit.${region}.${region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com'}`;
}

/** Signs with the credentials that every client has; nothing of it is stored. */
export async function gitAccess(
  clients: Pick<AwsClients, 'codepipeline'>,
  target: GitTarget,
  now: number,
): Promise<GitAccess> {
  const { config } = await clients.codepipeline();
  const credentials = await explaining({ region: target.region }, () => config.credentials());
  return signGitAccess(credentials, target, now);
}

/**
 * The user name and password that CodeCommit takes from git: the password is a Signature Version 4 of a request
 * with the method GIT, as AWS's own helper computes it.
 * https://github.com/aws/git-remote-codecommit/blob/master/git_remote_codecommit/__init__.py
 */
export function signGitAccess(credentials: Credentials, target: GitTarget, now: number): GitAccess {
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  const { region, repository, endpoint } = target;
  const url = new URL(`/v1/repos/${encodeURIComponent(repository)}`, endpoint);
  // `20260131T140500`, without the Z that other requests of AWS have.
  const timestamp = new Date(now).toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
  const date = timestamp.slice(0, 8);
  const request = ['GIT', url.pathname, '', `host:${url.host}`, '', 'host', ''].join('\n');
  const scope = [date, region, 'codecommit', 'aws4_request'];
  const signed = ['AWS4-HMAC-SHA256', timestamp, scope.join('/'), hash(request)].join('\n');
  const key = scope.reduce<Buffer | string>((secret, part) => hmac(secret, part), `AWS4${secretAccessKey}`);
  const user = sessionToken ? `${accessKeyId}%${sessionToken}` : accessKeyId;
  const password = `${timestamp}Z${hmac(key, signed).toString('hex')}`;
  const basic = Buffer.from(`${user}:${password}`).toString('base64');
  return { url: url.href, authorization: new Secret(`Authorization: Basic ${basic}`) };
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: Buffer | string, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
