import type { PipelineDeclaration } from '@aws-sdk/client-codepipeline';
import { UserError } from '../../shared/errors.ts';
import type { Run } from '../../shared/run/model.ts';
import { didYouMean } from './grammar.ts';
import type { Passage } from './locks.ts';

/** The stage that was named, whatever its letters' case. Throws a `UserError` that lists what there is. */
export function stageNamed(asked: string, names: readonly string[], pipeline: string): string {
  const found = names.find((name) => name.toLowerCase() === asked.toLowerCase());
  if (found !== undefined) return found;
  const meant = didYouMean(asked, names);
  const hint = meant ? `: did you mean ${meant}?` : `; it has ${names.join(', ')}.`;
  throw new UserError(`${pipeline} has no stage “${asked.slice(0, 100)}”${hint}`);
}

export function passagesOf({ stages = [] }: PipelineDeclaration): Passage[] {
  return stages.map(({ name = '', actions = [] }) => ({
    name,
    waits: actions.some(({ actionTypeId }) => actionTypeId?.category === 'Approval'),
  }));
}

export function passagesOfRun({ stages }: Run): Passage[] {
  return stages.map(({ name, actions }) => ({
    name,
    waits: actions.some(({ category }) => category === 'Approval'),
  }));
}
