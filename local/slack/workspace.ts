import { randomUUID } from 'node:crypto';
import type { Clock } from '../../shared/clock.ts';
import { Views } from './views.ts';

/** A local Slack workspace: who is in it, what was said, and what each of them sees. No wire in here. */
export interface User {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  readonly bot?: boolean;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  /** In a conversation of the app with one person: that person. */
  readonly direct?: string;
}

/** A message as Slack keeps it. `visibleTo` is set on an ephemeral one: nobody else ever gets it. */
export interface Message {
  readonly ts: string;
  readonly channel: string;
  readonly user: string;
  readonly thread?: string;
  readonly visibleTo?: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly metadata?: unknown;
  /** How often it was edited. */
  readonly edits: number;
}

export interface Block {
  readonly type: string;
  readonly block_id?: string;
  readonly elements?: readonly Element[];
  readonly accessory?: Element;
  readonly [member: string]: unknown;
}

export interface Element {
  readonly type: string;
  readonly action_id?: string;
  readonly value?: string;
  readonly text?: { readonly type: string; readonly text: string };
  readonly [member: string]: unknown;
}

export interface WorkspaceOptions {
  readonly clock: Clock;
  readonly users: readonly User[];
  readonly channels: readonly Channel[];
  /** User group id → user ids. */
  readonly groups?: Readonly<Record<string, readonly string[]>>;
}

// A trigger lives three seconds and a response URL thirty minutes for five answers:
// https://docs.slack.dev/interactivity/handling-user-interaction
const triggerLife = 3_000;
const responseLife = 30 * 60_000;
const responseUses = 5;

export class Workspace {
  readonly team = 'T0LOCAL';
  readonly appId = 'A0LOCAL';
  readonly botUser = 'U0DRAWBRIDGE';
  readonly users: ReadonlyMap<string, User>;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly messages: Message[] = [];
  readonly views: Views;
  readonly #clock: Clock;
  readonly #triggers = new Map<string, { user: string; until: number }>();
  readonly #responses = new Map<
    string,
    { user: string; channel: string; until: number; left: number; ts?: string }
  >();
  readonly #listeners = new Set<() => void>();
  #sequence = 0;

  constructor(options: WorkspaceOptions) {
    this.#clock = options.clock;
    this.users = new Map(options.users.map((user) => [user.id, user]));
    const directs = options.users.map(({ id, name }) => ({ id: directOf(id), name, direct: id }));
    this.channels = new Map([...options.channels, ...directs].map((channel) => [channel.id, channel]));
    this.views = new Views(() => this.#changed());
    this.groups = options.groups ?? {};
  }

  /** Calls the listener after every change; the returned function stops it. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  post(message: Omit<Message, 'ts' | 'edits'>): Message {
    const posted: Message = { ...message, ts: this.#nextTs(), edits: 0 };
    this.messages.push(posted);
    this.#changed();
    return posted;
  }

  /** Undefined where there is no such message. Ephemeral messages cannot be edited by their ts. */
  edit(
    channel: string,
    ts: string,
    change: Pick<Message, 'text' | 'blocks' | 'metadata'>,
  ): Message | undefined {
    const index = this.messages.findIndex((m) => m.channel === channel && m.ts === ts && !m.visibleTo);
    return this.#replace(index, change);
  }

  delete(channel: string, ts: string): boolean {
    const index = this.messages.findIndex((m) => m.channel === channel && m.ts === ts);
    if (index < 0) return false;
    this.messages.splice(index, 1);
    this.#changed();
    return true;
  }

  /** What one person sees in a channel, oldest first, threads included. */
  seenBy(user: string, channel: string): Message[] {
    const { direct = user } = this.channels.get(channel) ?? {};
    if (direct !== user) return [];
    return this.messages.filter((m) => m.channel === channel && (!m.visibleTo || m.visibleTo === user));
  }

  newEventId(): string {
    return `Ev${randomUUID()}`;
  }

  newTrigger(user: string): string {
    const id = `${this.#clock.now()}.${randomUUID()}`;
    this.#triggers.set(id, { user, until: this.#clock.now() + triggerLife });
    return id;
  }

  /** The person whose deed made this trigger, once, and only while it lives. */
  takeTrigger(id: string): string | undefined {
    const trigger = this.#triggers.get(id);
    this.#triggers.delete(id);
    return trigger && trigger.until >= this.#clock.now() ? trigger.user : undefined;
  }

  /** A response handle for somebody's deed in a channel, under a message if it was pressed there. */
  newResponse(user: string, channel: string, ts?: string): string {
    const id = randomUUID();
    const until = this.#clock.now() + responseLife;
    this.#responses.set(id, { user, channel, until, left: responseUses, ...(ts ? { ts } : {}) });
    return id;
  }

  /** Answers by a response handle; false where it is used up, expired or unknown. */
  respond(id: string, answer: ResponseAnswer): boolean {
    const response = this.#responses.get(id);
    if (!response || response.left <= 0 || response.until < this.#clock.now()) return false;
    response.left--;
    const original = response.ts ? this.messages.findIndex((m) => m.ts === response.ts) : -1;
    if (answer.deleteOriginal) {
      if (original >= 0) this.messages.splice(original, 1);
      this.#changed();
      return true;
    }
    if (answer.replaceOriginal && original >= 0) {
      this.#replace(original, answer);
      return true;
    }
    const posted = this.post({
      channel: response.channel,
      user: this.botUser,
      text: answer.text,
      blocks: answer.blocks,
      ...(answer.thread ? { thread: answer.thread } : {}),
      ...(answer.inChannel ? {} : { visibleTo: response.user }),
    });
    response.ts ??= posted.ts;
    return true;
  }

  #replace(index: number, change: Partial<Message>): Message | undefined {
    const before = this.messages[index];
    if (!before) return undefined;
    const { text = before.text, blocks = before.blocks, metadata = before.metadata } = change;
    const after: Message = { ...before, text, blocks, metadata, edits: before.edits + 1 };
    this.messages[index] = after;
    this.#changed();
    return after;
  }

  /** Unique and rising, as Slack's are: seconds and six digits. */
  #nextTs(): string {
    this.#sequence++;
    return `${Math.floor(this.#clock.now() / 1000)}.${String(this.#sequence).padStart(6, '0')}`;
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** The conversation of the app with a user. */
export function directOf(user: string): string {
  return `D${user.slice(1)}`;
}

export interface ResponseAnswer {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly thread?: string;
  readonly inChannel: boolean;
  readonly replaceOriginal: boolean;
  readonly deleteOriginal: boolean;
}
