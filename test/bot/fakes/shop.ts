import type { PipelineDeclaration } from '@aws-sdk/client-codepipeline';
import type { Action, Run, Stage } from '../../../shared/run/model.ts';

/** The pipeline that the fakes know: a source, an approval and a deployment. */
export const definition: PipelineDeclaration = {
  name: 'shop',
  version: 1,
  roleArn: 'arn:aws:iam::123456789012:role/shop',
  variables: [{ name: 'COLOUR', defaultValue: 'blue' }],
  stages: [
    stageDeclaration('Source', 'Source', 'S3'),
    stageDeclaration('Approve', 'Approval', 'Manual'),
    stageDeclaration('Deploy', 'Deploy', 'CodeDeploy'),
  ],
};

/** The stage in which a pipeline begins, with one source. */
export function sourceStage(provider: string) {
  return stageDeclaration('Source', 'Source', provider);
}

function stageDeclaration(name: string, category: 'Source' | 'Approval' | 'Deploy', provider: string) {
  return {
    name,
    actions: [{ name, actionTypeId: { category, owner: 'AWS' as const, provider, version: '1' } }],
  };
}

/** A run of `shop` with the states of its three stages; at `Approve` an `InProgress` waits for an answer. */
export function shopRun(id: string, states: readonly string[], more: Partial<Run> = {}): Run {
  const stages = (definition.stages ?? []).map((declared, index): Stage => {
    const status = states[index] ?? 'Pending';
    const { category = '', provider = '' } = declared.actions?.[0]?.actionTypeId ?? {};
    const action: Action = { name: declared.name ?? '', category, provider, runOrder: 1, status };
    return { name: declared.name ?? '', status, actions: [action] };
  });
  const last = states.at(-1);
  const status = states.length === 3 || last === 'Failed' ? (last ?? 'InProgress') : 'InProgress';
  const change = {
    commit: `${id.slice(0, 8)}`.repeat(5),
    message: `Change ${id.slice(0, 4)}`,
    author: 'bob',
  };
  return {
    pipeline: 'shop',
    id,
    region: 'us-east-1',
    status,
    kind: 'STANDARD',
    version: 1,
    change,
    startedAt: 0,
    stages,
    ...more,
  };
}
