import { plainLine } from './plain.ts';
import { type Block, type Line, plain, typed, type View } from './view.ts';

/**
 * A view as lines for a terminal or a job's log. No text in it can move the cursor, nor give the runner an
 * order: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function toTerminal(view: View): string[] {
  const blocks = view.blocks.length > 0 ? view.blocks : [{ kind: 'text' as const, text: view.summary }];
  return blocks.flatMap(renderBlock).map(withoutOrders);
}

function renderBlock(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [plainLine(block.text)];
    case 'text':
    case 'note':
      return [text(block.text)];
    case 'list':
      return block.items.map((item) => `  • ${text(item)}`);
    case 'facts':
      return columns(block.facts.map(([name, value]) => [`${plainLine(name)}:`, text(value)]));
    case 'table':
      return columns(block.rows.map((row) => row.map(text)));
    case 'code':
      return block.lines.map((line) => `  │ ${plainLine(line)}`);
    case 'buttons':
      return block.buttons.map((button) => `  ${plainLine(button.label)}: ${plainLine(typed(button))}`);
  }
}

/** Words without markup; a link's address stands after it where the words do not say it. */
function text(line: Line): string {
  if (typeof line === 'string') return plainLine(line);
  return line
    .map((part) => {
      const words = plainLine(plain([part]));
      return typeof part !== 'string' && 'link' in part ? `${words} (${plainLine(part.to)})` : words;
    })
    .join('');
}

function columns(rows: readonly (readonly string[])[]): string[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows.map((row) => {
    const cells = row.map((cell, column) => cell.padEnd(widths[column] ?? 0));
    return `  ${cells.join('  ')}`.trimEnd();
  });
}

/** The runner looks for `::` at the start of a line and for `##[` anywhere in it. */
function withoutOrders(line: string): string {
  return line.replace(/^(\s*):(?=:)/, '$1\u200B:').replaceAll('##[', '#\u200B#[');
}
