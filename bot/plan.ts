import { createHash } from 'node:crypto';
import { z } from 'zod';
import { messageOf } from '../shared/errors.ts';
import { changeLine } from '../shared/render/run.ts';
import { moment } from '../shared/render/time.ts';
import { type Inline, type Line, plain } from '../shared/render/view.ts';
import type { Run } from '../shared/run/model.ts';
import { liveRun } from './commands/live.ts';
import { shortId } from './commands/words.ts';
import type { Effect } from './effect.ts';
import type { Comparison, Ports } from './ports.ts';

/** What is about to be done, as whoever confirms it reads it. It is read off the effects: these will be done. */
export interface Plan {
  /** The same as long as the same would be done. */
  readonly mark: string;
  readonly facts: readonly (readonly [name: string, value: Line])[];
  /** What comes in or goes out with it, as far as GitHub tells. */
  readonly commits?: { readonly title: string; readonly lines: readonly Line[] };
}

/** What of an effect tells what it is done to. Each kind has some of these. */
const touched = z.object({
  pipeline: z.string(),
  stage: z.string().optional(),
  action: z.string().optional(),
  run: z.string().optional(),
  /** The run that goes out. */
  from: z.string().optional(),
  /** The run that returns; of a transition, whether it is opened. */
  to: z.string().optional(),
  deployment: z.string().optional(),
  sourceRevisions: z.array(z.object({ type: z.string(), value: z.string() })).optional(),
  variables: z.record(z.string(), z.string()).optional(),
  commits: z.array(z.string()).optional(),
  close: z.array(z.string()).optional(),
  open: z.array(z.string()).optional(),
  abandon: z.boolean().optional(),
  all: z.boolean().optional(),
});

type Touched = z.infer<typeof touched>;

export async function planOf(effects: readonly Effect[], ports: Ports): Promise<Plan> {
  const [effect] = effects;
  const at = touched.safeParse(effect?.data).data;
  const mark = markOf(effects);
  if (!effect || !at) return { mark, facts: [] };
  const returns = at.to === undefined || effect.kind === 'transition' ? undefined : at.to;
  const [run, from, to] = await Promise.all(
    [at.run, at.from, returns].map((id) => runOf(at.pipeline, id, ports)),
  );
  return {
    mark,
    facts: [
      ['Pipeline', at.pipeline],
      ...placeOf(at),
      ...(run ? [runFact('Run', run), changeFact('Change', run)] : []),
      ...(from ? [changeFact('Goes out', from)] : []),
      ...(to ? [changeFact('Returns', to), runFact('Of run', to)] : []),
      ...(effect.kind === 'start' ? [sourceFact(at)] : []),
      ...listFact(
        'Variables',
        Object.entries(at.variables ?? {}).map(([name, value]) => `${name}=${value}`),
      ),
      ...(at.deployment ? [['Deployment', at.deployment] as const] : []),
      ...listFact('Closed at AWS', at.close ?? []),
      ...listFact('Opened at AWS', at.open ?? []),
      ...(at.abandon ? [['At once', 'what it does now is left to itself'] as const] : []),
      ...(at.all ? [['All of it', 'what has succeeded runs again, too'] as const] : []),
    ],
    commits: await commitsOf(effect, { at, run }, ports),
  };
}

/** What differs between what was shown and what would be done now, a line each. */
export function differences(
  before: readonly (readonly [string, string])[],
  now: readonly (readonly [string, Line])[],
): string[] {
  const known = new Map(before);
  const found = new Map(now.map(([name, value]) => [name, shortText(value)]));
  return [...new Set([...known.keys(), ...found.keys()])].flatMap((name) => {
    const [was, is] = [known.get(name), found.get(name)];
    return was === is ? [] : [`${name}: was ${was ?? 'not there'}, is ${is ?? 'not there'}`];
  });
}

const longestFact = 120;

/** A fact short enough to be carried along. */
export function shortText(value: Line): string {
  return plain(value).slice(0, longestFact);
}

/** Who asks, in which words and when does not change what is done; nor do words that tell how long ago it was. */
const unlike = new Set(['request', 'origin', 'name', 'reason', 'comment', 'change', 'because']);

/** Tells what is done from anything else that might be. */
export function markOf(effects: readonly Effect[]): string {
  const like = JSON.stringify(effects, (key, value) => (unlike.has(key) ? undefined : value));
  return createHash('sha256').update(like).digest('base64url').slice(0, 22);
}

async function runOf(pipeline: string, id: string | undefined, ports: Ports): Promise<Run | undefined> {
  if (id === undefined) return undefined;
  return (await ports.store.run(pipeline, id)) ?? ports.pipelines.run(pipeline, id);
}

function placeOf({ stage, action }: Touched): [string, Line][] {
  if (stage) return [['Stage', action ? `${stage}/${action}` : stage]];
  return stage === '' ? [['Stage', 'all of them']] : [];
}

function runFact(name: string, run: Run): [string, Line] {
  const started = run.startedAt === undefined ? '' : `, started ${moment(run.startedAt)}`;
  return [name, [{ code: shortId(run) }, started]];
}

function changeFact(name: string, { change }: Run): [string, Line] {
  const line = changeLine(change);
  return [name, line.length > 0 ? line : 'not known'];
}

function sourceFact({ sourceRevisions = [] }: Touched): [string, Line] {
  const revisions = sourceRevisions.map(({ type, value }) =>
    type === 'COMMIT_ID' ? value.slice(0, 7) : value,
  );
  return ['Source', revisions.length > 0 ? revisions.join(', ') : 'the newest there is'];
}

function listFact(name: string, items: readonly string[]): [string, Line][] {
  return items.length > 0 ? [[name, items.join(', ')]] : [];
}

const mostCommits = 10;

/** Nothing that is only to be read may hold back what is to be done. */
async function commitsOf(
  { kind }: Effect,
  { at, run }: { at: Touched; run: Run | undefined },
  ports: Ports,
): Promise<Plan['commits']> {
  const { pipeline, commits = [], sourceRevisions = [] } = at;
  if (commits.length > 0) return { title: 'These commits go out', lines: commits.slice(0, mostCommits) };
  const source = sourceRevisions.find(({ type }) => type === 'COMMIT_ID')?.value;
  const head = kind === 'stop' ? undefined : (run?.change.commit ?? source);
  const repository = ports.policy().pipelines.get(pipeline)?.github?.repository;
  if (!head || !repository) return undefined;
  try {
    const base = (await liveRun(pipeline, ports.pipelines))?.change.commit;
    if (!base || base === head) return undefined;
    const comparison = await ports.github.compare({ repository, base, head });
    return comparison && comparison.total > 0 ? comingIn(comparison) : undefined;
  } catch (error) {
    ports.log.warn({ pipeline, head, error: messageOf(error) }, 'The commits of a change could not be read');
    return undefined;
  }
}

function comingIn({ commits, total, url }: Comparison): NonNullable<Plan['commits']> {
  const newest = commits.toReversed().slice(0, mostCommits);
  const lines = newest.map(({ sha, message, author }): Inline[] => [
    { code: sha.slice(0, 7) },
    ` ${message}`,
    author ? ` by ${author}` : '',
  ]);
  const more: Line[] = total > newest.length ? [[`and ${total - newest.length} more`]] : [];
  const all: Line[] = url ? [[{ link: 'All changes', to: url }]] : [];
  const count = total === 1 ? 'One commit goes' : `${total} commits go`;
  return {
    title: `${count} in that ${total === 1 ? 'is' : 'are'} not live yet`,
    lines: [...lines, ...more, ...all],
  };
}
