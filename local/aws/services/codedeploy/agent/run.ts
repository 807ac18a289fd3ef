import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Diagnostics } from '@aws-sdk/client-codedeploy';
import { messageOf } from '../../../../../shared/errors.ts';
import { downloadBundle, readAppspec } from './bundle.ts';
import { type AgentFolders, agentFolders } from './folders.ts';
import { runHooks } from './hooks.ts';
import { carryOut, planInstall, removeInstalled } from './install.ts';
import { EventFailure, type Job } from './job.ts';
import { createScriptLog } from './script-log.ts';

export interface EventEnd {
  readonly status: 'Succeeded' | 'Failed';
  readonly diagnostics: Diagnostics;
}

/** Runs one lifecycle event on one host, as the CodeDeploy agent there would. */
export async function runEvent(event: string, job: Job): Promise<EventEnd> {
  const folders = agentFolders(job.host, job.groupId);
  const logs = join(folders.deployment(job.deploymentId), 'logs');
  await mkdir(logs, { recursive: true });
  await mkdir(folders.instructions, { recursive: true });
  const file = createWriteStream(join(logs, 'scripts.log'), { flags: 'a' });
  const log = createScriptLog((line) => file.write(`${timestamp(job.clock.now())} ${line}\n`));
  try {
    if (event === 'DownloadBundle') await downloadBundle(job, folders);
    else if (event === 'Install') await install(job, folders);
    else await runHooks(event, { job, folders, log });
    const diagnostics = {
      errorCode: 'Success',
      scriptName: '',
      message: 'Succeeded',
      logTail: log.tail(),
    } as const;
    return { status: 'Succeeded', diagnostics };
  } catch (error) {
    const failure =
      error instanceof EventFailure ? error : new EventFailure('UnknownError', '', messageOf(error));
    const { errorCode, scriptName, message } = failure;
    return { status: 'Failed', diagnostics: { errorCode, scriptName, message, logTail: log.tail() } };
  } finally {
    file.end();
    await finished(file);
  }
}

/** Install: removes what the last one put there, then copies the files of this deployment. */
async function install(job: Job, folders: AgentFolders): Promise<void> {
  const { host, deploymentId, fileExistsBehavior } = job;
  const resolve = (path: string) => host.resolve(path);
  await removeInstalled((await folders.cleanup.read()) ?? [], resolve);
  await folders.cleanup.write([]);
  const spec = await readAppspec(deploymentId, folders);
  const request = { spec, archive: folders.archive(deploymentId), fileExistsBehavior, resolve };
  const plan = await planInstall(request);
  const installed: string[] = [];
  try {
    await carryOut(plan, request, (path) => installed.push(path));
  } finally {
    await folders.cleanup.write(installed);
  }
  // The agent calls a deployment the last successful one as soon as its files are in place, whatever comes later.
  await folders.lastInstall.write(deploymentId);
}

function timestamp(now: number): string {
  return new Date(now).toISOString().slice(0, 19).replace('T', ' ');
}
