import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readZip } from '../../../local/aws/unzip.ts';

export interface Found {
  readonly name: string;
  /** Hexadecimal SHA-256 of the content. */
  readonly data: string;
  /** Permission bits. */
  readonly mode: number;
}

export const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');

const has = (command: string) => spawnSync(command, ['--help'], { stdio: 'ignore' }).error === undefined;
const hasUnzip = has('unzip');
const hasPython = has('python3');

/**
 * What is in a zip file, each checksum compared. Our own reader tells; Info-ZIP and Python's zipfile, which
 * nobody here wrote, have to agree wherever they are installed.
 */
export async function readByAll(file: string): Promise<Found[]> {
  const found: Found[] = [];
  for (const entry of readZip(readFileSync(file))) {
    found.push({ name: entry.name, data: sha256(await entry.read()), mode: entry.mode ?? 0 });
  }
  if (hasUnzip) execFileSync('unzip', ['-tqq', file]); // Throws unless all is well.
  if (hasPython) {
    const byPython = readByPython(file);
    if (JSON.stringify(byPython) !== JSON.stringify(found)) {
      throw new Error(`Python finds ${JSON.stringify(byPython)}, not ${JSON.stringify(found)}`);
    }
  }
  return found;
}

/** Names and sizes of what is in a zip file, as `readByAll` finds them; its content may be too large to be held. */
export function listByAll(file: string): [name: string, size: number][] {
  const found = readZip(readFileSync(file)).map(({ name, size }): [string, number] => [name, size]);
  if (hasUnzip) execFileSync('unzip', ['-lqq', file]);
  if (hasPython) {
    const script = [
      'import zipfile, json, sys',
      'z = zipfile.ZipFile(sys.argv[1])',
      'print(json.dumps([z.testzip(), [[i.filename, i.file_size] for i in z.infolist()]]))',
    ].join('\n');
    const [broken, byPython] = JSON.parse(
      execFileSync('python3', ['-c', script, file], { encoding: 'utf8' }),
    );
    if (broken !== null || JSON.stringify(byPython) !== JSON.stringify(found)) {
      throw new Error(
        `Python finds ${broken} broken in ${JSON.stringify(byPython)}, not ${JSON.stringify(found)}`,
      );
    }
  }
  return found;
}

function readByPython(file: string): Found[] {
  const script = [
    'import zipfile, json, sys, hashlib',
    'z = zipfile.ZipFile(sys.argv[1])',
    'sha = lambda i: hashlib.sha256(z.read(i)).hexdigest()',
    'print(json.dumps([{"name": i.filename, "data": sha(i), "mode": i.external_attr >> 16 & 0o777} for i in z.infolist()]))',
  ].join('\n');
  return JSON.parse(execFileSync('python3', ['-c', script, file], { encoding: 'utf8', maxBuffer: 2 ** 28 }));
}
