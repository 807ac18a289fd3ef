import {
  Kysely,
  type PostgresCursor,
  PostgresDialect,
  type PostgresPool,
  type PostgresQueryResult,
} from 'kysely';
import type { Pool } from 'pg';
import type { Secret } from '../../shared/secrets/secret.ts';
import { isAway } from './away.ts';
import type { Tables } from './tables.ts';

const second = 1000;
const int8 = 20;

/** Connections to PostgreSQL. The driver is loaded only here: with SQLite it takes neither time nor memory. */
export async function openPostgres(url: Secret): Promise<Kysely<Tables>> {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({
    connectionString: url.reveal(),
    application_name: 'drawbridge',
    max: 10,
    connectionTimeoutMillis: 5 * second,
    keepAlive: true,
    // Whoever stands still in a transaction must not hold up the others.
    idle_in_transaction_session_timeout: 10 * second,
    statement_timeout: 30 * second,
    query_timeout: 35 * second,
    // Times and numbers of ours are below 2^53.
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === int8 ? Number : pg.types.getTypeParser(oid, format as 'text'),
    },
  });
  // A connection that breaks while no query is under way is replaced when it is next needed; without listeners it
  // would end the process: https://node-postgres.com/apis/pool#events
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: discardingBroken(pool) }) });
}

/** A connection that failed is not used again, whatever may still come on it. */
function discardingBroken(pool: Pool): PostgresPool {
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect();
      let isBroken = false;

      function query<Row>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<Row>>;
      function query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>;
      function query(text: unknown, values?: readonly unknown[]): unknown {
        if (typeof text !== 'string') throw new TypeError('There are no cursors');
        return client.query(text, values?.map(storable)).catch((error) => {
          isBroken ||= isAway(error);
          throw error;
        });
      }
      return { query, release: (destroy) => client.release(destroy || isBroken) };
    },
  };
}

/** PostgreSQL's text holds no NUL, which a name or an error from outside may. */
function storable(value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '\\u0000') : value;
}
