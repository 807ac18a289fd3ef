import { hash } from 'node:crypto';
import { messageOf, UserError } from '../../../shared/errors.ts';
import type { Service, ServiceEntry } from '../define.ts';
import type { World } from '../world.ts';
import type { DataFolder } from './folder.ts';
import { decode, encode } from './values.ts';

/** The layout of the files themselves, whatever the services put into them. */
const format = 1;

/** Changes within this time, in ms, are written together. */
const shortestPause = 100;

interface Envelope {
  readonly format: number;
  readonly service: string;
  readonly version: number;
  readonly region: string;
  readonly account: string;
  readonly snapshot: unknown;
}

/** Keeps the states of services in files of a folder, one a service: `--data`. */
export class Keeper {
  readonly #world: World;
  readonly #folder: DataFolder;
  /** Of what was last read or written, so that what has not changed is not written again. */
  readonly #digests = new Map<string, string>();
  #timer: NodeJS.Timeout | undefined;
  #pause = shortestPause;
  #closed = false;
  #saving: Promise<void> = Promise.resolve();

  constructor(world: World, folder: DataFolder) {
    this.#world = world;
    this.#folder = folder;
  }

  /** Puts back what the folder holds, then keeps it up to date. Throws `UserError` and changes no file where one cannot be read. */
  async open(entries: readonly ServiceEntry[]): Promise<void> {
    const found: { service: Service<unknown>; snapshot: unknown }[] = [];
    for (const { name, persistent, load } of entries) {
      const text = persistent ? await this.#folder.read(fileOf(name)) : undefined;
      if (text === undefined) continue;
      const service = await load();
      this.#digests.set(name, hash('sha256', text));
      found.push({ service, snapshot: this.#read(text, service) });
    }
    const restored: ((() => void) | undefined)[] = [];
    for (const { service, snapshot } of found) restored.push(await this.#restore(service, snapshot));
    for (const settle of restored) settle?.();
    this.#world.onChange(() => this.#saveSoon());
  }

  /** Writes what has changed, once and for all: what ends while the server closes is kept as under way. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#saving;
    await this.#saveAll();
  }

  #read(text: string, { name, persistence }: Service<unknown>): unknown {
    const envelope = this.#parse(text, name);
    if (envelope.format !== format || envelope.version !== persistence!.version)
      throw this.#refusal(name, 'another version of the local AWS wrote it');
    const { region, account } = this.#world;
    if (envelope.region !== region || envelope.account !== account) {
      const own = `--region ${envelope.region} --account ${envelope.account}`;
      throw this.#refusal(name, `it belongs to ${own}`);
    }
    return decode(envelope.snapshot);
  }

  #parse(text: string, name: string): Envelope {
    try {
      const json = JSON.parse(text) as Envelope | null;
      if (json?.service === name) return json;
    } catch (error) {
      throw this.#refusal(name, `it is not whole (${messageOf(error)})`, error);
    }
    throw this.#refusal(name, `it is not the state of ${name}`);
  }

  async #restore(service: Service<unknown>, snapshot: unknown): Promise<(() => void) | undefined> {
    try {
      return await service.persistence!.restore(this.#world.use(service), snapshot);
    } catch (error) {
      if (error instanceof UserError) throw error;
      throw this.#refusal(service.name, `it does not hold what it should (${messageOf(error)})`, error);
    }
  }

  #refusal(name: string, why: string, cause?: unknown): UserError {
    const file = `${this.#folder.path}/${fileOf(name)}`;
    return new UserError(`${file} cannot be used: ${why}; it is left as it is.`, { cause });
  }

  #saveSoon(): void {
    if (this.#closed) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#saving = this.#saving.then(() => this.#saveAll());
    }, this.#pause);
  }

  async #saveAll(): Promise<void> {
    const began = performance.now();
    // All at one instant, so that no file speaks of what another has not heard of.
    const taken = [...this.#world.states()].flatMap(([service, state]) => this.#take(service, state));
    // A large state must not keep the server busy with taking it. Who waits for the disk is not busy.
    this.#pause = Math.max(shortestPause, 20 * (performance.now() - began));
    for (const { name, text } of taken) await this.#write(name, text);
  }

  #take(service: Service<unknown>, state: unknown): { name: string; text: string }[] {
    const { name, persistence } = service;
    if (!persistence) return [];
    const { region, account } = this.#world;
    try {
      const snapshot = encode(persistence.snapshot(state));
      const envelope: Envelope = {
        format,
        service: name,
        version: persistence.version,
        region,
        account,
        snapshot,
      };
      return [{ name, text: `${JSON.stringify(envelope)}\n` }];
    } catch (error) {
      this.#world.log(`The state of ${name} cannot be kept`, error);
      return [];
    }
  }

  async #write(name: string, text: string): Promise<void> {
    const digest = hash('sha256', text);
    if (this.#digests.get(name) === digest) return;
    try {
      await this.#folder.write(fileOf(name), text);
      this.#digests.set(name, digest);
    } catch (error) {
      this.#world.log(`The state of ${name} could not be written to ${this.#folder.path}`, error);
    }
  }
}

function fileOf(service: string): string {
  return `${service}.json`;
}
