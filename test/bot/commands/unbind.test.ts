import { expect, test } from 'vitest';
import { bind, parse } from '../../../bot/commands/bind.ts';
import { commands } from '../../../bot/commands/commands.gen.ts';
import { unbind } from '../../../bot/commands/unbind.ts';

const place = { pipelines: ['shop'], known: new Set(['shop']) };

function argsOf(text: string): Record<string, unknown> {
  const bound = bind(parse(text, commands), place);
  if (bound.kind === 'ask') throw new Error(`“${text}” is not clear`);
  return bound.args as Record<string, unknown>;
}

test.each(commands.flatMap((command) => command.help.examples.map((example) => ({ command, example }))))(
  'what “$example” stands for is said in words that stand for it',
  ({ command, example }) => {
    const args = argsOf(example);
    expect(argsOf(unbind(command, args))).toEqual(args);
  },
);
