import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Build } from '@aws-sdk/client-codebuild';
import type { BuildRequest } from '../../../../../local/aws/services/codebuild/model.ts';
import codebuild from '../../../../../local/aws/services/codebuild/service.ts';
import logs from '../../../../../local/aws/services/logs/service.ts';
import s3 from '../../../../../local/aws/services/s3/service.ts';
import { readZip } from '../../../../../local/aws/unzip.ts';
import { createWorld, type World, type WorldOptions } from '../../../../../local/aws/world.ts';
import { listTree } from '../../../../../shared/artifact/tree.ts';
import { writeZip } from '../../../../../shared/artifact/zip.ts';

/** A local AWS without its server, with a versioned bucket named `bucket`. */
export async function createTestWorld(options: WorldOptions = {}): Promise<World> {
  const aws = await createWorld(options);
  aws.listening('http://127.0.0.1:9');
  aws.use(s3).createBucket('bucket', { versioned: true });
  return aws;
}

/** Zips files, by name and content. */
export async function zipOf(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'codebuild-test-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, 'tree', name)), { recursive: true });
      writeFileSync(join(folder, 'tree', name), content);
    }
    await writeZip(listTree(join(folder, 'tree')), join(folder, 'a.zip'));
    return readFileSync(join(folder, 'a.zip'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The names and contents of the files in a zip that is in the bucket. */
export async function unzipped(aws: World, key: string): Promise<Record<string, string>> {
  const entries = readZip(await aws.use(s3).read({ bucket: 'bucket', key }));
  return Object.fromEntries(
    await Promise.all(entries.map(async (entry) => [entry.name, (await entry.read()).toString()] as const)),
  );
}

/** Starts a build of a project that is registered nowhere and has no source. */
export function start(aws: World, buildspec: string, more: Partial<BuildRequest> = {}) {
  const project = { name: 'demo', source: { type: 'NO_SOURCE' as const } };
  return aws.use(codebuild).start({ project, buildspec, ...more });
}

export async function run(aws: World, buildspec: string, more: Partial<BuildRequest> = {}): Promise<Build> {
  return start(aws, buildspec, more).finished;
}

/** What a build's commands printed: its log without CodeBuild's own lines. */
export function printed(aws: World, build: Build): string[] {
  return logOf(aws, build).filter((line) => !line.startsWith('[Container]'));
}

export function logOf(aws: World, build: Build): string[] {
  const store = aws.use(logs);
  const stream = store.stream(store.group(build.logs?.groupName), build.logs?.streamName);
  return stream.events.map((event) => event.message.replace(/^(\[Container\]) \S+ \S+/, '$1'));
}

/** `BUILD SUCCEEDED`, `POST_BUILD FAILED`, … */
export function phasesOf(build: Build): string[] {
  return (build.phases ?? []).map(({ phaseType, phaseStatus = '' }) => `${phaseType} ${phaseStatus}`.trim());
}

/** The context of the phase that failed first. */
export function failureOf(build: Build) {
  return build.phases?.find((phase) => phase.phaseStatus && phase.phaseStatus !== 'SUCCEEDED')?.contexts?.[0];
}

/** A buildspec of one phase with these commands. */
export function commands(...list: string[]): string {
  return JSON.stringify({ version: 0.2, phases: { build: { commands: list } } });
}
