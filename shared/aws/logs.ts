import { type CloudWatchLogsClient, GetLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';

export interface LogPage {
  readonly lines: readonly string[];
  /** For the page after this one; the same as was given where that is not written yet. */
  readonly next: string | undefined;
}

/** The lines of a log stream from `after` on, or from its beginning; at most 10,000 events or 1 MB of them. */
export async function nextLines(
  client: CloudWatchLogsClient,
  { group, stream, after }: { group: string; stream: string; after: string | undefined },
): Promise<LogPage> {
  const { events = [], nextForwardToken } = await client.send(
    new GetLogEventsCommand({
      logGroupName: group,
      logStreamName: stream,
      startFromHead: true,
      nextToken: after,
    }),
  );
  const lines = events.flatMap(({ message = '' }) => message.replace(/\r?\n$/, '').split(/\r?\n/));
  return { lines, next: nextForwardToken };
}

/** The last lines of a log stream, oldest first, without their line breaks. */
export async function lastLines(
  client: CloudWatchLogsClient,
  { group, stream, count }: { group: string; stream: string; count: number },
): Promise<string[]> {
  const { events = [] } = await client.send(
    new GetLogEventsCommand({
      logGroupName: group,
      logStreamName: stream,
      startFromHead: false,
      // An event may hold several lines, or be empty.
      limit: count * 2,
    }),
  );
  const lines = events.flatMap(({ message = '' }) => message.split(/\r?\n/));
  return lines.filter((line) => line.trim() !== '').slice(-count);
}
