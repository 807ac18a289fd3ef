import { join } from 'node:path';
import type { Aws } from '../define.ts';
import { createHost, type Host, type HostOptions } from './host.ts';

/** The servers of a local AWS. They are closed with it; with `--data` their folders stay. */
export interface Hosts {
  /** Starts an empty server. Throws where the id is taken, and once the local AWS closes. */
  add(options?: HostOptions): Promise<Host>;
  get(id: string): Host | undefined;
  list(): readonly Host[];
  /** Ends all that runs on a server and forgets it, as a terminated instance is. One added by that name later finds its folder. */
  terminate(id: string): Promise<void>;
  /** What `restore` makes them from. */
  snapshot(): KeptHost[];
  /** Makes servers again, as after a power cut: their files are there and nothing runs. */
  restore(kept: readonly KeptHost[]): Promise<void>;
}

type KeptHost = Required<HostOptions>;

const all = new WeakMap<Aws, Hosts>();

/** The servers of a local AWS, made on first use. */
export function hostsOf(aws: Aws): Hosts {
  const hosts = all.get(aws) ?? createHosts(aws);
  all.set(aws, hosts);
  return hosts;
}

function createHosts(aws: Aws): Hosts {
  const hosts = new Map<string, Host>();
  const taken = new Set<string>();
  const starting = new Set<Promise<Host>>();
  let isClosed = false;
  aws.onClose(async () => {
    isClosed = true;
    // One that is being made would make its folder anew while the world removes it.
    await Promise.allSettled(starting);
    await Promise.all([...hosts.values()].map((host) => host.close()));
  });
  const made: Hosts = {
    async add(options = {}) {
      if (isClosed) throw new Error('The local AWS is closing: it starts no host any more.');
      const id = options.id ?? `i-${aws.uuid().replaceAll('-', '').slice(0, 17)}`;
      if (!/^[\w.-]{1,100}$/.test(id) || /^\.+$/.test(id)) throw new Error(`${id} cannot name a host.`);
      if (taken.has(id)) throw new Error(`There is a host ${id} already.`);
      taken.add(id);
      const root = join(aws.data ?? aws.scratch, 'hosts', id);
      const start = createHost({ ...options, id, root, clock: aws.clock });
      starting.add(start);
      try {
        const host = await start;
        hosts.set(id, host);
        return host;
      } finally {
        starting.delete(start);
      }
    },
    get: (id) => hosts.get(id),
    list: () => [...hosts.values()],
    async terminate(id) {
      const host = hosts.get(id);
      hosts.delete(id);
      await host?.close();
      taken.delete(id);
    },
    snapshot: () => made.list().map(({ id, tags, env }) => ({ id, tags, env })),
    async restore(kept) {
      // A server that was killed could not end what ran on its hosts.
      for (const options of kept) await (await made.add(options)).powerCut();
    },
  };
  return made;
}
