import type { PipelineDeclaration } from '@aws-sdk/client-codepipeline';
import { z } from 'zod';
import type { SourceRevision } from '../../shared/aws/ports.ts';
import { UserError } from '../../shared/errors.ts';
import { sentence } from '../../shared/render/view.ts';
import startEffect from '../effects/start.ts';
import { personName } from '../policy/people.ts';
import type { Commit, Ports } from '../ports.ts';
import { defineCommand } from './define.ts';
import { didYouMean } from './grammar.ts';
import { type Lock, locksOf, reachedFrom, refuseLocked } from './locks.ts';
import { onlySource } from './sources.ts';
import { passagesOf } from './stages.ts';

interface Facts {
  readonly name: string;
  readonly definition: PipelineDeclaration;
  /** What the ref stands for now. */
  readonly commit?: Commit;
  readonly locks: readonly Lock[];
}

export default defineCommand({
  name: 'start',
  help: {
    usage: 'start [pipeline] [--ref branch|tag|commit] [--revision revision] [NAME=value…]',
    summary:
      'Starts a run, on the newest source, on a branch, tag or commit of its repository, or on one revision as the source names it, with variables.',
    who: 'Who the policy lets start the pipeline.',
    examples: [
      'start shop',
      'start shop --ref v1.2',
      'start shop --revision 1f3a9c2',
      'start shop COLOUR="light blue"',
    ],
  },
  // https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_StartPipelineExecution.html
  aws: ['codepipeline:GetPipeline', 'codepipeline:StartPipelineExecution'],
  args: z.object({
    pipeline: z.string(),
    ref: z
      .string()
      .regex(/^(?!.*\.\.)[A-Za-z0-9][A-Za-z0-9._/+@-]{0,199}$/, 'A ref is a branch, a tag or a commit')
      .optional(),
    revision: z.string().max(1_500, 'A revision has at most 1,500 characters').optional(),
    variables: z
      .record(
        z.string(),
        z.string().min(1, 'A variable needs a value').max(1_000, 'A variable has at most 1,000 characters'),
      )
      .refine((variables) => Object.keys(variables).length <= 50, 'A run takes at most 50 variables'),
  }),
  words: ['pipeline'],
  flags: { ref: 'value', revision: 'value' },
  variables: true,
  needs: ({ pipeline }) => ({ kind: 'pipeline', verb: 'start', pipeline }),

  async gather({ pipeline, ref }, ports, { origin }): Promise<Facts> {
    return {
      name: personName(ports.policy(), origin),
      definition: await ports.pipelines.definition(pipeline),
      ...(ref && { commit: await commitOf(ref, pipeline, ports) }),
      locks: await locksOf(pipeline, ports.store),
    };
  },

  decide({ name, definition, commit, locks }, { pipeline, revision, ref, variables }, { id, origin }, now) {
    refuseLocked(locks, { pipeline, stages: reachedFrom(passagesOf(definition), '') }, now);
    checkVariables(definition, variables);
    if (ref && revision) throw new UserError('Give --ref or --revision, not both.');
    const sources = commit
      ? [commitRevision(definition, commit)]
      : revision
        ? [sourceRevision(definition, revision)]
        : [];
    const on = commit ? `${ref}, which is ${commit.sha.slice(0, 7)} “${commit.message}”` : revision;
    return {
      answer: sentence(`Starting ${pipeline}${on ? ` on ${on}` : ''}…`),
      to: 'asker',
      effects: [
        startEffect.of({
          request: id,
          origin,
          name,
          pipeline,
          variables,
          sourceRevisions: sources,
          ...(on && { on }),
        }),
      ],
    };
  },
});

async function commitOf(ref: string, pipeline: string, ports: Ports): Promise<Commit> {
  const repository = ports.policy().pipelines.get(pipeline)?.github?.repository;
  if (!repository) throw new UserError(`The policy names no repository on GitHub for ${pipeline}.`);
  const commit = await ports.github.commit({ repository, ref });
  if (!commit) throw new UserError(`${repository} has no branch, tag or commit “${ref}”.`);
  return commit;
}

function commitRevision(definition: PipelineDeclaration, { sha }: Commit): SourceRevision {
  const revision = sourceRevision(definition, sha);
  if (revision.type === 'COMMIT_ID') return revision;
  throw new UserError(
    `${definition.name} takes no commits: its source ${revision.action} has revisions of its own, which --revision takes.`,
  );
}

function checkVariables(definition: PipelineDeclaration, given: Readonly<Record<string, string>>): void {
  const declared = definition.variables ?? [];
  const names = declared.map(({ name = '' }) => name);
  for (const name of Object.keys(given)) {
    if (names.includes(name)) continue;
    const meant = didYouMean(name, names);
    const hint = meant
      ? `: did you mean ${meant}?`
      : names.length > 0
        ? `; it has ${names.join(', ')}.`
        : '.';
    throw new UserError(`${definition.name} has no variable ${name}${hint}`);
  }
  const missing = declared.filter(
    ({ name = '', defaultValue }) => defaultValue === undefined && !(name in given),
  );
  if (missing.length > 0) {
    const list = missing.map(({ name }) => `${name}=…`).join(' ');
    throw new UserError(`${definition.name} needs a value for ${list}.`);
  }
}

function sourceRevision(definition: PipelineDeclaration, value: string): SourceRevision {
  const source = onlySource(definition);
  if (source) return { ...source, value };
  const count = definition.stages?.[0]?.actions?.length ?? 0;
  throw new UserError(
    `${definition.name} has ${count} sources, so --ref and --revision do not say which of them is meant.`,
  );
}
