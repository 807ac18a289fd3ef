import { z } from 'zod';
import { UserError } from '../../shared/errors.ts';
import type { Block, View } from '../../shared/render/view.ts';
import type { Action, Run, Stage } from '../../shared/run/model.ts';
import { currentRun } from './current.ts';
import { defineCommand } from './define.ts';
import { readsNewest } from './iam.ts';
import { changeText, shortId } from './words.ts';

interface Facts {
  readonly run: Run;
  readonly at: At;
  readonly lines?: readonly string[];
}

interface At {
  readonly stage: Stage;
  readonly action: Action;
}

export default defineCommand({
  name: 'logs',
  help: {
    usage: 'logs [pipeline] [run] [action]',
    summary:
      'Shows the last lines that an action wrote: the one that is named, else the one that failed, else the newest.',
    who: 'Who the policy lets read the logs of the pipeline.',
    examples: ['logs shop', 'logs shop Deploy'],
  },
  aws: [
    ...readsNewest,
    'codebuild:BatchGetBuilds',
    'logs:GetLogEvents',
    'codedeploy:ListDeploymentTargets',
    'codedeploy:BatchGetDeploymentTargets',
  ],
  args: z.object({ pipeline: z.string(), run: z.string().optional(), action: z.string().optional() }),
  words: ['pipeline', 'run', 'action'],
  needs: ({ pipeline }) => ({ kind: 'pipeline', verb: 'logs', pipeline }),

  async gather(args, ports): Promise<Facts> {
    const run = await currentRun(args, ports);
    if (!run) throw new UserError(`${args.pipeline} has not run yet.`);
    const at = args.action === undefined ? mostTelling(run) : named(args.action, run);
    return { run, at, lines: await ports.logsOf(run, at.stage.name, at.action.name) };
  },

  decide: (facts) => ({ answer: view(facts), to: 'asker', effects: [] }),
});

function begun(run: Run): At[] {
  return run.stages.flatMap((stage) =>
    stage.actions.filter(({ status }) => status !== 'Pending').map((action) => ({ stage, action })),
  );
}

/** Sources and approvals write nothing. */
function mostTelling(run: Run): At {
  const all = begun(run);
  const writing = all.filter(({ action }) => !['Source', 'Approval'].includes(action.category));
  const found = all.find(({ action }) => action.status === 'Failed') ?? writing.at(-1) ?? all.at(-1);
  if (!found) throw new UserError(`Run ${shortId(run)} of ${run.pipeline} has done nothing yet.`);
  return found;
}

/** By its name, or by `stage/action` where stages share a name. */
function named(asked: string, run: Run): At {
  const all = begun(run);
  const wanted = asked.toLowerCase();
  const fits = ({ stage, action }: At) =>
    [action.name, `${stage.name}/${action.name}`].some((name) => name.toLowerCase() === wanted);
  const [one, another] = all.filter(fits);
  if (one && !another) return one;
  const names = (one ? all.filter(fits) : all).map(({ stage, action }) => `${stage.name}/${action.name}`);
  const list =
    names.length > 0 ? `there ${names.length === 1 ? 'is' : 'are'} ${names.join(', ')}` : 'it has begun none';
  throw new UserError(
    `${one ? 'Which one?' : `The run has begun no action “${asked.slice(0, 100)}”;`} ${list}.`,
  );
}

function view({ run, at: { stage, action }, lines = [] }: Facts): View {
  const what = `${stage.name}/${action.name} of ${run.pipeline}`;
  const summary =
    lines.length > 0 ? `The last ${lines.length} lines of ${what}` : `${what} wrote nothing that is kept.`;
  const blocks: Block[] = [
    { kind: 'text', text: [{ strong: summary }, `: ${changeText(run.change)}, ${action.status}`] },
  ];
  if (lines.length > 0) blocks.push({ kind: 'code', lines });
  if (action.externalUrl)
    blocks.push({ kind: 'note', text: [{ link: 'Open the whole log', to: action.externalUrl }] });
  return { summary, blocks };
}
