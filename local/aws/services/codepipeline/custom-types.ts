import type {
  ActionCategory,
  ActionType,
  ActionTypeId,
  ActionTypeSettings,
  CreateCustomActionTypeInput,
  Tag,
} from '@aws-sdk/client-codepipeline';
import type { ActionTypeSpec } from '../../../../shared/spec/action-types.ts';
import { AwsError } from '../../define.ts';
import { checkTags } from './tags.ts';

/** An action type that this account made, whose actions are carried out by job workers of its own. */
export interface CustomType {
  readonly type: ActionType & { readonly id: ActionTypeId };
  readonly tags: Map<string, Tag>;
}

const categories: readonly string[] = ['Source', 'Build', 'Deploy', 'Test', 'Invoke', 'Approval'];
const wordPattern = /^[0-9A-Za-z_-]+$/;

/** The custom action types of the account. */
export class CustomTypes {
  readonly #types = new Map<string, CustomType>();
  /** Keys of deleted types: a version is used once. */
  readonly #deleted = new Set<string>();

  all(): CustomType[] {
    return [...this.#types.values()];
  }

  find(id: Pick<ActionTypeId, 'category' | 'provider' | 'version'>): CustomType | undefined {
    return this.#types.get(keyOf(id));
  }

  /** https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_CreateCustomActionType.html */
  create(input: CreateCustomActionTypeInput): CustomType {
    const { category, provider, version, tags = [] } = input;
    checkInput(input);
    checkTags(tags);
    const id: ActionTypeId = { category: category as ActionCategory, owner: 'Custom', provider, version };
    const key = keyOf(id);
    if (this.#types.has(key) || this.#deleted.has(key))
      throw new AwsError(
        'ValidationException',
        `The custom action type ${key} exists already, or existed: give it a version that was never used`,
      );
    // https://docs.aws.amazon.com/codepipeline/latest/userguide/limits.html
    if (this.#types.size >= 50)
      throw new AwsError('LimitExceededException', 'A region has at most 50 custom action types');
    const type = {
      id,
      settings: input.settings,
      actionConfigurationProperties: input.configurationProperties,
      inputArtifactDetails: input.inputArtifactDetails,
      outputArtifactDetails: input.outputArtifactDetails,
    };
    return this.put({ type, tags: new Map(tags.map((tag) => [tag.key ?? '', tag])) });
  }

  put(custom: CustomType): CustomType {
    this.#types.set(keyOf(custom.type.id), custom);
    return custom;
  }

  /** Deleting one that is not there succeeds, as with pipelines. */
  delete(id: Pick<ActionTypeId, 'category' | 'provider' | 'version'>): void {
    const key = keyOf(id);
    if (this.#types.delete(key)) this.#deleted.add(key);
  }

  /** Keys of types that are no more, for snapshots. */
  get deleted(): Set<string> {
    return this.#deleted;
  }
}

function keyOf({
  category,
  provider,
  version,
}: Pick<ActionTypeId, 'category' | 'provider' | 'version'>): string {
  return `${category}/${provider}/${version}`;
}

function checkInput(input: CreateCustomActionTypeInput): void {
  const { category = '', provider = '', version = '', configurationProperties: properties = [] } = input;
  if (!categories.includes(category))
    throw invalid(`category must be one of ${categories.join(', ')}, not ${category}`);
  if (!wordPattern.test(provider) || provider.length > 35)
    throw invalid('provider must have 1 to 35 letters, digits, dashes and underscores');
  if (!wordPattern.test(version) || version.length > 9)
    throw invalid('version must have 1 to 9 letters, digits, dashes and underscores');
  for (const details of [input.inputArtifactDetails, input.outputArtifactDetails]) {
    const { minimumCount = 0, maximumCount = 0 } = details ?? {};
    if (minimumCount < 0 || maximumCount > 5 || minimumCount > maximumCount)
      throw invalid('artifact counts must be 0 to 5, the minimum not above the maximum');
  }
  if (properties.length > 10) throw invalid('an action type has at most 10 configuration properties');
  const names = new Set(properties.map(({ name }) => name));
  if (names.size < properties.length) throw invalid('two configuration properties have the same name');
  for (const { name = '', queryable, secret, required } of properties) {
    if (name.length < 1 || name.length > 50) throw invalid('the name of a property has 1 to 50 characters');
    if (queryable && (secret || !required))
      throw invalid(`the queryable property ${name} must be required and must not be secret`);
  }
  if (properties.filter(({ queryable }) => queryable).length > 1)
    throw invalid('at most one configuration property is queryable');
  checkSettings(input.settings);
}

function checkSettings(settings: ActionTypeSettings | undefined): void {
  for (const [name, url] of Object.entries(settings ?? {}))
    if (typeof url === 'string' && (url.length > 2048 || !/^https?:\/\//.test(url)))
      throw invalid(`settings.${name} must be a URL of at most 2048 characters`);
}

const invalid = (message: string) => new AwsError('ValidationException', message);

/** The type as definitions of pipelines are checked against it. */
export function specOf({ type }: CustomType): ActionTypeSpec {
  const properties = type.actionConfigurationProperties ?? [];
  const names = (wanted: boolean) =>
    properties.filter(({ required }) => Boolean(required) === wanted).map(({ name }) => name ?? '');
  const { inputArtifactDetails: inputs, outputArtifactDetails: outputs } = type;
  return {
    category: type.id.category as ActionTypeSpec['category'],
    owner: 'Custom',
    provider: type.id.provider ?? '',
    version: type.id.version ?? '1',
    inputs: [inputs?.minimumCount ?? 0, inputs?.maximumCount ?? 0],
    outputs: [outputs?.minimumCount ?? 0, outputs?.maximumCount ?? 0],
    required: names(true),
    optional: names(false),
  };
}
