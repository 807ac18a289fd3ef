import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { approversOf, personName } from '../../../bot/policy/people.ts';
import type { Permission, PipelineVerb } from '../../../bot/policy/permission.ts';
import { authorize, type Identity, parsePolicy, pipelinesAt } from '../../../bot/policy/policy.ts';
import type { Origin } from '../../../bot/request.ts';
import { UserError } from '../../../shared/errors.ts';
import { plain } from '../../../shared/render/view.ts';

const policy = parsePolicy(`
workspace: T0ACME
pipelines:
  shop:
    slack: { channel: C0DEPLOYS }
    github: { repository: acme/shop }
    allow:
      see: { github: { permission: read } }
      approve: { slack: [U0ADA, S0OPS], github: { users: [octocat], teams: [acme/ops], permission: admin } }
  blog:
    slack: { channel: C0DEPLOYS }
secrets:
  - { path: /shop/prod/**, slack: [U0ADA] }
  - { path: /shop/*/LOG_LEVEL, slack: [S0OPS] }
people:
  - { slack: U0ADA, github: octocat, name: Ada }
`);

const slack = (user: string, team = 'T0ACME'): Origin => ({
  kind: 'slack',
  team,
  channel: 'C0DEPLOYS',
  user,
});
const github = (user: string, repository = 'acme/shop'): Origin => ({
  kind: 'github',
  repository,
  number: 7,
  comment: 1,
  user,
  installation: 1,
});
const identity = (origin: Origin, facts: Partial<Identity> = {}): Identity => ({
  origin,
  groups: new Set(),
  teams: new Set(),
  permission: 'none',
  ...facts,
});
const may = (verb: PipelineVerb, pipeline = 'shop'): Permission => ({ kind: 'pipeline', verb, pipeline });
const secret = (path: string): Permission => ({ kind: 'secret', path });

describe('authorize', () => {
  test.each<[string, Permission, Identity, boolean]>([
    ['a named user', may('approve'), identity(slack('U0ADA')), true],
    ['somebody else', may('approve'), identity(slack('U0EVE')), false],
    ['a member of the group', may('approve'), identity(slack('U0BOB'), { groups: new Set(['S0OPS']) }), true],
    [
      'a member of another group',
      may('approve'),
      identity(slack('U0BOB'), { groups: new Set(['S0DEV']) }),
      false,
    ],
    ['another workspace', may('approve'), identity(slack('U0ADA', 'T0EVIL')), false],
    ['who may act may see', may('see'), identity(slack('U0ADA')), true],
    ['an empty list', may('stop'), identity(slack('U0ADA')), false],
    ['a pipeline without lists', may('see', 'blog'), identity(slack('U0ADA')), false],
    ['an unknown pipeline', may('see', 'none'), identity(slack('U0ADA')), false],
    ['a login in any case', may('approve'), identity(github('OctoCat')), true],
    ['a team', may('approve'), identity(github('bob'), { teams: new Set(['acme/ops']) }), true],
    ['enough permission', may('approve'), identity(github('bob'), { permission: 'admin' }), true],
    ['too little permission', may('approve'), identity(github('bob'), { permission: 'write' }), false],
    ['a reader looks', may('see'), identity(github('bob'), { permission: 'read' }), true],
    ['a stranger', may('see'), identity(github('bob')), false],
    ['from another repository', may('approve'), identity(github('octocat', 'evil/shop')), false],
    ['a secret below the path', secret('/shop/prod/DB_URL'), identity(slack('U0ADA')), true],
    ['a secret deeper', secret('/shop/prod/eu/.DB_URL'), identity(slack('U0ADA')), true],
    ['a secret beside the path', secret('/shop/production/DB_URL'), identity(slack('U0ADA')), false],
    ['a secret above the path', secret('/shop/DB_URL'), identity(slack('U0ADA')), false],
    [
      'one star is one step',
      secret('/shop/eu/x/LOG_LEVEL'),
      identity(slack('U1'), { groups: new Set(['S0OPS']) }),
      false,
    ],
    [
      'a group’s secret',
      secret('/shop/eu/LOG_LEVEL'),
      identity(slack('U1'), { groups: new Set(['S0OPS']) }),
      true,
    ],
    [
      'a secret on GitHub',
      secret('/shop/prod/DB_URL'),
      identity(github('octocat'), { permission: 'admin' }),
      false,
    ],
    ['help', { kind: 'none' }, identity(slack('U0EVE', 'T0EVIL')), true],
  ])('%s', (_, permission, who, allowed) => {
    expect(authorize(policy, permission, who).allowed).toBe(allowed);
  });

  test('a refusal does not tell a hidden pipeline from none', () => {
    const why = (pipeline: string) => authorize(policy, may('see', pipeline), identity(slack('U0EVE')));
    expect(JSON.stringify(why('shop')).replaceAll('shop', 'X')).toBe(
      JSON.stringify(why('none')).replaceAll('none', 'X'),
    );
  });

  test('nobody gets in by a policy that names nobody', () => {
    const empty = parsePolicy(
      'pipelines: { shop: { slack: { channel: C0DEPLOYS }, github: { repository: acme/shop } } }',
    );
    const verbs = fc.constantFrom<PipelineVerb>('see', 'start', 'approve', 'rollback', 'retry', 'stop');
    const who = fc.oneof(
      fc.string().map((user) => slack(user)),
      fc.string().map((user) => github(user)),
    );
    const permission = fc.constantFrom<Identity['permission']>('none', 'read', 'write', 'admin');
    fc.assert(
      fc.property(verbs, who, permission, (verb, origin, level) => {
        expect(authorize(empty, may(verb), identity(origin, { permission: level })).allowed).toBe(false);
      }),
    );
  });
});

describe('places and people', () => {
  test('the pipelines of a channel and of a repository', () => {
    expect(pipelinesAt(policy, slack('U0EVE'))).toEqual(['shop', 'blog']);
    expect(pipelinesAt(policy, github('bob', 'Acme/Shop'))).toEqual(['shop']);
    expect(pipelinesAt(policy, github('bob', 'acme/blog'))).toEqual([]);
  });

  test('a person has one name in both places', () => {
    expect(personName(policy, slack('U0ADA'))).toBe('Ada');
    expect(personName(policy, github('Octocat'))).toBe('Ada');
    expect(personName(policy, slack('U0EVE'))).toBe('U0EVE');
  });
});

describe('who may answer, told', () => {
  test.each([
    ['slack', '@U0ADA, @S0OPS, @acme/ops, who has admin permission on GitHub'],
    ['github', '@octocat, 1 in Slack, @acme/ops, who has admin permission on GitHub'],
  ] as const)('on %s', (platform, words) => {
    expect(plain(approversOf(policy, 'shop', platform))).toBe(words);
  });

  test('nobody', () => {
    expect(plain(approversOf(policy, 'blog', 'slack'))).toBe('By the policy nobody');
    expect(plain(approversOf(policy, 'none', 'slack'))).toBe('By the policy nobody');
  });
});

describe('the file', () => {
  test.each([
    ['an empty file', '\n', 'p.yml is empty: write “pipelines: {}” if nobody is to do anything.'],
    ['a policy for nobody', 'pipelines: {}\n', undefined],
    [
      'an unknown key',
      'pipelines:\n  shop:\n    alow: {}\n',
      'p.yml:3:5: pipelines.shop: unknown key “alow”.',
    ],
    [
      'a name where an id belongs',
      'pipelines:\n  shop:\n    allow:\n      approve:\n        slack: [ada]\n',
      'p.yml:5:17: pipelines.shop.allow.approve.slack.0: People are named by Slack id (U… for a user, S… for a user group), because anybody may take another name.',
    ],
    [
      'reading is not enough to act',
      'pipelines:\n  shop:\n    allow:\n      approve: { github: { permission: read } }\n',
      'p.yml:4:28: pipelines.shop.allow.approve.github.permission: Invalid option: expected one of "write"|"admin".',
    ],
    [
      'a pipeline name that cannot be',
      'pipelines:\n  "a b": {}\n',
      'p.yml:2:3: pipelines.a b: A pipeline name has 1–100 letters, digits and . @ - _.',
    ],
    [
      'a list where a map belongs',
      'pipelines: []\n',
      'p.yml:1:1: pipelines: Invalid input: expected record, received array.',
    ],
    ['a key twice', 'people: []\npeople: []\n', 'p.yml:2:1: Map keys must be unique.'],
    [
      'a path with a bracket',
      'secrets:\n  - path: "/a/(b|c)"\n',
      'p.yml:2:5: secrets.0.path: A path has letters, digits, / _ . = @ : - and the wildcards * and **.',
    ],
    ['no YAML', 'pipelines: {\n', /^p\.yml:\d+:\d+: .+\.$/],
    [
      'a list that is not closed, once',
      'pipelines: { shop: { allow: [a, b }\nsecrets: []\n',
      'p.yml:1:35: Flow sequence in block collection must be sufficiently indented and end with a ].',
    ],
    [
      'two keys twice, both',
      'people: []\npeople: []\nsecrets: []\nsecrets: []\n',
      'p.yml:2:1: Map keys must be unique.\np.yml:4:1: Map keys must be unique.',
    ],
    ['text alone', 'hello\n', 'p.yml:1:1: Invalid input: expected object, received string.'],
  ])('%s', (_, text, message) => {
    if (message === undefined) expect(parsePolicy(text, 'p.yml').pipelines.size).toBe(0);
    else
      expect(() => parsePolicy(text, 'p.yml')).toThrow(
        message instanceof RegExp ? message : new UserError(message),
      );
  });

  test('two faults are two lines', () => {
    expect(() => parsePolicy('peple: []\nworkspace: x\n', 'p.yml')).toThrow(
      /^p\.yml:2:1: .*\.\np\.yml:1:1: .*\.$/,
    );
  });

  test('aliases that expand too far are refused', () => {
    const levels = Array.from({ length: 12 }, (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n}, `.repeat(9)}]`);
    expect(() => parsePolicy(['a0: &a0 [x]', ...levels].join('\n'), 'p.yml')).toThrow(UserError);
  });

  test('any text is a policy or a sentence', () => {
    const piece = fc.constantFrom(
      'pipelines',
      'shop',
      ':',
      '\n',
      '  ',
      '- ',
      '{',
      '}',
      '[',
      '"',
      '&a',
      '*a',
      '!!x',
      '|',
      '#',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        try {
          parsePolicy(pieces.join(''));
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
