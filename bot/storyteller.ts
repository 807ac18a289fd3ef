import type { Run } from '../shared/run/model.ts';
import showStory from './effects/show-story.ts';
import type { Ports } from './ports.ts';
import { repeat } from './repeat.ts';

/** CodePipeline says nothing between the beginning and the end of a deployment; its hosts are looked at so often. */
const every = 30_000;
/** Above so many the channel's budget is for what matters more. */
const most = 5;

/** Keeps the stories of runs that deploy up to date. */
export function startStoryteller(ports: Ports): { close(): Promise<void> } {
  const failed = 'The hosts of a deployment could not be looked at';
  return repeat(() => tellAll(ports), { pause: every, failed }, ports);
}

async function tellAll({ store, policy }: Ports): Promise<void> {
  const deploying = (await store.liveRuns()).filter(isDeploying);
  if (deploying.length === 0 || deploying.length > most) return;
  const effects = deploying.flatMap(({ pipeline, id }) => {
    const channel = policy().pipelines.get(pipeline)?.slack?.channel;
    return channel ? [showStory.of({ channel, pipeline, run: id })] : [];
  });
  await store.transaction((tx) => tx.emit(effects));
}

function isDeploying({ stages }: Run): boolean {
  return stages.some(({ actions }) =>
    actions.some(
      ({ category, status, externalId }) => category === 'Deploy' && status === 'InProgress' && externalId,
    ),
  );
}
