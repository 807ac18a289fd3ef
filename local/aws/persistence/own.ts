import type { Persistence } from '../define.ts';

/** A state that takes its own snapshots. */
interface Own {
  snapshot(): unknown;
  /** Called on a state just made; what it returns is called once every service is back. */
  restore(snapshot: never): (() => void) | undefined | Promise<(() => void) | undefined>;
}

/** Persistence for a state that takes its own snapshots, which have that version. */
export function ownSnapshots<State extends Own>(version: number): Persistence<State> {
  return {
    version,
    snapshot: (state) => state.snapshot(),
    restore: (state, snapshot) => state.restore(snapshot as never),
  };
}
