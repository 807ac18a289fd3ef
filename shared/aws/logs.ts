import { type CloudWatchLogsClient, GetLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';

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
