import { rm } from 'node:fs/promises';
import { type Clock, systemClock } from '../../shared/clock.ts';
import { makeScratch } from '../scratch.ts';
import type { Aws, EmittedEvent, Service } from './define.ts';
import { envelopeOf } from './envelope.ts';
import { uuid } from './uuid.ts';

export interface WorldOptions {
  readonly clock?: Clock;
  readonly region?: string;
  readonly account?: string;
  /** A folder that keeps bodies too big for a snapshot; see persistence/keeper.ts. */
  readonly data?: string | undefined;
  readonly log?: (message: string, error?: unknown) => void;
}

/** A local AWS without its server; `listening` tells it where it answers. */
export interface World extends Aws {
  listening(endpoint: string): void;
  /** The services in use and their states. */
  states(): ReadonlyMap<Service<unknown>, unknown>;
  /** Hears that state changed. */
  onChange(listener: () => void): void;
  close(): Promise<void>;
}

/** Makes a local AWS whose services call each other in process. Close it: it owns a scratch folder and processes. */
export async function createWorld(options: WorldOptions = {}): Promise<World> {
  const { clock = systemClock, region = 'us-east-1', account = '123456789012', data } = options;
  const log = options.log ?? ((message, error) => console.error(message, error ?? ''));
  const scratch = await makeScratch('aws');
  const states = new Map<Service<unknown>, unknown>();
  const changeListeners = new Set<() => void>();
  const listeners = new Set<(event: EmittedEvent) => void>();
  const droppers: (() => void)[] = [];
  const closers: (() => void | Promise<void>)[] = [];
  let endpoint = '';

  const world: World = {
    region,
    account,
    clock,
    scratch,
    data,
    log,
    get endpoint() {
      return endpoint;
    },
    use<State>(service: Service<State>): State {
      const key = service as Service<unknown>;
      if (!states.has(key)) states.set(key, service.state(world));
      return states.get(key) as State;
    },
    uuid,
    emit(event) {
      const emitted = envelopeOf(world, event);
      for (const listener of listeners) {
        try {
          listener(emitted);
        } catch (error) {
          // Whoever emits has done its work: a listener's fault is not its own.
          log(`A listener failed on ${event.detailType}`, error);
        }
      }
      world.changed();
      return emitted;
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    changed() {
      for (const listener of changeListeners) listener();
    },
    onChange(listener) {
      changeListeners.add(listener);
    },
    states: () => states,
    onClosing(drop) {
      droppers.push(drop);
    },
    onClose(close) {
      closers.push(close);
    },
    listening(address) {
      endpoint = address;
    },
    async close() {
      for (const close of [...droppers, ...closers.reverse()]) {
        try {
          await close();
        } catch (error) {
          log('A local service did not close cleanly', error);
        }
      }
      // What a request that broke off still writes there makes it not empty once more: it is tried again.
      await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  return world;
}
