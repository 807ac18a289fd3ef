import { setTimeout as sleep } from 'node:timers/promises';
import { wholeAnswer } from '../shared/whole-answer.ts';

const patience = 15_000;
const pauses = [200, 1_000];

/**
 * Asks up to three times where no answer comes or GitHub has a fault of its own, as the AWS SDK does. What changes
 * something is sent once: the deliverer looks first whether it was done.
 */
export async function fetchFromGitHub(url: string | URL, init: RequestInit = {}): Promise<Response> {
  const again = (init.method ?? 'GET') === 'GET' ? pauses : [];
  for (const pause of again) {
    const response = await fetchOnce(url, init).catch(() => undefined);
    if (response && response.status < 500) return response;
    await response?.body?.cancel();
    await sleep(pause);
  }
  return fetchOnce(url, init);
}

async function fetchOnce(url: string | URL, init: RequestInit): Promise<Response> {
  return wholeAnswer(await fetch(url, { ...init, signal: AbortSignal.timeout(patience) }));
}
