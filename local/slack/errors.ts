/** An error as the Web API says it: HTTP 200 with `{ok: false, error}`, and what is wrong in particular. */
export class SlackError extends Error {
  readonly messages: readonly string[];

  constructor(error: string, messages: readonly string[] = []) {
    super(error);
    this.messages = messages;
  }
}
