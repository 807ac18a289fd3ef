import type { PipelineDeclaration } from '@aws-sdk/client-codepipeline';
import { UserError } from '../../shared/errors.ts';
import { type Line, sentence, type View } from '../../shared/render/view.ts';
import type { Run } from '../../shared/run/model.ts';
import { whoseIdentity } from '../policy/aws-identity.ts';
import { accountOf } from '../policy/names.ts';
import { personName } from '../policy/people.ts';
import type { Ports } from '../ports.ts';
import { candidatesOf, type StageHistory } from './rollback-target.ts';
import { type Way, wayBack } from './rollback-way.ts';
import { ago, changeText, shortId } from './words.ts';

/** A run that can return to the stage. */
export interface Choice {
  readonly run: Run;
  readonly way: Way['kind'];
  /** Who deployed it, as far as is known. */
  readonly by: string | undefined;
}

const most = 10;

/** The runs that can return to the stage, the first choice first: those that AWS would refuse are left out. */
export async function choicesOf(
  history: StageHistory,
  definition: PipelineDeclaration,
  ports: Ports,
): Promise<Choice[]> {
  const candidates = candidatesOf(history).slice(0, most);
  const runs = await Promise.all(candidates.map(({ pipeline, id }) => ports.pipelines.run(pipeline, id)));
  const starters = await ports.store.notes('starter', definition.name ?? '');
  return runs.flatMap((run) => {
    const way = possibleWay(definition, history.stage, run);
    const note = starters.find(({ key }) => key === run.id)?.value;
    return way ? [{ run, way, by: deployerOf(run, note, ports) }] : [];
  });
}

function possibleWay(definition: PipelineDeclaration, stage: string, run: Run): Way['kind'] | undefined {
  try {
    return wayBack(definition, stage, run).kind;
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

/** Whom we started it for; else who pushed it across, or whose AWS identity started it. */
function deployerOf({ change, startedBy }: Run, note: unknown, { policy }: Ports): string | undefined {
  if (typeof note === 'string') return personName(policy(), accountOf(note));
  if (change.actor) return personName(policy(), { kind: 'github', user: change.actor });
  const person = startedBy === undefined ? undefined : whoseIdentity(startedBy, policy());
  if (typeof person === 'object') return person.name ?? person.github ?? person.slack;
  return startedBy?.split('/').at(-1);
}

const wayText: Readonly<Record<Way['kind'], string>> = {
  stage: 'rolled back by CodePipeline',
  redeploy: 'deployed again by CodeDeploy',
  start: 'a run on its source',
};

export function choicesView(
  choices: readonly Choice[],
  { pipeline, stage }: { pipeline: string; stage: string },
  now: number,
): View {
  if (choices.length === 0) {
    return sentence(`There is no earlier run that could return to ${stage} of ${pipeline}.`);
  }
  const summary = `The runs that can return to ${stage} of ${pipeline}`;
  const rows = choices.map(({ run, way, by }): Line[] => [
    [{ code: shortId(run) }],
    changeText(run.change),
    ago(run.startedAt, now),
    by ? `deployed by ${by}` : 'nobody knows who deployed it',
    wayText[way],
  ]);
  const buttons = choices.map(({ run }) => ({
    label: `Roll back to ${shortId(run)}`,
    command: `rollback ${pipeline} ${stage} --to ${run.id}`,
    style: 'danger' as const,
  }));
  return {
    summary,
    blocks: [
      { kind: 'text', text: summary },
      { kind: 'table', columns: ['Run', 'Change', 'Started', 'Deployed by', 'How'], rows },
      { kind: 'buttons', buttons },
    ],
  };
}
