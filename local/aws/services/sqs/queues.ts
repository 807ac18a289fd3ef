import { isDeepStrictEqual } from 'node:util';
import { type Aws, AwsError } from '../../define.ts';
import { invalidParameter, type MessageAttributes } from './message.ts';
import { type Limit, limits, Queue, type QueueSnapshot, type Redrive } from './queue.ts';

/** All queues of the account, for the operations of SQS and, in process, for what delivers to queues. */
export class Queues {
  readonly #aws: Aws;
  readonly #queues = new Map<string, Queue>();

  constructor(aws: Aws) {
    this.#aws = aws;
    aws.onClose(() => {
      for (const queue of this.#queues.values()) queue.close();
    });
  }

  snapshot(): { queues: QueueSnapshot[] } {
    return { queues: this.all().map((queue) => queue.snapshot()) };
  }

  restore({ queues }: { queues: readonly QueueSnapshot[] }): undefined {
    for (const snapshot of queues) {
      const queue = new Queue(this.#aws, snapshot.name, (arn) => this.byArn(arn));
      queue.restore(snapshot);
      this.#queues.set(queue.name, queue);
    }
  }

  all(): readonly Queue[] {
    return [...this.#queues.values()];
  }

  /** Makes a queue, or answers the one that is there with the same attributes. */
  create(name: string, attributes: Record<string, string> = {}): Queue {
    if (name.endsWith('.fifo') || attributes.FifoQueue === 'true')
      throw new AwsError('UnsupportedOperation', 'The local AWS has standard queues only, no FIFO queues.');
    if (!/^[\w-]{1,80}$/.test(name))
      throw invalidParameter('A queue name has 1 to 80 letters, digits, hyphens or underscores.');
    const known = this.#queues.get(name);
    if (known) {
      if (isDeepStrictEqual({ ...known.attributes, ...attributes }, known.attributes)) return known;
      throw new AwsError('QueueNameExists', `A queue named ${name} already exists with other attributes.`);
    }
    const queue = new Queue(this.#aws, name, (arn) => this.byArn(arn));
    this.#set(queue, attributes);
    this.#queues.set(name, queue);
    return queue;
  }

  /** By its URL, whatever host it was reached at. */
  byUrl(url: string): Queue {
    return this.byName(url.split('/').at(-1) ?? '');
  }

  byName(name: string): Queue {
    const queue = this.#queues.get(name);
    if (queue) return queue;
    throw new AwsError('QueueDoesNotExist', 'The specified queue does not exist.');
  }

  byArn(arn: string): Queue | undefined {
    return this.all().find((queue) => queue.arn === arn);
  }

  /** Sends a message to the queue with this ARN; an error if there is none. */
  send(arn: string, body: string, attributes?: MessageAttributes): void {
    const queue = this.byArn(arn);
    if (!queue) throw new AwsError('QueueDoesNotExist', `The specified queue does not exist: ${arn}`);
    queue.send({ body, ...(attributes ? { attributes } : {}) });
  }

  delete(queue: Queue): void {
    queue.close();
    this.#queues.delete(queue.name);
  }

  setAttributes(queue: Queue, attributes: Record<string, string>): void {
    this.#set(queue, attributes);
    queue.modified = this.#aws.clock.now();
  }

  #set(queue: Queue, attributes: Record<string, string>): void {
    for (const [name, value] of Object.entries(attributes)) checkAttribute(name, value);
    const policy = attributes.RedrivePolicy;
    if (policy !== undefined) queue.redrive = policy === '' ? undefined : this.#redrive(policy);
    queue.attributes = { ...queue.attributes, ...attributes };
  }

  #redrive(policy: string): Redrive {
    const { deadLetterTargetArn, maxReceiveCount } = parseJson(policy);
    const count = Number(maxReceiveCount);
    if (typeof deadLetterTargetArn !== 'string' || !Number.isInteger(count) || count < 1 || count > 1000)
      throw invalidParameter('RedrivePolicy needs deadLetterTargetArn and a maxReceiveCount from 1 to 1000.');
    if (!this.byArn(deadLetterTargetArn))
      throw invalidParameter(
        `RedrivePolicy names a dead letter queue that does not exist: ${deadLetterTargetArn}`,
      );
    return { deadLetterTargetArn, maxReceiveCount: count };
  }
}

/** Attributes that are kept and shown but change nothing here: nobody checks permissions, nothing is encrypted. */
const inert = [
  'Policy',
  'RedrivePolicy',
  'RedriveAllowPolicy',
  'KmsMasterKeyId',
  'KmsDataKeyReusePeriodSeconds',
  'SqsManagedSseEnabled',
  'FifoQueue',
];

function checkAttribute(name: string, value: string): void {
  if (inert.includes(name)) return;
  if (!Object.hasOwn(limits, name)) throw new AwsError('InvalidAttributeName', `Unknown Attribute ${name}.`);
  const { least, most } = limits[name as Limit];
  if (!/^\d+$/.test(value) || Number(value) < least || Number(value) > most)
    throw new AwsError('InvalidAttributeValue', `Invalid value for the parameter ${name}.`);
}

function parseJson(text: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(text)) as Record<string, unknown>;
  } catch {
    throw invalidParameter('RedrivePolicy is not valid JSON.');
  }
}
