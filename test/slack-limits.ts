import type { KnownBlock } from '@slack/types';

/**
 * What Slack would refuse a message or a modal for, one sentence each; none for a good one.
 * https://docs.slack.dev/reference/block-kit
 */
export function slackFaults(blocks: readonly KnownBlock[], surface: 'message' | 'modal'): string[] {
  const faults: string[] = [];
  const expect = (holds: boolean, fault: string) => {
    if (!holds) faults.push(fault);
  };
  const length = (text: string | undefined, limit: number, what: string) => {
    expect((text?.length ?? 0) >= 1, `${what} is empty`);
    expect((text?.length ?? 0) <= limit, `${what} has ${text?.length} characters of ${limit}`);
  };

  expect(blocks.length >= 1, 'there are no blocks');
  expect(blocks.length <= (surface === 'message' ? 50 : 100), `there are ${blocks.length} blocks`);
  expect(JSON.stringify(blocks).length <= 13_000, 'the blocks are too long in all');
  const ids = blocks.flatMap(({ block_id }) => block_id ?? []);
  expect(new Set(ids).size === ids.length, 'two blocks have one block_id');

  for (const block of blocks) {
    length(block.block_id ?? 'none', 255, 'block_id');
    switch (block.type) {
      case 'header':
        expect(block.text.type === 'plain_text', 'a header has markup');
        length(block.text.text, 150, 'header');
        break;
      case 'section':
        expect(Boolean(block.text) !== Boolean(block.fields), 'a section has not one of text and fields');
        if (block.text) length(block.text.text, 3000, 'section');
        if (block.fields) {
          expect(block.fields.length >= 1 && block.fields.length <= 10, `${block.fields.length} fields`);
          for (const field of block.fields) length(field.text, 2000, 'field');
        }
        break;
      case 'context':
        expect(block.elements.length >= 1 && block.elements.length <= 10, 'elements of a context');
        for (const element of block.elements) if ('text' in element) length(element.text, 3000, 'context');
        break;
      case 'actions': {
        expect(block.elements.length >= 1 && block.elements.length <= 25, `${block.elements.length} buttons`);
        const actions = block.elements.map((element) =>
          'action_id' in element ? element.action_id : undefined,
        );
        expect(new Set(actions).size === actions.length, 'two buttons of a block have one action_id');
        for (const element of block.elements) {
          if (element.type !== 'button') {
            faults.push(`${element.type} in the actions`);
            continue;
          }
          length(element.action_id, 255, 'action_id');
          length(element.text.text, 75, 'label');
          length(element.value, 2000, 'value');
          if (!element.confirm) continue;
          length(element.confirm.title?.text, 100, 'confirm title');
          length(element.confirm.text.text, 300, 'confirm text');
          length(element.confirm.confirm?.text, 30, 'confirm yes');
          length(element.confirm.deny?.text, 30, 'confirm no');
        }
        break;
      }
      default:
        faults.push(`a block ${block.type}`);
    }
  }
  return faults;
}

/** Everything in the blocks that Slack reads as mrkdwn. */
export function markupIn(blocks: readonly KnownBlock[]): string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) {
      const { type, text } = value as { type?: unknown; text?: unknown };
      if (type === 'mrkdwn' && typeof text === 'string') found.push(text);
      Object.values(value).forEach(visit);
    }
  };
  visit(blocks);
  return found;
}
