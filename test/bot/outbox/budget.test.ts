import { expect, test } from 'vitest';
import { withinGitHubBudget } from '../../../bot/outbox/budget.ts';
import { DeliveryError } from '../../../bot/outbox/retry.ts';
import { reservations } from '../../../bot/store/reservations.ts';
import { ManualClock } from '../../../local/clock.ts';
import { sentence } from '../../../shared/render/view.ts';
import { FakeGitHub } from '../fakes/github.ts';

test('GitHub gets twenty comments and statuses at once and one a second from then on', async () => {
  const clock = new ManualClock();
  const fake = new FakeGitHub();
  const github = withinGitHubBudget(fake, { clock, store: { reserve: reservations(clock) } });
  const repository = 'acme/shop';
  const status = { repository, commit: 'c'.repeat(40), context: 'x', state: 'success', url: '' } as const;
  for (let number = 0; number < 50; number++) {
    void github.comment({ repository, number, body: sentence('x'), marker: String(number) });
    void github.setStatus({ ...status, description: '' });
  }
  const written = () => fake.comments.length + fake.statuses.length;
  await clock.advance(0);
  expect(written()).toBe(20);
  await clock.advance(5_000);
  expect(written()).toBe(25);
  await clock.advance(55_000);
  expect(written()).toBe(80);
});

test('when GitHub asks for a pause nobody goes on meanwhile', async () => {
  const clock = new ManualClock();
  const fake = new FakeGitHub();
  const tries: number[] = [];
  fake.react = async () => {
    tries.push(clock.now());
    if (tries.length === 1) throw new DeliveryError('wait', { reason: 'limited', retryAfter: 60_000 });
  };
  const github = withinGitHubBudget(fake, { clock, store: { reserve: reservations(clock) } });
  const react = () => github.react({ repository: 'acme/shop', comment: 1, reaction: 'eyes' });
  await expect(react()).rejects.toThrow('wait');
  const start = clock.now();
  const others = [react(), react()];
  await clock.advance(59_000);
  expect(tries).toHaveLength(1);
  await clock.advance(1_000);
  await Promise.all(others);
  expect(tries).toEqual([start, start + 60_000, start + 60_000]);
});
