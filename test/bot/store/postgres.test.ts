import { afterAll, beforeAll, beforeEach } from 'vitest';
import { openStore } from '../../../bot/store/open.ts';
import { Secret } from '../../../shared/secrets/secret.ts';
import { type Postgres, startPostgres } from '../../postgres.ts';
import { storeConformance, testRoute } from './conformance.ts';

let postgres: Postgres;
let url: Secret;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.close());
beforeEach(async () => {
  url = new Secret(await postgres.createDatabase());
});

storeConformance('the store in PostgreSQL', (clock) => openStore({ url, clock, route: testRoute }));
