import { z } from 'zod';
import { UserError } from '../../shared/errors.ts';
import { type Block, type Inline, sentence, type View } from '../../shared/render/view.ts';
import type { Run } from '../../shared/run/model.ts';
import type { Comparison, Ports } from '../ports.ts';
import { currentRun } from './current.ts';
import { defineCommand } from './define.ts';
import { readsNewest } from './iam.ts';
import { liveRun } from './live.ts';
import { changeText, shortId } from './words.ts';

interface Facts {
  readonly live: Run;
  readonly next: Next;
  readonly comparison: Comparison;
}

/** What would go out: a run's commit, or a branch's newest. */
interface Next {
  readonly ref: string;
  readonly text: string;
}

export default defineCommand({
  name: 'diff',
  help: {
    usage: 'diff [pipeline] [run]',
    summary:
      'Lists the commits and files that would go out: those of a run, of the newest run, or of the branch, that are not live yet.',
    who: 'Who the policy lets see the pipeline.',
    examples: ['diff', 'diff shop'],
  },
  aws: [...readsNewest],
  args: z.object({ pipeline: z.string(), run: z.string().optional() }),
  words: ['pipeline', 'run'],
  needs: ({ pipeline }) => ({ kind: 'pipeline', verb: 'see', pipeline }),

  async gather(args, ports): Promise<Facts> {
    const { pipeline } = args;
    // What a change says of its repository was written by whoever made it; the policy says where to look.
    const repository = ports.policy().pipelines.get(pipeline)?.github?.repository;
    if (!repository) throw new UserError(`The policy names no repository on GitHub for ${pipeline}.`);
    const [live, run] = await Promise.all([liveRun(pipeline, ports.pipelines), currentRun(args, ports)]);
    const base = live?.change.commit;
    if (!live || !base) throw new UserError(`It is not known which commit of ${pipeline} is live.`);
    const next = nextOf({ run, live, named: args.run !== undefined });
    return { live, next, comparison: await compare(ports, { repository, base, head: next.ref }) };
  },

  decide: (facts, { pipeline }) => ({ answer: view(facts, pipeline), to: 'asker', effects: [] }),
});

function nextOf({ run, live, named }: { run?: Run; live: Run; named: boolean }): Next {
  const { commit } = run?.change ?? {};
  if (run && commit && (named || commit !== live.change.commit)) {
    return { ref: commit, text: `run ${shortId(run)}, ${changeText(run.change)}` };
  }
  if (run && named) throw new UserError(`It is not known which commit run ${shortId(run)} brings.`);
  const branch = live.change.ref?.replace(/^refs\/heads\//, '');
  return branch
    ? { ref: branch, text: `the newest of ${branch}` }
    : { ref: 'HEAD', text: 'the newest commit' };
}

async function compare(
  { github }: Ports,
  at: { repository: string; base: string; head: string },
): Promise<Comparison> {
  const comparison = await github.compare(at);
  if (comparison) return comparison;
  throw new UserError(
    `GitHub cannot compare ${at.base.slice(0, 7)} with ${at.head.slice(0, 40)} in ${at.repository}: one of them is not there.`,
  );
}

const mostCommits = 20;
const mostFiles = 20;

function view({ live, next, comparison }: Facts, pipeline: string): View {
  const { commits, total, files, url } = comparison;
  const isLive = `Live is ${changeText(live.change)}.`;
  if (total === 0) return sentence(`Nothing new would go out of ${pipeline} with ${next.text}. ${isLive}`);
  const count = `${total} ${total === 1 ? 'commit' : 'commits'}`;
  const newest = commits.toReversed().slice(0, mostCommits);
  const blocks: Block[] = [
    {
      kind: 'text',
      text: [{ strong: `${count} would go out of ${pipeline}` }, ` with ${next.text}. ${isLive}`],
    },
    {
      kind: 'list',
      items: newest.map(({ sha, message, author }): Inline[] => [
        { code: sha.slice(0, 7) },
        ` ${message}${author ? ` (${author})` : ''}`,
      ]),
    },
  ];
  if (total > newest.length) blocks.push({ kind: 'note', text: `and ${total - newest.length} older ones` });
  if (files.length > 0) blocks.push({ kind: 'code', lines: fileLines(files) });
  if (url) blocks.push({ kind: 'note', text: [{ link: 'See every change on GitHub', to: url }] });
  return { summary: `${count} would go out of ${pipeline}`, blocks };
}

function fileLines(files: readonly string[]): string[] {
  const more = files.length - mostFiles;
  return [...files.slice(0, mostFiles), ...(more > 0 ? [`and ${more} more files`] : [])];
}
