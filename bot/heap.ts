import { setFlagsFromString } from 'node:v8';
import type { Clock } from '../shared/clock.ts';

/** So long after the last rush the heap may shrink again; milliseconds. */
const calmAfter = 10_000;

/**
 * What V8 saves memory by makes the senders in a rush wait five times as long: it collects garbage before there is
 * much of it. So it saves only while there is no rush. The flag is looked at whenever it collects, so it may be set
 * at any time; that of the command line would for good also keep what is young in 1 MB:
 * https://github.com/v8/v8/blob/main/src/flags/flag-definitions.h
 */
export function createHeap(
  clock: Clock,
  setFlag: (flag: string) => void = setFlagsFromString,
): { rush(): void } {
  let cancel: (() => void) | undefined;

  function calm(): void {
    cancel = undefined;
    setFlag('--optimize-for-size');
  }

  calm();
  return {
    /** To be called while there is a rush, several times in `calmAfter`. */
    rush() {
      if (!cancel) setFlag('--no-optimize-for-size');
      cancel?.();
      cancel = clock.after(calmAfter, calm);
    },
  };
}
