import { request } from 'node:http';
import { expect, test } from 'vitest';
import { type Deed, startConsole } from '../../../local/console/server.ts';

test.each([
  [{ host: 'evil.example' }, 403],
  [{ origin: 'http://evil.example' }, 403],
  [{ origin: 'null' }, 403],
  [{}, 200],
])('a deed with the headers %j is answered with %i', async (headers, status) => {
  const deeds: Deed[] = [];
  const site = await startConsole({
    state: async () => ({}),
    act: async (deed) => void deeds.push(deed),
    onChange: () => () => {},
  });
  const answered = await new Promise((resolve, reject) => {
    const post = request(`${site.url}do`, { method: 'POST', headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    post.once('error', reject).end(JSON.stringify({ kind: 'push', broken: false }));
  });
  await site.close();
  expect(answered).toBe(status);
  expect(deeds).toHaveLength(status === 200 ? 1 : 0);
});
