import type {
  Deployments,
  LogReader,
  Pipelines,
  ReasonFinder,
  SecretStore,
  Stages,
} from '../shared/aws/ports.ts';
import type { Clock } from '../shared/clock.ts';
import type { Log } from '../shared/log.ts';
import type { ProgressFinder } from '../shared/providers/find.ts';
import type { View } from '../shared/render/view.ts';
import type { Policy } from './policy/policy.ts';
import type { Form } from './render/views.ts';
import type { Store } from './store/store.ts';

/** The narrow doors to the outside, passed in, never fetched from a global. */
export interface Ports {
  readonly clock: Clock;
  readonly log: Log;
  readonly store: Store;
  readonly pipelines: Pipelines;
  readonly stages: Stages;
  readonly deployments: Deployments;
  readonly reasonOf: ReasonFinder;
  readonly logsOf: LogReader;
  /** Undefined for an action that cannot be followed. */
  readonly progressOf: ProgressFinder;
  readonly secrets: SecretStore;
  readonly slack: SlackPort;
  readonly github: GitHubPort;
  /** The policy in force now. */
  readonly policy: () => Policy;
}

export interface SlackPort {
  /**
   * Posts and returns the message's `ts`, which is its id in that channel. What is `patient` waits until nothing else
   * is to be sent there.
   */
  post(message: {
    channel: string;
    thread?: string;
    view: View;
    key: string;
    patient?: boolean;
  }): Promise<string>;
  /** `gone` where there is no such message any more. */
  update(message: {
    channel: string;
    ts: string;
    view: View;
    patient?: boolean;
  }): Promise<'updated' | 'gone'>;
  /**
   * The newest message of ours that was posted with this key, as far as Slack still lists it. A user's id in place
   * of a channel's means the conversation with them.
   */
  find(message: { channel: string; thread?: string; key: string }): Promise<string | undefined>;
  /** Seen by `user` alone. */
  whisper(message: { channel: string; user: string; thread?: string; view: View }): Promise<void>;
  /** Answers a slash command or a button by its response URL, unless that is used up or too old. */
  respond(message: Response): Promise<'sent' | 'expired'>;
  /** Opens it in front of who pressed or typed; its id, or undefined where that was too long ago. */
  openModal(modal: { triggerId: string } & Modal): Promise<string | undefined>;
  /** Puts another in its place; `gone` where it was closed. */
  updateModal(modal: { id: string } & Modal): Promise<'updated' | 'gone'>;
  /** Shows somebody their Home tab of the App. */
  publishHome(home: { user: string; view: View }): Promise<void>;
  /** The user ids in a user group. */
  groupMembers(group: string): Promise<string[]>;
  /** The address that Slack has confirmed as the user's; undefined where there is none or we may not know. */
  emailOf(user: string): Promise<string | undefined>;
  /** The user of this workspace with that confirmed address. */
  userOf(email: string): Promise<string | undefined>;
}

/** A view in a window of its own; with a form it asks something. */
export interface Modal {
  readonly title: string;
  readonly view: View;
  readonly form?: Form;
}

interface Response {
  readonly responseUrl: string;
  readonly view: View;
  readonly to: 'asker' | 'everyone';
  /** What `find` knows it by. */
  readonly key: string;
}

export type CommitState = 'pending' | 'success' | 'failure' | 'error';
export type DeploymentState = 'in_progress' | 'success' | 'failure' | 'error' | 'inactive';

/** What a run leaves at its commit. Descriptions have at most 140 characters. */
export interface GitHubMarks {
  setStatus(status: {
    repository: string;
    commit: string;
    context: string;
    state: CommitState;
    description: string;
    url: string;
  }): Promise<void>;
  /** The deployment whose payload names the run, whoever made it. */
  findDeployment(at: {
    repository: string;
    commit: string;
    environment: string;
    run: string;
  }): Promise<number | undefined>;
  createDeployment(deployment: {
    repository: string;
    commit: string;
    environment: string;
    pipeline: string;
    run: string;
    pullRequest?: number | undefined;
  }): Promise<number>;
  setDeploymentStatus(status: {
    repository: string;
    deployment: number;
    state: DeploymentState;
    description: string;
    url: string;
  }): Promise<void>;
}

export interface GitHubPort extends GitHubReads, GitHubMarks {
  comment(at: { repository: string; number: number; body: View; marker: string }): Promise<number>;
  /** `gone` where there is no such comment any more. */
  editComment(at: {
    repository: string;
    comment: number;
    body: View;
    marker: string;
  }): Promise<'updated' | 'gone'>;
  /** The comment on that pull request that carries the marker, ours only. */
  findComment(at: { repository: string; number: number; marker: string }): Promise<number | undefined>;
  /** Deletes what the Action has written under the marker: it had looked before we wrote. */
  dropTwins(at: { repository: string; number: number; marker: string }): Promise<void>;
  react(at: { repository: string; comment: number; reaction: 'eyes' | 'rocket' | '-1' }): Promise<void>;
  /** https://docs.github.com/en/rest/collaborators/collaborators#get-repository-permissions-for-a-user */
  permission(at: { repository: string; user: string }): Promise<'none' | 'read' | 'write' | 'admin'>;
  /** Whether the user is an active member of the team, by slug. */
  isTeamMember(at: { org: string; team: string; user: string }): Promise<boolean>;
  /** The pull requests that brought a commit in, newest first. */
  pullRequestsOf(at: { repository: string; commit: string }): Promise<number[]>;
}

/** What is asked of GitHub about code; undefined where it is not there. */
export interface GitHubReads {
  /** What `head` has that `base` has not. */
  compare(at: { repository: string; base: string; head: string }): Promise<Comparison | undefined>;
  /** A branch, tag or commit as a commit. */
  commit(at: { repository: string; ref: string }): Promise<Commit | undefined>;
  pullRequest(at: { repository: string; number: number }): Promise<PullRequest | undefined>;
  /** A text file as it is on the default branch. */
  file(at: { repository: string; path: string }): Promise<string | undefined>;
  /** What a comment says now. */
  commentText(at: { repository: string; comment: number }): Promise<string | undefined>;
  /** The address that the user shows to everybody; GitHub lets them show verified ones only. */
  emailOf(at: { repository: string; user: string }): Promise<string | undefined>;
  /** The one user who shows that address. */
  loginOf(at: { repository: string; email: string }): Promise<string | undefined>;
  /**
   * What the checks of a commit come to; `none` where it has none. Those of the workflow run at `except` do not count,
   * nor the statuses that we set.
   */
  checks(at: {
    repository: string;
    commit: string;
    except?: string | undefined;
  }): Promise<'green' | 'running' | 'red' | 'none'>;
}

export interface Commit {
  readonly sha: string;
  /** The first line. */
  readonly message: string;
  /** The login, where GitHub knows whose address it is. */
  readonly author?: string;
  /** The author's address as the commit says it, which anybody may write. */
  readonly email?: string;
}

export interface Comparison {
  /** Oldest first, at most 250. */
  readonly commits: readonly Commit[];
  /** All of them, also those beyond 250. */
  readonly total: number;
  /** At most 300. */
  readonly files: readonly string[];
  readonly url?: string;
}

export interface PullRequest {
  readonly head: string;
  readonly author: string;
  readonly open: boolean;
}
