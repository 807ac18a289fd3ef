import { expect, test } from 'vitest';
import { parseAppspec } from '../../../shared/spec/appspec.ts';

const complaints = (source: string, platform?: 'Server' | 'Lambda' | 'ECS') =>
  parseAppspec(source, 'appspec.yml', platform).problems?.map(
    ({ place, message }) => `${place.file}:${place.line}:${place.column}: ${message}`,
  );

test('a server appspec is read with its defaults', () => {
  const source = `version: 0.0
os: linux
file_exists_behavior: RETAIN
files:
  - source: /
    destination: /opt/shop
permissions:
  - object: /opt/shop
    pattern: "*.sh"
    mode: 0755
    type: [file]
hooks:
  BeforeInstall:
  ApplicationStart:
    - location: scripts/start.sh
      timeout: 20
    - location: scripts/more.sh
      runas: root
`;
  expect(parseAppspec(source, 'appspec.yml')).toEqual({
    spec: {
      platform: 'Server',
      os: 'linux',
      fileExistsBehavior: 'RETAIN',
      files: [{ source: '/', destination: '/opt/shop' }],
      permissions: [{ object: '/opt/shop', pattern: '*.sh', mode: '0755', type: ['file'] }],
      hooks: new Map([
        ['BeforeInstall', []],
        [
          'ApplicationStart',
          [
            { location: 'scripts/start.sh', timeout: 20, runas: undefined },
            { location: 'scripts/more.sh', timeout: 3600, runas: 'root' },
          ],
        ],
      ]),
    },
  });
});

test('a Lambda appspec is read in either case, YAML or JSON', () => {
  const functions = [{ name: 'pay', alias: 'live', currentversion: '1', targetversion: '2' }];
  const yaml = `version: 0.0
Resources:
  - pay:
      Type: AWS::Lambda::Function
      Properties: { Name: pay, Alias: live, CurrentVersion: 1, TargetVersion: 2 }
Hooks:
  - BeforeAllowTraffic: check
`;
  expect(parseAppspec(yaml, 'appspec.yml')).toEqual({
    spec: {
      platform: 'Lambda',
      functions,
      hooks: new Map([['BeforeAllowTraffic', 'check']]),
    },
  });
  const json = JSON.stringify({
    version: 0.0,
    resources: [{ pay: { type: 'AWS::Lambda::Function', properties: functions[0] } }],
  }).replace('"version":0', '"version":0.0');
  expect(parseAppspec(json, 'appspec.json')).toEqual({
    spec: { platform: 'Lambda', functions, hooks: new Map() },
  });
});

test('an ECS appspec is read', () => {
  const source = `version: 0.0
Resources:
  - TargetService:
      Type: AWS::ECS::Service
      Properties:
        TaskDefinition: <TASK_DEFINITION>
        LoadBalancerInfo: { ContainerName: web, ContainerPort: 80 }
        NetworkConfiguration:
          AwsvpcConfiguration: { Subnets: [subnet-1], AssignPublicIp: ENABLED }
Hooks:
  - BeforeInstall: first
  - AfterAllowTestTraffic: second
`;
  expect(parseAppspec(source, 'appspec.yml')).toEqual({
    spec: {
      platform: 'ECS',
      services: [
        {
          TaskDefinition: '<TASK_DEFINITION>',
          LoadBalancerInfo: { ContainerName: 'web', ContainerPort: 80 },
          NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['subnet-1'], AssignPublicIp: 'ENABLED' } },
        },
      ],
      hooks: new Map([
        ['BeforeInstall', 'first'],
        ['AfterAllowTestTraffic', 'second'],
      ]),
    },
  });
});

const head = 'version: 0.0\nos: linux\n';

test.each([
  ['', 'appspec.yml:1:1: The file is empty.'],
  ['os: linux', 'appspec.yml:1:1: The file needs `version`.'],
  ['version: "0.0"\nos: linux', 'appspec.yml:1:10: `version` must be the number `0.0`, without quotes.'],
  ['version: 0.2\nos: linux', 'appspec.yml:1:10: `version` must be `0.0`, not `0.2`.'],
  ['version: 0.0\nos: mac', 'appspec.yml:2:5: `os` must be `linux` or `windows`, not `mac`.'],
  [`${head}file: []`, 'appspec.yml:3:1: Unknown key `file`: did you mean `files`?'],
  [`${head}files:\n  - source: /`, 'appspec.yml:4:5: `files[0]` needs `destination`.'],
  [
    `${head}files:\n  - source: ../x\n    destination: /opt`,
    'appspec.yml:4:13: `files[0].source` must stay within the bundle, without `..`.',
  ],
  [
    `${head}files:\n  - source: x\n    destination: opt`,
    'appspec.yml:5:18: `files[0].destination` must be an absolute path on the server, not `opt`.',
  ],
  [
    `${head}file_exists_behavior: KEEP`,
    'appspec.yml:3:23: `file_exists_behavior` must be `DISALLOW`, `OVERWRITE` or `RETAIN`, not `KEEP`.',
  ],
  [
    `${head}permissions:\n  - object: /x\n    mode: 789`,
    'appspec.yml:5:11: `permissions[0].mode` must be one to four octal digits, such as `755`, not `789`.',
  ],
  [
    'version: 0.0\nos: windows\npermissions:\n  - object: /x',
    'appspec.yml:1:1: `permissions` are for linux only: remove them.',
  ],
  [
    `${head}hooks:\n  AplicationStart: []`,
    'appspec.yml:4:3: There is no lifecycle event `AplicationStart`: did you mean `ApplicationStart`?',
  ],
  [
    `${head}hooks:\n  Install: []`,
    'appspec.yml:4:3: `Install` takes no hook: CodeDeploy itself works in it.',
  ],
  [
    `${head}hooks:\n  AfterInstall:\n    - timeout: 5`,
    'appspec.yml:5:7: `hooks.AfterInstall[0]` needs `location`.',
  ],
  [
    `${head}hooks:\n  AfterInstall:\n    - location: a.sh\n      timeout: 0`,
    'appspec.yml:6:16: `hooks.AfterInstall[0].timeout` must be a whole number from 1 to 3600, not `0`.',
  ],
  [
    'version: 0.0\nresources:\n  - a:\n      type: AWS::Lambda::Function\n      properties: {name: a, alias: b, currentversion: 1}',
    'appspec.yml:5:19: `resources[0].a.properties` needs `targetversion`.',
  ],
  [
    'version: 0.0\nResources:\n  - TargetService:\n      Type: AWS::ECS::Task\n      Properties: {TaskDefinition: x, LoadBalancerInfo: {ContainerName: w, ContainerPort: 80}}',
    'appspec.yml:4:13: `Resources[0].TargetService.Type` must be `AWS::ECS::Service`, not `AWS::ECS::Task`.',
  ],
])('%j is refused', (source, complaint) => {
  expect(complaints(source)).toEqual([complaint]);
});

test('everything wrong is said, in the order of the file', () => {
  expect(complaints('version: 1\nos: linux\nhooks:\n  Start: []\nmore: 1')).toEqual([
    'appspec.yml:1:10: `version` must be `0.0`, not `1`.',
    'appspec.yml:4:3: `Start` takes no hook: CodeDeploy itself works in it.',
    'appspec.yml:5:1: Unknown key `more`: use `version`, `os`, `file_exists_behavior`, `files`, `permissions` or `hooks`.',
  ]);
});

test('a platform that is asked for is the one that is checked', () => {
  expect(complaints('version: 0.0\nos: linux', 'ECS')).toEqual([
    'appspec.yml:1:1: The file needs `Resources`.',
    'appspec.yml:2:1: Unknown key `os`: use `version`, `Resources` or `Hooks`.',
  ]);
});
