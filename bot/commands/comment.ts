/**
 * The commands in a Markdown comment, in order, without their `/deploy`: lines that begin with it, outside
 * of code, quotes and HTML comments.
 */
export function commandsIn(markdown: string): string[] {
  const lines = markdown.slice(0, longestComment).split(/\r\n|\n|\r/);
  const commands: string[] = [];
  const lastEnd = lines.findLastIndex(endsComment);
  let fence: string | undefined;
  let hidden = false;

  for (const [index, line] of lines.entries()) {
    if (hidden) {
      hidden = !line.includes('-->');
    } else if (fence) {
      if (closes(line, fence)) fence = undefined;
    } else {
      fence = fenceOf(line);
      if (fence) continue;
      const text = withoutComments(line);
      const open = text.indexOf('<!--');
      // An HTML comment that never ends hides the rest only where it begins its line:
      // https://spec.commonmark.org/0.31.2/#html-blocks
      hidden = open >= 0 && (text.slice(0, open).trim() === '' || lastEnd > index);
      const command = commandOf(hidden ? text.slice(0, open) : text);
      if (command !== undefined) commands.push(command);
    }
  }
  return commands;
}

// GitHub's own limit for a comment is 65,536 characters.
const longestComment = 65_536;

const prefix = '/deploy';

function commandOf(line: string): string | undefined {
  if (line.slice(0, prefix.length).toLowerCase() !== prefix) return undefined;
  const rest = line.slice(prefix.length);
  return rest === '' || rest.startsWith(' ') || rest.startsWith('\t') ? rest.trim() : undefined;
}

/** The fence that a line opens: three or more backticks or tildes after at most three spaces. */
function fenceOf(line: string): string | undefined {
  const match = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line);
  if (!match?.[1]) return undefined;
  // Backticks after backticks make a code span, not a fence.
  return match[1].startsWith('`') && match[2]?.includes('`') ? undefined : match[1];
}

function closes(line: string, fence: string): boolean {
  const text = line.trim();
  return text.length >= fence.length && text === fence.charAt(0).repeat(text.length);
}

function endsComment(line: string): boolean {
  return line.includes('-->');
}

function withoutComments(line: string): string {
  let text = '';
  let from = 0;
  while (true) {
    const open = line.indexOf('<!--', from);
    const close = open < 0 ? -1 : line.indexOf('-->', open + 4);
    if (close < 0) return text + line.slice(from);
    text += line.slice(from, open);
    from = close + 3;
  }
}
