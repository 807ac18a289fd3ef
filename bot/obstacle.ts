import type { StageState } from '../shared/aws/ports.ts';
import { messageOf } from '../shared/errors.ts';
import { failedByCondition, type Obstacle, type Run, stageToCome } from '../shared/run/model.ts';
import type { Ports } from './ports.ts';

/**
 * What holds a run up that neither its events nor its actions tell of, from the pipeline's state. Nothing is asked for a
 * run that moves.
 */
export async function obstacleOf(run: Run, ports: Ports): Promise<Obstacle | undefined> {
  const next = stageToCome(run)?.name;
  if (next === undefined && !failedByCondition(run)) return undefined;
  try {
    const states = await ports.stages.states(run.pipeline);
    if (next === undefined) return failedCondition(states, run);
    const state = states.find(({ stage }) => stage === next);
    return state && (closedWay(state) ?? (await occupied(state, run, ports)));
  } catch (error) {
    const { pipeline, id } = run;
    ports.log.warn({ pipeline, run: id, error: messageOf(error) }, 'What holds a run up could not be read');
    return undefined;
  }
}

function failedCondition(states: readonly StageState[], run: Run): Obstacle | undefined {
  const state = states.find((each) => each.run === run.id && each.failedCondition);
  return state && { kind: 'condition', stage: state.stage, text: state.failedCondition?.summary };
}

function closedWay({ stage, closed }: StageState): Obstacle | undefined {
  return closed && { kind: 'closed', stage, text: closed.reason, since: closed.at };
}

async function occupied(
  { stage, run: other }: StageState,
  { pipeline, id }: Run,
  { store }: Ports,
): Promise<Obstacle | undefined> {
  if (other === undefined || other === id) return undefined;
  const there = (await store.run(pipeline, other))?.stages.find(({ name }) => name === stage);
  const isThere = there?.status === 'InProgress' || there?.status === 'Stopping';
  return isThere ? { kind: 'busy', stage, text: other.slice(0, 8) } : undefined;
}
