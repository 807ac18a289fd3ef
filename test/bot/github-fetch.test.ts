import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { fetchFromGitHub } from '../../bot/github-fetch.ts';

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Breaks off in the middle of its first answers. */
function brokenOff(times: number) {
  const state = { asked: 0 };
  const listener: RequestListener = (_request, response) => {
    state.asked++;
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 12 });
    if (state.asked > times) response.end('{"body":"x"}');
    else response.write('{"body"', () => response.destroy());
  };
  return { state, listener };
}

test('an answer that breaks off is none, and is asked for again', async () => {
  const { state, listener } = brokenOff(2);
  const response = await fetchFromGitHub(await serve(listener));
  expect(await response.json()).toEqual({ body: 'x' });
  expect(state.asked).toBe(3);
});

test('nor is it one to what changes something, which is not sent again', async () => {
  const { state, listener } = brokenOff(1);
  await expect(fetchFromGitHub(await serve(listener), { method: 'POST' })).rejects.toThrow();
  expect(state.asked).toBe(1);
});
