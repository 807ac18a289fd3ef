import { randomInt } from 'node:crypto';
import type {
  CreateSecretCommandInput,
  DeleteSecretCommandInput,
  DescribeSecretCommandOutput,
  GetSecretValueCommandOutput,
  PutSecretValueCommandInput,
  SecretVersionsListEntry,
  UpdateSecretCommandInput,
  UpdateSecretVersionStageCommandInput,
} from '@aws-sdk/client-secrets-manager';
import { type Aws, AwsError } from '../../define.ts';
import { current, equal, hasValue, moveStages, type Stored, type Value, type Version } from './secret.ts';

type Out<T> = Omit<T, '$metadata'>;

const dayMs = 86_400_000;

/** Secrets with versions and staging labels; rotation is not here. */
export class SecretStore {
  readonly #aws: Aws;
  readonly #secrets = new Map<string, Stored>();

  constructor(aws: Aws) {
    this.#aws = aws;
  }

  snapshot(): { secrets: ReadonlyMap<string, Stored> } {
    return { secrets: this.#secrets };
  }

  restore({ secrets }: { secrets: ReadonlyMap<string, Stored> }): undefined {
    for (const [name, stored] of secrets) this.#secrets.set(name, stored);
  }

  create(input: CreateSecretCommandInput): { ARN: string; Name: string; VersionId: string | undefined } {
    const name = input.Name ?? '';
    if (!/^[\w/+=.@-]{1,512}$/.test(name))
      throw new AwsError(
        'ValidationException',
        'Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!',
      );
    if (input.AddReplicaRegions?.length)
      throw new AwsError('InvalidParameterException', 'The local AWS has one region: nothing is replicated.');
    const existing = this.#secrets.get(name);
    if (existing && this.#isGone(existing)) this.#secrets.delete(name);
    else if (existing?.deleted)
      throw new AwsError(
        'InvalidRequestException',
        "You can't create this secret because a secret with this name is already scheduled for deletion.",
      );
    else if (existing) return this.#repeated(existing, input);
    const now = this.#now();
    const stored: Stored = {
      name,
      arn: `arn:aws:secretsmanager:${this.#aws.region}:${this.#aws.account}:secret:${name}-${suffix()}`,
      created: now,
      changed: now,
      versions: new Map(),
      tags: new Map((input.Tags ?? []).map((tag) => [tag.Key ?? '', tag.Value ?? ''])),
      description: input.Description,
      keyId: input.KmsKeyId,
      accessed: undefined,
      deleted: undefined,
    };
    const version = hasValue(input)
      ? this.#add(stored, input, { token: input.ClientRequestToken })
      : undefined;
    this.#secrets.set(name, stored);
    return { ARN: stored.arn, Name: name, VersionId: version?.id };
  }

  put(input: PutSecretValueCommandInput) {
    const stored = this.find(input.SecretId);
    if (!hasValue(input))
      throw new AwsError('InvalidRequestException', 'You must provide either SecretString or SecretBinary.');
    const version = this.#add(stored, input, {
      token: input.ClientRequestToken,
      stages: input.VersionStages,
    });
    return { ARN: stored.arn, Name: stored.name, VersionId: version.id, VersionStages: [...version.stages] };
  }

  update(input: UpdateSecretCommandInput) {
    const stored = this.find(input.SecretId);
    const version = hasValue(input)
      ? this.#add(stored, input, { token: input.ClientRequestToken })
      : undefined;
    stored.description = input.Description ?? stored.description;
    stored.keyId = input.KmsKeyId ?? stored.keyId;
    stored.changed = this.#now();
    return { ARN: stored.arn, Name: stored.name, VersionId: version?.id };
  }

  /** The value of a version or stage, AWSCURRENT when neither is given. */
  get(input: {
    readonly SecretId: string | undefined;
    readonly VersionId?: string | undefined;
    readonly VersionStage?: string | undefined;
  }): Out<GetSecretValueCommandOutput> {
    const stored = this.find(input.SecretId);
    const stage = input.VersionStage ?? (input.VersionId ? undefined : current);
    const version = [...stored.versions.values()].find(
      (v) => (!input.VersionId || v.id === input.VersionId) && (!stage || v.stages.has(stage)),
    );
    if (!version) {
      const asked = input.VersionId ? `VersionId: ${input.VersionId}` : `staging label: ${stage}`;
      throw new AwsError(
        'ResourceNotFoundException',
        `Secrets Manager can't find the specified secret value for ${asked}`,
      );
    }
    stored.accessed = this.#now();
    return {
      ARN: stored.arn,
      Name: stored.name,
      VersionId: version.id,
      ...(version.text !== undefined && { SecretString: version.text }),
      ...(version.binary && { SecretBinary: version.binary }),
      VersionStages: [...version.stages],
      CreatedDate: version.created,
    };
  }

  describe(stored: Stored): Out<DescribeSecretCommandOutput> {
    return {
      ARN: stored.arn,
      Name: stored.name,
      ...(stored.description !== undefined && { Description: stored.description }),
      ...(stored.keyId && { KmsKeyId: stored.keyId }),
      LastChangedDate: stored.changed,
      ...(stored.accessed && { LastAccessedDate: new Date(stored.accessed.setUTCHours(0, 0, 0, 0)) }),
      ...(stored.deleted && { DeletedDate: stored.deleted.marked }),
      Tags: [...stored.tags].map(([Key, Value]) => ({ Key, Value })),
      VersionIdsToStages: Object.fromEntries(
        [...stored.versions.values()].filter((v) => v.stages.size > 0).map((v) => [v.id, [...v.stages]]),
      ),
      CreatedDate: stored.created,
    };
  }

  versions(stored: Stored, includeDeprecated: boolean): SecretVersionsListEntry[] {
    return [...stored.versions.values()]
      .filter((version) => includeDeprecated || version.stages.size > 0)
      .map((version) => ({
        VersionId: version.id,
        VersionStages: [...version.stages],
        CreatedDate: version.created,
      }));
  }

  /** Every secret, in the order of creation. */
  all(): Stored[] {
    return [...this.#secrets.values()].filter((stored) => !this.#isGone(stored));
  }

  moveStage(input: UpdateSecretVersionStageCommandInput) {
    const stored = this.find(input.SecretId);
    const stage = input.VersionStage ?? '';
    const holder = [...stored.versions.values()].find((version) => version.stages.has(stage));
    if (holder && input.MoveToVersionId !== holder.id && input.RemoveFromVersionId !== holder.id)
      throw new AwsError(
        'InvalidParameterException',
        `The parameter RemoveFromVersionId can't be empty. Staging label ${stage} is currently attached to version ${holder.id}, so you must explicitly reference that version in RemoveFromVersionId.`,
      );
    if (stage === current && !input.MoveToVersionId)
      throw new AwsError(
        'InvalidParameterException',
        'You can only move staging label AWSCURRENT to a different secret version. It can’t be completely removed.',
      );
    const target = input.MoveToVersionId ? stored.versions.get(input.MoveToVersionId) : undefined;
    if (input.MoveToVersionId && !target)
      throw new AwsError(
        'ResourceNotFoundException',
        `Secrets Manager can't find the specified secret version ${input.MoveToVersionId}.`,
      );
    if (target) moveStages(stored, target, [stage]);
    else holder?.stages.delete(stage);
    return { ARN: stored.arn, Name: stored.name };
  }

  delete(input: DeleteSecretCommandInput) {
    const { ForceDeleteWithoutRecovery: force, RecoveryWindowInDays: days } = input;
    if (force && days !== undefined)
      throw new AwsError(
        'InvalidParameterException',
        "You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.",
      );
    if (days !== undefined && (days < 7 || days > 30))
      throw new AwsError(
        'InvalidParameterException',
        'The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).',
      );
    const now = this.#aws.clock.now();
    // Who forces it wants it gone, and it is: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteSecret.html
    if (force && !this.#matching(input.SecretId))
      return { Name: input.SecretId, DeletionDate: new Date(now) };
    const stored = this.find(input.SecretId, { deleted: force ?? false });
    const due = force ? now : now + (days ?? 30) * dayMs;
    if (force) this.#secrets.delete(stored.name);
    stored.deleted = { marked: new Date(now), due };
    return { ARN: stored.arn, Name: stored.name, DeletionDate: new Date(due) };
  }

  recover(id: string | undefined) {
    const stored = this.find(id, { deleted: true });
    stored.deleted = undefined;
    return { ARN: stored.arn, Name: stored.name };
  }

  /** By name, by ARN, or by an ARN without its six random characters. */
  find(id: string | undefined, options: { deleted: boolean } = { deleted: false }): Stored {
    const stored = this.#matching(id);
    if (!stored)
      throw new AwsError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
    if (stored.deleted && !options.deleted)
      throw new AwsError(
        'InvalidRequestException',
        "You can't perform this operation on the secret because it was marked for deletion.",
      );
    return stored;
  }

  #matching(id: string | undefined): Stored | undefined {
    return this.all().find((s) => s.name === id || s.arn === id || s.arn.slice(0, -7) === id);
  }

  /** Adds a version; the same token with the same value is the same version. */
  #add(
    stored: Stored,
    value: Value,
    options: { token: string | undefined; stages?: string[] | undefined },
  ): Version {
    const id = options.token ?? this.#aws.uuid();
    const stages = options.stages ?? [current];
    if (id.length < 32 || id.length > 64)
      throw new AwsError('InvalidParameterException', 'ClientRequestToken must be 32 to 64 characters long.');
    if (value.SecretString !== undefined && value.SecretBinary)
      throw new AwsError(
        'InvalidParameterException',
        "You can't specify both a SecretString and a SecretBinary.",
      );
    if (Buffer.byteLength(value.SecretString ?? value.SecretBinary ?? '') > 65_536)
      throw new AwsError('InvalidParameterException', 'A secret value holds at most 65536 bytes.');
    const same = stored.versions.get(id);
    if (same && !equal(same, value))
      throw new AwsError(
        'ResourceExistsException',
        'You tried to create a new version of a secret with the ClientRequestToken of another version and other content.',
      );
    const version = same ?? {
      id,
      text: value.SecretString,
      binary: value.SecretBinary,
      created: this.#now(),
      stages: new Set<string>(),
    };
    // The first version of all is the current one, whatever else it is called.
    const isFirst = stored.versions.size === 0;
    stored.versions.set(id, version);
    moveStages(stored, version, isFirst ? [...new Set([...stages, current])] : stages);
    stored.changed = this.#now();
    return version;
  }

  #repeated(stored: Stored, input: CreateSecretCommandInput) {
    const version = stored.versions.get(input.ClientRequestToken ?? '');
    if (version && equal(version, input))
      return { ARN: stored.arn, Name: stored.name, VersionId: version.id };
    throw new AwsError(
      'ResourceExistsException',
      `The operation failed because the secret ${stored.name} already exists.`,
    );
  }

  #isGone(stored: Stored): boolean {
    return stored.deleted !== undefined && stored.deleted.due <= this.#aws.clock.now();
  }

  #now(): Date {
    return new Date(this.#aws.clock.now());
  }
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const suffix = () => Array.from({ length: 6 }, () => letters[randomInt(letters.length)]).join('');
