/** Something in a pipeline definition that CodePipeline refuses. */
export interface PipelineProblem {
  /** Where, from the pipeline object on: `['stages', 1, 'actions', 0, 'runOrder']`. */
  readonly path: readonly (string | number)[];
  /** The exception that CodePipeline answers with, such as `InvalidStageDeclarationException`. */
  readonly exception: PipelineException;
  readonly message: string;
}

export type PipelineException =
  | 'ValidationException'
  | 'InvalidStructureException'
  | 'InvalidStageDeclarationException'
  | 'InvalidActionDeclarationException'
  | 'InvalidBlockerDeclarationException'
  | 'LimitExceededException';

/** The entries whose name an earlier one has. */
export function repeated(entries: readonly { name: string }[]): { name: string; index: number }[] {
  return entries.flatMap(({ name }, index) =>
    entries.findIndex((other) => other.name === name) < index ? [{ name, index }] : [],
  );
}
