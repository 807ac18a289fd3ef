import { mkdir } from 'node:fs/promises';
import type { ProjectSource } from '@aws-sdk/client-codebuild';
import type { Aws } from '../../define.ts';
import { secondaryFolder } from './environment.ts';
import { checkOut } from './git-source.ts';
import type { Plan } from './plan.ts';
import { download, sourceZip } from './source.ts';

/** A folder of the build's own, by name. */
type Folder = (name: string) => string;

/** Brings the sources of a build, those of the pipeline or else the project's own; the first one's revision. */
export async function fetchSources(aws: Aws, plan: Plan, folder: Folder): Promise<string | undefined> {
  const { sources } = plan.request;
  if (!sources) return fetchOwn(aws, plan, folder);
  const [first, ...others] = sources;
  const revision = first && (await download(aws, first, folder('src')));
  for (const source of others) await download(aws, source, folder(secondaryFolder(source.identifier)));
  return revision;
}

async function fetchOwn(aws: Aws, { build, project }: Plan, folder: Folder): Promise<string | undefined> {
  const { source = { type: 'NO_SOURCE' }, sourceVersion: version, secondarySources = [] } = build;
  const scratch = folder('tmp');
  const revision = await fetchOne(aws, { source, version }, { folder: folder('src'), scratch });
  const versions = project.secondarySourceVersions ?? [];
  for (const secondary of secondarySources) {
    const { sourceIdentifier = '' } = secondary;
    const own = versions.find((one) => one.sourceIdentifier === sourceIdentifier)?.sourceVersion;
    const target = { folder: folder(secondaryFolder(sourceIdentifier)), scratch };
    await fetchOne(aws, { source: secondary, version: own }, target);
  }
  return revision;
}

async function fetchOne(
  aws: Aws,
  { source, version }: { source: ProjectSource; version: string | undefined },
  target: { folder: string; scratch: string },
): Promise<string | undefined> {
  await mkdir(target.folder, { recursive: true });
  if (source.type === 'CODECOMMIT') return checkOut(aws, { source, version }, target);
  const zip = sourceZip(source, version);
  return zip && download(aws, zip, target.folder);
}
