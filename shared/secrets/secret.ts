import { inspect } from 'node:util';

const mask = '***';

/**
 * A value that nobody reads by accident: printed, logged, serialised, concatenated or inspected it is `***`.
 * `reveal()` is the one way to the value, so that a search for that word finds every place it leaves.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return mask;
  }

  toJSON(): string {
    return mask;
  }

  [Symbol.toPrimitive](): string {
    return mask;
  }

  [inspect.custom](): string {
    return mask;
  }
}
