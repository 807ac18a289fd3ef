import { z } from 'zod';
import { execution } from './codepipeline.ts';
import { defineEvent } from './define.ts';

export default defineEvent({
  source: 'aws.codepipeline',
  detailType: 'CodePipeline Pipeline Execution State Change',
  detail: z.object(execution),
  toEvent: ({ pipeline, 'execution-id': run, state }, { id, at, region }) => ({
    kind: 'run',
    id,
    at,
    region,
    pipeline,
    run,
    state,
  }),
});
