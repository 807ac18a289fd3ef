import { z } from 'zod';
import type { Run } from '../shared/run/model.ts';
import { authorsOf, slackUsersOf } from './policy/authors.ts';
import { mayDo } from './policy/identity.ts';
import type { Ports } from './ports.ts';
import type { Origin } from './request.ts';

/** The scope of the notes of who is told of failures of their own changes, by Slack user. No pipeline has this name. */
export const ownChanges = 'own changes';

const watcherSchema = z.object({
  team: z.string(),
  /** The GitHub login under which they asked for it; without one they asked in Slack. */
  login: z.string().optional(),
});

/** Who is told, and as whom they asked for it. */
interface Watcher extends z.infer<typeof watcherSchema> {
  /** In Slack. */
  readonly user: string;
}

/** The Slack users among the authors of a run's change who want to be told of its failure and may see the run. */
export async function authorsToTell(run: Run, ports: Ports): Promise<string[]> {
  const notes = await ports.store.notes('watch', ownChanges);
  if (notes.length === 0) return [];
  const repository = ports.policy().pipelines.get(run.pipeline)?.github?.repository;
  const authors = new Set(await slackUsersOf(await authorsOf(run, repository, ports), repository, ports));
  const wanted = notes.flatMap(({ key: user, value }): Watcher[] => {
    const asked = authors.has(user) ? watcherSchema.safeParse(value).data : undefined;
    return asked ? [{ ...asked, user }] : [];
  });
  const seeing = await Promise.all(wanted.map((watcher) => maySee(run.pipeline, watcher, ports)));
  return wanted.filter((_, index) => seeing[index]).map(({ user }) => user);
}

/** Whether there is a pipeline that they may see. */
export async function seesAny(watcher: Watcher, ports: Ports): Promise<boolean> {
  const names = [...ports.policy().pipelines.keys()];
  return (await Promise.all(names.map((name) => maySee(name, watcher, ports)))).includes(true);
}

/** By the name under which they asked: to have another one as well gives no rights. */
async function maySee(pipeline: string, { user, team, login }: Watcher, ports: Ports): Promise<boolean> {
  const repository = ports.policy().pipelines.get(pipeline)?.github?.repository ?? '';
  const origin: Origin =
    login === undefined
      ? { kind: 'slack', team, channel: user, user }
      : { kind: 'github', repository, number: 0, comment: 0, user: login, installation: 0 };
  return (await mayDo({ kind: 'pipeline', verb: 'see', pipeline }, origin, ports)).allowed;
}
