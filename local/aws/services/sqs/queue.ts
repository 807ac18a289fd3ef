import { randomBytes } from 'node:crypto';
import { type Aws, AwsError } from '../../define.ts';
import { checkMessage, invalidParameter, type Message, type MessageAttributes } from './message.ts';

/** The attributes that can be set, with their defaults and limits, in seconds or bytes. */
export const limits = {
  DelaySeconds: { default: 0, least: 0, most: 900 },
  MaximumMessageSize: { default: 1_048_576, least: 1024, most: 1_048_576 },
  MessageRetentionPeriod: { default: 345_600, least: 60, most: 1_209_600 },
  ReceiveMessageWaitTimeSeconds: { default: 0, least: 0, most: 20 },
  VisibilityTimeout: { default: 30, least: 0, most: 43_200 },
} as const;

export type Limit = keyof typeof limits;

export interface Receive {
  readonly most: number;
  /** Seconds. */
  readonly wait: number;
  /** Seconds. */
  readonly visibility: number;
}

export interface Redrive {
  readonly deadLetterTargetArn: string;
  readonly maxReceiveCount: number;
}

export interface QueueSnapshot
  extends Pick<Queue, 'name' | 'created' | 'modified' | 'tags' | 'attributes' | 'redrive'> {
  readonly messages: readonly Message[];
}

/** One standard queue. */
export class Queue {
  readonly name: string;
  readonly arn: string;
  created: number;
  modified: number;
  tags: Record<string, string> = {};
  /** As they were set, without defaults. */
  attributes: Record<string, string> = {};
  redrive: Redrive | undefined;
  readonly #aws: Aws;
  readonly #messages = new Map<string, Message>();
  readonly #waiting = new Set<() => void>();
  #closed = false;
  readonly #deadLetters: (arn: string) => Queue | undefined;

  constructor(aws: Aws, name: string, deadLetters: (arn: string) => Queue | undefined) {
    this.#aws = aws;
    this.name = name;
    this.arn = `arn:aws:sqs:${aws.region}:${aws.account}:${name}`;
    this.created = aws.clock.now();
    this.modified = this.created;
    this.#deadLetters = deadLetters;
  }

  snapshot(): QueueSnapshot {
    const { name, created, modified, tags, attributes, redrive } = this;
    return { name, created, modified, tags, attributes, redrive, messages: [...this.#messages.values()] };
  }

  /** Messages in flight stay so until their time is up: whoever received them may still delete them. */
  restore({ created, modified, tags, attributes, redrive, messages }: QueueSnapshot): void {
    Object.assign(this, { created, modified, tags, attributes, redrive });
    for (const message of messages) this.#messages.set(message.id, message);
  }

  get url(): string {
    return `${this.#aws.endpoint}/${this.#aws.account}/${this.name}`;
  }

  setting(name: Limit): number {
    return Number(this.attributes[name] ?? limits[name].default);
  }

  send(message: { body: string; attributes?: MessageAttributes; delay?: number | undefined }): Message {
    const { body, attributes = {}, delay = this.setting('DelaySeconds') } = message;
    checkMessage(body, attributes);
    if (Buffer.byteLength(body) > this.setting('MaximumMessageSize'))
      throw invalidParameter(`Message must be shorter than ${this.setting('MaximumMessageSize')} bytes.`);
    if (delay < 0 || delay > 900) throw invalidParameter('DelaySeconds must be >= 0 and <= 900.');
    const now = this.#aws.clock.now();
    const sent: Message = {
      id: this.#aws.uuid(),
      body,
      attributes,
      sent: now,
      hiddenUntil: now + delay * 1000,
      received: 0,
      firstReceived: undefined,
      receipt: undefined,
      deadLetterSource: undefined,
    };
    this.#add(sent);
    return sent;
  }

  /** Messages that can be seen, at once or as soon as there are any within the wait. */
  async receive(receive: Receive): Promise<Message[]> {
    const deadline = this.#aws.clock.now() + receive.wait * 1000;
    for (;;) {
      const taken = this.#take(receive);
      const left = deadline - this.#aws.clock.now();
      if (taken.length > 0 || left <= 0 || this.#closed) return taken;
      await this.#change(Math.min(left, this.#nextVisible()));
    }
  }

  delete(receipt: string): void {
    const message = this.#byReceipt(receipt);
    if (message) this.#messages.delete(message.id);
  }

  /** Hides a message in flight for so many seconds from now. */
  changeVisibility(receipt: string, seconds: number): void {
    if (seconds < 0 || seconds > limits.VisibilityTimeout.most)
      throw invalidParameter(`VisibilityTimeout must be >= 0 and <= ${limits.VisibilityTimeout.most}.`);
    const message = this.#byReceipt(receipt);
    const now = this.#aws.clock.now();
    if (!message || message.hiddenUntil <= now)
      throw new AwsError('MessageNotInflight', 'The specified message is not in flight.');
    message.hiddenUntil = now + seconds * 1000;
    this.#wake();
  }

  purge(): void {
    this.#messages.clear();
  }

  counts(): { visible: number; inFlight: number; delayed: number } {
    this.#expire();
    const now = this.#aws.clock.now();
    const hidden = [...this.#messages.values()].filter((message) => message.hiddenUntil > now);
    const inFlight = hidden.filter((message) => message.received > 0).length;
    return { visible: this.#messages.size - hidden.length, inFlight, delayed: hidden.length - inFlight };
  }

  /** Ends all waiting, with nothing. */
  close(): void {
    this.#closed = true;
    this.#wake();
  }

  #add(message: Message): void {
    this.#messages.set(message.id, message);
    this.#wake();
  }

  #take({ most, visibility }: Receive): Message[] {
    this.#expire();
    const now = this.#aws.clock.now();
    const taken: Message[] = [];
    for (const message of this.#messages.values()) {
      if (taken.length >= most) break;
      if (message.hiddenUntil > now || this.#bury(message)) continue;
      message.hiddenUntil = now + visibility * 1000;
      message.received += 1;
      message.firstReceived ??= now;
      message.receipt = Buffer.from(`${message.id}.${randomBytes(12).toString('hex')}`).toString('base64url');
      taken.push(message);
    }
    return taken;
  }

  /** Moves a message that was received too often to the dead-letter queue. */
  #bury(message: Message): boolean {
    if (!this.redrive || message.received < this.redrive.maxReceiveCount) return false;
    const target = this.#deadLetters(this.redrive.deadLetterTargetArn);
    if (!target) return false;
    this.#messages.delete(message.id);
    target.#add({
      ...message,
      received: 0,
      firstReceived: undefined,
      hiddenUntil: 0,
      deadLetterSource: this.arn,
    });
    return true;
  }

  #expire(): void {
    const oldest = this.#aws.clock.now() - this.setting('MessageRetentionPeriod') * 1000;
    for (const message of this.#messages.values())
      if (message.sent < oldest) this.#messages.delete(message.id);
  }

  /** The message that this handle still holds; none if it is gone or has been received again since. */
  #byReceipt(receipt: string): Message | undefined {
    const id = /^([0-9a-f-]{36})\.[0-9a-f]{24}$/.exec(
      Buffer.from(receipt, 'base64url').toString('utf8'),
    )?.[1];
    if (!id) throw new AwsError('ReceiptHandleIsInvalid', 'The input receipt handle is invalid.', 404);
    const message = this.#messages.get(id);
    return message?.receipt === receipt ? message : undefined;
  }

  /** Milliseconds until a hidden message can be seen. */
  #nextVisible(): number {
    const now = this.#aws.clock.now();
    const times = [...this.#messages.values()]
      .map((message) => message.hiddenUntil - now)
      .filter((ms) => ms > 0);
    return times.reduce((least, ms) => Math.min(least, ms), Number.POSITIVE_INFINITY);
  }

  /** Resolves when something may have become visible, or after so many milliseconds. */
  #change(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        cancel();
        this.#waiting.delete(done);
        resolve();
      };
      const cancel = this.#aws.clock.after(ms, done);
      this.#waiting.add(done);
    });
  }

  #wake(): void {
    for (const done of [...this.#waiting]) done();
  }
}
