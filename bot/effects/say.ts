import { z } from 'zod';
import type { Run } from '../../shared/run/model.ts';
import { defineEffect } from '../effect.ts';
import { viewSchema } from '../render/schema.ts';
import { runKey } from './places.ts';

/**
 * Says something in the thread under a run's message in Slack, once: a failure, or that an approval is due. What was
 * said on a topic can be amended later, which rings no bell.
 */
export default defineEffect({
  kind: 'say',
  schema: z.object({
    channel: z.string(),
    pipeline: z.string(),
    run: z.string(),
    /** What is said, so that the same thing is said once: `failed Deploy/Hosts 1`. */
    key: z.string(),
    /** What it is about: `waits Release/Approve`. */
    topic: z.string().optional(),
    /** In place of what was said last on the topic; nothing where nothing was said. */
    amends: z.boolean().optional(),
    /** Whether the run's message need not be waited for: it is there, or there will be none. */
    isUrgent: z.boolean().optional(),
    /** The approval that is asked for: what has been answered since is not asked any more. */
    asks: z.object({ stage: z.string(), action: z.string() }).optional(),
    view: viewSchema,
  }),
  // A channel's messages are edited in turn, which nothing that is urgent waits for.
  target: ({ channel, isUrgent }) => (isUrgent ? `say:${channel}` : `slack:${channel}`),
  async perform(effect, { slack, store }, attempt) {
    const { channel, pipeline, run, topic, asks, view } = effect;
    if (asks && isAnswered(await store.run(pipeline, run), asks)) return [];
    const remembered = topic && `topic ${pipeline}/${run} ${topic}`;
    if (effect.amends) {
      const said = remembered && (await store.shown(remembered));
      if (said) await slack.update({ channel, ts: said.id, view });
      return [];
    }
    const message = await store.shown(runKey(effect, { kind: 'slack', channel }));
    const thread = message?.id;
    const key = `say ${pipeline}/${run} ${effect.key}`;
    const said = attempt.number > 1 ? await slack.find({ channel, thread, key }) : undefined;
    const id = said ?? (await slack.post({ channel, thread, view, key }));
    if (remembered) {
      await store.transaction((tx) => tx.putShown({ key: remembered, place: channel, id, pipeline, run }));
    }
    return [];
  },
});

function isAnswered(run: Run | undefined, asks: { stage: string; action: string }): boolean {
  const stage = run?.stages.find(({ name }) => name === asks.stage);
  const action = stage?.actions.find(({ name }) => name === asks.action);
  return action !== undefined && action.status !== 'InProgress';
}
