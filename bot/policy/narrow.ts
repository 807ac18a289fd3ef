import { UserError } from '../../shared/errors.ts';
import { DeliveryError } from '../outbox/retry.ts';
import type { Ports } from '../ports.ts';
import { parseFile } from './file.ts';
import type { PipelineVerb } from './permission.ts';
import type { Policy } from './policy.ts';
import { type People, repositoryFile } from './schema.ts';

/** What a pipeline's own repository says of it besides the policy. */
interface Narrowing {
  /** Such as `.github/drawbridge.yml of acme/shop`. */
  readonly file: string;
  /** Of whom the policy lets do it, only these may. */
  readonly allow: { readonly [Verb in PipelineVerb]?: People | undefined };
  /** The policy with the repository's rules for approvals among its own. */
  readonly policy: Policy;
}

/**
 * Reads the repository's file where the policy names one, now, on the default branch. It can take away and never
 * give: whoever may write to the repository writes it. Throws a `UserError` where it cannot be read or is broken, so
 * that nothing is done that it would perhaps not let.
 */
export async function narrowingOf(
  pipeline: string,
  { policy: policyNow, github }: Pick<Ports, 'policy' | 'github'>,
): Promise<Narrowing | undefined> {
  const policy = policyNow();
  const settings = policy.pipelines.get(pipeline);
  const { repository, policy: path } = settings?.github ?? {};
  if (!settings || !repository || !path) return undefined;
  const file = `${path} of ${repository}`;
  const text = await read({ repository, path }, file, github);
  const own = parseFile(text ?? '', file, repositoryFile).pipelines[pipeline];
  if (!own) return undefined;
  const approvals = [...settings.approvals, ...own.approvals];
  const pipelines = new Map(policy.pipelines).set(pipeline, { ...settings, approvals });
  return { file, allow: own.allow, policy: { ...policy, pipelines } };
}

/** The policy with what the repository asks for approvals besides. */
export async function policyOf(pipeline: string, ports: Pick<Ports, 'policy' | 'github'>): Promise<Policy> {
  return (await narrowingOf(pipeline, ports))?.policy ?? ports.policy();
}

/** The policy as if the repository's list for this verb stood there; undefined where it has none. */
export function asListed(
  { allow, policy }: Narrowing,
  pipeline: string,
  verb: PipelineVerb,
): Policy | undefined {
  const [settings, people] = [policy.pipelines.get(pipeline), allow[verb]];
  if (!settings || !people) return undefined;
  const narrowed = { ...settings, allow: { ...settings.allow, [verb]: people } };
  return { ...policy, pipelines: new Map(policy.pipelines).set(pipeline, narrowed) };
}

async function read(
  at: { repository: string; path: string },
  file: string,
  github: Ports['github'],
): Promise<string | undefined> {
  try {
    return await github.file(at);
  } catch (cause) {
    if (!(cause instanceof DeliveryError)) throw cause;
    throw new UserError(`GitHub does not tell what ${file} says now, so nothing was done.`, { cause });
  }
}
