import { afterEach, beforeEach, describe } from 'vitest';
import { lease } from '../../../../bot/store/queue.ts';
import type { Store } from '../../../../bot/store/store.ts';
import { ManualClock } from '../../../../local/clock.ts';
import { auditTrail } from './audit.ts';
import { inbox } from './inbox.ts';
import { outbox } from './outbox.ts';
import { records } from './records.ts';
import type { Subject } from './subject.ts';
import { transactions } from './transactions.ts';

/** What every store must do. `open` opens the same one again when it is called again within a test. */
export function storeConformance(name: string, open: (clock: ManualClock) => Promise<Store>): void {
  describe(name, () => {
    let clock: ManualClock;
    let store: Store;

    beforeEach(async () => {
      clock = new ManualClock(1_000);
      store = await open(clock);
    });
    afterEach(() => store.close());

    const subject: Subject = {
      get store() {
        return store;
      },
      get clock() {
        return clock;
      },
      async reopen() {
        await store.close();
        store = await open(clock);
      },
      async dieAtWork() {
        await subject.reopen();
        await clock.advance(lease);
      },
    };

    for (const part of [transactions, records, auditTrail, inbox, outbox]) part(subject);
  });
}
