import { cutToFit } from './cut.ts';
import { clip, plainLine } from './plain.ts';
import { type Block, type Button, type Inline, type Line, typed, type View } from './view.ts';

/** GitHub takes comments of 65,536 characters; the difference is left to whoever adds a marker. */
const commentLimit = 65_000;
const longestText = 4_000;

/**
 * A view in GitHub Flavored Markdown. All text is escaped, so nothing in it becomes markup, a link, a reference
 * or a mention of somebody. What is longer than `limit` characters loses log lines and list items first.
 */
export function toMarkdown(view: View, limit = commentLimit): string {
  const blocks = view.blocks.length > 0 ? view.blocks : [{ kind: 'text' as const, text: view.summary }];
  return cutToFit(blocks, { limit, render: renderBlocks });
}

function renderBlocks(blocks: readonly Block[]): string {
  return blocks.map(renderBlock).filter(Boolean).join('\n\n');
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `### ${escapeMarkdown(block.text)}`;
    case 'text':
      return renderLine(block.text);
    case 'list':
      return block.items.map((item) => `- ${renderLine(item)}`).join('\n');
    case 'facts':
      return block.facts
        .map(([name, value]) => `- **${escapeMarkdown(name)}:** ${renderLine(value)}`)
        .join('\n');
    case 'table':
      return renderTable(block.columns, block.rows);
    case 'code':
      return renderCode(block.lines);
    case 'note':
      return `<sub>${renderLine(block.text)}</sub>`;
    case 'buttons':
      return block.buttons.map(renderButton).join('\n');
  }
}

function renderLine(line: Line): string {
  if (typeof line === 'string') return escapeMarkdown(line);
  return atLineStart(line.map(renderInline).join(''));
}

function renderInline(part: Inline): string {
  if (typeof part === 'string') return escapeInline(part);
  if ('strong' in part) return surround(escapeInline(part.strong), '**');
  if ('code' in part) return codeSpan(part.code);
  if ('link' in part) return link(part.link, part.to);
  if ('github' in part) return isLogin(part.github) ? `@${part.github}` : escapeInline(`@${part.github}`);
  return escapeInline(`@${part.slack}`);
}

function renderTable(columns: readonly string[], rows: readonly (readonly Line[])[]): string {
  // An escaped pipe stays in its cell, inside of code too: https://github.github.com/gfm/#example-200
  const cell = (line: Line) =>
    renderLine(line).replace(/(\\*)\|/g, (_, slashes) => `${slashes.length % 2 ? slashes : `${slashes}\\`}|`);
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const width = columns.length;
  return [
    row(columns.map((column) => escapeMarkdown(column))),
    row(columns.map(() => '---')),
    ...rows.map((cells) => row(Array.from({ length: width }, (_, index) => cell(cells[index] ?? '')))),
  ].join('\n');
}

function renderCode(lines: readonly string[]): string {
  const text = lines.map((line) => clip(plainLine(line), longestText)).join('\n');
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}text\n${text}\n${fence}`;
}

/** Nothing can be pressed in a comment: the words that do the same are shown. */
function renderButton(button: Button): string {
  return `- ${escapeMarkdown(button.label)}: ${codeSpan(typed(button))}`;
}

/** One line of plain text as Markdown that shows exactly that. */
export function escapeMarkdown(text: string): string {
  return atLineStart(escapeInline(text));
}

// Mentions, references and bare addresses are found after Markdown has been parsed, where a backslash is gone:
// a zero-width space breaks them. https://docs.github.com/get-started/writing-on-github
const zeroWidth = '&#8203;';

function escapeInline(text: string): string {
  return clip(plainLine(text), longestText)
    .replace(/[\\`*_[\]~|$#]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/@|#(?=\d)|gh-(?=\d)|www(?=\.)|:(?=\/\/)/gi, (match) => `${match}${zeroWidth}`);
}

/** At the start of a line some marks make a heading, a list, a rule or a table. */
function atLineStart(markdown: string): string {
  return markdown
    .trimStart()
    .replace(/^([-+=])/, '\\$1')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

function surround(text: string, mark: string): string {
  // Emphasis holds only if it does not begin or end with white space.
  const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  return inner && `${before}${mark}${inner}${mark}${after}`;
}

function codeSpan(code: string): string {
  const text = clip(plainLine(code), longestText);
  if (!text.trim()) return '';
  const ticks = '`'.repeat(longestRun(text) + 1);
  const pad = /^`|`$|^ .* $/.test(text) ? ' ' : '';
  return `${ticks}${pad}${text}${pad}${ticks}`;
}

/** The length of the longest run of backticks. */
function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
}

function link(text: string, to: string): string {
  const label = escapeInline(text);
  const url = URL.parse(to);
  if (!label || (url?.protocol !== 'https:' && url?.protocol !== 'http:')) return label;
  const target = url.href.replace(/[<>()|\\`*_\s]/g, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
  });
  return `[${label}](<${target}>)`;
}

/** https://docs.github.com/en/enterprise-cloud@latest/admin/managing-iam/iam-configuration-reference/username-considerations-for-external-authentication */
function isLogin(text: string): boolean {
  return /^[a-z\d][a-z\d_-]{0,38}(\[bot\])?(\/[a-z\d][\w-]{0,99})?$/i.test(text);
}
