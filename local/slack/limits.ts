import { SlackError } from './errors.ts';
import type { Block, Element } from './workspace.ts';

type Surface = 'message' | 'modal' | 'home';

const mostBlocks = { message: 50, modal: 100, home: 100 } as const;
/** Slack does not say; from 13,172 characters on it was seen: https://github.com/slackapi/bolt-js/issues/2509 */
const longestMessage = 13_000;
/** https://docs.slack.dev/reference/methods/views.publish#errors */
const largestView = 250_000;

/** Throws, in Slack's words, what Slack refuses a message for. */
export function checkMessage(blocks: readonly Block[]): void {
  refuse('invalid_blocks', blocks.length === 0 ? [] : messageFaults(blocks));
}

/** What is wrong with a message's blocks, a sentence each. */
export function messageFaults(blocks: readonly Block[]): string[] {
  const tooLong = JSON.stringify(blocks).length > longestMessage;
  return [...(tooLong ? ['the blocks are too long in all'] : []), ...blockFaults(blocks, 'message')];
}

/** The same for a modal or a Home tab. */
export function checkView(view: Readonly<Record<string, unknown>>): void {
  refuse('invalid_arguments', viewFaults(view));
}

function refuse(error: string, faults: readonly string[]): void {
  if (faults.length > 0) throw new SlackError(error, faults);
}

/** What is wrong with a view, a sentence each. https://docs.slack.dev/reference/views/modal-views */
export function viewFaults(view: Readonly<Record<string, unknown>>): string[] {
  const { type, title, submit, close, private_metadata: metadata, callback_id: callback } = view;
  if (type !== 'modal' && type !== 'home') return [`a view is a modal or a home, not ${String(type)}`];
  const blocks = Array.isArray(view.blocks) ? (view.blocks as Block[]) : [];
  const asks = blocks.some((block) => block.type === 'input');
  const texts = [
    ...(type === 'modal' ? [textFault(title, 24, 'title')] : []),
    ...(submit === undefined ? [] : [textFault(submit, 24, 'submit')]),
    ...(close === undefined ? [] : [textFault(close, 24, 'close')]),
  ];
  return [
    ...texts.flatMap((fault) => fault ?? []),
    ...(Buffer.byteLength(JSON.stringify(view)) > largestView ? ['the view is greater than 250kb'] : []),
    ...(String(metadata ?? '').length > 3000 ? ['private_metadata is longer than 3000'] : []),
    ...(String(callback ?? '').length > 255 ? ['callback_id is longer than 255'] : []),
    ...(type === 'modal' && asks && submit === undefined ? ['submit is required with an input'] : []),
    ...blockFaults(blocks, type),
  ];
}

/** What is wrong with blocks, a sentence each; none for good ones. https://docs.slack.dev/reference/block-kit */
function blockFaults(blocks: readonly Block[], surface: Surface): string[] {
  const ids = blocks.flatMap(({ block_id }) => block_id ?? []);
  return [
    ...(blocks.length === 0 ? ['there are no blocks'] : []),
    ...(blocks.length > mostBlocks[surface] ? [`there are ${blocks.length} blocks`] : []),
    ...(new Set(ids).size < ids.length ? ['two blocks have one block_id'] : []),
    ...ids.flatMap((id) => lengthFault(id, 255, 'block_id') ?? []),
    ...blocks.flatMap((block) => faultsOf(block, surface)),
  ];
}

function faultsOf(block: Block, surface: Surface): string[] {
  const check = checks[block.type];
  if (!check) return [`there is no block ${block.type} here`];
  if (block.type === 'input' && surface === 'message') return ['an input in a message'];
  return check(block).flatMap((fault) => fault ?? []);
}

type Faults = readonly (string | undefined)[];

const checks: Readonly<Record<string, (block: Block) => Faults>> = {
  divider: () => [],
  header: ({ text }) => [textFault(text, 150, 'header')],
  section: ({ text, fields, accessory }) => [
    Boolean(text) === Boolean(fields) ? 'a section has not one of text and fields' : undefined,
    ...(text ? [markupFault(text, 3000, 'section')] : []),
    ...(Array.isArray(fields)
      ? [countFault(fields, 10, 'fields'), ...fields.map((field) => markupFault(field, 2000, 'field'))]
      : []),
    ...(accessory ? elementFaults([accessory]) : []),
  ],
  context: ({ elements = [] }) => [
    countFault(elements, 10, 'elements of a context'),
    ...elements.map((element) => markupFault(element, 3000, 'context')),
  ],
  actions: ({ elements = [] }) => [countFault(elements, 25, 'buttons'), ...elementFaults(elements)],
  input: ({ label, element }) => [
    textFault(label, 2000, 'label'),
    inputFault(element as Element | undefined),
  ],
};

function elementFaults(elements: readonly Element[]): Faults {
  const ids = elements.map(({ action_id }) => action_id);
  return [
    new Set(ids).size < ids.length ? 'two buttons of a block have one action_id' : undefined,
    ...elements.flatMap((element) =>
      element.type === 'button' ? buttonFaults(element) : [`a ${element.type} here`],
    ),
  ];
}

function buttonFaults({ action_id, text, value, style, confirm }: Element): Faults {
  const dialog = confirm as Readonly<Record<string, unknown>> | undefined;
  return [
    lengthFault(action_id ?? 'none', 255, 'action_id'),
    textFault(text, 75, 'button'),
    value === undefined ? undefined : lengthFault(value, 2000, 'value'),
    style === undefined || style === 'primary' || style === 'danger'
      ? undefined
      : `the style ${String(style)}`,
    ...(dialog
      ? [
          textFault(dialog.title, 100, 'confirm title'),
          markupFault(dialog.text, 300, 'confirm text'),
          textFault(dialog.confirm, 30, 'confirm yes'),
          textFault(dialog.deny, 30, 'confirm no'),
        ]
      : []),
  ];
}

function inputFault(element: Element | undefined): string | undefined {
  if (element?.type !== 'plain_text_input') return `an input of ${String(element?.type)}`;
  const { max_length: most = 3000, initial_value: initial = '' } = element;
  if (Number(most) < 1 || Number(most) > 3000) return 'max_length is not from 1 to 3000';
  return String(initial).length > Number(most) ? 'initial_value is longer than max_length' : undefined;
}

function countFault(items: readonly unknown[], most: number, what: string): string | undefined {
  return items.length < 1 || items.length > most ? `${items.length} ${what}` : undefined;
}

function textFault(value: unknown, most: number, what: string): string | undefined {
  const { type, text } = (value ?? {}) as { type?: unknown; text?: unknown };
  return type === 'plain_text' ? lengthFault(text, most, what) : `${what} is no plain_text`;
}

function markupFault(value: unknown, most: number, what: string): string | undefined {
  const { type, text } = (value ?? {}) as { type?: unknown; text?: unknown };
  return type === 'mrkdwn' || type === 'plain_text' ? lengthFault(text, most, what) : `${what} is no text`;
}

function lengthFault(value: unknown, most: number, what: string): string | undefined {
  const length = typeof value === 'string' ? value.length : 0;
  if (length < 1) return `${what} is empty`;
  return length > most ? `${what} has ${length} characters of ${most}` : undefined;
}
