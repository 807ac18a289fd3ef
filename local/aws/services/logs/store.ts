import type { InputLogEvent, OutputLogEvent } from '@aws-sdk/client-cloudwatch-logs';
import { type Aws, AwsError } from '../../define.ts';

export interface Stream {
  readonly name: string;
  readonly created: number;
  readonly arn: string;
  /** In the order of their time, and of arrival within one time. */
  readonly events: StoredEvent[];
  bytes: number;
  ingested: number | undefined;
}

export interface StoredEvent extends Required<OutputLogEvent> {
  readonly id: string;
}

export interface Group {
  readonly name: string;
  readonly created: number;
  readonly arn: string;
  readonly streams: Map<string, Stream>;
  retentionDays: number | undefined;
}

interface LogSnapshot {
  readonly groups: ReadonlyMap<string, Group>;
  readonly sequence: number;
}

const groupName = /^[.\-_/#A-Za-z0-9]{1,512}$/;
/** Log groups, kept in memory. Other services write with `append`. */
export class LogStore {
  readonly #aws: Aws;
  readonly #groups = new Map<string, Group>();
  #sequence = 0;

  constructor(aws: Aws) {
    this.#aws = aws;
  }

  snapshot(): LogSnapshot {
    return { groups: this.#groups, sequence: this.#sequence };
  }

  restore({ groups, sequence }: LogSnapshot): undefined {
    for (const [name, group] of groups) this.#groups.set(name, group);
    this.#sequence = sequence;
  }

  /** Adds lines to a stream, making it and its group on the way. */
  append(where: { group: string; stream: string }, messages: readonly string[]): void {
    const group = this.#groups.get(where.group) ?? this.createGroup(where.group);
    const stream = group.streams.get(where.stream) ?? this.createStream(group, where.stream);
    const timestamp = this.#aws.clock.now();
    this.put(
      stream,
      messages.map((message) => ({ timestamp, message })),
    );
  }

  createGroup(name: string): Group {
    if (!groupName.test(name))
      throw invalid(
        `Value '${name}' at 'logGroupName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\.\\-_/#A-Za-z0-9]+`,
      );
    if (this.#groups.has(name))
      throw new AwsError('ResourceAlreadyExistsException', 'The specified log group already exists');
    const arn = `arn:aws:logs:${this.#aws.region}:${this.#aws.account}:log-group:${name}`;
    const group: Group = {
      name,
      created: this.#aws.clock.now(),
      arn,
      streams: new Map(),
      retentionDays: undefined,
    };
    this.#groups.set(name, group);
    return group;
  }

  createStream(group: Group, name: string): Stream {
    if (!/^[^:*]{1,512}$/.test(name))
      throw invalid(
        `Value '${name}' at 'logStreamName' failed to satisfy constraint: Member must satisfy regular expression pattern: [^:*]*`,
      );
    if (group.streams.has(name))
      throw new AwsError('ResourceAlreadyExistsException', 'The specified log stream already exists');
    const arn = `${group.arn}:log-stream:${name}`;
    const stream: Stream = {
      name,
      created: this.#aws.clock.now(),
      arn,
      events: [],
      bytes: 0,
      ingested: undefined,
    };
    group.streams.set(name, stream);
    return stream;
  }

  put(stream: Stream, events: readonly InputLogEvent[]): void {
    const ingestionTime = this.#aws.clock.now();
    for (const event of events) {
      const stored = {
        id: String(this.#sequence++).padStart(56, '0'),
        timestamp: event.timestamp ?? 0,
        message: event.message ?? '',
        ingestionTime,
      };
      const last = stream.events.at(-1);
      if (!last || last.timestamp <= stored.timestamp) stream.events.push(stored);
      else
        stream.events.splice(
          stream.events.findLastIndex((e) => e.timestamp <= stored.timestamp) + 1,
          0,
          stored,
        );
      stream.bytes += Buffer.byteLength(stored.message) + 26;
    }
    stream.ingested = ingestionTime;
  }

  groups(): Group[] {
    return [...this.#groups.values()].sort(byName);
  }

  /** By name or ARN. */
  group(name: string | undefined, identifier?: string): Group {
    const wanted =
      name ?? identifier?.replace(/^arn:[^:]+:logs:[^:]*:[^:]*:log-group:/, '').replace(/:\*$/, '') ?? '';
    const group = this.#groups.get(wanted);
    if (!group) throw new AwsError('ResourceNotFoundException', 'The specified log group does not exist.');
    return group;
  }

  stream(group: Group, name: string | undefined): Stream {
    const stream = group.streams.get(name ?? '');
    if (!stream) throw new AwsError('ResourceNotFoundException', 'The specified log stream does not exist.');
    return stream;
  }

  deleteGroup(name: string | undefined): void {
    this.#groups.delete(this.group(name).name);
  }
}

const invalid = (message: string) => new AwsError('InvalidParameterException', message);

export const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
