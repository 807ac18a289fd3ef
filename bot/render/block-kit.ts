import type { ActionsBlock, KnownBlock, SectionBlock, Button as SlackButton } from '@slack/types';
import type { Block, Button, Line, View } from '../../shared/render/view.ts';
import { mrkdwn, plainText, preformatted } from './mrkdwn.ts';

/** Slack's limits: https://docs.slack.dev/reference/block-kit/blocks */
const limits = {
  messageBlocks: 50,
  section: 3000,
  fields: 10,
  field: 2000,
  header: 150,
  buttons: 25,
  label: 75,
  value: 2000,
  confirmText: 300,
} as const;

// Slack refuses blocks that are too long in all (`msg_blocks_too_long`) without saying how long that is;
// it was seen from 13,172 characters on: https://github.com/slackapi/bolt-js/issues/2509
const longestMessage = 12_000;

/** How much a surface holds. */
interface Room {
  readonly blocks: number;
  /** Of all blocks. */
  readonly size: number;
  /** How much of it a block takes, by its JSON. */
  sizeOf(json: string): number;
}

/** What `chat.postMessage` and response URLs take. `text` is the notification. */
export interface SlackMessage {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/** `key` becomes the id of the first block: at most 255 characters. */
export function toMessage(view: View, key?: string): SlackMessage {
  const room = { blocks: limits.messageBlocks, size: longestMessage, sizeOf: (json: string) => json.length };
  const [first, ...rest] = toBlocks(view, room);
  const blocks = first ? [key === undefined ? first : { ...first, block_id: key }, ...rest] : [];
  return { text: mrkdwn(view.summary, limits.section) || '…', blocks };
}

/** How the `action_id` of a button begins that shows a secret's value; its value is the secret's name. */
export const revealAction = 'reveal-secret-';
/** How that of every other button begins; its value is the command. */
export const commandAction = 'deploy-';
const revealCommand = 'secret reveal ';
/** The `action_id` of the button that brings the Home tab up to date, and its command. */
export const refreshAction = 'refresh-home';

/** A view's blocks, as many as there is room for. */
export function toBlocks(view: View, room: Room): KnownBlock[] {
  const blocks = view.blocks.flatMap((block, index) => blocksOf(block, index));
  if (blocks.length === 0) return [section(mrkdwn(view.summary, limits.section) || '…')];
  return fitInto(blocks, room);
}

function blocksOf(block: Block, index: number): KnownBlock[] {
  switch (block.kind) {
    case 'heading': {
      const text = plainText(block.text, limits.header).trim();
      return text ? [{ type: 'header', text: { type: 'plain_text', text } }] : [];
    }
    case 'text':
      return sections([block.text], (line, room) => mrkdwn(line, room));
    case 'list':
      return sections(block.items, (line, room) => `• ${mrkdwn(line, room - 2)}`);
    case 'facts':
      return chunks(block.facts, limits.fields).map(fields);
    case 'table':
      // Lines that begin with a name need no column titles.
      return sections(block.rows, rowOf);
    case 'code':
      return block.lines.length > 0 ? [section(preformatted(block.lines, limits.section))] : [];
    case 'note': {
      const text = mrkdwn(block.text, limits.section);
      return text.trim() ? [context(text)] : [];
    }
    case 'buttons':
      return actions(block.buttons, index);
  }
}

/** Lines in as few sections as hold them. */
function sections<Item>(
  items: readonly Item[],
  render: (item: Item, room: number) => string,
): SectionBlock[] {
  const texts: string[] = [];
  for (const item of items) {
    const line = render(item, limits.section);
    if (line.trim() === '') continue;
    const last = texts.at(-1);
    if (last !== undefined && last.length + 1 + line.length <= limits.section) {
      texts[texts.length - 1] = `${last}\n${line}`;
    } else texts.push(line);
  }
  return texts.map(section);
}

/** The first cell strong, as a line's name, and the others after it: a phone shows that better than columns. */
function rowOf(cells: readonly Line[], room: number): string {
  const parts = cells.flatMap((cell, index) => {
    const line = typeof cell === 'string' && index === 0 && cell.trim() ? [{ strong: cell }] : cell;
    return line.length === 0 ? [] : [typeof line === 'string' ? [line] : line];
  });
  return mrkdwn(
    parts.flatMap((part, index) => (index === 0 ? part : [' · ', ...part])),
    room,
  );
}

function fields(facts: readonly (readonly [string, Line])[]): SectionBlock {
  return {
    type: 'section',
    fields: facts.map(([name, value]) => {
      const label = mrkdwn([{ strong: plainText(name, 100) }], 1000);
      return markup(`${label}\n${mrkdwn(value, limits.field - label.length - 1) || '–'}`);
    }),
  };
}

/** A button whose command is too long to carry is left out: cut, it would be another command. */
function actions(buttons: readonly Button[], index: number): ActionsBlock[] {
  const whole = buttons.map(toButton).filter((button) => button !== undefined);
  return chunks(whole, limits.buttons).map((chunk, part) => ({
    type: 'actions',
    block_id: `buttons-${index}-${part}`,
    elements: chunk,
  }));
}

function toButton({ label, command, style, confirm }: Button, index: number): SlackButton | undefined {
  const isReveal = command.startsWith(revealCommand);
  const value = isReveal ? command.slice(revealCommand.length) : command;
  const kind = isReveal ? revealAction : commandAction;
  const text = plainText(label, limits.label).trim();
  if (text === '' || value === '' || value.length > limits.value) return undefined;
  return {
    type: 'button',
    action_id: command === refreshAction ? refreshAction : `${kind}${index}`,
    value,
    text: { type: 'plain_text', text },
    ...(style && { style }),
    ...(confirm && {
      confirm: {
        title: { type: 'plain_text', text: 'Are you sure?' },
        text: { type: 'plain_text', text: plainText(confirm, limits.confirmText).trim() || '…' },
        confirm: { type: 'plain_text', text: 'Yes' },
        deny: { type: 'plain_text', text: 'No' },
        ...(style && { style }),
      },
    }),
  };
}

/** As many blocks as Slack takes, the buttons before the rest, with a note of how many are missing. */
function fitInto(blocks: readonly KnownBlock[], space: Room): KnownBlock[] {
  const lengths = new Map(blocks.map((block) => [block, space.sizeOf(JSON.stringify(block))]));
  const total = [...lengths.values()].reduce((sum, length) => sum + length, 0);
  if (blocks.length <= space.blocks && total <= space.size) return [...blocks];
  const kept = new Set<KnownBlock>();
  let room = space.size;
  const isButtons = (block: KnownBlock) => block.type === 'actions';
  for (const block of [...blocks.filter(isButtons), ...blocks.filter((block) => !isButtons(block))]) {
    const length = lengths.get(block) ?? 0;
    if (kept.size === space.blocks - 1 || length > room) break;
    kept.add(block);
    room -= length;
  }
  const missing = blocks.length - kept.size;
  const note = context(`… ${missing} more ${missing === 1 ? 'part' : 'parts'} of this left out`);
  return [...blocks.filter((block) => kept.has(block)), note];
}

function section(text: string): SectionBlock {
  return { type: 'section', text: markup(text) };
}

function context(text: string): KnownBlock {
  return { type: 'context', elements: [markup(text)] };
}

// `verbatim`: words that look like an address, a channel or a name stay words.
function markup(text: string) {
  return { type: 'mrkdwn' as const, text, verbatim: true };
}

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  const result: Item[][] = [];
  for (let start = 0; start < items.length; start += size) result.push(items.slice(start, start + size));
  return result;
}
