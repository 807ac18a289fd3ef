import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Clock } from '../../shared/clock.ts';
import type { Engine } from './engine.ts';
import type { Tables } from './tables.ts';

type Table = 'inbox' | 'outbox';
type QueueEngine = Pick<Engine, 'db' | 'mark' | 'markForGood' | 'retried' | 'isShared'>;

/** In the words of the indexes of what is open, by which alone SQLite knows them: https://sqlite.org/partialindex.html */
export const isOpen = (row: string) => sql<boolean>`${sql.ref(`${row}.state`)} in ('waiting', 'working')`;
export const isDead = sql<boolean>`state = 'dead'`;

/** The lanes whose name begins so, or all others. */
export interface Lanes {
  readonly prefix: string;
  readonly others?: boolean;
}

/** Why it did not work, and when to try again: without a time it is set aside for good. */
export interface Failure {
  readonly error: string;
  readonly at?: number;
}

/**
 * For how long a claim holds unless it is renewed. Longer than a request to Slack may take, so that who lost the
 * database and does not know it yet has ended before another takes the work up.
 */
export const lease = 15_000;

/**
 * Work that waits in lanes: one thing of a lane at a time over all processes, in order of arrival, and a thing that
 * waits for its next try holds its lane up. Who dies while at work is known by the claim that is not renewed; of what
 * is being worked on `next_at` is the end of the claim.
 */
export class LaneQueue<Name extends Table> {
  readonly #engine: QueueEngine;
  readonly #table: Name;
  readonly #clock: Clock;
  /** What this process works on: how many tries it had when it was claimed, which no other claim has. */
  readonly #held = new Map<number, number>();
  /** As whom this process claims. */
  readonly #owner = randomUUID();
  /** Until when there may be claims of ours that we never heard of, since the answer was lost. */
  #unsureUntil = -Infinity;
  #cancelRenewal: (() => void) | undefined;

  constructor(engine: QueueEngine, table: Name, clock: Clock) {
    this.#engine = engine;
    this.#table = table;
    this.#clock = clock;
  }

  /** Takes the heads of idle lanes that are due; their attempt counts from now, so a crash is remembered. */
  async claim(now: number, limit: number, lanes?: Lanes) {
    const rows = await this.#markHeads(now, { limit, lanes });
    const taken = rows.filter(({ seq }) => !this.#held.has(seq));
    for (const { seq, attempts } of rows) this.#held.set(seq, attempts);
    this.#renewLater();
    return taken.sort((a, b) => a.seq - b.seq);
  }

  async #markHeads(now: number, { limit, lanes }: { limit: number; lanes: Lanes | undefined }) {
    const table = sql.table(this.#table);
    const { isShared } = this.#engine;
    // Before anything leaves it must be known that it was tried. What came in counts once by itself.
    const mark = this.#table === 'outbox' ? this.#engine.markForGood : this.#engine.mark;
    // Others do not wait for each other's claims: each takes what nobody else is about to take.
    const lock = isShared ? sql`for update of head skip locked` : sql``;
    const owner = isShared ? sql`, owner = ${this.#owner}` : sql``;
    try {
      const { rows } = await mark((tx) =>
        sql<Tables[Name] & { seq: number }>`
          with heads as materialized (
            select head.seq from ${table} head
            where ${isOpen('head')} and ${isAmong(lanes)} and ${this.#isFree(now)} and ${this.#leads(now)}
            order by head.seq limit ${limit} ${lock}
          )
          update ${table} set state = 'working', attempts = attempts + 1, next_at = ${now + lease} ${owner}
          where seq in (select seq from heads) returning *`.execute(tx),
      );
      return rows;
    } catch (error) {
      // It may have been done all the same, or be done yet.
      this.#unsureUntil = this.#clock.now() + lease;
      throw error;
    }
  }

  /** Within `tx`; false if the claim had run out and another has it. */
  async markDone(tx: Kysely<Tables>, seq: number): Promise<boolean> {
    const marked = await sql`update ${sql.table(this.#table)}
      set state = 'done', done_at = ${this.#clock.now()}, error = null where ${this.#isOurs(seq)}`.execute(
      tx,
    );
    return marked.numAffectedRows === 1n;
  }

  /** After what marked it was committed. */
  letGo(seq: number): void {
    this.#held.delete(seq);
  }

  async done(seq: number): Promise<void> {
    await this.#engine.retried(() => this.#engine.mark((tx) => this.markDone(tx, seq)));
    this.letGo(seq);
  }

  async failed(seq: number, { error, at }: Failure): Promise<void> {
    const state = at === undefined ? 'dead' : 'waiting';
    try {
      await this.#engine.retried(() =>
        this.#engine.mark((tx) =>
          sql`update ${sql.table(this.#table)} set state = ${state}, next_at = ${at ?? this.#clock.now()},
            error = ${error} where ${this.#isOurs(seq)}`.execute(tx),
        ),
      );
    } finally {
      // Even if it could not be written: then the claim runs out, and it is tried again.
      this.letGo(seq);
    }
  }

  async nextAt(lanes?: Lanes): Promise<number | undefined> {
    const found = await sql<{
      at: number | null;
    }>`select min(head.next_at) as at from ${sql.table(this.#table)} head
      where ${isOpen('head')} and head.state = 'waiting' and ${isAmong(lanes)}
        and ${this.#leads(this.#clock.now())}`.execute(this.#engine.db);
    return found.rows[0]?.at ?? undefined;
  }

  /** Where no other process can be at work: what was under way when the last one ended is to be done again. */
  async recover(): Promise<void> {
    await sql`update ${sql.table(this.#table)} set state = 'waiting', next_at = ${this.#clock.now()}
      where ${isOpen(this.#table)} and state = 'working'`.execute(this.#engine.db);
  }

  stop(): void {
    this.#cancelRenewal?.();
    this.#held.clear();
  }

  #renewLater(): void {
    if (this.#held.size === 0) return;
    this.#cancelRenewal ??= this.#clock.after(lease / 3, () => {
      this.#cancelRenewal = undefined;
      // If the database is away the next round may still be in time.
      this.#renew()
        .catch(() => {})
        .then(() => this.#renewLater());
    });
  }

  async #renew(): Promise<void> {
    const before = [...this.#held];
    if (before.length === 0) return;
    const ours = sql.join(
      before.map(([seq]) => this.#isOurs(seq)),
      sql` or `,
    );
    const { rows } = await this.#engine.mark((tx) =>
      sql<{ seq: number }>`update ${sql.table(this.#table)} set next_at = ${this.#clock.now() + lease}
        where ${ours} returning seq`.execute(tx),
    );
    const renewed = new Set(rows.map(({ seq }) => seq));
    for (const [seq, attempts] of before) {
      if (!renewed.has(seq) && this.#held.get(seq) === attempts) this.#held.delete(seq);
    }
  }

  #isOurs(seq: number) {
    return sql`(seq = ${seq} and state = 'working' and attempts = ${this.#held.get(seq) ?? 0})`;
  }

  /** Due, or claimed by us without our knowing: that need not wait until the claim has run out. */
  #isFree(now: number) {
    const isDue = sql`head.next_at <= ${now}`;
    if (!this.#engine.isShared || this.#clock.now() > this.#unsureUntil) return isDue;
    const held = [...this.#held.keys()];
    return sql`(${isDue} or head.state = 'working' and head.owner = ${this.#owner} and head.seq <> all(${held}))`;
  }

  /** Nothing before it in its lane, and nothing behind it at work, as there is when what was dead is tried again. */
  #leads(now: number) {
    const others = sql`select 1 from ${sql.table(this.#table)} other
      where other.lane = head.lane and ${isOpen('other')}`;
    return sql`not exists (${others} and other.seq < head.seq)
      and not exists (${others} and other.state = 'working' and other.next_at > ${now} and other.seq > head.seq)`;
  }
}

function isAmong(lanes: Lanes | undefined) {
  if (!lanes) return sql`true`;
  const { prefix, others } = lanes;
  return sql`substr(head.lane, 1, ${prefix.length}) ${others ? sql`<>` : sql`=`} ${prefix}`;
}
