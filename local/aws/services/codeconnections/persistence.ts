import type { Persistence } from '../../define.ts';
import type { Connection, Connections } from './connections.ts';

/** The git repositories lie in the folder of `--data` themselves. */
export const persistence: Persistence<Connections> = {
  version: 1,
  snapshot: ({ connections }): Connection[] => [...connections.values()],
  restore(state, snapshot) {
    for (const connection of snapshot as Connection[]) state.connections.set(connection.arn, connection);
  },
};
