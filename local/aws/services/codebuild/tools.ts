import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const hashFiles = fileURLToPath(new URL('./hash-files.ts', import.meta.url));

/** Puts the commands that CodeBuild's images have beside everybody's into a folder for the build's path. */
export async function installTools(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const quoted = [process.execPath, hashFiles].map((path) => `'${path.replaceAll("'", `'\\''`)}'`);
  const script = `#!/bin/sh\nexec ${quoted.join(' ')} "$@"\n`;
  await writeFile(join(folder, 'codebuild-hash-files'), script, { mode: 0o755 });
}
