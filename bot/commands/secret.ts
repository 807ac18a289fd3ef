import { z } from 'zod';
import type { SecretInfo, SecretVersion } from '../../shared/aws/ports.ts';
import { UserError } from '../../shared/errors.ts';
import type { Line, View } from '../../shared/render/view.ts';
import offerReveal from '../effects/offer-reveal.ts';
import { mayDo, readable } from '../policy/identity.ts';
import type { Ports } from '../ports.ts';
import type { Origin } from '../request.ts';
import { markOfCode, newCode } from './code.ts';
import { defineCommand } from './define.ts';
import { type Comparison, compareSecrets, comparisonView } from './secret-compare.ts';
import { secretName } from './secret-name.ts';
import { ago } from './words.ts';

type Facts =
  /** The code makes the button that shows the value one of a kind. */
  | { readonly kind: 'get'; readonly info: SecretInfo | undefined; readonly code: string }
  | { readonly kind: 'list'; readonly infos: readonly SecretInfo[] }
  | { readonly kind: 'history'; readonly versions: readonly SecretVersion[] }
  | { readonly kind: 'compare'; readonly other: string; readonly comparison: Comparison };

/** So many are listed. */
const most = 100;
/** So many are looked through; of more it is asked to name a narrower path. */
const farthest = 1_000;
const offerMs = 10 * 60_000;

export default defineCommand({
  name: 'secret',
  help: {
    usage: 'secret get|list|history|compare <name|path> [path]',
    summary:
      'Tells you alone what is known of a secret, with a button that shows its value; what is below a path; who changed it when; which names of two paths differ, without values. In Slack only.',
    who: 'Who the policy lets read that path.',
    examples: [
      'secret get /shop/prod/DB_URL',
      'secret list /shop/prod',
      'secret history /shop/prod/DB_URL',
      'secret compare /shop/staging /shop/prod',
    ],
  },
  aws: [
    'ssm:DescribeParameters',
    'ssm:GetParameter',
    'ssm:GetParameterHistory',
    'secretsmanager:DescribeSecret',
    'secretsmanager:GetSecretValue',
    'secretsmanager:ListSecrets',
    'secretsmanager:ListSecretVersionIds',
    'kms:Decrypt',
  ],
  args: z.object({
    action: z.enum(
      ['get', 'list', 'history', 'compare'],
      'It is `secret get`, `list`, `history` or `compare`',
    ),
    name: secretName,
    other: secretName.optional(),
  }),
  words: ['action', 'name', 'other'],
  needs: ({ name }) => ({ kind: 'secret', path: name }),

  async gather({ action, name, other }, ports, { origin }): Promise<Facts> {
    if (action !== 'compare' && other !== undefined) {
      throw new UserError(`“${other.slice(0, 40)}” is one word too many for \`secret ${action}\`.`);
    }
    if (action === 'get') return { kind: action, info: await ports.secrets.describe(name), code: newCode() };
    if (action === 'history') return { kind: action, versions: await ports.secrets.history(name) };
    if (action === 'list') return { kind: action, infos: await below(name, origin, ports) };
    if (other === undefined)
      throw new UserError('Name two paths, such as `secret compare /shop/staging /shop/prod`.');
    const verdict = await mayDo({ kind: 'secret', path: other }, origin, ports);
    if (!verdict.allowed) throw new UserError(verdict.why);
    const sides = [
      { path: name, infos: await below(name, origin, ports) },
      { path: other, infos: await below(other, origin, ports) },
    ] as const;
    return { kind: action, other, comparison: await compareSecrets(ports.secrets, sides) };
  },

  decide(facts: Facts, { name }, { origin: { user } }, now) {
    const answer = viewOf(facts, name, now);
    if (facts.kind !== 'get') return { answer, to: 'asker', effects: [] };
    const offer = { code: markOfCode(facts.code), user, name, until: now + offerMs };
    return { answer, to: 'asker', effects: [offerReveal.of(offer)] };
  },
});

/** What is below the path and may be read by this person: a rule may leave some of it out. */
async function below(path: string, origin: Origin, ports: Ports): Promise<SecretInfo[]> {
  const infos = await ports.secrets.list(path.replace(/(.)\/$/, '$1'), farthest + 1);
  if (infos.length > farthest) {
    throw new UserError(`There are more than ${farthest} names below “${path}”: name a narrower path.`);
  }
  const names = new Set(
    await readable(
      infos.map(({ name }) => name),
      origin,
      ports,
    ),
  );
  return infos.filter(({ name }) => names.has(name));
}

/** Only who may read the path comes here, so that nothing is there tells nobody else anything. */
function viewOf(facts: Facts, name: string, now: number): View {
  if (facts.kind === 'get') {
    if (!facts.info) throw new UserError(`There is no secret “${name}”.`);
    return describe(facts.info, facts.code, now);
  }
  if (facts.kind === 'history') {
    if (facts.versions.length === 0) throw new UserError(`There is no secret “${name}”.`);
    return historyView(facts.versions, name, now);
  }
  if (facts.kind === 'list') {
    if (facts.infos.length === 0) throw new UserError(`There is nothing below “${name}” that you may read.`);
    return listView(facts.infos, name, now);
  }
  return comparisonView(facts.comparison, [name, facts.other]);
}

function describe(info: SecretInfo, code: string, now: number): View {
  const { name, type, version } = info;
  const facts: [string, Line][] = [
    ['Name', [{ code: name }]],
    ['Type', type],
    ['Version', version],
    ['Changed', changed(info, now)],
  ];
  return {
    summary: `${name}: ${type}, version ${version}`,
    blocks: [
      { kind: 'facts', facts },
      {
        kind: 'buttons',
        buttons: [{ label: 'Reveal', command: `secret reveal ${name} ${code}`, style: 'danger' }],
      },
      { kind: 'note', text: 'Reveal works for you alone, once, within ten minutes.' },
    ],
  };
}

function changed({ changedAt, changedBy }: { changedAt?: number; changedBy?: string }, now: number): string {
  const when = changedAt === undefined ? undefined : ago(changedAt, now);
  return [when, changedBy && `by ${changedBy}`].filter(Boolean).join(' ') || 'unknown';
}

function listView(infos: readonly SecretInfo[], path: string, now: number): View {
  const summary = `${infos.length} ${infos.length === 1 ? 'name' : 'names'} below ${path}`;
  const rows = infos
    .slice(0, most)
    .map((info): Line[] => [[{ code: info.name }], info.type, info.version, changed(info, now)]);
  return {
    summary,
    blocks: [
      { kind: 'text', text: infos.length > most ? `${summary}; these are the first ${most}` : summary },
      { kind: 'table', columns: ['Name', 'Type', 'Version', 'Changed'], rows },
    ],
  };
}

function historyView(versions: readonly SecretVersion[], name: string, now: number): View {
  const rows = versions.map((each): Line[] => [each.version, changed(each, now), each.labels.join(', ')]);
  const summary = `${name} has ${versions.length} ${versions.length === 1 ? 'version' : 'versions'}`;
  return {
    summary,
    blocks: [
      { kind: 'text', text: summary },
      { kind: 'table', columns: ['Version', 'Changed', 'Labels'], rows },
    ],
  };
}
