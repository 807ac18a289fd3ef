import { now } from './conversation.ts';

export interface Told {
  readonly run: string;
  readonly stage?: string;
  readonly action?: string;
  readonly state?: string;
  /** Since noon, when each conversation begins. */
  readonly seconds?: number;
  /** Further members of the detail. */
  readonly more?: object;
}

let events = 0;

/** What EventBridge carries of a run of `shop`: of an action where one is named, else of a stage, else of the whole run. */
export function awsEvent({ run, seconds = 0, more, ...told }: Told) {
  const kind = told.action ? 'Action' : told.stage ? 'Stage' : 'Pipeline';
  return {
    version: '0',
    id: `event ${++events}`,
    'detail-type': `CodePipeline ${kind} Execution State Change`,
    source: 'aws.codepipeline',
    account: '123456789012',
    time: new Date(now + seconds * 1000).toISOString(),
    region: 'us-east-1',
    resources: ['arn:aws:codepipeline:us-east-1:123456789012:shop'],
    detail: { pipeline: 'shop', 'execution-id': run, version: 1, ...told, ...more },
  };
}
