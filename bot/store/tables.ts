import type { Generated } from 'kysely';

/** The tables. Times are epoch milliseconds; `payload`, `deliveries`, `data`, `value` and `entry` are JSON. */
export interface Tables {
  inbox: InboxTable;
  /** In SQLite only: what arrived together and is not sorted into the inbox yet. */
  batches: BatchTable;
  outbox: OutboxTable;
  runs: RunTable;
  messages: MessageTable;
  handled: { id: string; at: number };
  audit: AuditTable;
  notes: NoteTable;
  /** In PostgreSQL only. */
  budgets: { key: string; whole_at: number };
}

/** What inbox and outbox share: work that is done lane by lane. In PostgreSQL also `owner`, who claimed it last. */
interface QueueColumns {
  seq: Generated<number>;
  lane: string;
  state: 'waiting' | 'working' | 'done' | 'dead';
  attempts: number;
  created_at: number;
  /** When it is to be tried; of what is being worked on, when the claim to it ends. */
  next_at: number;
  done_at: number | null;
  error: string | null;
}

interface InboxTable extends QueueColumns {
  source: 'slack' | 'github' | 'aws';
  id: string;
  kind: string;
  payload: string;
}

interface BatchTable {
  seq: Generated<number>;
  at: number;
  /** How many deliveries. */
  size: number;
  deliveries: string;
}

interface OutboxTable extends QueueColumns {
  id: string;
  kind: string;
  coalesce_key: string | null;
  data: string;
  request: string | null;
}

interface RunTable {
  pipeline: string;
  id: string;
  live: number;
  started_at: number;
  updated_at: number;
  value: string;
}

interface MessageTable {
  key: string;
  place: string;
  id: string;
  pipeline: string | null;
  run: string | null;
  shown_at: number;
}

interface NoteTable {
  kind: string;
  scope: string;
  key: string;
  value: string;
  at: number;
}

interface AuditTable {
  seq: Generated<number>;
  at: number;
  pipeline: string | null;
  entry: string;
  hash: string;
}
