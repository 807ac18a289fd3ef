import { z } from 'zod';
import { UserError } from '../../shared/errors.ts';
import type { Inline, View } from '../../shared/render/view.ts';
// The table lists this file too; it is read only when somebody asks.
import { commands } from './commands.gen.ts';
import { type AnyCommand, defineCommand, type Help } from './define.ts';
import { didYouMean } from './grammar.ts';

export default defineCommand({
  name: 'help',
  help: {
    usage: 'help [command]',
    summary: 'Lists the commands, or explains one.',
    who: 'Everybody.',
    examples: ['help', 'help rollback'],
  },
  aws: [],
  args: z.object({ command: z.string().optional() }),
  words: ['command'],
  needs: () => ({ kind: 'none' }),
  gather: async ({ command }) => (command === undefined ? undefined : find(command.toLowerCase())),
  decide: (command: AnyCommand | undefined) => ({
    answer: command ? explain(command.help) : overview(),
    to: 'asker',
    effects: [],
  }),
});

function find(name: string): AnyCommand {
  const found = commands.find((each) => each.name === name);
  if (found) return found;
  const names = commands.map((each) => each.name);
  const meant = didYouMean(name, names);
  throw new UserError(
    `There is no command “${name.slice(0, 40)}”${meant ? `: did you mean \`${meant}\`?` : '.'}`,
  );
}

function overview(): View {
  const items = commands.map(({ help }): Inline[] => [{ code: `/deploy ${help.usage}` }, ` ${help.summary}`]);
  return {
    summary: `Drawbridge knows ${commands.map(({ name }) => name).join(', ')}.`,
    blocks: [
      { kind: 'heading', text: 'Commands' },
      { kind: 'list', items },
      { kind: 'note', text: 'The pipeline may be left out where only one can be meant.' },
    ],
  };
}

function explain({ usage, summary, who, examples }: Help): View {
  return {
    summary: `/deploy ${usage}: ${summary}`,
    blocks: [
      { kind: 'text', text: [{ code: `/deploy ${usage}` }] },
      { kind: 'text', text: summary },
      { kind: 'code', lines: examples.map((example) => `/deploy ${example}`) },
      { kind: 'note', text: who },
    ],
  };
}
