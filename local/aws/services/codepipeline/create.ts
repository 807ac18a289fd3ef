import type { Aws } from '../../define.ts';
import codecommit from '../codecommit/service.ts';
import codeconnections from '../codeconnections/service.ts';
import events from '../events/service.ts';
import s3 from '../s3/service.ts';
import type { ActionRunner } from './actions/define.ts';
import { createApprovals } from './approvals.ts';
import { CustomTypes } from './custom-types.ts';
import type { Engine } from './engine.ts';
import { startOnCommit, startOnGitEvent } from './git-starts.ts';
import { Jobs } from './jobs.ts';
import { PartnerTypes } from './partner-types.ts';
import { startOnNewObject } from './starts.ts';
import { dropAll } from './stop.ts';

/** CodePipeline without pipelines, with the providers that it can run. */
export function createEngine(aws: Aws, runners: readonly ActionRunner[]): Engine {
  const objects = aws.use(s3);
  const engine: Engine = {
    aws,
    runners,
    pipelines: new Map(),
    approvals: createApprovals(),
    customTypes: new CustomTypes(),
    partnerTypes: new PartnerTypes(aws, runners),
    jobs: new Jobs(),
    webhooks: new Map(),
    objects,
  };
  aws.onClose(objects.onObjectCreated((object) => startOnNewObject(engine, object)));
  aws.onClose(aws.use(codecommit).onChange((...change) => startOnCommit(engine, ...change)));
  aws.onClose(aws.use(codeconnections).onEvent((event) => startOnGitEvent(engine, event)));
  aws.use(events).handle('codepipeline', async (target) => {
    const { startOnEvent } = await import('./event-starts.ts');
    startOnEvent(engine, target);
  });
  aws.onClosing(() => engine.pipelines.forEach(dropAll));
  return engine;
}
