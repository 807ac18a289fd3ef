import { globSync, statSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { tenMinutes } from '../action/steps/scene.ts';
import { startTimes } from './first-request.ts';
import { print } from './measure.ts';
import { packaging } from './packaging.ts';

const dist = join(import.meta.dirname, '..', '..', 'action', 'dist');

/** What the built Action takes to start, to package and to follow, each beside its target; and how big it is. */
export async function action(): Promise<void> {
  const main = join(dist, 'main.js');
  const before = loadavg();
  const [nothing = 0, missingInput = 0, firstRequest = 0] = await startTimes(main, 31);
  const floor = { what: 'node -e 0', measured: nothing };
  const bytes = globSync('**/*', { cwd: dist })
    .map((file) => statSync(join(dist, file)))
    .filter((stat) => stat.isFile())
    .reduce((sum, { size }) => sum + size, 0);
  const calls = { unit: 'calls', atMost: { measured: 100 } };
  print('Action', [
    {
      what: 'start to the first missing-input error',
      measured: missingInput,
      unit: 'ms',
      floor,
      atMost: { ratio: 1.3 },
    },
    {
      what: 'start to the first AWS request',
      measured: firstRequest,
      unit: 'ms',
      floor,
      atMost: { ratio: 3 },
    },
    ...(await packaging(main)),
    { what: 'to follow a build for ten minutes', measured: (await tenMinutes(1)).calls, ...calls },
    { what: 'to follow four side by side', measured: (await tenMinutes(4)).calls, ...calls },
    { what: 'action/dist in all', measured: bytes / 1e6, unit: 'MB', atMost: { measured: 1.5 } },
  ]);
  console.log(`Load average before: ${rounded(before)}; after: ${rounded(loadavg())}`);
}

function rounded(values: readonly number[]): string {
  return values.map((value) => value.toFixed(1)).join(', ');
}
