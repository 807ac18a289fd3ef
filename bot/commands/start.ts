import type { PipelineDeclaration } from '@aws-sdk/client-codepipeline';
import { z } from 'zod';
import type { SourceRevision } from '../../shared/aws/ports.ts';
import { UserError } from '../../shared/errors.ts';
import { sentence } from '../../shared/render/view.ts';
import startEffect from '../effects/start.ts';
import { personName } from '../policy/people.ts';
import { defineCommand } from './define.ts';
import { didYouMean } from './grammar.ts';
import { type Lock, locksOf, reachedFrom, refuseLocked } from './locks.ts';
import { passagesOf } from './stages.ts';

interface Facts {
  readonly name: string;
  readonly definition: PipelineDeclaration;
  readonly locks: readonly Lock[];
}

export default defineCommand({
  name: 'start',
  help: {
    usage: 'start [pipeline] [--revision revision] [NAME=value…]',
    summary: 'Starts a run, on the newest source or on one revision of it, with variables.',
    who: 'Who the policy lets start the pipeline.',
    examples: ['start shop', 'start shop --revision 1f3a9c2', 'start shop COLOUR="light blue"'],
  },
  // https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_StartPipelineExecution.html
  args: z.object({
    pipeline: z.string(),
    revision: z.string().max(1_500, 'A revision has at most 1,500 characters').optional(),
    variables: z
      .record(
        z.string(),
        z.string().min(1, 'A variable needs a value').max(1_000, 'A variable has at most 1,000 characters'),
      )
      .refine((variables) => Object.keys(variables).length <= 50, 'A run takes at most 50 variables'),
  }),
  words: ['pipeline'],
  flags: { revision: 'value' },
  variables: true,
  needs: ({ pipeline }) => ({ kind: 'pipeline', verb: 'start', pipeline }),

  async gather({ pipeline }, ports, { origin }): Promise<Facts> {
    return {
      name: personName(ports.policy(), origin),
      definition: await ports.pipelines.definition(pipeline),
      locks: await locksOf(pipeline, ports.store),
    };
  },

  decide({ name, definition, locks }, { pipeline, revision, variables }, { id, origin }, now) {
    refuseLocked(locks, { pipeline, stages: reachedFrom(passagesOf(definition), '') }, now);
    checkVariables(definition, variables);
    const sourceRevisions = revision ? [sourceRevision(definition, revision)] : [];
    return {
      answer: sentence(`Starting ${pipeline}${revision ? ` on ${revision}` : ''}…`),
      to: 'asker',
      effects: [startEffect.of({ request: id, origin, name, pipeline, variables, sourceRevisions })],
    };
  },
});

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
  const sources = definition.stages?.[0]?.actions ?? [];
  const [source, another] = sources;
  if (!source || another) {
    throw new UserError(
      `${definition.name} has ${sources.length} sources, so --revision does not say which.`,
    );
  }
  return { action: source.name ?? '', type: revisionType(source.actionTypeId?.provider), value };
}

function revisionType(provider: string | undefined): SourceRevision['type'] {
  if (provider === 'S3') return 'S3_OBJECT_VERSION_ID';
  if (provider === 'ECR') return 'IMAGE_DIGEST';
  return 'COMMIT_ID';
}
