import { randomBytes } from 'node:crypto';
import { type Aws, AwsError, type Call, defineService } from '../define.ts';
import { ownSnapshots } from '../persistence/own.ts';

/** STS: says who asks, and hands out credentials that are good for this server alone. */
export default defineService({
  name: 'sts',
  protocol: { kind: 'query', version: '2011-06-15', namespace: 'https://sts.amazonaws.com/doc/2011-06-15/' },
  sdk: () => import('@aws-sdk/client-sts'),
  missingMemberCode: 'ValidationError',
  state: (aws: Aws) => new Sessions(aws),
  persistence: ownSnapshots(1),
  operations: {
    GetCallerIdentity: (sessions, _input, call) => sessions.identify(call),
    AssumeRole: (sessions, input) =>
      sessions.assume(input.RoleArn!, input.RoleSessionName!, input.DurationSeconds ?? 3600),
    AssumeRoleWithWebIdentity: (sessions, input) => {
      const { SubjectFromWebIdentityToken, Audience } = readToken(input.WebIdentityToken!);
      const assumed = sessions.assume(input.RoleArn!, input.RoleSessionName!, input.DurationSeconds ?? 3600);
      return { ...assumed, SubjectFromWebIdentityToken, Audience };
    },
  },
});

interface Role {
  readonly Arn: string;
  readonly UserId: string;
}

class Sessions {
  readonly #aws: Aws;
  /** The ARN and id of who uses an access key. */
  readonly #roles = new Map<string, Role>();

  constructor(aws: Aws) {
    this.#aws = aws;
  }

  snapshot(): { roles: ReadonlyMap<string, Role> } {
    return { roles: this.#roles };
  }

  restore({ roles }: { roles: ReadonlyMap<string, Role> }): undefined {
    for (const [accessKey, role] of roles) this.#roles.set(accessKey, role);
  }

  identify({ accessKey }: Call): { Account: string; Arn: string; UserId: string } {
    const Account = this.#aws.account;
    const role = this.#roles.get(accessKey ?? '');
    return role
      ? { Account, ...role }
      : { Account, Arn: `arn:aws:iam::${Account}:user/local`, UserId: 'AIDALOCAL' };
  }

  assume(roleArn: string, session: string, seconds: number) {
    const role = /^arn:aws[a-z-]*:iam::(\d{12}):role\/(?:.*\/)?([\w+=,.@-]+)$/.exec(roleArn);
    if (!role) throw new AwsError('ValidationError', `${roleArn} is invalid`);
    if (!/^[\w+=,.@-]{2,64}$/.test(session))
      throw new AwsError('ValidationError', `Value '${session}' at 'roleSessionName' is not a session name.`);
    if (seconds < 900 || seconds > 43_200)
      throw new AwsError('ValidationError', 'DurationSeconds must be from 900 to 43200.');
    const AssumedRoleUser = {
      Arn: `arn:aws:sts::${role[1]}:assumed-role/${role[2]}/${session}`,
      AssumedRoleId: `AROALOCAL:${session}`,
    };
    // Says what it is, so that nobody takes it for a real key.
    const AccessKeyId = `ASIALOCAL${randomBytes(6).toString('hex').slice(0, 11).toUpperCase()}`;
    this.#roles.set(AccessKeyId, { Arn: AssumedRoleUser.Arn, UserId: AssumedRoleUser.AssumedRoleId });
    return {
      Credentials: {
        AccessKeyId,
        SecretAccessKey: `local-${randomBytes(17).toString('hex')}`,
        SessionToken: `local-${randomBytes(32).toString('hex')}`,
        Expiration: new Date(this.#aws.clock.now() + seconds * 1000),
      },
      AssumedRoleUser,
    };
  }
}

/** The subject and audience of a JSON Web Token, whose signature nobody checks here. */
function readToken(token: string): { SubjectFromWebIdentityToken: string; Audience: string } {
  try {
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    return { SubjectFromWebIdentityToken: String(claims.sub), Audience: String(claims.aud) };
  } catch {
    throw new AwsError('InvalidIdentityToken', 'The web identity token is not a JSON Web Token.');
  }
}
