import type { WebhookDefinition } from '@aws-sdk/client-codepipeline';
import { page } from '../paging.ts';
import { findWebhook, putWebhook, webhookItem } from '../webhooks.ts';
import type { CodePipelineOperations } from './define.ts';

/** Operations on webhooks. */
export const webhookOperations = {
  PutWebhook(engine, { webhook, tags }) {
    return { webhook: webhookItem(engine, putWebhook(engine, webhook as WebhookDefinition, tags)) };
  },

  ListWebhooks(engine, { NextToken: nextToken, MaxResults: maxResults }) {
    const all = [...engine.webhooks.values()];
    const shown = page(all, { nextToken, maxResults }, { idOf: ({ name }) => name });
    return {
      webhooks: shown.items.map((webhook) => webhookItem(engine, webhook)),
      NextToken: shown.nextToken,
    };
  },

  /** Deleting one that is not there succeeds, as in AWS. */
  DeleteWebhook(engine, { name }) {
    engine.webhooks.delete(name ?? '');
    return {};
  },

  /** From now on the local repository of its GitHub action delivers its pushes, as GitHub would. */
  RegisterWebhookWithThirdParty(engine, { webhookName }) {
    findWebhook(engine, webhookName).registered = true;
    return {};
  },

  DeregisterWebhookWithThirdParty(engine, { webhookName }) {
    findWebhook(engine, webhookName).registered = false;
    return {};
  },
} satisfies CodePipelineOperations;
