import { z } from 'zod';

/** What happens in a repository that a pipeline may start on. */
export type ForgeEvent = PushEvent | PullRequestEvent;

export interface PushEvent {
  readonly kind: 'push';
  /** Such as `refs/heads/main` or `refs/tags/v1`. */
  readonly ref: string;
  /** The commits before and after; undefined where the ref was not there, or is no more. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

interface PullRequestEvent {
  readonly kind: 'pullRequest';
  readonly number: number;
  readonly event: 'OPEN' | 'UPDATED' | 'CLOSED';
  readonly head: { readonly branch: string; readonly commit: string };
  /** The branch that the pull request is to be merged into. */
  readonly base: string;
}

const repository = z.object({ full_name: z.string() });
const commit = z.string().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/);
const push = z.object({ ref: z.string().startsWith('refs/'), before: commit, after: commit, repository });
const pullRequest = z.object({
  action: z.string(),
  number: z.int(),
  repository,
  pull_request: z.object({
    head: z.object({ ref: z.string(), sha: commit }),
    base: z.object({ ref: z.string() }),
  }),
});

/** Pipelines listen to no other actions: https://docs.aws.amazon.com/codepipeline/latest/userguide/pipelines-filter.html */
const actions: Readonly<Record<string, PullRequestEvent['event']>> = {
  opened: 'OPEN',
  reopened: 'OPEN',
  synchronize: 'UPDATED',
  closed: 'CLOSED',
};

/**
 * Reads a webhook of GitHub: undefined where it is malformed or of another event, `what` undefined where nothing
 * listens to it. https://docs.github.com/webhooks/webhook-events-and-payloads
 */
export function readForgeEvent(
  name: string,
  body: string,
): { fullName: string; what: ForgeEvent | undefined } | undefined {
  const json = parse(body);
  if (name === 'push') {
    const { data } = push.safeParse(json);
    if (!data) return undefined;
    const { ref, before, after } = data;
    const what = { kind: 'push', ref, before: present(before), after: present(after) } as const;
    return { fullName: data.repository.full_name, what };
  }
  const { data } = pullRequest.safeParse(json);
  if (name !== 'pull_request' || !data) return undefined;
  const event = Object.hasOwn(actions, data.action) ? actions[data.action] : undefined;
  const { head, base } = data.pull_request;
  return {
    fullName: data.repository.full_name,
    what: event && {
      kind: 'pullRequest',
      number: data.number,
      event,
      head: { branch: head.ref, commit: head.sha },
      base: base.ref,
    },
  };
}

/** Git writes a commit that is not there as zeros. */
const present = (id: string) => (/^0+$/.test(id) ? undefined : id);

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
