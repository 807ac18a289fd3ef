const mask = '***';

/** How much of a build's output is kept, in characters: a build that prints without end fills no memory. */
const outputLimit = 16 * 1024 * 1024;
const longestLine = 64 * 1024;

/**
 * Turns what commands print into log lines, with secrets masked. A secret of several lines is masked line by
 * line, since that is how it is printed.
 */
export class Output {
  readonly #write: (lines: readonly string[]) => void;
  #secrets: readonly string[] = [];
  #partial = '';
  #kept = 0;
  #isFull = false;
  #recent: string[] = [];

  constructor(write: (lines: readonly string[]) => void) {
    this.#write = write;
  }

  /** Longest first, so that a secret which holds another is masked as a whole. */
  hide(values: readonly string[]): void {
    const lines = [...this.#secrets, ...values.flatMap((value) => [value, ...value.split(/\r?\n/)])];
    this.#secrets = [...new Set(lines)]
      .filter((line) => line.trim() !== '')
      .sort((a, b) => b.length - a.length);
  }

  masked(text: string): string {
    return this.#secrets.reduce((shown, secret) => shown.replaceAll(secret, mask), text);
  }

  print(text: string): void {
    const lines = (this.#partial + text).split('\n');
    this.#partial = lines.pop() ?? '';
    while (this.#partial.length > longestLine) {
      lines.push(this.#partial.slice(0, longestLine));
      this.#partial = this.#partial.slice(longestLine);
    }
    this.#lines(lines);
  }

  /** Ends a line that a command left open. */
  flush(): void {
    if (this.#partial === '') return;
    this.#lines([this.#partial]);
    this.#partial = '';
  }

  /** A line of the runner's own, such as `[Container] … Running command npm test`; always kept. */
  note(line: string): void {
    this.flush();
    this.#write([this.masked(line)]);
  }

  /** The last lines that commands printed since the last call, masked. */
  takeRecent(): string {
    const recent = this.#recent.join('\n');
    this.#recent = [];
    return recent;
  }

  #lines(lines: readonly string[]): void {
    if (lines.length === 0) return;
    const shown = lines.map((line) => this.masked(line.replace(/\r$/, '')));
    this.#recent = [...this.#recent, ...shown.slice(-50)].slice(-50);
    if (this.#isFull) return;
    this.#kept += shown.reduce((sum, line) => sum + line.length + 1, 0);
    this.#write(shown);
    if (this.#kept <= outputLimit) return;
    this.#isFull = true;
    this.#write([
      `The build printed more than ${outputLimit / 1024 / 1024} MiB: the rest of its output is left out.`,
    ]);
  }
}
