import { setFlagsFromString } from 'node:v8';
import type { Clock } from '../shared/clock.ts';

/** So long after the last crowd the heap may shrink again; milliseconds. */
const calmAfter = 10_000;

/**
 * What V8 saves memory by makes a crowd at the gates wait three times as long: it collects garbage before there is
 * much of it. So it saves only while there is no crowd. The flag is looked at whenever it collects, so it may be set
 * at any time; that of the command line would for good also keep what is young in 1 MB:
 * https://github.com/v8/v8/blob/main/src/flags/flag-definitions.h
 */
export function createHeap(
  clock: Clock,
  setFlag: (flag: string) => void = setFlagsFromString,
): { crowd(): void } {
  let cancel: (() => void) | undefined;

  function calm(): void {
    cancel = undefined;
    setFlag('--optimize-for-size');
  }

  calm();
  return {
    /** To be called while there is a crowd, several times in `calmAfter`. */
    crowd() {
      if (!cancel) setFlag('--no-optimize-for-size');
      cancel?.();
      cancel = clock.after(calmAfter, calm);
    },
  };
}
