import { join } from 'node:path';
import type { Buildspec } from '../../../../shared/spec/buildspec.ts';
import type { Aws } from '../../define.ts';
import { pipelineOutputs, projectOutputs, storeArtifact } from './artifacts.ts';
import type { Place } from './files.ts';
import type { Plan } from './plan.ts';
import { collectReports } from './reports/collect.ts';
import type { Reports } from './reports/store.ts';
import type { Variables } from './variables.ts';

/** Everything that a build leaves behind when its commands are done. */
export interface Leaving {
  readonly plan: Plan;
  readonly spec: Buildspec;
  readonly variables: Variables;
  readonly place: Place;
  readonly reports: Reports;
  /** The build's scratch folder. */
  readonly root: string;
}

/** Tells the exported variables, makes the reports and stores the artifacts. */
export async function leaveOutputs(aws: Aws, leaving: Leaving): Promise<void> {
  const { plan, spec, place, reports } = leaving;
  const { build, request, artifacts } = plan;
  const { projectName: project = '', arn = '' } = build;
  build.exportedEnvironmentVariables = await exported(leaving);
  if (spec.reports)
    build.reportArns = await collectReports(spec.reports, { reports, project, build: arn }, place);
  const specName = spec.artifacts?.name && (await place.expand(spec.artifacts.name));
  const outputs = request.artifacts
    ? pipelineOutputs(spec.artifacts, request.artifacts)
    : projectOutputs(spec.artifacts, artifacts, { project, buildId: plan.uuid, specName });
  for (const output of outputs) {
    const zip = join(leaving.root, 'artifact.zip');
    const stored = await storeArtifact(aws, output, { ...place, zip });
    if (output === outputs[0]) build.artifacts = stored;
    else build.secondaryArtifacts?.push(stored);
  }
}

async function exported({ spec, variables: { secretNames }, place }: Leaving) {
  const values = [];
  for (const name of spec.env?.['exported-variables'] ?? []) {
    // https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html#build-spec.env.exported-variables
    if (secretNames.has(name) || name.startsWith('AWS_') || !/^\w+$/.test(name)) {
      place.note(`The variable ${name} cannot be exported`);
      continue;
    }
    values.push({ name, value: await place.expand(`\${${name}-}`) });
  }
  return values;
}
