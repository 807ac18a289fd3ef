import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { messageOf, rootOf, UserError } from '../../shared/errors.ts';
import type { Secret } from '../../shared/secrets/secret.ts';

type Place = { readonly file: string } | { readonly url: Secret };

/** What keeps the store from being used, as one sentence for the operator; what is our own fault stays as it is. */
export function storeFault(error: unknown, place: Place): unknown {
  if (error instanceof UserError) return error;
  const cause = rootOf(error);
  const isFile = 'file' in place;
  const reason = isFile ? fileReason(cause, place.file) : serverReason(cause);
  if (!reason) return error;
  // Without the cause: some hold the address, in which the password stands.
  return new UserError(
    `The store (${isFile ? 'DRAWBRIDGE_DATA' : 'DATABASE_URL'}) cannot be used: ${reason}.`,
  );
}

/** SQLite's result code, of what is an error of its: https://sqlite.org/rescode.html */
export function sqliteCode(error: unknown): number | undefined {
  const { errcode } = error as { errcode?: unknown };
  // The higher bits tell more than is needed here.
  return typeof errcode === 'number' ? errcode & 0xff : undefined;
}

export const sqliteBusy = 5;
const sqliteCannotOpen = 14;
const fileReasons: Readonly<Record<number, string>> = {
  1: 'is no store of the bot',
  [sqliteBusy]: 'is locked by another process',
  8: 'may only be read',
  11: 'is damaged',
  13: 'is on a full disk',
  26: 'is no SQLite database',
};

function fileReason(error: unknown, file: string): string | undefined {
  const code = sqliteCode(error);
  if (code === undefined && !isOfSystem(error)) return undefined;
  if (isFolder(file)) return `${file} is a folder`;
  if (code === sqliteCannotOpen) return obstacleAt(file);
  const reason = code && fileReasons[code];
  return reason ? `${file} ${reason}` : `${file}: ${messageOf(error)}`;
}

/** SQLite says of all of these that it is "unable to open database file". */
function obstacleAt(file: string): string {
  const folder = dirname(resolve(file));
  if (!isFolder(folder)) return `there is no folder ${folder}`;
  try {
    for (const each of [folder, file]) if (existsSync(each)) accessSync(each, constants.W_OK);
    return `${file} cannot be made or opened`;
  } catch (error) {
    return `${file} cannot be written: ${messageOf(error)}`;
  }
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

function isOfSystem(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

/** By the code alone where it may be the address that is wrong: parts of the password may then stand for its host. */
const serverReasons: Readonly<Record<string, string>> = {
  ERR_INVALID_URL:
    'it is no well-formed address; in a password @, /, # and the like are written as %40, %2F, %23',
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'its host is not known',
  EAI_AGAIN: 'its host is not known now',
  '28P01': 'PostgreSQL does not take the user and the password',
  '3D000': 'PostgreSQL has no such database',
  '42P01': 'the bot has made no tables there',
};

function serverReason(error: unknown): string | undefined {
  const { code } = error as { code?: unknown };
  if (error instanceof URIError) return serverReasons.ERR_INVALID_URL;
  if (typeof code !== 'string' && error instanceof TypeError) return undefined;
  return serverReasons[String(code)] ?? messageOf(error);
}
