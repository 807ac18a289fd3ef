import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseServerAppspec, type ServerAppspec } from '../../../../../shared/spec/appspec.ts';
import { extractTar, gunzipped } from '../../../untar.ts';
import { extractZip } from '../../../unzip.ts';
import type { AgentFolders } from './folders.ts';
import type { Job } from './job.ts';

/** How many deployments of a group the agent keeps on a host. */
const keptArchives = 5;

/** DownloadBundle: fetches the revision and unpacks it into the deployment's own folder. */
export async function downloadBundle(job: Job, folders: AgentFolders): Promise<void> {
  await removeOldArchives(job, folders);
  const { content, etag } = await job.fetchBundle(job.location);
  const wanted = job.location.eTag?.replaceAll('"', '');
  if (wanted && wanted !== etag)
    throw new Error(`Expected deployment artifact bundle etag ${wanted} but was actually ${etag}`);
  const archive = folders.archive(job.deploymentId);
  await rm(archive, { recursive: true, force: true });
  await mkdir(archive, { recursive: true });
  if (job.location.bundleType === 'zip') await extractZip(content, archive);
  else await extractTar(job.location.bundleType === 'tgz' ? await gunzipped(content) : content, archive);
  await stripLeadingFolder(archive);
  await folders.lastDownload.write(job.deploymentId);
}

/** A bundle may hold one folder with everything in it, as GitHub's archives do. */
async function stripLeadingFolder(archive: string): Promise<void> {
  const [only, ...others] = await readdir(archive, { withFileTypes: true });
  if (!only?.isDirectory() || others.length > 0) return;
  const names = await readdir(join(archive, only.name));
  if (!names.some((name) => /appspec/i.test(name))) return;
  const aside = join(dirname(archive), 'deployment-archive-temp');
  await rename(archive, aside);
  await rename(join(aside, only.name), archive);
  await rm(aside, { recursive: true });
}

async function removeOldArchives({ deploymentId }: Job, folders: AgentFolders): Promise<void> {
  const others = (await readdir(folders.group)).filter((id) => id !== deploymentId);
  const extra = others.length - keptArchives + 1;
  if (extra <= 0) return;
  const last = await folders.lastInstall.read();
  const aged = await Promise.all(
    others
      .filter((id) => id !== last)
      .map(async (id) => ({ id, age: (await stat(folders.deployment(id))).mtimeMs })),
  );
  for (const { id } of aged.sort((a, b) => a.age - b.age).slice(0, extra))
    await rm(folders.deployment(id), { recursive: true, force: true });
}

/** The appspec of a deployment that was downloaded here. */
export async function readAppspec(id: string, folders: AgentFolders): Promise<ServerAppspec> {
  const archive = folders.archive(id);
  const names = await readdir(archive);
  const name = ['appspec.yml', 'appspec.yaml'].find((candidate) => names.includes(candidate));
  if (!name) throw new Error(missing(folders.shown(archive)));
  const parsed = parseServerAppspec(await readFile(join(archive, name), 'utf8'), name);
  if (parsed.problems) {
    const all = parsed.problems.map(
      ({ place, message }) => `${name}:${place.line}:${place.column}: ${message}`,
    );
    throw new Error(`The deployment failed because the AppSpec file is not valid. ${all.join(' ')}`);
  }
  if (parsed.spec.os === 'windows')
    throw new Error(
      'The deployment failed because the application specification file specifies an unsupported operating system (windows): a local host is linux.',
    );
  return parsed.spec;
}

const missing = (archive: string) =>
  `The CodeDeploy agent did not find an AppSpec file within the unpacked revision directory at revision-relative path "appspec.yml". The revision was unpacked to directory "${archive}", and the AppSpec file was expected but not found at path "${archive}/appspec.yml". Consult the AWS CodeDeploy Appspec documentation for more information at http://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file.html`;
