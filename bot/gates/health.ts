import type { Clock } from '../../shared/clock.ts';
import { messageOf } from '../../shared/errors.ts';
import type { HttpReply, HttpRoute } from '../http.ts';
import type { SlackClient } from '../slack.ts';
import type { Store } from '../store/store.ts';

interface Needed {
  readonly store: Pick<Store, 'check' | 'failure'>;
  readonly slack: Pick<SlackClient, 'check'> | undefined;
  readonly clock: Clock;
}

/** Slack is asked no more often, however often we are. */
const fresh = 10_000;

/**
 * `/healthz`: the process answers, and nothing is broken that a restart mends. `/readyz`: it can do its work, the store
 * and Slack answer too.
 */
export function healthRoutes({ store, slack, clock }: Needed): HttpRoute[] {
  let asked: { readonly at: number; readonly answer: Promise<void> | undefined } | undefined;

  function slackAnswers(): Promise<void> | undefined {
    if (!asked || clock.now() - asked.at >= fresh) asked = { at: clock.now(), answer: slack?.check() };
    return asked.answer;
  }

  function up(): HttpReply {
    const failure = store.failure();
    if (!failure) return { status: 200, body: 'Up.' };
    return { status: 503, body: `To be restarted: ${failure.message}.` };
  }

  async function ready(): Promise<HttpReply> {
    try {
      await store.check();
      await slackAnswers();
      return { status: 200, body: 'Ready.' };
    } catch (error) {
      return { status: 503, body: `Not ready: ${messageOf(error)}.` };
    }
  }
  return [
    { method: 'GET', path: '/healthz', handle: up },
    { method: 'GET', path: '/readyz', handle: ready },
  ];
}
