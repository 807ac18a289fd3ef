import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);

// shared/errors.ts
var UserError = class extends Error {
  place;
  constructor(message, options = {}) {
    super(message, { cause: options.cause });
    this.name = "UserError";
    this.place = options.place;
  }
  /** `file:line:column: message` where there is a place, else the message. */
  toString() {
    const { place } = this;
    return place ? `${place.file}:${place.line}:${place.column}: ${this.message}` : this.message;
  }
};
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}

export {
  UserError,
  messageOf
};
