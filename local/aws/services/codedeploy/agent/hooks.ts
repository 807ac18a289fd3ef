import { access, chmod, constants, open, stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { HookScript } from '../../../../../shared/spec/appspec.ts';
import type { ScriptEnd } from '../../../hosts/script.ts';
import { bundleFor } from '../lifecycle.ts';
import { readAppspec } from './bundle.ts';
import type { AgentFolders } from './folders.ts';
import { EventFailure, type Job } from './job.ts';
import type { ScriptLog } from './script-log.ts';

/** All scripts of one lifecycle event together may take an hour, in milliseconds. */
const longestEvent = 3_600_000;

/**
 * Runs the scripts of a lifecycle event one after the other, from the deployment's archive: the new one's, or for
 * events that come before it is there, that of the last Install here.
 * https://github.com/aws/aws-codedeploy-agent/blob/master/lib/instance_agent/plugins/codedeploy/hook_executor.rb
 */
export async function runHooks(
  event: string,
  { job, folders, log }: { job: Job; folders: AgentFolders; log: ScriptLog },
): Promise<void> {
  const source = await sourceOf(event, job, folders);
  if (source === undefined) return;
  const scripts = (await readAppspec(source, folders)).hooks.get(event) ?? [];
  if (scripts.length === 0) return;
  log.write(`LifecycleEvent - ${event}`);
  const deadline = job.clock.now() + longestEvent;
  for (const script of scripts) {
    const path = await executable(script, folders.archive(source), folders);
    log.write(`Script - ${script.location}`);
    if (script.runas && script.runas !== userInfo().username)
      log.write(
        `[drawbridge]runas ${script.runas} is not applied on a local host: ${userInfo().username} runs it`,
      );
    const end = await job.host.run({
      path,
      cwd: folders.archive(source),
      env: environment(event, job),
      timeoutMs: Math.min(script.timeout * 1000, Math.max(0, deadline - job.clock.now())),
      signal: job.signal,
      onLine: (stream, line) => log.write(`[${stream}]${line}`),
    });
    throwIfFailed(end, script, end.kind === 'not started' ? await hint(path) : '');
  }
}

/** The deployment whose archive holds the event's scripts, if there is one. */
async function sourceOf(event: string, job: Job, folders: AgentFolders): Promise<string | undefined> {
  switch (bundleFor(event, job.hasBundle)) {
    case 'own':
      return job.deploymentId;
    case 'last installed':
      return folders.lastInstall.read();
    case 'last downloaded':
      return folders.lastDownload.read();
  }
}

/** The script's path on this machine. A script that is not executable is made so, as the agent does. */
async function executable(script: HookScript, archive: string, folders: AgentFolders): Promise<string> {
  const path = join(archive, script.location);
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile())
    throw new EventFailure(
      'ScriptMissing',
      script.location,
      `Script does not exist at specified location: ${folders.shown(path)}`,
    );
  const isExecutable = await access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
  if (!isExecutable || !(found.mode & 0o111)) await chmod(path, found.mode | 0o111);
  return path;
}

/** https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-hooks.html#reference-appspec-file-structure-environment-variable-availability */
function environment(event: string, job: Job): Record<string, string> {
  const { bucket, key, version = '', eTag = '' } = job.location;
  return {
    LIFECYCLE_EVENT: event,
    DEPLOYMENT_ID: job.deploymentId,
    APPLICATION_NAME: job.applicationName,
    DEPLOYMENT_GROUP_NAME: job.groupName,
    DEPLOYMENT_GROUP_ID: job.groupId,
    BUNDLE_BUCKET: bucket,
    BUNDLE_KEY: key,
    BUNDLE_VERSION: version,
    BUNDLE_ETAG: eTag,
  };
}

/** Why a script that looks right does not start. */
async function hint(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(256), 0, 256, 0);
    const isCrlf = /^#![^\n]*\r\n/.test(buffer.toString('latin1', 0, bytesRead));
    return isCrlf ? ': its first line ends in CR LF, save it with LF alone' : '';
  } finally {
    await file.close();
  }
}

function throwIfFailed(end: ScriptEnd, { location, timeout }: HookScript, hint: string): void {
  const failed = `Script at specified location: ${location} failed`;
  switch (end.kind) {
    case 'exited':
      if (end.code === 0) return;
      throw new EventFailure('ScriptFailed', location, `${failed} with exit code ${end.code}`);
    case 'killed':
      throw new EventFailure('ScriptFailed', location, `${failed} with signal ${end.signal}`);
    case 'not started':
      throw new EventFailure('ScriptFailed', location, `${failed} with error ${end.error.message}${hint}`);
    case 'timed out':
      throw new EventFailure('ScriptTimedOut', location, `${failed} to complete in ${timeout} seconds`);
    case 'left open':
      throw new EventFailure('UnknownError', location, `${failed} to close ${end.stream.toUpperCase()}`);
    case 'stopped':
      throw new EventFailure('UnknownError', location, 'The deployment was stopped while the script ran.');
  }
}
