import { cpus, totalmem } from 'node:os';
import { action } from './action.ts';
import { bot } from './bot.ts';
import { local } from './local.ts';

/** `npm run bench` runs all, `npm run bench -- action` one. Medians; figures hold only beside each other. */
const benches: Readonly<Record<string, () => Promise<void>>> = { action, bot, local };

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}; there are: ${Object.keys(benches).join(', ')}.`);
  process.exit(1);
}

const { length: cores } = cpus();
console.log(
  `Node ${process.version}, ${cores} cores (${cpus()[0]?.model}), ${Math.round(totalmem() / 2 ** 30)} GiB`,
);
for (const name of chosen.length > 0 ? chosen : Object.keys(benches)) await benches[name]!();
