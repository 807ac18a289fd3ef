import type { Run } from '../../shared/run/model.ts';

type Place = Pick<Run, 'pipeline' | 'region' | 'id'>;

/** The page of one run in the AWS console. */
export function runUrl(run: Place): string {
  return `${base(run)}/executions/${encodeURIComponent(run.id)}/timeline?region=${run.region}`;
}

/** The page of the pipeline, where its approvals are answered. */
export function pipelineUrl(run: Place): string {
  return `${base(run)}/view?region=${run.region}`;
}

function base({ pipeline, region }: Place): string {
  const host = `${region}.console.${domain(region)}`;
  return `https://${host}/codesuite/codepipeline/pipelines/${encodeURIComponent(pipeline)}`;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html (partitions) */
function domain(region: string): string {
  if (region.startsWith('cn-')) return 'amazonaws.cn';
  return region.startsWith('us-gov-') ? 'amazonaws-us-gov.com' : 'aws.amazon.com';
}
