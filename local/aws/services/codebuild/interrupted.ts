import type { Build, BuildPhase } from '@aws-sdk/client-codebuild';
import type { Aws } from '../../define.ts';
import { emitState } from './events.ts';

/** Ends a build whose processes went with the server that ran them. */
export function endInterrupted(aws: Aws, build: Build): void {
  const end = new Date(aws.clock.now());
  const last = build.phases?.at(-1);
  const phase: BuildPhase = last && !last.phaseStatus ? last : { phaseType: 'FINALIZING', startTime: end };
  if (phase !== last) build.phases?.push(phase);
  phase.phaseStatus = 'FAILED';
  phase.endTime = end;
  phase.contexts = [
    { statusCode: 'INTERNAL_ERROR', message: 'The local AWS was restarted while the build ran' },
  ];
  build.phases?.push({ phaseType: 'COMPLETED', startTime: end });
  build.currentPhase = 'COMPLETED';
  build.buildStatus = 'FAILED';
  build.endTime = end;
  build.buildComplete = true;
  emitState(aws, build);
}
