/**
 * What people are to read, as a small document that knows no target: Block Kit, Markdown and terminal lines
 * are each rendered from it once. All text in it is plain; escaping is the renderer's business, so nothing
 * that somebody else wrote can become markup, a link or a ping.
 */
export interface View {
  /** One plain sentence: the notification text, and the whole message where blocks cannot be shown. */
  readonly summary: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: Line }
  | { readonly kind: 'list'; readonly items: readonly Line[] }
  /** Names and values, in two columns where the target has them. */
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [name: string, value: Line])[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly Line[])[];
    }
  /** Preformatted lines, such as the end of a log. */
  | { readonly kind: 'code'; readonly lines: readonly string[] }
  /** Small print. */
  | { readonly kind: 'note'; readonly text: Line }
  /** Things to press; where nothing can be pressed, the command that does the same is shown. */
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] };

export interface Button {
  readonly label: string;
  /** The words after `/deploy` that this stands for, such as `approve shop`. */
  readonly command: string;
  /** What is asked for when it is pressed, and has to be added where it is typed: `reason`. */
  readonly asks?: string;
  readonly style?: 'primary' | 'danger';
  /** Asked before it is done. */
  readonly confirm?: string;
}

export type Line = string | readonly Inline[];

export type Inline =
  | string
  | { readonly strong: string }
  | { readonly code: string }
  | { readonly link: string; readonly to: string }
  /** Somebody to mention: a Slack user id or a GitHub login, shown as a mention only on their own platform. */
  | { readonly slack: string }
  | { readonly github: string };

/** A view of one sentence. */
export function sentence(text: Line): View {
  return { summary: plain(text), blocks: [{ kind: 'text', text }] };
}

/** What to type where nothing can be pressed. */
export function typed({ command, asks }: Button): string {
  return `/deploy ${command}${asks ? ` <${asks}>` : ''}`;
}

/** A line without its markup. */
export function plain(line: Line): string {
  if (typeof line === 'string') return line;
  return line
    .map((part) => {
      if (typeof part === 'string') return part;
      if ('strong' in part) return part.strong;
      if ('code' in part) return part.code;
      if ('link' in part) return part.link;
      return `@${'slack' in part ? part.slack : part.github}`;
    })
    .join('');
}
