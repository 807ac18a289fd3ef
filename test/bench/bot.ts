import { commands, status } from './bot-commands.ts';
import { latency, memory, storm } from './bot-events.ts';
import { gate } from './bot-gate.ts';
import { replicas } from './bot-replicas.ts';
import { type Goal, printGoals } from './goals.ts';

const parts: readonly (() => Promise<Goal[]>)[] = [gate, commands, status, latency, storm, replicas, memory];

/** The bot against what is aimed at, each part with a bot of its own, started as operators start it. */
export async function bot(): Promise<void> {
  const goals: Goal[] = [];
  for (const part of parts) goals.push(...(await part()));
  printGoals('The bot', goals);
}
