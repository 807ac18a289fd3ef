import { sentence } from '../shared/render/view.ts';
import type { Modal, Ports } from './ports.ts';

/** One modal in front of one person. */
export interface Window {
  /** Opens it with a word of patience, while it is still possible: https://docs.slack.dev/surfaces/modals#trigger-id */
  hold(title: string): void;
  /** Shows this in it; false where it cannot be opened any more, or was closed meanwhile. */
  open(modal: Modal): Promise<boolean>;
  /** Shows this in it if it was opened at all. */
  replace(modal: Modal): Promise<void>;
}

export function openOnce(triggerId: string | undefined, { slack }: Pick<Ports, 'slack'>): Window {
  let opened: Promise<string | undefined> | undefined;

  function openFirst(modal: Modal): Promise<string | undefined> {
    return triggerId === undefined ? Promise.resolve(undefined) : slack.openModal({ triggerId, ...modal });
  }

  async function open(modal: Modal): Promise<boolean> {
    if (!opened) {
      opened = openFirst(modal);
      return (await opened) !== undefined;
    }
    const id = await opened;
    return id !== undefined && (await slack.updateModal({ id, ...modal })) === 'updated';
  }

  return {
    hold(title) {
      opened ??= openFirst({ title, view: sentence('Looking at what this would do…') });
      // Who shows the rest in it is told.
      opened.catch(() => {});
    },
    open,
    async replace(modal) {
      if (opened) await open(modal);
    },
  };
}
