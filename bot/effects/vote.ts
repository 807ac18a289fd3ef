import { z } from 'zod';
import { defineEffect } from '../effect.ts';
import { approvalsFor, missingVotes, type Vote } from '../policy/approvals.ts';
import { identify } from '../policy/email.ts';
import { accountOf } from '../policy/names.ts';
import { policyOf } from '../policy/narrow.ts';
import type { Ports } from '../ports.ts';
import { nameOf } from '../request.ts';
import approve, { waitingMark } from './approve.ts';
import { asked, done, pipelineTarget } from './asked.ts';

const schema = z.object({
  ...asked,
  run: z.string(),
  stage: z.string(),
  action: z.string(),
  /** Which waiting of that action was meant. */
  waiting: z.string(),
  comment: z.string().optional(),
});

const voteSchema = z.object({ person: z.string(), name: z.string(), place: z.enum(['slack', 'github']) });

/**
 * Counts one approval of several, and puts the result with the last one. Effects on a pipeline are carried out
 * one at a time, so of two that come together the second sees the first.
 */
export default defineEffect({
  kind: 'vote',
  schema,
  target: pipelineTarget,
  async perform(effect, ports) {
    const { pipeline, run, stage, action, waiting, comment, name, origin, request } = effect;
    const answer = {
      request,
      origin,
      pipeline,
      run,
      stage,
      action,
      waiting,
      status: 'Approved' as const,
      comment,
    };
    const approval = await ports.pipelines.pendingApproval(pipeline, run);
    // It says what became of it.
    if (!approval || waitingMark(approval) !== waiting) return [approve.of({ ...answer, name })];

    const vote = { person: nameOf(origin), name, place: origin.kind };
    const votes = await countVote(vote, { pipeline, scope: `${pipeline}/${run}/${waiting}` }, ports);
    const missing = missingVotes(approvalsFor(await policyOf(pipeline, ports), pipeline, stage), votes);
    if (missing === undefined) {
      return [approve.of({ ...answer, name: [...new Set(votes.map((vote) => vote.name))].join(' and ') })];
    }
    const said = comment ? ` “${comment}”` : '';
    return done(effect, ports, {
      what: `vote ${pipeline} ${run}`,
      text: [{ strong: `${name} approved` }, ` ${stage}/${action} of ${pipeline}:${said} ${missing}.`],
      run,
    });
  },
});

/** One person counts once in each place, however often they say it, and once in all, by whatever is known of them now. */
async function countVote(
  vote: z.infer<typeof voteSchema>,
  { pipeline, scope }: { pipeline: string; scope: string },
  ports: Ports,
): Promise<Vote[]> {
  const votes = await ports.store.transaction(async (tx) => {
    await tx.putNote({ kind: 'vote', scope, key: `${vote.person} ${vote.place}`, value: vote });
    const notes = await tx.notes('vote', scope);
    return notes.flatMap(({ value }) => voteSchema.safeParse(value).data ?? []);
  });
  const repository = ports.policy().pipelines.get(pipeline)?.github?.repository;
  return Promise.all(
    votes.map(async (each) => {
      const { key, slack, github } = await identify(accountOf(each.person), repository, ports);
      return { ...each, person: key, known: slack !== undefined && github !== undefined };
    }),
  );
}
