import { rmSync } from 'node:fs';
import type { Runner } from './io.ts';

/** Tells later steps of this Action which files have secrets in them, one a line, so that they do not package them. */
export const secretFilesVariable = 'DRAWBRIDGE_SECRET_FILES';

/** Removes the files that the main step has written secrets to. */
export function removeSecretFiles(runner: Pick<Runner, 'state'>): void {
  const files: string[] = JSON.parse(runner.state('secret-files') || '[]');
  for (const file of files) rmSync(file, { force: true });
}
