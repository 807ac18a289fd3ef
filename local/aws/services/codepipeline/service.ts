import { defineService } from '../../define.ts';
import { runners } from './actions/runners.ts';
import { createEngine } from './create.ts';
import type { Engine } from './engine.ts';
import { definitionOperations } from './operations/definitions.ts';
import { executionOperations } from './operations/executions.ts';
import { historyOperations } from './operations/history.ts';
import { jobOperations } from './operations/jobs.ts';
import { typeOperations } from './operations/types.ts';
import { webhookOperations } from './operations/webhooks.ts';
import { persistence } from './persistence.ts';
import { answerWebhook } from './webhook-delivery.ts';
import { webhookPath } from './webhooks.ts';

/** CodePipeline as AWS speaks it. https://docs.aws.amazon.com/codepipeline/latest/APIReference/Welcome.html */
export default defineService<typeof import('@aws-sdk/client-codepipeline'), Engine>({
  name: 'codepipeline',
  protocol: { kind: 'json', version: '1.1', target: 'CodePipeline_20150709' },
  sdk: () => import('@aws-sdk/client-codepipeline'),
  state: (aws) => createEngine(aws, runners),
  operations: {
    ...definitionOperations,
    ...executionOperations,
    ...historyOperations,
    ...jobOperations,
    ...typeOperations,
    ...webhookOperations,
  },
  http: { path: webhookPath, answer: answerWebhook },
  persistence,
});
