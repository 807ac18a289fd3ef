import type { Clock } from '../../shared/clock.ts';
import type { HttpRoute } from '../http.ts';
import type { Store } from '../store/store.ts';

/** `/metrics`, for Prometheus: https://prometheus.io/docs/instrumenting/exposition_formats/ */
export function metricsRoute({ store, clock }: { store: Store; clock: Clock }): HttpRoute {
  return {
    method: 'GET',
    path: '/metrics',
    async handle() {
      const queues = await store.measure();
      const live = [...(await store.liveCounts()).values()].reduce((sum, count) => sum + count, 0);
      const age = (at: number | undefined) => (at === undefined ? 0 : Math.max(0, clock.now() - at) / 1000);
      const lines = [
        ...family('open', 'What has come and is not done yet.', queues, ({ open }) => open),
        ...family('dead', 'What was given up on.', queues, ({ dead }) => dead),
        ...family('oldest_seconds', 'How long the oldest of it has waited.', queues, (q) => age(q.oldestAt)),
        ...gauge('drawbridge_live_runs', 'Runs that may still move.', live),
        ...gauge(
          'process_resident_memory_bytes',
          'Resident memory of the process.',
          process.memoryUsage.rss(),
        ),
      ];
      return { status: 200, body: `${lines.join('\n')}\n` };
    },
  };
}

type Queues = Awaited<ReturnType<Store['measure']>>;

function family(
  name: string,
  help: string,
  queues: Queues,
  value: (queue: Queues[number]) => number,
): string[] {
  const full = `drawbridge_queue_${name}`;
  return [...head(full, help), ...queues.map((each) => `${full}{queue="${each.queue}"} ${value(each)}`)];
}

function gauge(name: string, help: string, value: number): string[] {
  return [...head(name, help), `${name} ${value}`];
}

function head(name: string, help: string): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`];
}
