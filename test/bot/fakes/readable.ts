import { type Block, type Line, plain, type View } from '../../../shared/render/view.ts';

/** What somebody could read: where it stands, who sees it, and its text. */
export interface Heard {
  /** `C0DEPLOYS`, `C0DEPLOYS for U0ADA`, `acme/shop#7`. */
  readonly where: string;
  text: string;
}

export function readable(view: View): string {
  return view.blocks.flatMap(linesOf).join('\n');
}

function linesOf(block: Block): string[] {
  const text = (line: Line) => plain(line);
  if (block.kind === 'heading') return [block.text];
  if (block.kind === 'text' || block.kind === 'note') return [text(block.text)];
  if (block.kind === 'list') return block.items.map(text);
  if (block.kind === 'facts') return block.facts.map(([name, value]) => `${name}: ${text(value)}`);
  if (block.kind === 'table') return block.rows.map((row) => row.map(text).join(' | '));
  if (block.kind === 'code') return [...block.lines];
  return block.buttons.map(({ label, command }) => `[${label}: ${command}]`);
}
