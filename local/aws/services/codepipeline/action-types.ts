import type {
  ActionCategory,
  ActionOwner,
  ActionType,
  ActionTypeDeclaration,
  RuleType,
} from '@aws-sdk/client-codepipeline';
import { type ActionTypeSpec, actionTypes, versionOf } from '../../../../shared/spec/action-types.ts';
import { ruleTypes } from '../../../../shared/spec/rule-types.ts';
import { specOf } from './custom-types.ts';
import type { Engine } from './engine.ts';
import { specOfPartner } from './partner-types.ts';

type Types = Pick<Engine, 'customTypes' | 'partnerTypes'>;

/** The action types that are not AWS's own, as definitions of pipelines are checked against them. */
export function ownTypes({ customTypes, partnerTypes }: Types): ActionTypeSpec[] {
  return [...customTypes.all().map(specOf), ...partnerTypes.all().map(specOfPartner)];
}

/** What `ListActionTypes` shows: every type that a definition may name, run locally or not. */
export function listActionTypes(engine: Types, owner: ActionOwner | undefined): ActionType[] {
  const partners = engine.partnerTypes.all();
  const builtIn = actionTypes
    .filter((spec) => !partners.some(({ id }) => id?.owner === spec.owner && id.provider === spec.provider))
    .map(typeOf);
  return [
    ...builtIn,
    ...partners.map(partnerType),
    ...engine.customTypes.all().map(({ type }) => type),
  ].filter((type) => owner === undefined || type.id?.owner === owner);
}

function typeOf(spec: ActionTypeSpec): ActionType {
  return {
    id: {
      category: spec.category as ActionCategory,
      owner: spec.owner,
      provider: spec.provider,
      version: versionOf(spec),
    },
    actionConfigurationProperties: [
      ...spec.required.map((name) => property(name, true)),
      ...(spec.optional ?? []).map((name) => property(name, false)),
    ],
    inputArtifactDetails: counts(spec.inputs),
    outputArtifactDetails: counts(spec.outputs),
  };
}

function partnerType(declaration: ActionTypeDeclaration): ActionType {
  const { properties = [], urls } = declaration;
  return {
    ...typeOf(specOfPartner(declaration)),
    settings: urls && {
      thirdPartyConfigurationUrl: urls.configurationUrl,
      entityUrlTemplate: urls.entityUrlTemplate,
      executionUrlTemplate: urls.executionUrlTemplate,
      revisionUrlTemplate: urls.revisionUrlTemplate,
    },
    actionConfigurationProperties: properties.map((one) => ({
      name: one.name,
      required: !one.optional,
      key: one.key,
      secret: one.noEcho,
      queryable: one.queryable,
      description: one.description,
    })),
  };
}

export function listRuleTypes(): RuleType[] {
  return ruleTypes.map(({ provider, inputs, required, optional }) => ({
    id: { category: 'Rule', owner: 'AWS', provider, version: '1' },
    ruleConfigurationProperties: [
      ...required.map((name) => property(name, true)),
      ...optional.map((name) => property(name, false)),
    ],
    inputArtifactDetails: counts(inputs),
  }));
}

function property(name: string, required: boolean) {
  return { name, required, key: false, secret: name === 'OAuthToken', queryable: false };
}

// The API's own model allows at most five here, though some actions take more.
function counts([least, most]: readonly [number, number]) {
  return { minimumCount: Math.min(least, 5), maximumCount: Math.min(most, 5) };
}
