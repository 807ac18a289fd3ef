import { events, orEmpty, version } from './appspec-events.ts';
import { type EcsAppspec, ecsAppspec, type LambdaAppspec, lambdaAppspec } from './appspec-resources.ts';
import {
  checked,
  fields,
  integer,
  list,
  mapped,
  matching,
  oneOf,
  type Reader,
  read,
  required,
  text,
} from './grammar.ts';
import { type Node, type Parsed, parseYaml } from './yaml.ts';

// https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure.html

export type Platform = 'Server' | 'Lambda' | 'ECS';
export type Appspec = ServerAppspec | LambdaAppspec | EcsAppspec;

/** For EC2 instances and on-premises servers. */
export interface ServerAppspec {
  readonly platform: 'Server';
  readonly os: 'linux' | 'windows';
  /** Undefined: what the deployment says counts. */
  readonly fileExistsBehavior: FileExistsBehavior | undefined;
  readonly files: readonly FileMapping[];
  readonly permissions: readonly Permission[];
  /** The scripts of each lifecycle event that has some, in the order in which they run. */
  readonly hooks: ReadonlyMap<string, readonly HookScript[]>;
}

const scriptedEvents = [
  'BeforeBlockTraffic',
  'AfterBlockTraffic',
  'ApplicationStop',
  'BeforeInstall',
  'AfterInstall',
  'ApplicationStart',
  'ValidateService',
  'BeforeAllowTraffic',
  'AfterAllowTraffic',
];

const unquotedVersion: Reader<string> = (node, at) => {
  // The agent compares it with the number: https://github.com/aws/aws-codedeploy-agent/blob/master/lib/instance_agent/plugins/codedeploy/application_specification/application_specification.rb
  if (node.kind !== 'scalar' || node.value !== '0.0') return version(node, at);
  at.report(node.place, '`version` must be the number `0.0`, without quotes.');
  return undefined;
};

const pathInBundle = checked(text, (path, at) =>
  path.split(/[\\/]/).includes('..')
    ? `\`${at.path}\` must stay within the bundle, without \`..\`.`
    : undefined,
);
const fileExistsBehavior = oneOf(['DISALLOW', 'OVERWRITE', 'RETAIN']);
const fileMapping = fields({
  source: required(pathInBundle),
  destination: required(matching(/^([/\\]|[A-Za-z]:)/, 'an absolute path on the server')),
});
const permission = fields({
  object: required(text),
  pattern: text,
  except: orEmpty(list(text), []),
  type: list(oneOf(['file', 'directory'])),
  owner: text,
  group: text,
  mode: matching(/^[0-7]{1,4}$/, 'one to four octal digits, such as `755`'),
  acls: list(text),
  context: fields({ user: text, type: required(text), range: text }),
});
const hookScript = mapped(
  fields({ location: required(pathInBundle), timeout: integer(1, 3600), runas: text }),
  ({ location, timeout = 3600, runas }) => ({ location, timeout, runas }),
);

const serverAppspec: Reader<ServerAppspec> = mapped(
  checked(
    fields({
      version: required(unquotedVersion),
      os: required(oneOf(['linux', 'windows'])),
      file_exists_behavior: fileExistsBehavior,
      files: orEmpty(list(fileMapping), []),
      permissions: orEmpty(list(permission), []),
      hooks: orEmpty(events(scriptedEvents, orEmpty(list(hookScript), [])), new Map()),
    }),
    ({ os, permissions }) =>
      os === 'windows' && permissions?.length ? '`permissions` are for linux only: remove them.' : undefined,
  ),
  ({ os, file_exists_behavior, files = [], permissions = [], hooks = new Map() }) => ({
    platform: 'Server',
    os,
    fileExistsBehavior: file_exists_behavior,
    files,
    permissions,
    hooks,
  }),
);

type ValueOf<R> = R extends Reader<infer T> ? T : never;
export type FileExistsBehavior = ValueOf<typeof fileExistsBehavior>;
type FileMapping = ValueOf<typeof fileMapping>;
export type Permission = ValueOf<typeof permission>;
/** `timeout` is in seconds. */
export type HookScript = ValueOf<typeof hookScript>;

/** Reads the appspec of a server, or says all that is wrong with it and where. */
export function parseServerAppspec(source: string, file: string): Parsed<ServerAppspec> {
  return read(parseYaml(source, file), serverAppspec);
}

/**
 * Reads an appspec in YAML or JSON, or says all that is wrong with it and where. `file` names it in the places.
 * Without `platform` the file's own content tells it.
 */
export function parseAppspec(source: string, file: string, platform?: Platform): Parsed<Appspec> {
  const parsed = parseYaml(source, file);
  if (parsed.problems) return parsed;
  const readers = { Server: serverAppspec, Lambda: lambdaAppspec, ECS: ecsAppspec };
  return read<Appspec>(parsed, readers[platform ?? platformOf(parsed.spec, source)]);
}

function platformOf(node: Node, source: string): Platform {
  const hasResources =
    node.kind === 'map' && node.entries.some(({ key }) => key.toLowerCase() === 'resources');
  if (!hasResources) return 'Server';
  return source.includes('AWS::Lambda::Function') ? 'Lambda' : 'ECS';
}
