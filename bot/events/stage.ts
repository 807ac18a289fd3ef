import { z } from 'zod';
import { execution, stageName } from './codepipeline.ts';
import { defineEvent } from './define.ts';

export default defineEvent({
  source: 'aws.codepipeline',
  detailType: 'CodePipeline Stage Execution State Change',
  detail: z.object({ ...execution, stage: stageName }),
  toEvent: ({ pipeline, 'execution-id': run, stage, state }, { id, at, region }) => ({
    kind: 'stage',
    id,
    at,
    region,
    pipeline,
    run,
    stage,
    state,
  }),
});
