import { isRefused } from '../shared/aws/errors.ts';
import { UserError } from '../shared/errors.ts';
import { consoleUrl } from '../shared/render/run.ts';
import type { Starting } from './clean-up.ts';
import type { Setting } from './run.ts';
import { findRun, type StartPlan, startWords, type Trigger } from './steps/start.ts';

/**
 * The id of the one run of this change, however it came to start. Before anything can start one, the post step
 * is told how to find it: this step may be killed at any moment.
 */
export async function begin(
  plan: StartPlan & { readonly trigger: Trigger; readonly since: number },
  setting: Setting,
): Promise<string> {
  const { inputs, runner, region } = setting;
  const { pipeline } = inputs;
  setting.signal.throwIfAborted();
  const id = (await findTriggered(plan, setting)) ?? (await start(plan, setting));
  runner.saveState('execution-id', id);
  runner.output('execution-id', id);
  const url = consoleUrl({ pipeline, region, id });
  runner.output('url', url);
  runner.info(`Run ${id} of ${pipeline}: ${url}`);
  return id;
}

/** A revision that was there before was not sent now, and starts nothing. */
async function findTriggered(
  { source, sent, trigger, since }: Parameters<typeof begin>[0],
  { inputs, runner, ports, signal }: Setting,
): Promise<string | undefined> {
  if (!sent || sent.reused || trigger === 'none' || !('action' in source)) return undefined;
  const { pipeline } = inputs;
  const { action } = source;
  const { revision } = sent;
  runner.info(`${reasons[trigger](pipeline)}; looking for the run of ${revision}.`);
  const wanted = { pipeline, action, revision, since };
  const found = await findRun(ports.pipelines, wanted, { trigger, clock: ports.clock, signal });
  if (found) return found;
  if (trigger !== 'certain') {
    runner.info('No rule has started a run, so it is started now.');
    return undefined;
  }
  runner.saveState('finished', 'true');
  throw new UserError(
    `No run of ${pipeline} took the uploaded version ${revision} within 5 minutes: check that an EventBridge rule or polling starts the pipeline, or start it with \`start: true\` and PollForSourceChanges set to false.`,
  );
}

/** Why a run is looked for before one is started. */
const reasons = {
  possible: (pipeline: string) => `No earlier run tells whether an EventBridge rule starts ${pipeline}`,
  likely: (pipeline: string) =>
    `An EventBridge rule has started ${pipeline} by itself, so it is not started again`,
  certain: (pipeline: string) => `The upload starts ${pipeline} by itself, so it is not started again`,
};

async function start(
  plan: StartPlan & { since: number },
  { inputs, runner, ports }: Setting,
): Promise<string> {
  const { pipeline, variables } = inputs;
  const words = startWords(plan);
  const starting: Starting = { since: plan.since, start: words };
  runner.saveState('starting', JSON.stringify(starting));
  try {
    return await ports.pipelines.start({ pipeline, variables, ...words });
  } catch (error) {
    if (isRefused(error)) runner.saveState('finished', 'true'); // There is nothing to stop.
    throw error;
  }
}
