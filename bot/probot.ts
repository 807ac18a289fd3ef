import { pino } from 'pino';
import { Probot, ProbotOctokit } from 'probot';
import type { Secret } from '../shared/secrets/secret.ts';
import { fetchFromGitHub } from './github-fetch.ts';

export interface GitHubSettings {
  readonly appId: number;
  readonly privateKey: Secret;
  readonly webhookSecret: Secret;
  /** The REST API's address; github.com's without it. */
  readonly apiUrl?: string | undefined;
}

/** The App's own client. Like Slack's, it repeats nothing that changes something: the deliverer does. */
export function createProbot(settings: GitHubSettings): Probot {
  return new Probot({
    appId: settings.appId,
    privateKey: settings.privateKey.reveal(),
    secret: settings.webhookSecret.reveal(),
    ...(settings.apiUrl && { baseUrl: settings.apiUrl }),
    // As a function these come last; as an object Probot's own defaults would be put over them.
    Octokit: ProbotOctokit.defaults((options: object) => ({
      ...options,
      throttle: { enabled: false },
      retry: { enabled: false },
    })),
    request: { fetch: fetchFromGitHub },
    // Errors come back to us as rejections, and Probot's log would hold whole payloads.
    log: pino({ level: 'silent' }),
  });
}
