import type { Secret } from '../../shared/secrets/secret.ts';
import type { HttpRoute } from '../http.ts';
import type { Store } from '../store/store.ts';
import { awsDelivery } from './aws-delivery.ts';
import { isSame } from './signature.ts';

/**
 * AWS events from an EventBridge API destination, which authenticates by a header with a key:
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-target-connection-auth.html
 */
export function awsRoute({ key, store }: { key: Secret; store: Store }): HttpRoute {
  return {
    method: 'POST',
    path: '/aws/events',
    async handle({ headers, body }) {
      if (!isSame(String(headers['x-api-key'] ?? ''), key.reveal())) {
        return { status: 401, body: 'The x-api-key is not the one that was agreed.' };
      }
      const delivery = awsDelivery(body.toString('utf8'));
      if (!delivery) return { status: 400, body: 'The body is not an event as EventBridge sends them.' };
      await store.inbox.receive(delivery);
      return { status: 200 };
    },
  };
}
