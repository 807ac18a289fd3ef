import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import type { View } from '../../shared/render/view.ts';
import { toBlocks } from './block-kit.ts';
import { plainText } from './mrkdwn.ts';

/** What makes a modal a question: it is answered with a button, and perhaps with words. */
export interface Form {
  /** On the button. */
  readonly submit: string;
  /** By which the answer is known: at most 255 characters. */
  readonly callback: string;
  /** Comes back with the answer: at most `longestMetadata` characters. */
  readonly metadata: string;
  readonly input?: Input | undefined;
}

interface Input {
  readonly label: string;
  /** What stands there at first. */
  readonly value?: string | undefined;
  readonly optional: boolean;
  /** In characters; Slack takes at most 3,000. */
  readonly longest: number;
}

/** https://docs.slack.dev/reference/views/modal-views */
export const longestMetadata = 3_000;
/** The ids of the input and of its block. */
export const inputId = 'words';

const limits = { title: 24, label: 2_000 } as const;

/** A view has at most 250 kB: https://docs.slack.dev/reference/methods/views.publish#errors */
const room = { blocks: 100, size: 240_000, sizeOf: (json: string) => Buffer.byteLength(json) };

export function toModal(title: string, view: View, form?: Form): ModalView & { blocks: KnownBlock[] } {
  const input = form?.input ? [inputBlock(form.input)] : [];
  return {
    type: 'modal',
    title: text(title),
    close: text(form ? 'Cancel' : 'Close'),
    ...(form && {
      submit: text(form.submit),
      callback_id: form.callback,
      private_metadata: form.metadata,
    }),
    blocks: [...toBlocks(view, { ...room, blocks: room.blocks - input.length }), ...input],
  };
}

export function toHome(view: View): HomeView & { blocks: KnownBlock[] } {
  return { type: 'home', blocks: toBlocks(view, room) };
}

function text(words: string) {
  return { type: 'plain_text' as const, text: plainText(words, limits.title).trim() || '…' };
}

function inputBlock({ label, value, optional, longest }: Input): KnownBlock {
  return {
    type: 'input',
    block_id: inputId,
    label: { type: 'plain_text', text: plainText(label, limits.label) },
    optional,
    element: {
      type: 'plain_text_input',
      action_id: inputId,
      multiline: true,
      max_length: longest,
      ...(value && { initial_value: value.slice(0, longest) }),
    },
  };
}
