import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commandsIn } from '../../../bot/commands/comment.ts';

test.each([
  ['one line', '/deploy approve shop', ['approve shop']],
  ['among prose', 'Looks good.\n\n/deploy approve shop  \nThanks!', ['approve shop']],
  ['several in order', '/deploy stop shop x\r\n/deploy rollback', ['stop shop x', 'rollback']],
  ['a phone’s capital', '/Deploy status', ['status']],
  ['nothing after it', '/deploy', ['']],
  ['another word', '/deployment status\n/deploy-it', []],
  ['in the middle of a line', 'type /deploy approve', []],
  ['quoted', '> /deploy approve', []],
  ['indented code', '    /deploy approve', []],
  ['fenced', '```\n/deploy approve\n```\n/deploy status', ['status']],
  ['fenced with tildes and a name', '~~~ sh\n/deploy approve\n```\n~~~~\n/deploy status', ['status']],
  ['a fence that never ends', '```\n/deploy approve', []],
  ['a longer fence', '````\n```\n/deploy approve\n````\n/deploy status', ['status']],
  ['a code span is no fence', '```inline```\n/deploy status', ['status']],
  ['an HTML comment', '<!-- \n/deploy approve\n-->\n/deploy status', ['status']],
  ['an HTML comment in the line', '/deploy approve <!-- not shop --> blog', ['approve  blog']],
  ['an HTML comment that never ends', '<!--\n/deploy approve', []],
  ['an open mark in prose', 'a <!-- b\n/deploy status', ['status']],
  ['hidden to the mark’s end', 'a <!-- b\n/deploy approve\n-->\n/deploy status', ['status']],
])('%s', (_, markdown, commands) => {
  expect(commandsIn(markdown)).toEqual(commands);
});

test('any comment is read, however its marks lie', () => {
  const piece = fc.constantFrom('/deploy x', '\n', '```', '~~~', '<!--', '-->', '>', '    ', 'a', '\r\n');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      for (const command of commandsIn(pieces.join(''))) expect(command).not.toContain('\n');
    }),
    { numRuns: 2_000 },
  );
});

test('a comment made to be slow is not', () => {
  const started = performance.now();
  commandsIn('a <!-- b\n'.repeat(7_000));
  commandsIn('<!---->'.repeat(9_000));
  commandsIn('`'.repeat(65_000));
  expect(performance.now() - started).toBeLessThan(1_000);
});
