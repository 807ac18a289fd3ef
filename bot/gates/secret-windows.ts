import { z } from 'zod';
import type { Clock } from '../../shared/clock.ts';
import { messageOf } from '../../shared/errors.ts';
import type { Log } from '../../shared/log.ts';
import { sentence } from '../../shared/render/view.ts';
import { mayPass } from '../outbox/retry.ts';
import type { SlackPort } from '../ports.ts';
import type { Store } from '../store/store.ts';

/** How long a secret's value stands in its window. */
const shownMs = 60_000;
/** Between two tries to hide it while Slack is away; milliseconds. */
const pause = 10_000;
const scope = { kind: 'reveal', scope: 'windows' } as const;
const noteSchema = z.object({ until: z.number() });

/** The windows that show a secret's value, until they are hidden again: a value that stays open is read by whoever comes by. */
export interface SecretWindows {
  /** Call it before the value is in the window: by this it is hidden in a minute, also by the next process. */
  opened(id: string): Promise<void>;
  /** Whether it was not hidden yet. */
  isOpen(id: string): boolean;
  /** Hides in time what a process has left open that was killed. */
  resume(): Promise<void>;
  /** Hides all at once. */
  close(): Promise<void>;
}

export function createSecretWindows(options: {
  slack: Pick<SlackPort, 'updateModal'>;
  store: Pick<Store, 'notes' | 'transaction'>;
  clock: Clock;
  log: Log;
}): SecretWindows {
  const { slack, store, clock, log } = options;
  /** What calls their end off. */
  const open = new Map<string, () => void>();
  let isClosing = false;

  function hideAfter(id: string, ms: number): void {
    open.set(
      id,
      clock.after(ms, () => void hide(id)),
    );
  }

  async function hide(id: string): Promise<void> {
    open.get(id)?.();
    open.delete(id);
    const text = 'The value was shown for a minute. Ask again with /deploy secret get if you still need it.';
    try {
      await slack.updateModal({ id, title: 'Secret', view: sentence(text) });
      await store.transaction((tx) => tx.dropNote({ ...scope, key: id }));
    } catch (error) {
      log.error({ error: messageOf(error) }, 'A secret could not be hidden again');
      // Else the next process tries it once.
      if (mayPass(error) && !isClosing) hideAfter(id, pause);
    }
  }

  return {
    async opened(id) {
      const until = clock.now() + shownMs;
      await store.transaction((tx) => tx.putNote({ ...scope, key: id, value: { until } }));
      hideAfter(id, shownMs);
    },
    isOpen: (id) => open.has(id),
    async resume() {
      for (const { key, value } of await store.notes(scope.kind, scope.scope)) {
        const until = noteSchema.safeParse(value).data?.until ?? 0;
        if (!open.has(key)) hideAfter(key, Math.max(0, until - clock.now()));
      }
    },
    async close() {
      isClosing = true;
      await Promise.all([...open.keys()].map(hide));
    },
  };
}
