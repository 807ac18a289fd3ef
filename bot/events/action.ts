import { z } from 'zod';
import { execution, maybeAddress, maybeText, stageName } from './codepipeline.ts';
import { defineEvent } from './define.ts';

export default defineEvent({
  source: 'aws.codepipeline',
  detailType: 'CodePipeline Action Execution State Change',
  detail: z.object({
    ...execution,
    stage: stageName,
    action: stageName,
    'execution-result': z
      .object({
        'external-execution-id': maybeText,
        'external-execution-url': maybeAddress,
        'external-execution-summary': maybeText,
      })
      .optional()
      .catch(undefined),
  }),
  toEvent: (detail, { id, at, region }) => {
    const { pipeline, 'execution-id': run, stage, action, state, 'execution-result': result } = detail;
    return {
      kind: 'action',
      id,
      at,
      region,
      pipeline,
      run,
      stage,
      action,
      state,
      externalId: result?.['external-execution-id'],
      externalUrl: result?.['external-execution-url'],
      summary: result?.['external-execution-summary'],
    };
  },
});
