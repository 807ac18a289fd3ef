import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';

const main = join(import.meta.dirname, '..', '..', 'bot', 'start.js');
const killer = join(import.meta.dirname, 'kill-at-commit.ts');

/** A real bot in a process of its own, which is started again whenever it dies, as an operator's system does. */
export class BotProcess {
  readonly #environment: Readonly<Record<string, string>>;
  readonly #output: string[] = [];
  readonly #nextKill: () => string;
  #child: ChildProcess | undefined;
  #closing = false;
  #deaths = 0;
  #exited: Promise<void> = Promise.resolve();

  /** `nextKill`: `before 3` or `after 3`, the commit of its next life at which it is killed; nothing to let it live. */
  constructor(environment: Readonly<Record<string, string>>, nextKill: () => string = () => '') {
    this.#environment = environment;
    this.#nextKill = nextKill;
  }

  /** How often it was killed. */
  get deaths(): number {
    return this.#deaths;
  }

  /** What it wrote, of all its lives. */
  get output(): string {
    return this.#output.join('');
  }

  /** Where it listens. */
  get url(): string {
    return `http://127.0.0.1:${this.#environment.PORT}`;
  }

  start(): void {
    const env = { PATH: process.env.PATH, ...this.#environment, KILL_AT_COMMIT: this.#nextKill() };
    const child = spawn(process.execPath, ['--import', killer, main], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    child.stdout.on('data', (data) => this.#output.push(String(data)));
    child.stderr.on('data', (data) => this.#output.push(String(data)));
    this.#exited = new Promise((resolve) => {
      child.once('exit', (code) => {
        resolve();
        // What ends by itself would end again.
        if (this.#closing || code !== null) return;
        this.#deaths++;
        this.start();
      });
    });
  }

  kill(): void {
    this.#child?.kill('SIGKILL');
  }

  /** Ends it as an operator does. */
  async close(): Promise<void> {
    this.#closing = true;
    this.#child?.kill('SIGTERM');
    const late = setTimeout(() => this.kill(), 10_000);
    await this.#exited;
    clearTimeout(late);
  }
}

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
