import type { ActionCategory, ActionOwner, ActionType } from '@aws-sdk/client-codepipeline';
import { actionTypes } from '../../../../shared/spec/action-types.ts';

/** What `ListActionTypes` shows: every type that a definition may name, run locally or not. */
export function listActionTypes(owner: ActionOwner | undefined): ActionType[] {
  return actionTypes
    .filter((type) => owner === undefined || type.owner === owner)
    .map((type) => ({
      id: {
        category: type.category as ActionCategory,
        owner: type.owner,
        provider: type.provider,
        version: '1',
      },
      actionConfigurationProperties: [
        ...type.required.map((name) => property(name, true)),
        ...(type.optional ?? []).map((name) => property(name, false)),
      ],
      inputArtifactDetails: counts(type.inputs),
      outputArtifactDetails: counts(type.outputs),
    }));
}

function property(name: string, required: boolean) {
  return { name, required, key: false, secret: name === 'OAuthToken', queryable: false };
}

// The API's own model allows at most five here, though some actions take more.
function counts([least, most]: readonly [number, number]) {
  return { minimumCount: Math.min(least, 5), maximumCount: Math.min(most, 5) };
}
