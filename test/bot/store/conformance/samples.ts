import type { Effect } from '../../../../bot/effect.ts';
import type { Delivery } from '../../../../bot/store/store.ts';
import type { Run } from '../../../../shared/run/model.ts';

/** Where the test's effects queue: as their data says. */
export function testRoute({ kind, data }: Effect): { target: string; coalesce?: string } {
  if (kind !== 'note') throw new Error(`There is no effect called ${kind}`);
  return data as { target: string; coalesce?: string };
}

export function effect(target: string, value: number, coalesce?: string): Effect {
  return { kind: 'note', data: { target, value, ...(coalesce && { coalesce }) } };
}

export function entry(what: string) {
  return { who: 'slack:U0MAYA', what, decision: 'allowed' as const, outcome: 'Done.' };
}

export function delivery(id: string): Delivery {
  return { source: 'slack', id, kind: 'slash_command', lane: 'lane', payload: { text: id } };
}

export function run(id: string): Run {
  return {
    pipeline: 'shop',
    id,
    region: 'eu-central-1',
    status: 'InProgress',
    kind: 'STANDARD',
    change: { commit: 'c0ffee' },
    startedAt: 50,
    stages: [],
  };
}
