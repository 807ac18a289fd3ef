import { z } from 'zod';
import type { Run } from '../shared/run/model.ts';
import { authorsOf, slackUsersOf } from './policy/authors.ts';
import { mayDo } from './policy/identity.ts';
import { namesOf } from './policy/names.ts';
import type { Ports } from './ports.ts';
import type { Origin } from './request.ts';

/** The scope of the notes of who is told of failures of their own changes, by Slack user. No pipeline has this name. */
export const ownChanges = 'own changes';

const watchSchema = z.object({ team: z.string() });

/** The Slack users among the authors of a run's change who want to be told of its failure and may see the run. */
export async function authorsToTell(run: Run, ports: Ports): Promise<string[]> {
  const notes = await ports.store.notes('watch', ownChanges);
  if (notes.length === 0) return [];
  const repository = ports.policy().pipelines.get(run.pipeline)?.github?.repository;
  const authors = new Set(await slackUsersOf(await authorsOf(run, repository, ports), repository, ports));
  const wanted = notes.filter(({ key }) => authors.has(key));
  const seeing = await Promise.all(
    wanted.map(async ({ key: user, value }) => {
      const team = watchSchema.safeParse(value).data?.team ?? '';
      return maySee(run.pipeline, { user, team }, ports);
    }),
  );
  return wanted.filter((_, index) => seeing[index]).map(({ key }) => key);
}

/** Of all pipelines, those whose failures somebody can be told of. */
export async function seenBy(person: Told, ports: Ports): Promise<string[]> {
  const names = [...ports.policy().pipelines.keys()];
  const seeing = await Promise.all(names.map((name) => maySee(name, person, ports)));
  return names.filter((_, index) => seeing[index]);
}

/** Somebody in Slack. */
interface Told {
  readonly user: string;
  readonly team: string;
}

/**
 * Whether the policy lets them see the pipeline in Slack, or on GitHub under the login that the file or a link gives
 * them: an e-mail alone gives no rights.
 */
async function maySee(pipeline: string, { user, team }: Told, ports: Ports): Promise<boolean> {
  const repository = ports.policy().pipelines.get(pipeline)?.github?.repository;
  const { github } = await namesOf({ kind: 'slack', user }, ports);
  const accounts: Origin[] = [{ kind: 'slack', team, channel: user, user }];
  if (github && repository) {
    accounts.push({ kind: 'github', repository, user: github, number: 0, comment: 0, installation: 0 });
  }
  for (const account of accounts) {
    if ((await mayDo({ kind: 'pipeline', verb: 'see', pipeline }, account, ports)).allowed) return true;
  }
  return false;
}
