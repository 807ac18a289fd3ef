import type { FilteredLogEvent } from '@aws-sdk/client-cloudwatch-logs';
import { AwsError, defineService } from '../../define.ts';
import { page } from '../../page.ts';
import { ownSnapshots } from '../../persistence/own.ts';
import { byName, LogStore, type StoredEvent, type Stream } from './store.ts';

const retentions = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

export default defineService<typeof import('@aws-sdk/client-cloudwatch-logs'), LogStore>({
  name: 'logs',
  protocol: { kind: 'json', version: '1.1', target: 'Logs_20140328' },
  missingMemberCode: 'InvalidParameterException',
  sdk: () => import('@aws-sdk/client-cloudwatch-logs'),
  state: (aws) => new LogStore(aws),
  persistence: ownSnapshots(1),
  operations: {
    CreateLogGroup(store, input) {
      store.createGroup(input.logGroupName ?? '');
      return {};
    },

    CreateLogStream(store, input) {
      store.createStream(store.group(input.logGroupName), input.logStreamName ?? '');
      return {};
    },

    DeleteLogGroup(store, input) {
      store.deleteGroup(input.logGroupName);
      return {};
    },

    DeleteLogStream(store, input) {
      const group = store.group(input.logGroupName);
      group.streams.delete(store.stream(group, input.logStreamName).name);
      return {};
    },

    PutRetentionPolicy(store, input) {
      const group = store.group(input.logGroupName);
      if (!retentions.includes(input.retentionInDays ?? 0))
        throw invalid(
          `retentionInDays must be one of ${retentions.join(', ')}, not ${input.retentionInDays}.`,
        );
      group.retentionDays = input.retentionInDays;
      return {};
    },

    DeleteRetentionPolicy(store, input) {
      store.group(input.logGroupName).retentionDays = undefined;
      return {};
    },

    PutLogEvents(store, input) {
      const events = input.logEvents ?? [];
      const stream = store.stream(store.group(input.logGroupName), input.logStreamName);
      if (events.length < 1 || events.length > 10_000) throw invalid('A batch holds 1 to 10000 events.');
      if (events.some((event) => !event.message)) throw invalid('A message holds at least one character.');
      if (events.some((event, i) => i > 0 && (event.timestamp ?? 0) < (events[i - 1]?.timestamp ?? 0)))
        throw invalid('Log events in a single PutLogEvents request must be in chronological order.');
      store.put(stream, events);
      return { nextSequenceToken: String(stream.events.length) };
    },

    GetLogEvents(store, input) {
      const stream = store.stream(
        store.group(input.logGroupName, input.logGroupIdentifier),
        input.logStreamName,
      );
      const events = stream.events.filter(within(input));
      const limit = limitOf(input.limit, 10_000);
      const token = /^([fb])\/(\d{56})$/.exec(input.nextToken ?? '');
      if (input.nextToken !== undefined && !token) throw invalid('The specified nextToken is invalid.');
      const at = Number(token?.[2] ?? 0);
      const [start, end] = token
        ? token[1] === 'f'
          ? [at, Math.min(at + limit, events.length)]
          : [Math.max(0, at - limit), Math.min(at, events.length)]
        : input.startFromHead
          ? [0, Math.min(limit, events.length)]
          : [Math.max(0, events.length - limit), events.length];
      return {
        events: events.slice(start, end).map(({ id: _, ...event }) => event),
        // The end of a stream gives the same token back: that is how a reader that follows it knows.
        nextForwardToken: `f/${String(Math.max(start, end)).padStart(56, '0')}`,
        nextBackwardToken: `b/${String(start).padStart(56, '0')}`,
      };
    },

    FilterLogEvents(store, input) {
      const group = store.group(input.logGroupName, input.logGroupIdentifier);
      if (input.logStreamNames && input.logStreamNamePrefix)
        throw invalid('logStreamNamePrefix and logStreamNames cannot be used together.');
      const streams = input.logStreamNames
        ? input.logStreamNames.map((name) => store.stream(group, name))
        : [...group.streams.values()].filter(({ name }) => name.startsWith(input.logStreamNamePrefix ?? ''));
      const matches = patternOf(input.filterPattern ?? '');
      const found: FilteredLogEvent[] = streams
        .flatMap(({ name, events }) =>
          events
            .filter((event) => within(input)(event) && matches(event.message))
            .map(({ id, ...event }) => ({ ...event, logStreamName: name, eventId: id })),
        )
        .sort((a, b) => (a.timestamp ?? 0) - (b.timestamp ?? 0) || (a.eventId! < b.eventId! ? -1 : 1));
      const { items, nextToken } = page(found, pageOf(input, 10_000));
      return { events: items, searchedLogStreams: [], nextToken };
    },

    DescribeLogGroups(store, input) {
      const { logGroupNamePrefix: prefix = '', logGroupNamePattern: pattern = '' } = input;
      const found = store
        .groups()
        .filter(({ name }) => name.startsWith(prefix) && name.toLowerCase().includes(pattern.toLowerCase()));
      const { items, nextToken } = page(found, pageOf(input, 50));
      return {
        logGroups: items.map((group) => ({
          logGroupName: group.name,
          creationTime: group.created,
          ...(group.retentionDays && { retentionInDays: group.retentionDays }),
          metricFilterCount: 0,
          arn: `${group.arn}:*`,
          logGroupArn: group.arn,
          logGroupClass: 'STANDARD' as const,
          storedBytes: [...group.streams.values()].reduce((sum, stream) => sum + stream.bytes, 0),
        })),
        nextToken,
      };
    },

    DescribeLogStreams(store, input) {
      const group = store.group(input.logGroupName, input.logGroupIdentifier);
      const { logStreamNamePrefix: prefix = '', orderBy, descending } = input;
      if (orderBy === 'LastEventTime' && prefix)
        throw invalid('Cannot order by LastEventTime with a logStreamNamePrefix.');
      const found = [...group.streams.values()].filter(({ name }) => name.startsWith(prefix)).sort(byName);
      const last = (stream: Stream) => stream.events.at(-1)?.timestamp ?? 0;
      if (orderBy === 'LastEventTime') found.sort((a, b) => last(a) - last(b));
      if (descending) found.reverse();
      const { items, nextToken } = page(found, pageOf(input, 50));
      return {
        logStreams: items.map((stream) => ({
          logStreamName: stream.name,
          creationTime: stream.created,
          ...(stream.events.length > 0 && {
            firstEventTimestamp: stream.events[0]?.timestamp,
            lastEventTimestamp: last(stream),
          }),
          ...(stream.ingested !== undefined && { lastIngestionTime: stream.ingested }),
          uploadSequenceToken: String(stream.events.length),
          arn: stream.arn,
          storedBytes: 0,
        })),
        nextToken,
      };
    },
  },
});

const invalid = (message: string) => new AwsError('InvalidParameterException', message);

function limitOf(asked: number | undefined, limit: number): number {
  if (asked !== undefined && (asked < 1 || asked > limit))
    throw invalid(`limit must be from 1 to ${limit}, not ${asked}.`);
  return asked ?? limit;
}

function pageOf(input: { nextToken?: string | undefined; limit?: number | undefined }, limit: number) {
  return {
    token: input.nextToken,
    max: limitOf(input.limit, limit),
    limit,
    badToken: 'InvalidParameterException',
  };
}

/** From `startTime`, and before `endTime`. */
function within(range: { startTime?: number | undefined; endTime?: number | undefined }) {
  const { startTime = 0, endTime = Number.POSITIVE_INFINITY } = range;
  return ({ timestamp }: StoredEvent) => timestamp >= startTime && timestamp < endTime;
}

/** Terms and "quoted phrases" that must all be there, -terms that must not. https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html */
function patternOf(pattern: string): (message: string) => boolean {
  if (/^\s*[{[%]/.test(pattern))
    throw invalid('Only patterns of terms are served here: JSON, columns and regular expressions are not.');
  const terms = [...pattern.matchAll(/([-?]?)(?:"((?:[^"\\]|\\.)*)"|(\S+))/g)].map(
    ([, sign, phrase, word]) => ({
      sign,
      text: phrase?.replaceAll(/\\(.)/g, '$1') ?? word ?? '',
    }),
  );
  const optional = terms.filter((term) => term.sign === '?');
  return (message) =>
    terms.every(({ sign, text }) => sign === '?' || message.includes(text) === (sign !== '-')) &&
    (optional.length === 0 || optional.some(({ text }) => message.includes(text)));
}
