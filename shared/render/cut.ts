import type { Block } from './view.ts';

type Cuttable = Extract<Block, { kind: 'code' | 'list' | 'table' | 'facts' }>;

/**
 * Renders blocks into at most `limit` characters. The longest of the blocks that can be cut loses half, again
 * and again: a log its beginning, a list, a table or facts their end. If that is not enough, the last blocks go.
 */
export function cutToFit(
  blocks: readonly Block[],
  { limit, render }: { limit: number; render: (blocks: readonly Block[]) => string },
): string {
  let kept = [...blocks];
  for (let text = render(kept); ; text = render(kept)) {
    if (text.length <= limit) return text;
    const cuttable = kept.filter(isCuttable).filter((block) => sizeOf(block) > 1);
    if (cuttable.length > 0) {
      const longest = cuttable.reduce((a, b) => (render([b]).length > render([a]).length ? b : a));
      kept = kept.map((block) => (block === longest ? halve(longest) : block));
    } else if (kept.length > 1) kept = kept.slice(0, -1);
    else return text.slice(0, limit);
  }
}

function isCuttable(block: Block): block is Cuttable {
  return ['code', 'list', 'table', 'facts'].includes(block.kind);
}

function sizeOf(block: Cuttable): number {
  return partsOf(block).length;
}

function partsOf(block: Cuttable): readonly unknown[] {
  if (block.kind === 'code') return block.lines;
  if (block.kind === 'list') return block.items;
  return block.kind === 'table' ? block.rows : block.facts;
}

function halve(block: Cuttable): Block {
  const half = Math.floor(sizeOf(block) / 2);
  const first = <Part>(parts: readonly Part[], more: Part) =>
    half > 1 ? [...parts.slice(0, half - 1), more] : parts.slice(0, 1);
  switch (block.kind) {
    case 'code':
      // The end of a log says why.
      return { ...block, lines: half > 1 ? ['…', ...block.lines.slice(1 - half)] : block.lines.slice(-1) };
    case 'list':
      return { ...block, items: first(block.items, '…') };
    case 'table':
      return { ...block, rows: first(block.rows, ['…']) };
    case 'facts':
      return { ...block, facts: first(block.facts, ['…', '']) };
  }
}
