import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { signalGroup } from '../../hosts/processes.ts';

export interface ShellOptions {
  /** `sh` or `bash`, found on the path. */
  readonly shell: string;
  /** Where the first command runs. */
  readonly cwd: string;
  /** The whole environment of the first command. */
  readonly env: Readonly<Record<string, string>>;
  /** An empty folder for the shell's own files. */
  readonly folder: string;
  /** What commands print, in pieces that need not be lines. */
  readonly onOutput: (text: string) => void;
}

/**
 * One shell that runs command after command, so that `cd`, variables and functions of one hold for the next. A
 * command that ends the shell (`exit`, `set -e`, a syntax error) is answered by a new shell with the same folder
 * and exported variables. Each shell leads a process group of its own, which `kill` ends as a whole.
 */
export class Shell {
  readonly #options: ShellOptions;
  readonly #groups: number[] = [];
  /** Marks the end of a command in the output; nobody prints it by chance. */
  readonly #mark = randomUUID();
  readonly #end = new RegExp(`\\x1e${this.#mark} (\\d+)( exit)?\\x1e`);
  #process: ChildProcess | undefined;
  #pending: ((status: number) => void) | undefined;
  #text = '';
  #commands = 0;
  #killed = false;
  #closed: Promise<void> = Promise.resolve();

  constructor(options: ShellOptions) {
    this.#options = options;
  }

  /** Resolves with the exit status: 128 + 9 when the shell was killed. One at a time. */
  async run(command: string): Promise<number> {
    if (this.#killed) return 137;
    const file = join(this.#options.folder, `${++this.#commands}.sh`);
    await writeFile(file, `${command}\n`);
    const shell = this.#process ?? (await this.#start());
    return new Promise((resolve) => {
      this.#pending = resolve;
      (shell.stdio[3] as Writable).write(`${file}\n`);
    });
  }

  /** Ends every process of every group at once; a command that runs resolves with 137. */
  kill(): void {
    this.#killed = true;
    for (const group of this.#groups) signalGroup(group, 'SIGKILL');
  }

  /** Kills, and resolves when the last shell is gone. */
  async end(): Promise<void> {
    this.kill();
    await this.#closed;
  }

  async #start(): Promise<ChildProcess> {
    const { shell, cwd, env, folder } = this.#options;
    const loop = join(folder, 'loop.sh');
    await writeFile(loop, loopScript(folder, this.#mark));
    // `cat` stands between, since Node's pipes are sockets, and `> /dev/stderr` cannot open a socket:
    // https://github.com/nodejs/node/issues/28236
    const script = '{ "$0" "$1"; printf "\\036%s %s exit\\036" "$2" "$?"; } 3<&3 2>&1 | cat 3<&-';
    const child = spawn('/bin/sh', ['-c', script, shell, loop, this.#mark], {
      cwd,
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'ignore', 'pipe'],
    });
    this.#process = child;
    child.once('error', (error) => this.#lost(child, `${error.message}\n`));
    if (child.pid) this.#groups.push(child.pid);
    if (this.#killed) this.kill();
    const decoder = new StringDecoder();
    const stdout = child.stdout as Readable;
    stdout.on('data', (data: Buffer) => this.#hear(child, decoder.write(data)));
    this.#closed = new Promise((resolve) => {
      stdout.on('close', () => {
        this.#lost(child, '');
        resolve();
      });
    });
    // A shell that ended no longer reads; its end is heard on the other pipe.
    (child.stdio[3] as Writable).on('error', () => {});
    return child;
  }

  #hear(child: ChildProcess, data: string): void {
    this.#text += data;
    for (let match = this.#end.exec(this.#text); match; match = this.#end.exec(this.#text)) {
      this.#pass(this.#text.slice(0, match.index));
      this.#text = this.#text.slice(match.index + match[0].length);
      if (match[2] && this.#process === child) this.#process = undefined;
      this.#settle(Number(match[1]));
    }
    // What may be the beginning of a mark waits for its end.
    const held = this.#text.lastIndexOf('\x1e');
    const isMark = held >= 0 && this.#text.length - held < 50;
    this.#pass(isMark ? this.#text.slice(0, held) : this.#text);
    this.#text = isMark ? this.#text.slice(held) : '';
  }

  #lost(child: ChildProcess, why: string): void {
    if (this.#process !== child) return;
    this.#process = undefined;
    this.#pass(this.#text + why);
    this.#text = '';
    this.#settle(137);
  }

  #pass(text: string): void {
    if (text) this.#options.onOutput(text);
  }

  #settle(status: number): void {
    const pending = this.#pending;
    this.#pending = undefined;
    pending?.(status);
  }
}

/** Sources one file after the other; on the way out it saves what a next shell goes on with. */
function loopScript(folder: string, mark: string): string {
  const [env, cwd] = [quoted(join(folder, 'env')), quoted(join(folder, 'cwd'))];
  return `if [ -f ${env} ]; then . ${env}; cd "$(cat ${cwd})"; fi
trap 'export -p > ${env.replaceAll("'", `'"'"'`)}; pwd > ${cwd.replaceAll("'", `'"'"'`)}' EXIT
while IFS= read -r drawbridge_step <&3; do
  . "$drawbridge_step" < /dev/null 3<&-
  printf '\\036%s %s\\036' ${mark} "$?"
done
`;
}

/** One word for a POSIX shell, whatever it holds. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
