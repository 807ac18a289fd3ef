import type {
  ActionCategory,
  ActionTypeDeclaration,
  ActionTypeId,
  ActionTypeIdentifier,
} from '@aws-sdk/client-codepipeline';
import { type ActionTypeSpec, actionTypes, versionOf } from '../../../../shared/spec/action-types.ts';
import { type Aws, AwsError } from '../../define.ts';
import type { ActionRunner } from './actions/define.ts';

/**
 * The action types of partners: AWS's catalogue has them, their providers change them, and job workers of the
 * providers carry them out.
 * https://docs.aws.amazon.com/codepipeline/latest/userguide/action-types.html
 */
export class PartnerTypes {
  readonly #types = new Map<string, ActionTypeDeclaration>();

  constructor(aws: Aws, runners: readonly ActionRunner[]) {
    const run = new Set(runners.map(({ provider, owner }) => `${owner}/${provider}`));
    for (const spec of actionTypes)
      if (spec.owner === 'ThirdParty' && !run.has(`ThirdParty/${spec.provider}`))
        this.put(declarationOf(spec, aws.account));
  }

  all(): ActionTypeDeclaration[] {
    return [...this.#types.values()];
  }

  find(id: ActionTypeIdentifier | ActionTypeId | undefined): ActionTypeDeclaration | undefined {
    return this.#types.get(keyOf(id));
  }

  /** As `find`, but throws where there is none. */
  need(id: ActionTypeIdentifier | undefined): ActionTypeDeclaration {
    const type = this.find(id);
    if (!type) throw new AwsError('ActionTypeNotFoundException', `There is no action type ${keyOf(id)}`);
    return type;
  }

  /** https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_UpdateActionType.html */
  update(type: ActionTypeDeclaration): void {
    this.need(type.id);
    const { minimumCount = 0, maximumCount = 0 } = type.inputArtifactDetails ?? {};
    const { minimumCount: least = 0, maximumCount: most = 0 } = type.outputArtifactDetails ?? {};
    if ([minimumCount, maximumCount, least, most].some((count) => count < 0 || count > 10))
      throw invalid('artifact counts must be 0 to 10');
    if (minimumCount > maximumCount || least > most)
      throw invalid('the minimum of artifacts must not be above the maximum');
    const { type: kind, configuration, jobTimeout } = type.executor ?? {};
    if (kind !== 'JobWorker' && kind !== 'Lambda')
      throw invalid(`the type of the executor must be JobWorker or Lambda, not ${kind}`);
    if (kind === 'Lambda' && !configuration?.lambdaExecutorConfiguration)
      throw invalid('a Lambda executor needs a lambdaExecutorConfiguration');
    if (jobTimeout !== undefined && (jobTimeout < 60 || jobTimeout > 43_200))
      throw invalid('jobTimeout must be 60 to 43200 seconds');
    if ((type.properties?.length ?? 0) > 10) throw invalid('an action type has at most 10 properties');
    this.put(type);
  }

  put(type: ActionTypeDeclaration): void {
    this.#types.set(keyOf(type.id), type);
  }
}

const invalid = (message: string) => new AwsError('ValidationException', message);

function keyOf(id: ActionTypeIdentifier | ActionTypeId | undefined): string {
  return `${id?.owner}/${id?.category}/${id?.provider}/${id?.version}`;
}

function declarationOf(spec: ActionTypeSpec, account: string): ActionTypeDeclaration {
  const counts = ([minimumCount, maximumCount]: readonly [number, number]) => ({
    minimumCount,
    maximumCount,
  });
  return {
    id: {
      category: spec.category as ActionCategory,
      owner: spec.owner,
      provider: spec.provider,
      version: versionOf(spec),
    },
    executor: {
      type: 'JobWorker',
      configuration: { jobWorkerExecutorConfiguration: { pollingAccounts: [account] } },
    },
    inputArtifactDetails: counts(spec.inputs),
    outputArtifactDetails: counts(spec.outputs),
    permissions: { allowedAccounts: ['*'] },
  };
}

/** The type as definitions of pipelines are checked against it; one without properties takes any. */
export function specOfPartner(type: ActionTypeDeclaration): ActionTypeSpec {
  const { id, inputArtifactDetails: inputs, outputArtifactDetails: outputs, properties } = type;
  const names = (optional: boolean) =>
    (properties ?? []).filter((one) => Boolean(one.optional) === optional).map(({ name }) => name ?? '');
  return {
    category: id?.category as ActionTypeSpec['category'],
    owner: 'ThirdParty',
    provider: id?.provider ?? '',
    version: id?.version ?? '1',
    inputs: [inputs?.minimumCount ?? 0, inputs?.maximumCount ?? 0],
    outputs: [outputs?.minimumCount ?? 0, outputs?.maximumCount ?? 0],
    required: names(false),
    ...(properties && { optional: names(true) }),
  };
}
