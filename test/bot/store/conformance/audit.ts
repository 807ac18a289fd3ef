import { beforeEach, describe, expect, test } from 'vitest';
import { brokenAt } from '../../../../bot/store/audit.ts';
import { entry } from './samples.ts';
import type { Subject } from './subject.ts';

export function auditTrail(subject: Subject): void {
  describe('the audit trail', () => {
    beforeEach(async () => {
      for (const what of ['start shop', 'approve shop', 'secret get /x', 'stop shop']) {
        const pipeline = what.endsWith('shop') ? { pipeline: 'shop' } : {};
        await subject.store.transaction((tx) => tx.audit({ ...entry(what), ...pipeline }));
        await subject.clock.advance(5);
      }
    });

    test('is read newest first, of one pipeline or of all', async () => {
      const all = await subject.store.auditTrail({ limit: 10 });
      expect(all.map(({ what }) => what)).toEqual([
        'stop shop',
        'secret get /x',
        'approve shop',
        'start shop',
      ]);
      expect(all.at(-1)).toMatchObject({ ...entry('start shop'), seq: 1, at: 1_000 });
      const shop = await subject.store.auditTrail({ pipeline: 'shop', limit: 2 });
      expect(shop.map(({ what }) => what)).toEqual(['stop shop', 'approve shop']);
    });

    test('is a chain in which every change shows', async () => {
      await subject.reopen();
      await subject.store.transaction((tx) => tx.audit(entry('after a restart')));
      const chain = (await subject.store.auditTrail({ limit: 10 })).toReversed();
      expect(brokenAt(chain)).toBeUndefined();
      const forged = chain.with(1, { ...chain[1]!, who: 'slack:U0LEE' });
      expect(brokenAt(forged)).toBe(2);
      expect(brokenAt(chain.toSpliced(2, 1))).toBe(4);
      expect(brokenAt(chain.with(3, { ...chain[3]!, at: 1 }))).toBe(4);
    });
  });
}
