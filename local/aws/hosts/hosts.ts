import { join } from 'node:path';
import type { Aws } from '../define.ts';
import { createHost, type Host, type HostOptions } from './host.ts';

/** The servers of a local AWS. They are closed with it. */
export interface Hosts {
  /** Starts an empty server. Throws where the id is taken. */
  add(options?: HostOptions): Promise<Host>;
  get(id: string): Host | undefined;
  list(): readonly Host[];
  /** Ends all that runs on a server and forgets it, as a terminated instance is. One added by that name later finds its folder. */
  terminate(id: string): Promise<void>;
}

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
  aws.onClose(async () => {
    await Promise.all([...hosts.values()].map((host) => host.close()));
  });
  return {
    async add(options = {}) {
      const id = options.id ?? `i-${aws.uuid().replaceAll('-', '').slice(0, 17)}`;
      if (!/^[\w.-]{1,100}$/.test(id) || /^\.+$/.test(id)) throw new Error(`${id} cannot name a host.`);
      if (taken.has(id)) throw new Error(`There is a host ${id} already.`);
      taken.add(id);
      const host = await createHost({
        ...options,
        id,
        root: join(aws.scratch, 'hosts', id),
        clock: aws.clock,
      });
      hosts.set(id, host);
      return host;
    },
    get: (id) => hosts.get(id),
    list: () => [...hosts.values()],
    async terminate(id) {
      const host = hosts.get(id);
      hosts.delete(id);
      await host?.close();
      taken.delete(id);
    },
  };
}
