import { AwsError, type AwsEvent } from '../../define.ts';
import { envelopeOf } from '../../envelope.ts';
import type { EventBridge } from './buses.ts';
import { defaultBus } from './rules.ts';

type Events = typeof import('@aws-sdk/client-eventbridge');
type Entry = NonNullable<InstanceType<Events['PutEventsCommand']>['input']['Entries']>[number];

interface Result {
  readonly EventId?: string;
  readonly ErrorCode?: string;
  readonly ErrorMessage?: string;
}

const largestEntry = 256 * 1024;

/** Puts events of clients on buses; one that is refused does not stop the others. */
export function putEvents(
  eventBridge: EventBridge,
  entries: readonly Entry[],
): { FailedEntryCount: number; Entries: Result[] } {
  if (entries.length > 10)
    throw new AwsError('ValidationException', "Value at 'entries' must have length less than or equal to 10");
  const Entries = entries.map((entry) => put(eventBridge, entry));
  return { FailedEntryCount: Entries.filter(({ ErrorCode }) => ErrorCode).length, Entries };
}

function put(eventBridge: EventBridge, entry: Entry): Result {
  const detail = entry.Detail === undefined ? undefined : parseObject(entry.Detail);
  if (!entry.Source || !entry.DetailType || entry.Detail === undefined)
    return {
      ErrorCode: 'InvalidArgument',
      ErrorMessage: 'Parameters Source, DetailType and Detail are required.',
    };
  if (!detail) return { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
  if (entry.Source.startsWith('aws.'))
    return { ErrorCode: 'NotAuthorizedForSourceException', ErrorMessage: 'Not authorized for the source.' };
  if (Buffer.byteLength(entry.Detail) > largestEntry)
    return { ErrorCode: 'InvalidArgument', ErrorMessage: `Detail is larger than ${largestEntry} bytes.` };
  const { aws } = eventBridge;
  const bus = eventBridge.bus(entry.EventBusName);
  const event: AwsEvent = {
    source: entry.Source,
    detailType: entry.DetailType,
    resources: entry.Resources ?? [],
    detail,
    time: entry.Time?.getTime(),
  };
  // Whoever listens in process hears what is on the default bus, as its rules do.
  if (bus.name === defaultBus) return { EventId: aws.emit(event).id };
  const emitted = envelopeOf(aws, event);
  bus.publish(emitted);
  return { EventId: emitted.id };
}

/** The object in a text, if it is one. */
export function parseObject(json: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
