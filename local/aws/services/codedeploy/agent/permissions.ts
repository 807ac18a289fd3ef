import { join } from 'node:path';
import type { Permission } from '../../../../../shared/spec/appspec.ts';

interface Installed {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

/**
 * Which installed paths get which mode. A permission is for the object itself where that is a file, else for what
 * this deployment installed below it. Owners, groups, ACLs and SELinux contexts are not applied on a local host.
 */
export function permittedPaths(
  permissions: readonly Permission[],
  installed: Installed,
): { path: string; mode: number }[] {
  const modes = new Map<string, number>();
  for (const permission of permissions) {
    for (const path of matches(permission, installed)) {
      if (modes.has(path)) throw new Error(specifiedTwice(path));
      if (permission.mode !== undefined) modes.set(path, Number.parseInt(permission.mode, 8));
    }
  }
  return [...modes].map(([path, mode]) => ({ path, mode }));
}

function matches(permission: Permission, { files, folders }: Installed): string[] {
  const { pattern = '**', except = [], type = ['file', 'directory'] } = permission;
  const object = join('/', permission.object).replace(/(.)\/$/, '$1');
  if (files.includes(object)) return type.includes('file') ? [object] : [];
  const candidates = [
    ...(type.includes('file') ? files : []),
    ...(type.includes('directory') ? folders : []),
  ];
  const below = object === '/' ? '/' : `${object}/`;
  return candidates.filter((path) => {
    if (!path.startsWith(below)) return false;
    const name = path.slice(below.length);
    return matchesGlob(name, pattern) && !except.some((glob) => matchesGlob(name, glob));
  });
}

/** The agent knows `*`, within one folder, and `**` alone, which is everything. */
function matchesGlob(name: string, glob: string): boolean {
  if (glob === '**') return true;
  if (name.includes('/')) return false;
  const literal = (part: string) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return new RegExp(`^${glob.split(/\*+/).map(literal).join('.*')}$`).test(name);
}

const specifiedTwice = (path: string) =>
  `The deployment failed because the permissions setting for (${path}) is specified more than once in the application specification file. Update the files section of the AppSpec file, and then try again.`;
