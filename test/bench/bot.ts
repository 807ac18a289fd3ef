import { commands, status } from './bot-commands.ts';
import { latency, memory, storm } from './bot-events.ts';
import { gate } from './bot-gate.ts';
import { history } from './bot-history.ts';
import { replicas } from './bot-replicas.ts';
import { type Goal, printGoals } from './goals.ts';

const parts: readonly (() => Promise<Goal[]>)[] = [
  gate,
  commands,
  status,
  latency,
  storm,
  replicas,
  history,
  memory,
];

/** The bot against what is aimed at, each part with a bot of its own, started as operators start it. */
export async function bot(): Promise<void> {
  for (const part of parts) printGoals(`The bot: ${part.name}`, await part());
}
