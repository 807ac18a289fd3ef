import {
  chmod,
  copyFile,
  lstat,
  mkdir,
  readdir,
  readlink,
  rm,
  rmdir,
  stat,
  symlink,
  utimes,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { FileExistsBehavior, ServerAppspec } from '../../../../../shared/spec/appspec.ts';
import { permittedPaths } from './permissions.ts';

/** What an Install will do, in paths of the host. */
export interface InstallPlan {
  readonly folders: readonly string[];
  readonly copies: readonly { readonly source: string; readonly destination: string }[];
  readonly modes: readonly { readonly path: string; readonly mode: number }[];
}

export interface InstallRequest {
  readonly spec: ServerAppspec;
  /** The unpacked bundle, on this machine. */
  readonly archive: string;
  /** What the deployment says; the appspec's own word goes first. */
  readonly fileExistsBehavior: FileExistsBehavior;
  /** From a path of the host to where it lies on this machine. */
  resolve(path: string): string;
}

const parallelCopies = 16;

/**
 * Works out what is to be copied where, as the CodeDeploy agent does, and throws with the agent's words where it
 * may not be. https://github.com/aws/aws-codedeploy-agent/blob/master/lib/instance_agent/plugins/codedeploy/installer.rb
 */
export async function planInstall(request: InstallRequest): Promise<InstallPlan> {
  const { spec, archive, resolve } = request;
  const behavior = spec.fileExistsBehavior ?? request.fileExistsBehavior;
  const folders = new Set<string>();
  const copies = new Map<string, string>();

  const addFolder = async (path: string) => {
    if (path === '/' || folders.has(path) || (await exists(resolve(path)))) return;
    await addFolder(dirname(path));
    folders.add(path);
  };
  const addFile = async (source: string, destination: string) => {
    const other = copies.get(destination);
    if (other !== undefined) throw new Error(twice(destination, source.slice(archive.length), other));
    if (await exists(resolve(destination))) {
      if (behavior === 'DISALLOW')
        throw new Error(
          `The deployment failed because a specified file already exists at this location: ${destination}`,
        );
      if (behavior === 'RETAIN') return;
    }
    await refuseLinkOut(source, destination);
    copies.set(destination, source.slice(archive.length));
  };
  const addTree = async (source: string, destination: string) => {
    await addFolder(destination);
    for (const entry of await readdir(source, { withFileTypes: true })) {
      const [from, to] = [join(source, entry.name), join(destination, entry.name)];
      if (entry.isDirectory()) await addTree(from, to);
      else await addFile(from, to);
    }
  };

  for (const mapping of spec.files) {
    const source = join(archive, mapping.source);
    const destination = join('/', mapping.destination).replace(/(.)\/$/, '$1');
    const isFolder = await stat(source).then(
      (found) => found.isDirectory(),
      () => {
        throw new Error(`No such file or directory in the bundle: ${mapping.source}`);
      },
    );
    if (isFolder) await addTree(source, destination);
    else {
      await addFolder(destination);
      await addFile(source, join(destination, basename(source)));
    }
  }
  return {
    folders: [...folders],
    copies: [...copies].map(([destination, source]) => ({ source, destination })),
    modes: permittedPaths(spec.permissions, { files: [...copies.keys()], folders: [...folders] }),
  };
}

/** Carries a plan out, telling `put` what it puts where before it does, so that half an Install can be undone too. */
export async function carryOut(
  plan: InstallPlan,
  { archive, resolve }: InstallRequest,
  put: (path: string) => void,
): Promise<void> {
  for (const folder of plan.folders) {
    put(folder);
    await mkdir(resolve(folder), { recursive: true });
  }
  const queue = [...plan.copies];
  const work = async () => {
    for (let copy = queue.shift(); copy; copy = queue.shift()) {
      put(copy.destination);
      await copyOne(join(archive, copy.source), resolve(copy.destination));
    }
  };
  await Promise.all(Array.from({ length: parallelCopies }, work));
  for (const { path, mode } of plan.modes) await chmod(resolve(path), mode);
}

/** Removes what an earlier Install put there, newest first; folders only where they are empty. */
export async function removeInstalled(
  paths: readonly string[],
  resolve: (path: string) => string,
): Promise<void> {
  for (const path of paths.toReversed().map(resolve)) {
    const found = await lstat(path).catch(() => undefined);
    if (found?.isDirectory()) await rmdir(path).catch(ignoreNotEmpty);
    else if (found) await rm(path);
  }
}

/** A link that stays within the bundle may lead out of the host from where it is put: on a real server `/..` is `/`. */
async function refuseLinkOut(source: string, destination: string): Promise<void> {
  if (!(await lstat(source)).isSymbolicLink()) return;
  const climbs = (await readlink(source)).split('/').filter((part) => part === '..').length;
  const depth = dirname(destination).split('/').filter(Boolean).length;
  if (climbs > depth) throw new Error(`The link ${destination} would lead out of the host.`);
}

async function copyOne(source: string, destination: string): Promise<void> {
  const info = await lstat(source);
  if (info.isSymbolicLink()) return symlink(await readlink(source), destination);
  await copyFile(source, destination);
  await chmod(destination, info.mode & 0o7777);
  await utimes(destination, info.atime, info.mtime);
}

function ignoreNotEmpty(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

const twice = (destination: string, source: string, other: string) =>
  `The deployment failed because the application specification file specifies two source files named ${source} and ${other} for the same destination (${destination}). Remove one of the source file paths from the AppSpec file, and then try again.`;
