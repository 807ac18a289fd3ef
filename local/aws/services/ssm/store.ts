import { randomBytes } from 'node:crypto';
import type {
  LabelParameterVersionCommandOutput,
  Parameter,
  ParameterHistory,
  ParameterMetadata,
  PutParameterCommandInput,
  PutParameterCommandOutput,
} from '@aws-sdk/client-ssm';
import { type Aws, AwsError } from '../../define.ts';
import secretsmanager from '../secretsmanager/service.ts';
import { checkName, checkPattern, checkTypes, keyOf, labelComplaint, tierFor } from './rules.ts';

export interface Version {
  readonly number: number;
  readonly value: string;
  /** What SecureString answers without decryption: it tells nothing of the value, not even its length. */
  readonly cipher: string;
  readonly modified: Date;
  readonly type: 'String' | 'StringList' | 'SecureString';
  readonly tier: 'Standard' | 'Advanced';
  readonly dataType: string;
  readonly description: string | undefined;
  readonly allowedPattern: string | undefined;
  readonly keyId: string | undefined;
  readonly labels: Set<string>;
}

export interface Stored {
  readonly name: string;
  readonly versions: Version[];
  readonly tags: Map<string, string>;
}

const maxVersions = 100;
const secretPrefix = '/aws/reference/secretsmanager/';

/** Parameter Store. Service quotas: https://docs.aws.amazon.com/general/latest/gr/ssm.html */
export class ParameterStore {
  readonly #aws: Aws;
  /** By key: see `keyOf`. */
  readonly #parameters = new Map<string, Stored>();

  constructor(aws: Aws) {
    this.#aws = aws;
  }

  snapshot(): { parameters: ReadonlyMap<string, Stored> } {
    return { parameters: this.#parameters };
  }

  restore({ parameters }: { parameters: ReadonlyMap<string, Stored> }): undefined {
    for (const stored of parameters.values()) this.#parameters.set(keyOf(stored.name), stored);
  }

  /** Every parameter, by name. */
  all(): Stored[] {
    return [...this.#parameters.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  put(input: PutParameterCommandInput): Omit<PutParameterCommandOutput, '$metadata'> {
    const name = this.#plainName(input.Name ?? '');
    checkName(name);
    const existing = this.#parameters.get(keyOf(name));
    if (input.Overwrite && input.Tags?.length)
      throw invalid(
        "Invalid request: tags and overwrite can't be used together. To update tags, use AddTagsToResource.",
      );
    if (existing && !input.Overwrite)
      throw new AwsError(
        'ParameterAlreadyExists',
        'The parameter already exists. To overwrite this value, set the overwrite option in the request to true.',
      );
    const previous = existing?.versions.at(-1);
    const type = input.Type ?? previous?.type;
    if (!type) throw invalid('A parameter type is required when you create a parameter.');
    checkTypes(type, input.DataType);
    const value = input.Value ?? '';
    if (value === '')
      throw invalid(
        "Value '' at 'value' failed to satisfy constraint: Member must have length greater than or equal to 1.",
      );
    const allowedPattern = input.AllowedPattern || previous?.allowedPattern;
    checkPattern(value, allowedPattern);
    const version: Version = {
      number: (previous?.number ?? 0) + 1,
      value,
      cipher: randomBytes(144).toString('base64'),
      modified: new Date(this.#aws.clock.now()),
      type,
      tier: tierFor(value, input.Tier, previous?.tier),
      dataType: input.DataType ?? previous?.dataType ?? 'text',
      description: input.Description ?? previous?.description,
      allowedPattern,
      keyId: type === 'SecureString' ? (input.KeyId ?? previous?.keyId ?? 'alias/aws/ssm') : undefined,
      labels: new Set(),
    };
    const stored: Stored = existing ?? { name, versions: [], tags: new Map() };
    this.#makeRoom(stored);
    stored.versions.push(version);
    for (const tag of input.Tags ?? []) stored.tags.set(tag.Key ?? '', tag.Value ?? '');
    this.#parameters.set(keyOf(name), stored);
    this.#emit(stored, existing ? 'Update' : 'Create', version);
    return { Version: version.number, Tier: version.tier };
  }

  /** `name`, `name:3`, `name:label`, an ARN, or a reference to a secret. Throws ParameterNotFound and its kin. */
  get(reference: string, withDecryption: boolean): Parameter {
    const named = this.#plainName(reference);
    if (named.startsWith(secretPrefix)) return this.#secret(named, withDecryption);
    const [name = '', selector, ...rest] = named.split(':');
    if (rest.length > 0) throw invalid(`Invalid parameter name: ${reference}`);
    const stored = this.stored(name);
    const version = selector === undefined ? stored.versions.at(-1)! : this.#select(stored, selector);
    return this.shown(stored, version, { withDecryption, ...(selector && { selector: `:${selector}` }) });
  }

  has(reference: string): boolean {
    return this.#parameters.has(keyOf(this.#plainName(reference)));
  }

  stored(reference: string): Stored {
    const name = this.#plainName(reference);
    const stored = this.#parameters.get(keyOf(name));
    if (!stored) throw new AwsError('ParameterNotFound', `Parameter ${name} not found.`);
    return stored;
  }

  shown(
    stored: Stored,
    version: Version,
    options: { withDecryption: boolean; selector?: string },
  ): Parameter {
    return {
      Name: stored.name,
      Type: version.type,
      Value: visible(version, options.withDecryption),
      Version: version.number,
      ...(options.selector && { Selector: options.selector }),
      LastModifiedDate: version.modified,
      ARN: this.arn(stored.name),
      DataType: version.dataType,
    };
  }

  metadata(stored: Stored, version = stored.versions.at(-1)!): ParameterMetadata {
    return {
      Name: stored.name,
      ARN: this.arn(stored.name),
      Type: version.type,
      ...(version.keyId && { KeyId: version.keyId }),
      LastModifiedDate: version.modified,
      LastModifiedUser: `arn:aws:iam::${this.#aws.account}:root`,
      ...(version.description !== undefined && { Description: version.description }),
      ...(version.allowedPattern && { AllowedPattern: version.allowedPattern }),
      Version: version.number,
      Tier: version.tier,
      Policies: [],
      DataType: version.dataType,
    };
  }

  history(name: string, withDecryption: boolean): ParameterHistory[] {
    const stored = this.stored(name);
    return stored.versions.map((version) => {
      const { ARN: _, ...metadata } = this.metadata(stored, version);
      return { ...metadata, Value: visible(version, withDecryption), Labels: [...version.labels] };
    });
  }

  label(
    name: string,
    number: number | undefined,
    labels: readonly string[],
  ): Omit<LabelParameterVersionCommandOutput, '$metadata'> {
    const stored = this.stored(name);
    const version = number === undefined ? stored.versions.at(-1)! : this.#select(stored, String(number));
    const invalidLabels = labels.filter((label) => labelComplaint(label));
    const valid = labels.filter((label) => !labelComplaint(label));
    if (new Set([...version.labels, ...valid]).size > 10)
      throw new AwsError(
        'ParameterVersionLabelLimitExceeded',
        'A parameter version can have maximum 10 labels. Move one or more labels to another version and try again.',
      );
    for (const label of valid) {
      for (const other of stored.versions) other.labels.delete(label);
      version.labels.add(label);
    }
    if (valid.length > 0) this.#emit(stored, 'LabelParameterVersion', version);
    return { InvalidLabels: invalidLabels, ParameterVersion: version.number };
  }

  unlabel(
    name: string,
    number: number,
    labels: readonly string[],
  ): { RemovedLabels: string[]; InvalidLabels: string[] } {
    const version = this.#select(this.stored(name), String(number));
    const removed = labels.filter((label) => version.labels.delete(label));
    return { RemovedLabels: removed, InvalidLabels: labels.filter((label) => !removed.includes(label)) };
  }

  delete(reference: string): void {
    const stored = this.stored(reference);
    this.#parameters.delete(keyOf(stored.name));
    this.#emit(stored, 'Delete', stored.versions.at(-1)!);
  }

  arn(name: string): string {
    return `arn:aws:ssm:${this.#aws.region}:${this.#aws.account}:parameter${name.startsWith('/') ? '' : '/'}${name}`;
  }

  /** A name, also where an ARN gives it. */
  #plainName(reference: string): string {
    return /^arn:[^:]+:ssm:[^:]*:[^:]*:parameter(\/.+)$/.exec(reference)?.[1] ?? reference;
  }

  #select(stored: Stored, selector: string): Version {
    const numbered = /^\d+$/.test(selector);
    const version = stored.versions.find((v) =>
      numbered ? v.number === Number(selector) : v.labels.has(selector),
    );
    if (version) return version;
    throw new AwsError(
      'ParameterVersionNotFound',
      `Systems Manager could not find ${numbered ? 'version' : 'label'} ${selector} of ${stored.name}. Verify the ${numbered ? 'version' : 'label'} and try again.`,
    );
  }

  #secret(reference: string, withDecryption: boolean): Parameter {
    if (!withDecryption)
      throw invalid('WithDecryption flag must be True for retrieving a Secret Manager secret.');
    const [SecretId, version] = reference.slice(secretPrefix.length).split(':');
    const isId = /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(version ?? '');
    const selected = isId ? { VersionId: version } : { VersionStage: version };
    try {
      const secret = this.#aws.use(secretsmanager).get({ SecretId, ...selected });
      return {
        Name: `${secretPrefix}${SecretId}`,
        ...(version && { Selector: `:${version}` }),
        Type: 'SecureString',
        Value: secret.SecretString ?? Buffer.from(secret.SecretBinary ?? []).toString('base64'),
        Version: 0,
        SourceResult: JSON.stringify({ ...secret, SecretString: undefined, SecretBinary: undefined }),
        LastModifiedDate: secret.CreatedDate,
        ARN: secret.ARN,
      };
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      throw new AwsError(
        'ParameterNotFound',
        `An error occurred (ParameterNotFound) when referencing Secrets Manager: Secret ${reference} not found.`,
      );
    }
  }

  #makeRoom(stored: Stored): void {
    const oldest = stored.versions[0];
    if (stored.versions.length < maxVersions || !oldest) return;
    if (oldest.labels.size > 0)
      throw new AwsError(
        'ParameterMaxVersionLimitExceeded',
        `You attempted to create a new version of ${stored.name} by calling the PutParameter API with the overwrite flag. Version ${oldest.number}, the oldest version, can't be deleted because it has a label associated with it. Move the label to another version of the parameter, and try again.`,
      );
    stored.versions.shift();
  }

  #emit(stored: Stored, operation: string, version: Version): void {
    this.#aws.emit({
      source: 'aws.ssm',
      detailType: 'Parameter Store Change',
      resources: [this.arn(stored.name)],
      detail: { operation, name: stored.name, type: version.type, description: version.description ?? '' },
    });
  }
}

const visible = (version: Version, withDecryption: boolean) =>
  version.type === 'SecureString' && !withDecryption ? version.cipher : version.value;

const invalid = (message: string) => new AwsError('ValidationException', message);
