import type { Aws } from '../../define.ts';
import codebuild from '../codebuild/service.ts';
import codecommit from '../codecommit/service.ts';
import codeconnections from '../codeconnections/service.ts';
import codedeploy from '../codedeploy/service.ts';
import events from '../events/service.ts';
import s3 from '../s3/service.ts';
import type { ActionRunner } from './actions/define.ts';
import { createApprovals } from './approvals.ts';
import { CustomTypes } from './custom-types.ts';
import type { Engine } from './engine.ts';
import { startOnCommit, startOnGitEvent } from './git-starts.ts';
import { Jobs } from './jobs.ts';
import { PartnerTypes } from './partner-types.ts';
import { startOnEvent, startOnNewObject } from './starts.ts';
import { dropAll } from './stop.ts';

/** CodePipeline without pipelines, with the providers that it can run. */
export function createEngine(aws: Aws, runners: readonly ActionRunner[]): Engine {
  // What is in use before is closed after: runs are dropped before the builds and deployments they wait for.
  const objects = aws.use(s3);
  aws.use(codebuild);
  aws.use(codedeploy);
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
  aws.use(events).handle('codepipeline', (target) => startOnEvent(engine, target));
  aws.onClose(() => engine.pipelines.forEach(dropAll));
  return engine;
}
