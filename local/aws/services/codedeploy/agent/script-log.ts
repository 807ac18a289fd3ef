/** CodeDeploy answers at most this much of a script's log, in bytes: API_Diagnostics.html. */
const tailBytes = 4096;
/** What one lifecycle event may write to the log file, in characters: a script that never ends must not fill the disk. */
const mostLogged = 32 * 1024 * 1024;

/** The log of one lifecycle event on one host, of which only the end is kept in memory. */
export interface ScriptLog {
  write(line: string): void;
  /** The last lines, at most 4 KB. */
  tail(): string;
}

export function createScriptLog(append: (line: string) => void): ScriptLog {
  const kept: string[] = [];
  let size = 0;
  let logged = 0;
  return {
    write(line) {
      if (logged <= mostLogged) {
        logged += line.length + 1;
        append(logged <= mostLogged ? line : '[drawbridge]The rest of the output is left out.');
      }
      const text = lastBytes(`${line}\n`);
      kept.push(text);
      size += Buffer.byteLength(text);
      while (size > tailBytes) size -= Buffer.byteLength(kept.shift()!);
    },
    tail: () => kept.join(''),
  };
}

/** Of a line longer than the whole tail the end is kept, from the start of a character. */
function lastBytes(text: string): string {
  const bytes = Buffer.from(text);
  let start = Math.max(0, bytes.length - tailBytes);
  while ((bytes[start]! & 0xc0) === 0x80) start++;
  return bytes.toString('utf8', start);
}
