import type { Ports } from './ports.ts';
import type { Request } from './request.ts';

/** Request in, effects out: parse, authorize, gather, decide, and one transaction of what follows. */
export function createHandler(_ports: Ports): (request: Request) => Promise<void> {
  return async () => {
    throw new Error('The handler is still being written');
  };
}
