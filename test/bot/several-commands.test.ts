import { expect, test } from 'vitest';
import { createHandler } from '../../bot/handle.ts';
import { type Conversation, conversation } from './conversation.ts';
import { listener, usual } from './webhooks.ts';

async function comment(talk: Conversation, body: string): Promise<string[]> {
  talk.github.written = body;
  const handle = createHandler(talk.ports);
  const hear = await listener({ handle, isSettled: talk.store.outbox.isSettled });
  await hear({ ...usual, comment: { ...usual.comment, body } });
  await talk.settled();
  return talk.github.comments.map(({ text }) => text);
}

test('each command of a comment finds what the one before has done', async () => {
  await using talk = await conversation();
  const told = await comment(
    talk,
    [
      'First things first.',
      '/deploy lock shop Stocktaking',
      '/deploy start shop',
      '> /deploy stop shop now',
      '/deploy unlock shop All counted',
      '/deploy start shop',
      '/deploy start shop COLOUR=red',
    ].join('\n'),
  );
  expect(told).toEqual([
    expect.stringContaining('Ada locked shop: “Stocktaking”'),
    expect.stringContaining('shop is locked by Ada, just now: “Stocktaking”.'),
    expect.stringContaining('Ada unlocked shop: “All counted”'),
    expect.stringContaining('Ada started shop: run'),
    expect.stringContaining('Ada started shop: run'),
  ]);
  expect(talk.pipelines.calls).toHaveLength(2);
});

test('one that is delivered again does nothing twice', async () => {
  await using talk = await conversation();
  const body = '/deploy start shop\n/deploy start shop COLOUR=red';
  await comment(talk, body);
  expect(await comment(talk, body)).toHaveLength(2);
  expect(talk.pipelines.calls).toHaveLength(2);
});
