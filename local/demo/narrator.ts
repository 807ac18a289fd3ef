/** Tells a story to a terminal: chapters, what happens, what was checked. Times are seconds since the start. */
export interface Narrator {
  chapter(title: string): void;
  /** What somebody does or says. */
  say(line: string): void;
  /** Something that was looked at and holds. */
  saw(line: string): void;
  /** What somebody else printed, indented. */
  quote(lines: readonly string[]): void;
  end(): void;
  fail(why: string): void;
}

export function narrator(out: NodeJS.WritableStream & { isTTY?: boolean }): Narrator {
  const start = performance.now();
  const paint = (code: number, text: string) => (out.isTTY ? `\x1b[${code}m${text}\x1b[0m` : text);
  const seconds = () => `${((performance.now() - start) / 1000).toFixed(1)} s`;
  const line = (text: string) => out.write(`${text}\n`);
  let chapters = 0;
  let seen = 0;
  return {
    chapter(title) {
      chapters++;
      line(`\n${paint(1, `${chapters}. ${title}`)} ${paint(2, seconds())}`);
    },
    say: (text) => line(`   ${text}`),
    saw(text) {
      seen++;
      line(`   ${paint(32, '✓')} ${text}`);
    },
    quote(lines) {
      for (const text of lines) line(paint(2, `     │ ${text}`));
    },
    end: () => line(`\n${paint(32, `All ${seen} checks held`)} in ${seconds()}.`),
    fail: (why) => line(`\n${paint(31, '✗')} ${why}\n\nStopped after ${seen} checks and ${seconds()}.`),
  };
}
