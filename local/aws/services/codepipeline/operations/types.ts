import type { ActionCategory } from '@aws-sdk/client-codepipeline';
import { listActionTypes, listRuleTypes } from '../action-types.ts';
import { page } from '../paging.ts';
import type { CodePipelineOperations } from './define.ts';

/** Operations on the types of actions and rules. */
export const typeOperations = {
  ListActionTypes(engine, { actionOwnerFilter, nextToken }) {
    const all = listActionTypes(engine, actionOwnerFilter);
    const shown = page(
      all,
      { nextToken },
      { idOf: ({ id }) => `${id?.category}/${id?.owner}/${id?.provider}/${id?.version}`, most: 1000 },
    );
    return { actionTypes: [...shown.items], nextToken: shown.nextToken };
  },

  ListRuleTypes: () => ({ ruleTypes: listRuleTypes() }),

  CreateCustomActionType(engine, input) {
    const { type, tags } = engine.customTypes.create(input);
    return { actionType: type, tags: [...tags.values()] };
  },

  DeleteCustomActionType(engine, { category, provider, version }) {
    engine.customTypes.delete({ category: category as ActionCategory, provider, version });
    return {};
  },

  GetActionType: (engine, id) => ({ actionType: engine.partnerTypes.need(id) }),

  UpdateActionType(engine, { actionType }) {
    if (actionType) engine.partnerTypes.update(actionType);
    return {};
  },
} satisfies CodePipelineOperations;
