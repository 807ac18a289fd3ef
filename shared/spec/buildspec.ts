import {
  anyText,
  checked,
  fields,
  flag,
  integer,
  list,
  matching,
  oneOf,
  type Reader,
  read,
  record,
  required,
  text,
} from './grammar.ts';
import { type Parsed, parseYaml } from './yaml.ts';

// The whole of https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html and, for `batch`, of
// https://docs.aws.amazon.com/codebuild/latest/userguide/batch-build-buildspec.html

/** What happens after a command of a phase failed. `retries` and `pattern` only matter for RETRY. */
export interface OnFailure {
  readonly action: 'ABORT' | 'CONTINUE' | 'RETRY';
  readonly retries: number;
  /** An error must match to be retried. */
  readonly pattern: string;
}

const onFailure: Reader<OnFailure> = (node, at) => {
  const value = text(node, at);
  if (value === undefined) return undefined;
  const match = /^(?:(ABORT|CONTINUE)|RETRY(?:-(\d{1,3}))?(?:-(.+))?)$/s.exec(value);
  const retries = Number(match?.[2] ?? 3);
  if (!match || retries > 100) {
    const forms =
      '`ABORT`, `CONTINUE`, `RETRY`, `RETRY-count` (0 to 100), `RETRY-regex` or `RETRY-count-regex`';
    at.report(node.place, `\`${at.path}\` must be ${forms}, not \`${value}\`.`);
    return undefined;
  }
  const pattern = match[3] ?? '.*';
  try {
    new RegExp(pattern);
  } catch {
    at.report(node.place, `\`${at.path}\` holds a regular expression that cannot be read, \`${pattern}\`.`);
    return undefined;
  }
  return { action: (match[1] as 'ABORT' | 'CONTINUE' | undefined) ?? 'RETRY', retries, pattern };
};

const texts = (min = 1) => list(text, { min });
const envName = (key: string) => {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(key))
    return `\`${key}\` cannot name an environment variable: use letters, digits and \`_\`, and start with no digit.`;
  if (key.startsWith('CODEBUILD_'))
    return `\`${key}\` is taken: CodeBuild keeps names that start with \`CODEBUILD_\`.`;
  return undefined;
};

const env = fields({
  shell: oneOf(['bash', 'sh', '/bin/sh', 'powershell.exe', 'cmd.exe']),
  variables: record(anyText, envName),
  'parameter-store': record(text, envName),
  'secrets-manager': record(
    matching(
      /^(arn:[^:]+:secretsmanager:[^:]*:[^:]*:secret:)?[^:]+(:[^:]*){0,3}$/,
      '`secret-id:json-key:version-stage:version-id`',
    ),
    envName,
  ),
  'exported-variables': list(text),
  'git-credential-helper': flag,
});

const phaseFields = { 'run-as': text, 'on-failure': onFailure, commands: texts(), finally: texts() };
const phase = fields({ ...phaseFields, commands: required(texts()) });
const install = checked(fields({ ...phaseFields, 'runtime-versions': record(text) }), (read, at) =>
  'commands' in read || 'finally' in read || 'runtime-versions' in read
    ? undefined
    : `\`${at.path}\` needs \`commands\` or \`runtime-versions\`.`,
);

const artifactFields = {
  files: texts(),
  name: text,
  'discard-paths': flag,
  'base-directory': text,
  'exclude-paths': list(text),
  'enable-symlinks': flag,
  's3-prefix': text,
};
const artifactName = (key: string) =>
  /^\w{1,128}$/.test(key) ? undefined : `\`${key}\` cannot name an artifact: use letters, digits and \`_\`.`;
const artifacts = checked(
  fields({
    ...artifactFields,
    'secondary-artifacts': record(fields({ ...artifactFields, files: required(texts()) }), artifactName),
  }),
  (read, at) =>
    'files' in read || 'secondary-artifacts' in read ? undefined : `\`${at.path}\` needs \`files\`.`,
);

const report = fields({
  files: required(texts()),
  'file-format': oneOf([
    'CUCUMBERJSON',
    'JUNITXML',
    'NUNITXML',
    'NUNIT3XML',
    'TESTNGXML',
    'VISUALSTUDIOTRX',
    'CLOVERXML',
    'COBERTURAXML',
    'JACOCOXML',
    'SIMPLECOV',
  ]),
  'base-directory': text,
  'discard-paths': flag,
});

const cache = fields({
  key: text,
  'fallback-keys': list(text, { max: 5 }),
  action: oneOf(['restore', 'save']),
  paths: required(texts()),
});

const identifier = matching(/^[A-Za-z]\w{0,127}$/, 'letters, digits and `_`, with a letter first');
const batchEnv = {
  'compute-type': text,
  fleet: text,
  image: text,
  'privileged-mode': flag,
  type: text,
  variables: record(anyText, envName),
};
const batchBuild = {
  identifier: required(identifier),
  buildspec: text,
  'debug-session': flag,
  env: fields(batchEnv),
  'ignore-failure': flag,
};
const graph: Reader<readonly { identifier: string; 'depend-on'?: readonly string[] }[]> = (node, at) => {
  const builds = list(fields({ ...batchBuild, 'depend-on': list(text) }), { min: 1 })(node, at);
  const known = new Set(builds?.map((build) => build.identifier));
  for (const build of builds ?? [])
    for (const name of build['depend-on'] ?? [])
      if (!known.has(name))
        at.report(
          node.place,
          `\`${build.identifier}\` depends on \`${name}\`, which is no build of \`${at.path}\`.`,
        );
  return builds;
};
const batch = fields({
  'fast-fail': flag,
  'build-graph': graph,
  'build-list': list(fields({ ...batchBuild, identifier }), { min: 1 }),
  'build-matrix': fields({
    static: fields({ 'ignore-failure': flag, env: fields(batchEnv) }),
    dynamic: fields({
      buildspec: texts(),
      env: fields({
        'compute-type': texts(),
        image: texts(),
        type: texts(),
        variables: record(list(anyText), envName),
      }),
    }),
  }),
  'build-fanout': fields({ parallelism: required(integer(1, 1000)), 'ignore-failure': flag }),
});

const buildspec = fields({
  version: required(oneOf(['0.2', '0.1'])),
  'run-as': text,
  env,
  proxy: fields({ 'upload-artifacts': flag, logs: flag }),
  batch,
  phases: required(fields({ install, pre_build: phase, build: phase, post_build: phase })),
  reports: record(report),
  artifacts,
  cache,
});

type ValueOf<R> = R extends Reader<infer T> ? T : never;

export type Buildspec = ValueOf<typeof buildspec>;
export type Phase = ValueOf<typeof install>;
export type ArtifactsSpec = Omit<ValueOf<typeof artifacts>, 'secondary-artifacts'>;

/** Reads a buildspec, or says all that is wrong with it and where. `file` names it in the places. */
export function parseBuildspec(source: string, file: string): Parsed<Buildspec> {
  return read(parseYaml(source, file), buildspec);
}
