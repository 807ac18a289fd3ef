import type { PipelineDeclaration } from '@aws-sdk/client-codepipeline';
import { z } from 'zod';
import { messageOf, UserError } from '../../shared/errors.ts';
import { sentence } from '../../shared/render/view.ts';
import type { Run } from '../../shared/run/model.ts';
import type { Effect } from '../effect.ts';
import redeployEffect from '../effects/redeploy.ts';
import rollbackEffect from '../effects/rollback.ts';
import startEffect from '../effects/start.ts';
import { personName } from '../policy/people.ts';
import type { Commit, Ports } from '../ports.ts';
import { defineCommand } from './define.ts';
import { readsNewest } from './iam.ts';
import { type Choice, choicesOf, choicesView } from './rollback-list.ts';
import { standingIn, targetOf } from './rollback-target.ts';
import { type Way, wayBack } from './rollback-way.ts';
import { ago, changeText } from './words.ts';

type Facts = Listing | Rolling;

interface Listing {
  readonly kind: 'list';
  readonly stage: string;
  readonly choices: readonly Choice[];
}

interface Rolling {
  readonly kind: 'rollback';
  readonly name: string;
  readonly stage: string;
  readonly standing?: Run;
  readonly target: Run;
  readonly way: Way;
  /** What goes out, newest first; undefined where GitHub does not tell. */
  readonly takesOut?: readonly Commit[];
  /** The rollbacks there have been. */
  readonly rollbacks: readonly string[];
}

export default defineCommand({
  name: 'rollback',
  help: {
    usage: 'rollback [pipeline] [stage] [--to run | --list]',
    summary:
      'Deploys again what the run before brought out. Without a stage: the one that deploys. Where CodePipeline cannot roll back, the revision is deployed again by CodeDeploy, or a run is started on the earlier source. With --list it shows which runs can return, and does nothing.',
    who: 'Who the policy lets roll the pipeline back.',
    examples: ['rollback', 'rollback shop', 'rollback shop Deploy', 'rollback shop --list'],
  },
  aws: [
    ...readsNewest,
    'codepipeline:RollbackStage',
    'codepipeline:StartPipelineExecution',
    'codedeploy:GetDeployment',
    'codedeploy:CreateDeployment',
    'codedeploy:ListDeployments',
    'codedeploy:BatchGetDeployments',
    'codedeploy:GetDeploymentConfig',
    'codedeploy:GetApplicationRevision',
    'codedeploy:RegisterApplicationRevision',
  ],
  args: z.object({
    pipeline: z.string(),
    stage: z.string().optional(),
    to: z
      .string()
      .regex(/^[0-9a-f-]{4,36}$/i, '--to takes a run id, or at least its first four characters')
      .optional(),
    list: z.literal(true).optional(),
  }),
  words: ['pipeline', 'stage'],
  flags: { to: 'value', list: 'switch' },
  needs: ({ pipeline, stage }) => ({ kind: 'pipeline', verb: 'rollback', pipeline, stage }),

  async gather({ pipeline, stage: asked, to, list }, ports, { origin }): Promise<Facts> {
    const { pipelines } = ports;
    const [recent, definition] = await Promise.all([
      pipelines.recent(pipeline, { limit: 20 }),
      pipelines.definition(pipeline),
    ]);
    const latest = await newestRun(recent, pipelines);
    const stage = stageOf(definition.stages ?? [], { asked, latest, pipeline });
    const history = {
      stage,
      entered: await newestIn(stage, recent, pipelines),
      succeeded: await pipelines.recent(pipeline, { limit: 50, succeededIn: stage }),
    };
    if (list) return { kind: 'list', stage, choices: await choicesOf(history, definition, ports) };
    const standing = standingIn(history);
    const target = await pipelines.run(pipeline, targetOf(history, pipeline, to).id);
    return {
      kind: 'rollback',
      name: personName(ports.policy(), origin),
      stage,
      standing,
      target,
      way: wayBack(definition, stage, target),
      takesOut: await commitsBetween({ target, standing }, ports),
      rollbacks: recent.filter(({ kind }) => kind === 'ROLLBACK').map(({ id }) => id),
    };
  },

  decide(facts, { pipeline }, { id, origin }, now) {
    if (facts.kind === 'list') {
      const answer = choicesView(facts.choices, { pipeline, stage: facts.stage }, now);
      return { answer, to: 'asker', effects: [] };
    }
    const { name, stage, standing, target, way, takesOut = [], rollbacks } = facts;
    const out = standing ? `${changeText(standing.change)} goes out, ` : '';
    const change = `${out}${changeText(target.change)} of ${ago(target.startedAt, now)} returns`;
    const why = way.kind === 'stage' ? '' : ` ${way.why}`;
    const by = { request: id, origin, name, pipeline, stage, change, from: standing?.id };
    const commits = takesOut.map(({ sha, message }) => `${sha.slice(0, 7)} ${message}`);
    return {
      answer: sentence(`Rolling back ${pipeline} in ${stage}: ${change}…${why}`),
      to: 'asker',
      effects: [effectOf(way, { ...by, to: target.id, before: [...rollbacks], commits })],
    };
  },
});

function effectOf(way: Way, words: z.input<typeof rollbackEffect.schema>): Effect {
  if (way.kind === 'stage') return rollbackEffect.of(words);
  const { before: _, ...rest } = words;
  if (way.kind === 'redeploy') {
    return redeployEffect.of({ ...rest, deployment: way.deployment, why: way.why });
  }
  const { request, origin, name, pipeline, change } = words;
  const because = `: ${change}. ${way.why}`;
  return startEffect.of({
    request,
    origin,
    name,
    pipeline,
    variables: {},
    sourceRevisions: [way.revision],
    because,
  });
}

const mostCommits = 10;

/** Nothing that GitHub does may hold back a rollback. */
async function commitsBetween(
  { target, standing }: { target: Run; standing: Run | undefined },
  { github, policy, log }: Ports,
): Promise<readonly Commit[] | undefined> {
  const repository = policy().pipelines.get(target.pipeline)?.github?.repository;
  const [base, head] = [target.change.commit, standing?.change.commit];
  if (!repository || !base || !head) return undefined;
  try {
    const comparison = await github.compare({ repository, base, head });
    return comparison?.commits.toReversed().slice(0, mostCommits);
  } catch (error) {
    log.warn({ repository, base, head, error: messageOf(error) }, 'Two commits could not be compared');
    return undefined;
  }
}

type Stages = NonNullable<PipelineDeclaration['stages']>;

/** The stage that is named; else the failed one if it deploys; else the last that deploys. */
function stageOf(
  stages: Stages,
  { asked, latest, pipeline }: { asked?: string; latest?: Run; pipeline: string },
): string {
  // What a source stage brings in cannot be rolled back: https://docs.aws.amazon.com/codepipeline/latest/userguide/stage-rollback.html
  const names = stages.slice(1).map(({ name = '' }) => name);
  if (asked) {
    const found = names.find((name) => name.toLowerCase() === asked.toLowerCase());
    if (found) return found;
    throw new UserError(`${pipeline} has no stage “${asked}” to roll back; it has ${names.join(', ')}.`);
  }
  const deploying = stages
    .filter(({ actions = [] }) => actions.some(({ actionTypeId }) => actionTypeId?.category === 'Deploy'))
    .map(({ name = '' }) => name);
  const failed = latest?.stages.find(({ status }) => status === 'Failed')?.name;
  if (failed && deploying.includes(failed)) return failed;
  const stage = deploying.at(-1) ?? names.at(-1);
  if (!stage) throw new UserError(`${pipeline} has no stage to roll back.`);
  return stage;
}

async function newestRun(recent: readonly Run[], pipelines: Ports['pipelines']): Promise<Run | undefined> {
  const [latest] = recent;
  return latest && pipelines.run(latest.pipeline, latest.id);
}

/** Read one by one, newest first: mostly the first or second has it. */
async function newestIn(
  stage: string,
  recent: readonly Run[],
  pipelines: Ports['pipelines'],
): Promise<Run | undefined> {
  for (const { pipeline, id } of recent) {
    const run = await pipelines.run(pipeline, id);
    const status = run.stages.find((each) => each.name === stage)?.status;
    if (status && status !== 'Pending' && status !== 'Skipped') return run;
  }
  return undefined;
}
