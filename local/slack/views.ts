import { randomUUID } from 'node:crypto';
import { SlackError } from './errors.ts';

/** A view's own members, as the app gave them. */
export type ViewContent = Readonly<Record<string, unknown>>;

/** A modal that is open in front of one person, or their Home tab of the app. */
export interface ShownView {
  readonly id: string;
  readonly user: string;
  readonly title: string;
  readonly view: ViewContent;
  /** Different after each change. */
  readonly hash: string;
}

// https://docs.slack.dev/surfaces/modals#updating_views
const mostOnTop = 3;

/** The modals and Home tabs of a workspace. */
export class Views {
  /** Of each person the newest is on top. */
  readonly modals: ShownView[] = [];
  /** By user. */
  readonly homes = new Map<string, ShownView>();
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** In front of what is open already, as in another of somebody's clients. */
  open(user: string, view: ViewContent): ShownView {
    return this.#add(user, view);
  }

  push(user: string, view: ViewContent): ShownView {
    const open = this.modals.filter((modal) => modal.user === user).length;
    if (open === 0) throw new SlackError('not_found');
    if (open >= mostOnTop) throw new SlackError('push_limit_reached');
    return this.#add(user, view);
  }

  update(found: { id?: string; externalId?: string; hash?: string }, view: ViewContent): ShownView {
    const index = this.modals.findIndex((modal) =>
      found.id ? modal.id === found.id : modal.view.external_id === found.externalId,
    );
    const before = this.modals[index];
    if (!before) throw new SlackError('not_found');
    if (found.hash && found.hash !== before.hash) throw new SlackError('hash_conflict');
    const after = { ...before, title: titleOf(view), view, hash: newHash() };
    this.modals[index] = after;
    this.#changed();
    return after;
  }

  publish({ user, hash }: { user: string; hash?: string }, view: ViewContent): ShownView {
    const before = this.homes.get(user);
    if (hash && before && hash !== before.hash) throw new SlackError('hash_conflict');
    const home = { id: before?.id ?? newId(), user, title: 'Home', view, hash: newHash() };
    this.homes.set(user, home);
    this.#changed();
    return home;
  }

  /** The modal in front of somebody. */
  top(user: string): ShownView | undefined {
    return this.modals.findLast((modal) => modal.user === user);
  }

  find(id: string): ShownView | undefined {
    return [...this.modals, ...this.homes.values()].find((each) => each.id === id);
  }

  close(id: string): void {
    this.#drop((modal) => modal.id === id);
    this.#changed();
  }

  /** All of somebody's. */
  clear(user: string): void {
    this.#drop((modal) => modal.user === user);
    this.#changed();
  }

  #add(user: string, view: ViewContent): ShownView {
    const modal = { id: newId(), user, title: titleOf(view), view, hash: newHash() };
    this.modals.push(modal);
    this.#changed();
    return modal;
  }

  #drop(isGone: (modal: ShownView) => boolean): void {
    this.modals.splice(0, this.modals.length, ...this.modals.filter((modal) => !isGone(modal)));
  }
}

function titleOf(view: ViewContent): string {
  return (view.title as { text?: string } | undefined)?.text ?? '';
}

function newId(): string {
  return `V${randomUUID().replaceAll('-', '').slice(0, 10).toUpperCase()}`;
}

function newHash(): string {
  return randomUUID();
}
