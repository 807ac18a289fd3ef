import { UserError } from '../errors.ts';

/** What is said when something of the tree is not any more as it was found. */
export function changed(path: string, cause?: unknown): UserError {
  return new UserError(`\`${path}\` changed while it was read; package it when nothing writes to it.`, {
    cause,
  });
}

/** Whether the error says that there is nothing at a path. */
export function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
