/** A place in a file, 1-based, as editors and GitHub annotations count. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Something the user can mend. The message is one sentence that says what is wrong and, where it is not
 * obvious, what to do; it is shown as it is. Everything else thrown is a fault of ours: it is logged with
 * its cause and answered with an apology and an id.
 */
export class UserError extends Error {
  readonly place: Place | undefined;

  constructor(message: string, options: { place?: Place; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = 'UserError';
    this.place = options.place;
  }

  /** `file:line:column: message` where there is a place, else the message. */
  override toString(): string {
    const { place } = this;
    return place ? `${place.file}:${place.line}:${place.column}: ${this.message}` : this.message;
  }
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What lies behind all its causes, such as a name that is not known. */
export function rootOf(error: unknown): unknown {
  return error instanceof Error && error.cause instanceof Error ? rootOf(error.cause) : error;
}
