import { AwsError } from '../../define.ts';
import { type Engine, letIn } from './engine.ts';
import { findStage, laneOf, type Pipeline } from './state.ts';

const reasonPattern = /^[a-zA-Z0-9!@ ().*?-]{1,300}$/;

interface Change {
  readonly stageName: string | undefined;
  readonly type: string | undefined;
  readonly by: string;
}

/** https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_DisableStageTransition.html */
export function disableTransition(
  engine: Engine,
  pipeline: Pipeline,
  change: Change & { reason: string | undefined },
): void {
  const { reason = '', by } = change;
  if (!reasonPattern.test(reason))
    throw new AwsError(
      'ValidationException',
      `1 validation error detected: Value '${reason}' at 'reason' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9!@ \\(\\)\\.\\*\\?\\-]+ and have 1 to 300 characters`,
    );
  laneFor(pipeline, change).transition = {
    enabled: false,
    reason,
    changedBy: by,
    changedAt: engine.aws.clock.now(),
  };
}

/** Opens the way into a stage again, and lets in who waits there. */
export function enableTransition(engine: Engine, pipeline: Pipeline, change: Change): void {
  const lane = laneFor(pipeline, change);
  lane.transition = { enabled: true, changedBy: change.by, changedAt: engine.aws.clock.now() };
  letIn(engine, pipeline, lane);
}

/** The lane that the transition leads into: of the stage itself, or of the one behind it. */
function laneFor(pipeline: Pipeline, { stageName, type }: Change) {
  const stage = findStage(pipeline, stageName);
  if (type === 'Inbound') return laneOf(pipeline, stage.name ?? '');
  const stages = pipeline.versions.at(-1)?.stages ?? [];
  const next = stages[stages.indexOf(stage) + 1];
  if (type !== 'Outbound' || !next)
    throw new AwsError(
      'ValidationException',
      `Stage '${stageName}' has no ${type} transition: transitionType must be Inbound, or Outbound where a stage follows`,
    );
  return laneOf(pipeline, next.name ?? '');
}
