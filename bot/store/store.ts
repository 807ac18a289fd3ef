import type { Run } from '../../shared/run/model.ts';
import type { Effect } from '../effect.ts';
import type { Lanes } from './queue.ts';
import type { QueueHealth } from './upkeep.ts';

/**
 * What the bot remembers. Reads see what was committed; `transaction` writes state, audit entries and effects
 * together or not at all. All times are epoch milliseconds.
 */
export interface Store extends Reads {
  /**
   * Runs `work` in one transaction and commits when it resolves. Keep it short: no network inside, and read
   * only through `tx`. It may be run again from the start, so everything it does goes through `tx`.
   */
  transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result>;
  readonly inbox: Inbox;
  readonly outbox: Outbox;
  /** Calls `listener` after a commit that left work in the inbox or the outbox; the result stops that. */
  onWork(listener: (where: 'inbox' | 'outbox') => void): () => void;
  /**
   * Takes the next place in a rate of one every `interval` milliseconds, which all processes share by its key; the time
   * when that many places will be free again as if none had been taken.
   */
  reserve(key: string, interval: number): Promise<number>;
  /** Why it takes nothing more until the bot is started anew, if that is so. */
  failure(): Error | undefined;
  /** Throws where it can be told, without a write, that it takes nothing now. */
  check(): Promise<void>;
  /** How inbox and outbox are doing. */
  measure(): Promise<QueueHealth[]>;
  /** Forgets what is older than its retention, a little at a time; how much that was. */
  forgetOld(): Promise<number>;
  close(): Promise<void>;
}

/** What commands and events read. */
export interface Reads {
  run(pipeline: string, id: string): Promise<Run | undefined>;
  /** The newest first, of one pipeline. */
  runs(pipeline: string, limit: number): Promise<Run[]>;
  /** Every run that may still move, oldest first. */
  liveRuns(): Promise<Run[]>;
  /** How many of them each pipeline has, or each of these: cheap, where the runs themselves are not wanted. */
  liveCounts(of?: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Those of them that nothing was written of since `before`, the longest silent first. */
  silentRuns(before: number): Promise<Run[]>;
  /** The message or comment under this key. */
  shown(key: string): Promise<Shown | undefined>;
  /** Which message stands there: how a thread's root or a comment leads to its run. */
  shownAt(place: string, id: string): Promise<Shown | undefined>;
  /** What is shown in a channel (`C123`) or on a pull request (`owner/name#7`), newest first. */
  shownIn(place: string, limit: number): Promise<Shown[]>;
  /** What is noted of this kind in this scope, oldest first. */
  notes(kind: NoteKind, scope: string): Promise<Note[]>;
  /** The newest audit entries first; of one pipeline, or of all. */
  auditTrail(options: { pipeline?: string; limit: number }): Promise<AuditRecord[]>;
}

export interface Transaction extends Reads {
  /**
   * True the first time it is called with this id, false ever after: what makes a request or an event that
   * is delivered twice count once. Call it first, and write nothing when it is false.
   */
  once(id: string): Promise<boolean>;
  putRun(run: Run): Promise<void>;
  putShown(shown: Shown): Promise<void>;
  /** Notes it, in place of what was noted under this kind, scope and key. */
  putNote(note: Omit<Note, 'at'>): Promise<void>;
  dropNote(note: Pick<Note, 'kind' | 'scope' | 'key'>): Promise<void>;
  audit(entry: AuditEntry): Promise<void>;
  /** Puts effects into the outbox, in this order. `request` is the id of what caused them. */
  emit(effects: readonly Effect[], request?: string): Promise<void>;
}

/** A message or comment of ours that is updated in place. */
export interface Shown {
  readonly key: string;
  /** A Slack channel id, or `owner/name#7`. */
  readonly place: string;
  /** A Slack `ts`, or a comment id. */
  readonly id: string;
  readonly pipeline?: string;
  /** The run it shows. */
  readonly run?: string;
}

type NoteKind = 'lock' | 'vote' | 'watch' | 'link' | 'starter' | 'home' | 'reveal' | 'followed';

/** What people have said and what holds until it is taken back: a lock, a vote, a link of two names. */
interface Note {
  readonly kind: NoteKind;
  /** What it is about: a pipeline, an approval. */
  readonly scope: string;
  readonly key: string;
  /** JSON. Who reads it checks its shape. */
  readonly value: unknown;
  readonly at: number;
}

/** Who wanted what, whether they were let, and what came of it. Never a secret's value. */
export interface AuditEntry {
  /** `slack:U1`, `github:octocat`, or `drawbridge` for what nobody asked for. */
  readonly who: string;
  /** The words, such as `approve shop`. */
  readonly what: string;
  readonly decision: 'allowed' | 'refused' | 'failed';
  /** One sentence. */
  readonly outcome: string;
  readonly pipeline?: string;
  readonly run?: string;
  /** Where they said it: a channel or a pull request. */
  readonly place?: string;
  readonly request?: string;
}

export interface AuditRecord extends AuditEntry {
  readonly seq: number;
  readonly at: number;
  /** Over the previous entry's hash and this entry, so that a change anywhere shows; hexadecimal SHA-256. */
  readonly hash: string;
}

/** What arrived, verified and not yet worked on. */
export interface Inbox {
  /** Commits it durably before it resolves; of several with one id of one source the first counts. */
  receive(delivery: Delivery): Promise<void>;
  /** Whether so much arrives now that working on it would make the senders wait. */
  isCrowded(): boolean;
  /** The oldest delivery due in each lane that nobody works on, marked as being worked on. */
  claim(now: number, limit: number): Promise<Received[]>;
  done(seq: number): Promise<void>;
  /** Tries again at `at`; without a time it is set aside for good. */
  failed(seq: number, failure: { error: string; at?: number }): Promise<void>;
  /** When the next one falls due. */
  nextAt(): Promise<number | undefined>;
}

export interface Delivery {
  readonly source: 'slack' | 'github' | 'aws';
  /** What makes a second delivery of the same thing recognisable. */
  readonly id: string;
  /** The sender's word for what it is: `slash_command`, `issue_comment`, a detail-type. */
  readonly kind: string;
  /** Deliveries of one lane are worked on one at a time in order of arrival. */
  readonly lane: string;
  readonly payload: unknown;
}

export interface Received extends Delivery {
  readonly seq: number;
  readonly receivedAt: number;
  readonly attempts: number;
  /** Why a try before failed, if one was heard of. */
  readonly error?: string;
}

/** Effects that wait to be carried out. */
export interface Outbox {
  /**
   * The first effect of each target of which none is being carried out, if it is due, marked as being carried out; of
   * these lanes, if not of all.
   */
  claim(now: number, limit: number, lanes?: Lanes): Promise<Waiting[]>;
  /** Marks it done and stores what follows from it, in one transaction. */
  done(seq: number, next: readonly Effect[], request?: string): Promise<void>;
  /** Tries again at `at`; without a time it is dead and the target's next effect gets its turn. */
  failed(seq: number, failure: { error: string; at?: number }): Promise<void>;
  /** When the next one falls due. */
  nextAt(lanes?: Lanes): Promise<number | undefined>;
  /** What was given up on, newest first. */
  dead(limit: number): Promise<Waiting[]>;
  /** Whether nothing is left to do of what a request has caused. */
  isSettled(request: string): Promise<boolean>;
}

export interface Waiting extends Effect {
  readonly seq: number;
  /** Unique over all stores. */
  readonly id: string;
  readonly createdAt: number;
  readonly target: string;
  readonly attempts: number;
  readonly request?: string;
  readonly error?: string;
}
