import { z } from 'zod';
import type { SecretInfo } from '../../shared/aws/ports.ts';
import { UserError } from '../../shared/errors.ts';
import type { Line, View } from '../../shared/render/view.ts';
import { defineCommand } from './define.ts';
import { ago } from './words.ts';

/** A parameter's or a secret's name; no `..`, so that a path of the policy is what it seems. */
export const secretName = z
  .string('Name the secret')
  .regex(/^[A-Za-z0-9/_.+=@:-]{1,1011}$/, 'A secret’s name has letters, digits and / _ . + = @ : -')
  .refine((name) => !name.split('/').includes('..'), 'A secret’s name has no `..` in it');

export default defineCommand({
  name: 'secret',
  help: {
    usage: 'secret get <name>',
    summary: 'Tells you alone what is known of a secret, with a button that shows its value. In Slack only.',
    who: 'Who the policy lets read that path.',
    examples: ['secret get /shop/prod/DB_URL'],
  },
  args: z.object({ action: z.literal('get', 'It is `secret get`'), name: secretName }),
  words: ['action', 'name'],
  needs: ({ name }) => ({ kind: 'secret', path: name }),
  gather: ({ name }, { secrets }) => secrets.describe(name),

  decide(info: SecretInfo | undefined, { name }, _request, now) {
    // Only who may read the path comes here, so this tells nobody else anything.
    if (!info) throw new UserError(`There is no secret “${name}”.`);
    return { answer: describe(info, now), to: 'asker', effects: [] };
  },
});

function describe(info: SecretInfo, now: number): View {
  const { name, type, version, changedAt, changedBy } = info;
  const changed = [changedAt === undefined ? undefined : ago(changedAt, now), changedBy && `by ${changedBy}`];
  const facts: [string, Line][] = [
    ['Name', [{ code: name }]],
    ['Type', type],
    ['Version', version],
    ['Changed', changed.filter(Boolean).join(' ') || 'unknown'],
  ];
  return {
    summary: `${name}: ${type}, version ${version}`,
    blocks: [
      { kind: 'facts', facts },
      { kind: 'buttons', buttons: [{ label: 'Reveal', command: `secret reveal ${name}`, style: 'danger' }] },
    ],
  };
}
