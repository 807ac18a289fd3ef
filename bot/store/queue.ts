import { type Kysely, sql } from 'kysely';
import type { Clock } from '../../shared/clock.ts';
import type { Tables } from './tables.ts';

type Table = 'inbox' | 'outbox';

/** Why it did not work, and when to try again: without a time it is set aside for good. */
export interface Failure {
  readonly error: string;
  readonly at?: number;
}

/**
 * Work that waits in lanes: one thing of a lane at a time, in order of arrival, and a thing that waits for its
 * next try holds its lane up. `Row` is a row of the table as it was claimed.
 */
export class LaneQueue<Name extends Table> {
  readonly #db: Kysely<Tables>;
  readonly #table: Name;
  readonly #clock: Clock;

  constructor(db: Kysely<Tables>, table: Name, clock: Clock) {
    this.#db = db;
    this.#table = table;
    this.#clock = clock;
  }

  /** Takes the heads of idle lanes that are due; their attempt counts from now, so a crash is remembered. */
  async claim(now: number, limit: number) {
    const table = sql.table(this.#table);
    const claimed = await sql<Tables[Name] & { seq: number }>`
      update ${table} set state = 'working', attempts = attempts + 1
      where seq in (
        select head.seq from ${table} head
        where head.state = 'waiting' and head.next_at <= ${now} and ${this.#leads()}
        order by head.seq limit ${limit}
      ) returning *`.execute(this.#db);
    return claimed.rows.sort((a, b) => a.seq - b.seq);
  }

  async done(seq: number): Promise<void> {
    await sql`update ${sql.table(this.#table)} set state = 'done', done_at = ${this.#clock.now()}, error = null
      where seq = ${seq}`.execute(this.#db);
  }

  async failed(seq: number, { error, at }: Failure): Promise<void> {
    const state = at === undefined ? 'dead' : 'waiting';
    await sql`update ${sql.table(this.#table)} set state = ${state}, next_at = ${at ?? this.#clock.now()}, error = ${error}
      where seq = ${seq}`.execute(this.#db);
  }

  async nextAt(): Promise<number | undefined> {
    const found = await sql<{
      at: number | null;
    }>`select min(head.next_at) as at from ${sql.table(this.#table)} head
      where head.state = 'waiting' and ${this.#leads()}`.execute(this.#db);
    return found.rows[0]?.at ?? undefined;
  }

  /** What was under way when the process ended is to be done again. */
  async recover(): Promise<void> {
    await sql`update ${sql.table(this.#table)} set state = 'waiting' where state = 'working'`.execute(
      this.#db,
    );
  }

  #leads() {
    return sql`not exists (select 1 from ${sql.table(this.#table)} other where other.lane = head.lane
      and other.state in ('waiting', 'working') and other.seq < head.seq)`;
  }
}
