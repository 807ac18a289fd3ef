/** Where words came from, and with that where the answer goes. */
export type Origin =
  | {
      readonly kind: 'slack';
      /** The workspace (team) id. */
      readonly team: string;
      readonly channel: string;
      readonly user: string;
      /** The thread's root, when typed in or pressed under one. */
      readonly thread?: string;
      /** Good for five answers in 30 minutes: https://docs.slack.dev/interactivity/handling-user-interaction */
      readonly responseUrl?: string;
    }
  | {
      readonly kind: 'github';
      /** `owner/name`. */
      readonly repository: string;
      readonly number: number;
      readonly comment: number;
      readonly user: string;
      readonly installation: number;
    };

/** Somebody asked for something: the same shape from Slack and from a pull request. */
export interface Request {
  /** Unique and the same when delivered twice. */
  readonly id: string;
  readonly origin: Origin;
  /** The words after `/deploy`. */
  readonly text: string;
  /** When they were written; epoch milliseconds. */
  readonly at: number;
  /** What the asker was shown and has confirmed: this is done, and the words are for the audit log. */
  readonly confirmed?: Confirmed;
}

export interface Confirmed {
  /** The command's name. */
  readonly command: string;
  /** As they were bound when it was shown, with what was entered since. */
  readonly args: Readonly<Record<string, unknown>>;
  /** Of what it would have done then: see `Plan`. */
  readonly mark: string;
  /** What was shown of it, by name. */
  readonly facts: readonly (readonly [name: string, value: string])[];
}

/** How the person is named to others: `<@U123>` stays a Slack id, a GitHub login stays a login. */
export function nameOf(origin: Origin): string {
  return origin.kind === 'slack' ? `slack:${origin.user}` : `github:${origin.user}`;
}

/** Where it was said: a channel's id, or `owner/name#7`. */
export function originPlace(origin: Origin): string {
  return origin.kind === 'slack' ? origin.channel : `${origin.repository}#${origin.number}`;
}
