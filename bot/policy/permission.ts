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

export type PipelineVerb = 'see' | 'start' | 'approve' | 'rollback' | 'retry' | 'stop';
