import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { openStore } from '../../../bot/store/open.ts';
import type { Delivery, Store } from '../../../bot/store/store.ts';
import { type Clock, systemClock } from '../../../shared/clock.ts';
import { Secret } from '../../../shared/secrets/secret.ts';
import { type Postgres, startPostgres } from '../../postgres.ts';
import { testRoute } from './conformance/samples.ts';

/** A PostgreSQL for the tests of a file, with an empty database for each. */
export function onPostgres() {
  let postgres: Postgres;
  let url: Secret;
  let stores: Store[];
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres.close());
  beforeEach(async () => {
    url = new Secret(await postgres.createDatabase());
    stores = [];
  });
  afterEach(() => Promise.all(stores.map((store) => store.close())));

  const open = (clock: Clock, at = url) => openStore({ url: at, clock, route: testRoute });

  return {
    get postgres() {
      return postgres;
    },
    get url() {
      return url;
    },
    get name() {
      return new URL(url.reveal()).pathname.slice(1);
    },
    /** The caller closes it. */
    open: (clock: Clock) => open(clock),
    /** Several processes on one database, as far as the store can tell. */
    async replicas(count: number, clock: Clock = systemClock, at = url): Promise<Store[]> {
      const more = await Promise.all(Array.from({ length: count }, () => open(clock, at)));
      stores.push(...more);
      return more;
    },
  };
}

/** In a lane of its own. */
export function delivery(id: string): Delivery {
  return { source: 'aws', id, kind: 'event', lane: id, payload: {} };
}
