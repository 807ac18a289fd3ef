import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bind, parse } from '../../../bot/commands/bind.ts';
import { commands } from '../../../bot/commands/commands.gen.ts';
import { commandsIn } from '../../../bot/commands/comment.ts';
import { withoutSlackMarkup } from '../../../bot/commands/grammar.ts';
import { eventOf } from '../../../bot/events/envelope.ts';
import { events } from '../../../bot/events/events.gen.ts';
import { awsDelivery } from '../../../bot/gates/aws-delivery.ts';
import { parsePolicy } from '../../../bot/policy/policy.ts';
import { UserError } from '../../../shared/errors.ts';
import { applyEvent, unknownRun } from '../../../shared/run/merge.ts';
import { parseAppspec } from '../../../shared/spec/appspec.ts';
import { parseBuildspec } from '../../../shared/spec/buildspec.ts';
import { parsePipeline } from '../../../shared/spec/pipeline-file.ts';
import type { Parsed } from '../../../shared/spec/yaml.ts';

/** One parser under attack: it must return, or throw a `UserError`, whatever the text. */
export interface Target {
  read(text: string): void;
  /** Texts that it takes, to be spoiled. */
  readonly examples: readonly string[];
  /** What its language is made of. */
  readonly tokens: readonly string[];
}

const sample = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../../local/sample', name), 'utf8');

const yamlTokens = [
  ...[
    '\n',
    '\n  ',
    '\n    ',
    '\n- ',
    ': ',
    ':',
    '- ',
    '? ',
    '|',
    '>',
    '|+2\n',
    '&a ',
    '*a',
    '<<: *a',
    '!!str ',
  ],
  ...[
    '{',
    '}',
    '[',
    ']',
    ',',
    '"',
    "'",
    '#',
    ' #',
    '---\n',
    '...\n',
    '%YAML 1.1\n',
    '\t',
    '~',
    'null',
    '0755',
    '1e400',
  ],
  ...[
    '!!binary ',
    '!!set ',
    '!<x> ',
    '\\u0000',
    '\\',
    '@',
    '`',
    '0x1F',
    '2001-01-01',
    '__proto__: ',
    'constructor: ',
  ],
];

const at = { pipeline: 'shop', id: 'r1', region: 'eu-west-1' };
const place = { pipelines: ['shop', 'blog'], known: new Set(['shop', 'blog', 'wiki']) };

function refusalIsFine(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof UserError) || error.message === '') throw error;
  }
}

/** A refusal says where and what. */
function check({ problems }: Parsed<unknown>): void {
  for (const { place, message } of problems ?? []) {
    if (!message || place.line < 1 || place.column < 1) throw new Error(`A problem without words or place`);
  }
  if (problems?.length === 0) throw new Error('Refused without a problem');
}

function readCommand(text: string): void {
  refusalIsFine(() => {
    bind(parse(withoutSlackMarkup(text), commands), place);
  });
}

function readEvent(text: string): void {
  const delivery = awsDelivery(text);
  const event = delivery && eventOf(delivery.payload, events);
  if (!event) return;
  const run = applyEvent(unknownRun({ ...at, pipeline: event.pipeline, id: event.run }), event);
  if (JSON.stringify(applyEvent(run, event)) !== JSON.stringify(run))
    throw new Error('Told twice, it differs');
}

const envelope = (kind: string, detail: object, more: object = {}) =>
  JSON.stringify({
    version: '0',
    id: 'e1',
    'detail-type': `CodePipeline ${kind} Execution State Change`,
    source: 'aws.codepipeline',
    account: '123456789012',
    time: '2026-03-01T12:00:00Z',
    region: 'eu-west-1',
    resources: ['arn:aws:codepipeline:eu-west-1:123456789012:pipeline:shop'],
    detail: { pipeline: 'shop', 'execution-id': 'r1', state: 'STARTED', version: 3, ...detail },
    ...more,
  });

export const targets: Readonly<Record<string, Target>> = {
  command: {
    read: readCommand,
    examples: [
      ...commands.flatMap(({ help }) => help.examples),
      'start shop REF=main "a b"=c --wait',
      'say <@U1|ada> <https://x.example|x.example> &lt;b&gt;',
    ],
    tokens: [
      ...commands.map(({ name }) => name),
      ...[
        ' ',
        '"',
        '“',
        '”',
        '„',
        '«',
        '»',
        '=',
        '--',
        '—',
        '–',
        '--to=',
        '<',
        '>',
        '|',
        '<@U1>',
        '&amp;',
        '…',
        '\n',
      ],
      ...[
        'shop',
        'blog',
        'Deploy',
        '0a1b2c3d',
        '__proto__=x',
        '--constructor',
        '\u0000',
        '\u202e',
        '🙂',
        '\ud800',
      ],
    ],
  },
  comment: {
    read: (text) => {
      for (const command of commandsIn(text)) readCommand(command);
    },
    examples: [
      'Looks good.\n\n/deploy approve shop\nThanks',
      '```sh\n/deploy x\n```\n<!-- /deploy y -->\n> /deploy z\n/deploy status',
    ],
    tokens: [
      '/deploy ',
      '\n',
      '\r\n',
      '\r',
      '```',
      '~~~',
      '`',
      '<!--',
      '-->',
      '<!-',
      '->',
      '> ',
      '    ',
      '\t',
      'approve shop',
    ],
  },
  event: {
    read: readEvent,
    examples: [
      envelope('Pipeline', {}),
      envelope('Stage', { stage: 'Build', 'stage-execution-attempt': 0, version: '3.0' }),
      envelope('Action', {
        stage: 'Build',
        action: 'Compile',
        state: 'FAILED',
        type: { owner: 'AWS', provider: 'CodeBuild', category: 'Build', version: '1' },
        'execution-result': {
          'external-execution-url': 'https://x.example',
          'external-execution-summary': 'No',
        },
      }),
      envelope(
        'Pipeline',
        {},
        { id: undefined, 'detail-type': undefined, detailType: 'x', additionalAttributes: {} },
      ),
    ],
    tokens: [
      ...[
        '{',
        '}',
        '[',
        ']',
        '"',
        ':',
        ',',
        'null',
        'true',
        '3.0',
        '-1e999',
        '"\\u0000"',
        '"__proto__":',
        '"detail":',
      ],
      ...[
        '"state":',
        '"STARTED"',
        '"time":',
        '"2026-02-30T25:61:61Z"',
        '"id":',
        '"source":"aws.codepipeline"',
        '[[[[[[',
      ],
    ],
  },
  buildspec: {
    read: (text) => check(parseBuildspec(text, 'buildspec.yml')),
    examples: [
      sample('buildspec.yml'),
      'version: 0.2\nenv:\n  variables: {A: b}\n  secrets-manager: {K: prod/key:user:AWSCURRENT}\nphases:\n  build:\n    on-failure: RETRY-2-timed? out\n    commands:\n      - |\n        a\n        b\nartifacts:\n  files: ["**/*"]\n  secondary-artifacts:\n    d: {files: [d/**]}\n',
    ],
    tokens: [
      ...yamlTokens,
      'version: 0.2',
      'phases:',
      'build:',
      'commands:',
      'on-failure: RETRY-',
      'env:',
      'files:',
      '**/*',
    ],
  },
  appspec: {
    read: (text) => check(parseAppspec(text, 'appspec.yml')),
    examples: [
      sample('appspec.yml'),
      'version: 0.0\nResources:\n  - f:\n      Type: AWS::Lambda::Function\n      Properties: {Name: f, Alias: a, CurrentVersion: "1", TargetVersion: "2"}\nHooks:\n  - BeforeAllowTraffic: check\n',
      'version: 0.0\nResources:\n  - T:\n      Type: AWS::ECS::Service\n      Properties:\n        TaskDefinition: arn:aws:ecs:us-east-1:123456789012:task-definition/t:1\n        LoadBalancerInfo: {ContainerName: c, ContainerPort: 80}\n',
    ],
    tokens: [
      ...yamlTokens,
      'version: 0.0',
      'os: linux',
      'hooks:',
      'permissions:',
      'mode: 0755',
      'acls:',
      'Resources:',
      'AWS::ECS::Service',
    ],
  },
  policy: {
    read: (text) => refusalIsFine(() => parsePolicy(text)),
    examples: [
      sample('drawbridge.yml'),
      'pipelines:\n  shop:\n    slack: {channel: C0DEPLOYS}\n    github: {repository: acme/shop}\n    allow:\n      approve: &some {slack: [U0ADA], github: {teams: [acme/leads], permission: write}}\n      start: *some\n    approvals: [{count: 2, not: [author], during: [{days: [mon], from: "09:00", to: "17:00", zone: Europe/Berlin}]}]\n',
    ],
    tokens: [
      ...yamlTokens,
      'pipelines:',
      'allow:',
      'approve:',
      'slack:',
      'github:',
      'secrets:',
      'people:',
      'zone: ',
      'C0DEPLOYS',
      'acme/shop',
    ],
  },
  pipeline: {
    read: (text) => check(parsePipeline(text, 'pipeline.yml')),
    examples: [sample('pipeline.json')],
    tokens: [
      ...yamlTokens,
      'pipeline:',
      'stages:',
      'actions:',
      '"actionTypeId":',
      'triggers:',
      'configuration:',
      '#{a.b}',
      '"runOrder": 1e9',
    ],
  },
};
