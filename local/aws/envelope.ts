import type { Aws, AwsEvent, EmittedEvent } from './define.ts';

/** An event as everybody hears it. */
export function envelopeOf(aws: Aws, event: AwsEvent): EmittedEvent {
  return {
    version: '0',
    id: aws.uuid(),
    'detail-type': event.detailType,
    source: event.source,
    account: aws.account,
    // AWS writes whole seconds.
    time: new Date(event.time ?? aws.clock.now()).toISOString().replace(/\.\d+Z$/, 'Z'),
    region: aws.region,
    resources: event.resources,
    detail: event.detail,
  };
}
