import type { Ports } from './ports.ts';

/** AWS event in, state and effects out. */
export function createFollower(_ports: Ports): (envelope: unknown) => Promise<void> {
  return async () => {
    throw new Error('The follower is still being written');
  };
}
