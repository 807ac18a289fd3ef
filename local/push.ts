import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Embedded, repository } from './embedded.ts';
import { type JobResult, runJob } from './runner.ts';
import { makeScratch } from './scratch.ts';
import { localCredentials } from './shop.ts';

const projectFolder = join(import.meta.dirname, '..');

/** What GitHub does after a push to main: checks the commit out and runs the workflow's job on it. */
export async function startJob(
  world: Embedded,
  sha: string,
  onLine: (line: string) => void,
): Promise<JobResult> {
  const { github, aws } = world;
  const workspace = await makeScratch('checkout');
  try {
    const { git } = github.forge.repositories.get(repository)!;
    await git.checkout(sha, workspace);
    const commit = await git.show(sha);
    return await runJob({
      action: projectFolder,
      workspace,
      workflow: '.github/workflows/deploy.yml',
      repository,
      sha,
      ref: 'refs/heads/main',
      actor: 'lee',
      token: github.workflowToken,
      apiUrl: github.apiUrl,
      serverUrl: github.apiUrl.replace('/api/v3', ''),
      event: {
        ref: 'refs/heads/main',
        after: sha,
        head_commit: { id: sha, message: commit.message, author: { ...commit.author, username: 'lee' } },
        repository: { full_name: repository },
      },
      env: {
        AWS_REGION: aws.aws.region,
        AWS_ENDPOINT_URL: aws.endpoint,
        AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
        AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
      },
      onLine,
    });
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}
