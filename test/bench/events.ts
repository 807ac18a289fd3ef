import { randomUUID } from 'node:crypto';
import { eventsKey } from './bot-process.ts';
import { type Connection, open } from './connection.ts';

const steps = ['Source/Bundle', 'Build/Compile', 'Deploy/Hosts'].flatMap((at) =>
  ['STARTED', 'SUCCEEDED'].map((state) => ({ at, state })),
);

/** A run that goes on by one action's start or end at every event, round and round, as one that is retried does. */
export class BenchRun {
  readonly pipeline: string;
  readonly id = randomUUID();
  #step = 0;

  constructor(pipeline: string) {
    this.pipeline = pipeline;
  }

  /** The request of an EventBridge API destination that tells its next step. */
  next(): Buffer {
    const { at, state } = steps[this.#step++ % steps.length]!;
    return this.tell(at, state);
  }

  tell(at: string, state: string): Buffer {
    const [stage, action] = at.split('/');
    const body = JSON.stringify({
      version: '0',
      id: randomUUID(),
      'detail-type': 'CodePipeline Action Execution State Change',
      source: 'aws.codepipeline',
      account: '123456789012',
      time: new Date().toISOString(),
      region: 'eu-central-1',
      resources: [`arn:aws:codepipeline:eu-central-1:123456789012:${this.pipeline}`],
      detail: { pipeline: this.pipeline, 'execution-id': this.id, version: 1, stage, action, state },
    });
    return Buffer.from(
      `POST /aws/events HTTP/1.1\r\nhost: bench\r\ncontent-type: application/json\r\n` +
        `authorization: Bearer ${eventsKey}\r\nx-api-key: ${eventsKey}\r\n` +
        `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
  }
}

/** Sends requests at a rate whatever the answers take; `sent` is called with each one's place and time. */
export async function sendAt(
  { port, rate }: { port: number; rate: number },
  requests: Iterable<Buffer>,
  sent: (index: number, at: number) => void = () => {},
): Promise<void> {
  const idle: Connection[] = [];
  const under = new Set<Promise<void>>();
  const start = performance.now();
  let index = 0;
  for (const request of requests) {
    const due = start + (index / rate) * 1000;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const connection = idle.pop() ?? open(port);
    sent(index++, performance.now());
    const sending = connection.send(request).then(() => {
      idle.push(connection);
      under.delete(sending);
    });
    sending.catch(() => {});
    under.add(sending);
  }
  await Promise.all(under);
  for (const connection of idle) connection.close();
}
