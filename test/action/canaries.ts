import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readZip } from '../../local/aws/unzip.ts';
import type { Seen } from './proxy.ts';

/** Throws when one of the secrets stands in one of the texts, as it is or written in another way. */
export function refuseSecrets(secrets: Iterable<string>, texts: Readonly<Record<string, string>>): void {
  for (const secret of secrets) {
    for (const form of formsOf(secret)) {
      const where = Object.keys(texts).find((name) => texts[name]?.includes(form));
      if (where !== undefined) throw new Error(`A secret shows in ${where}: ${form}`);
    }
  }
}

/** A secret of several lines shows line by line, too. */
function formsOf(secret: string): Set<string> {
  const parts = [secret, ...secret.split('\n')].filter((part) => part.length > 3);
  return new Set(
    parts.flatMap((part) => [
      part,
      JSON.stringify(part).slice(1, -1),
      encodeURIComponent(part),
      Buffer.from(part).toString('base64').replace(/=+$/, ''),
      Buffer.from(part).toString('hex'),
    ]),
  );
}

/** What the files of a folder hold, and those in its zip files, by their names. */
export async function textsIn(folder: string): Promise<Record<string, string>> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file, await textOfBytes(readFileSync(file))] as const)),
  );
}

/** A request with all that was sent; without GitHub's token, where it is what the request proves itself with. */
export async function textOf({ request, body }: Seen): Promise<string> {
  const { authorization = '', ...headers } = request.headers;
  const proof = authorization.startsWith('token ') ? '' : authorization;
  return `${request.method} ${request.url} ${proof}\n${JSON.stringify(headers)}\n${await textOfBytes(body)}`;
}

async function textOfBytes(bytes: Buffer): Promise<string> {
  const text = bytes.toString('latin1');
  if (!text.startsWith('PK')) return text;
  try {
    const contents = readZip(bytes).map(
      async (entry) => entry.name + (await entry.read()).toString('latin1'),
    );
    return [text, ...(await Promise.all(contents))].join('\n');
  } catch {
    return text; // It was only half written.
  }
}
