import type { Policy } from './policy.ts';
import type { Person } from './schema.ts';

/** Who the policy says an AWS identity is: one of its people, a machine that acts for whoever pushed, or nobody. */
export function whoseIdentity(
  arn: string,
  { people, automation }: Policy,
): Person | 'automation' | undefined {
  const person = people.find(({ aws }) => aws.some((own) => isOf(own, arn)));
  return person ?? (automation.some((own) => isOf(own, arn)) ? 'automation' : undefined);
}

/**
 * Whether an ARN is the listed one, or a session of the listed role. A session's ARN has the role's name without its
 * path: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
 */
function isOf(listed: string, arn: string): boolean {
  if (listed === arn) return true;
  const role = /^arn:([\w-]+):iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/.exec(listed);
  if (!role) return false;
  const [, partition, account, name] = role;
  return arn.startsWith(`arn:${partition}:sts::${account}:assumed-role/${name}/`);
}
