/** What a command asks of the policy. */
export type Permission =
  /** Free for all: help. */
  | { readonly kind: 'none' }
  | {
      readonly kind: 'pipeline';
      readonly verb: PipelineVerb;
      readonly pipeline: string;
      readonly stage?: string;
    }
  | { readonly kind: 'secret'; readonly path: string };

/** What may be allowed on a pipeline, each by itself. */
export const pipelineVerbs = [
  'see',
  'logs',
  'start',
  'approve',
  'rollback',
  'retry',
  'stop',
  'pause',
  'lock',
  'override',
  'continue',
] as const;

export type PipelineVerb = (typeof pipelineVerbs)[number];

/** Whether it lets somebody do more than look. */
export function changesProduction(permission: Permission): boolean {
  return permission.kind === 'pipeline' && permission.verb !== 'see' && permission.verb !== 'logs';
}
