import { globSync, statSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { tenMinutes } from '../action/steps/scene.ts';
import { timeToFirstRequest } from './first-request.ts';
import { print, timeInTurns } from './measure.ts';
import { packaging } from './packaging.ts';

const dist = join(import.meta.dirname, '..', '..', 'action', 'dist');

/** How soon the built Action says what is wrong, beside a Node that does nothing; and how big it is. */
export async function action(): Promise<void> {
  const main = join(dist, 'main.js');
  const [floor = 0, missingInput = 0] = timeInTurns([{ args: ['-e', '0'] }, { args: [main] }], 21);
  const bytes = globSync('**/*', { cwd: dist })
    .map((file) => statSync(join(dist, file)))
    .filter((stat) => stat.isFile())
    .reduce((sum, { size }) => sum + size, 0);
  const before = loadavg();
  const figures = [
    {
      what: 'start to the first missing-input error',
      measured: missingInput,
      unit: 'ms',
      floor: { what: 'node -e 0', measured: floor },
    },
    {
      what: 'start to the first AWS request',
      measured: await timeToFirstRequest(main, 21),
      unit: 'ms',
      floor: { what: 'node -e 0', measured: floor },
    },
    ...(await packaging()),
    { what: 'to follow a build for ten minutes', measured: (await tenMinutes(1)).calls, unit: 'calls' },
    { what: 'to follow four side by side', measured: (await tenMinutes(4)).calls, unit: 'calls' },
    { what: 'action/dist in all', measured: bytes / 2 ** 20, unit: 'MiB' },
  ];
  print('Action', figures);
  console.log(`Load average before: ${rounded(before)}; after: ${rounded(loadavg())}`);
}

function rounded(values: readonly number[]): string {
  return values.map((value) => value.toFixed(1)).join(', ');
}
