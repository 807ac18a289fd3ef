import { z } from 'zod';
import { isTransient } from '../../shared/aws/errors.ts';
import { messageOf } from '../../shared/errors.ts';
import type { Run } from '../../shared/run/model.ts';
import { defineEffect } from '../effect.ts';
import type { Ports } from '../ports.ts';
import { storyView, type Told } from '../render/story.ts';
import { runKey } from './places.ts';
import { showMessage } from './show.ts';

/** Keeps one message in the thread of a run that tells it step by step. It is edited, so that it rings no bell. */
export default defineEffect({
  kind: 'show-story',
  schema: z.object({ channel: z.string(), pipeline: z.string(), run: z.string() }),
  // Not the channel's own: what AWS takes to tell of the hosts must hold up no failure.
  target: ({ channel }) => `story:${channel}`,
  coalesce: (effect) => `story ${runKey(effect, { kind: 'slack', channel: effect.channel })}`,
  async perform({ channel, pipeline, run: id }, ports, attempt) {
    const root = runKey({ pipeline, run: id }, { kind: 'slack', channel });
    const [run, message] = await Promise.all([ports.store.run(pipeline, id), ports.store.shown(root)]);
    // Without the run's own message there is no thread to tell it in.
    if (!run || !message) return [];
    const shown = { key: `story ${root}`, place: channel, pipeline, run: id };
    const view = storyView(run, await toldOf(run, ports));
    await showMessage({ channel, thread: message.id, shown, view, patient: true }, ports, attempt);
    return [];
  },
});

/** What the hosts of its deployments did. */
function toldOf(run: Run, { progressOf, log }: Ports): Promise<Told[]> {
  const deploying = run.stages.flatMap(({ name: stage, actions }) =>
    actions.filter(({ category }) => category === 'Deploy').map((action) => ({ stage, action })),
  );
  return Promise.all(
    deploying.map(async ({ stage, action }) => {
      const at = { stage, action: action.name };
      try {
        return { ...at, lines: (await progressOf(run, action)?.look(true)) ?? [] };
      } catch (error) {
        if (isTransient(error)) throw error;
        log.warn(
          { pipeline: run.pipeline, run: run.id, ...at, error: messageOf(error) },
          'A deployment’s hosts could not be read',
        );
        return { ...at, lines: [] };
      }
    }),
  );
}
