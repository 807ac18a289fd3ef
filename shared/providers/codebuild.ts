import type { Build, BuildPhase } from '@aws-sdk/client-codebuild';
import type { Action, Reason } from '../run/model.ts';
import { consolePage } from './console.ts';
import { defineProvider, type Progress, type ProviderContext } from './define.ts';

const logLines = 20;
const longLogLines = 100;

export default defineProvider({
  provider: 'CodeBuild',
  describe: ({ externalId }) => (externalId ? `build ${externalId}` : 'a build'),
  reason,
  logs,
  progress,
  link: ({ externalId, externalUrl }, region) => {
    if (!externalId) return externalUrl;
    const [project = ''] = externalId.split(':');
    const path = `codesuite/codebuild/projects/${encodeURIComponent(project)}/build`;
    return consolePage(region, `${path}/${encodeURIComponent(externalId)}?region=${region}`);
  },
});

async function reason({ externalId }: Action, context: ProviderContext): Promise<Reason | undefined> {
  if (!externalId) return undefined;
  const { getBuild } = await import('../aws/builds.ts');
  const build = await getBuild(await context.clients.codebuild(), externalId);
  return build && { ...failureOf(build), log: await logOf(build, context), url: build.logs?.deepLink };
}

/** At most so many pages of the log are read for one look; each is up to 10,000 lines. */
const pagesAtOnce = 10;

/** The build's own log stream, as the build itself names it: a project's builds run side by side. */
function progress({ externalId = '' }: Action, { clients }: ProviderContext): Progress {
  let logs: Build['logs'];
  let after: string | undefined;
  return {
    async look(last) {
      const [{ getBuild }, { nextLines }, { isNotFound }] = await Promise.all([
        import('../aws/builds.ts'),
        import('../aws/logs.ts'),
        import('../aws/errors.ts'),
      ]);
      if (!logs?.streamName) {
        const build = await getBuild(await clients.codebuild(), externalId);
        if (!build) return undefined;
        logs = build.logs;
      }
      const { groupName: group, streamName: stream, deepLink } = logs ?? {};
      if (!group || !stream) return [];
      const client = await clients.logs();
      const lines: string[] = [];
      for (let pages = 0; pages < pagesAtOnce; pages++) {
        try {
          const page = await nextLines(client, { group, stream, after });
          lines.push(...page.lines);
          if (page.next === after || !last) {
            after = page.next;
            return lines;
          }
          after = page.next;
        } catch (error) {
          if (isNotFound(error)) return lines; // Nothing is logged before the build begins.
          throw error;
        }
      }
      return [...lines, `The log is longer than this: ${deepLink ?? `${group}/${stream}`}`];
    },
  };
}

async function logs({ externalId }: Action, context: ProviderContext): Promise<string[] | undefined> {
  if (!externalId) return undefined;
  const { getBuild } = await import('../aws/builds.ts');
  const build = await getBuild(await context.clients.codebuild(), externalId);
  return build && logOf(build, context, longLogLines);
}

/** A phase that fails says why in its contexts; what follows from it fails, too, so the first one counts. */
function failureOf(build: Build): Pick<Reason, 'text' | 'where'> {
  const failed = build.phases?.find(isFailed);
  const said = failed?.contexts?.map(({ message }) => message).filter(Boolean) ?? [];
  const text = said.join(' ') || `The build ended as ${build.buildStatus ?? 'failed'}.`;
  return failed?.phaseType ? { text, where: failed.phaseType } : { text };
}

function isFailed({ phaseStatus }: BuildPhase): boolean {
  return phaseStatus !== undefined && !['SUCCEEDED', 'IN_PROGRESS', 'QUEUED'].includes(phaseStatus);
}

/** The log is a help, not the reason: a build without one, or one that may not be read, is explained all the same. */
async function logOf(
  { logs }: Build,
  { clients }: ProviderContext,
  count = logLines,
): Promise<string[] | undefined> {
  const { groupName: group, streamName: stream } = logs ?? {};
  if (!group || !stream) return undefined;
  const [{ lastLines }, { isDenied, isNotFound }] = await Promise.all([
    import('../aws/logs.ts'),
    import('../aws/errors.ts'),
  ]);
  try {
    return await lastLines(await clients.logs(), { group, stream, count });
  } catch (error) {
    if (isDenied(error) || isNotFound(error)) return undefined;
    throw error;
  }
}
