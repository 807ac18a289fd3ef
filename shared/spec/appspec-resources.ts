import { events, orEmpty, version } from './appspec-events.ts';
import {
  fields,
  integer,
  list,
  mapped,
  matching,
  oneOf,
  type Read,
  type Reader,
  record,
  required,
  text,
} from './grammar.ts';

// https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-resources.html

export interface LambdaAppspec {
  readonly platform: 'Lambda';
  readonly functions: readonly LambdaFunction[];
  /** The Lambda function of each lifecycle event that has one. */
  readonly hooks: ReadonlyMap<string, string>;
}

export interface EcsAppspec {
  readonly platform: 'ECS';
  readonly services: readonly EcsService[];
  /** The Lambda function of each lifecycle event that has one. */
  readonly hooks: ReadonlyMap<string, string>;
}

const lambdaEvents = ['BeforeAllowTraffic', 'AfterAllowTraffic'];
const ecsEvents = ['BeforeInstall', 'AfterInstall', 'AfterAllowTestTraffic', ...lambdaEvents];

/** A map whose keys may be written in any case, as AWS's own examples do. */
function relaxed<const F extends Parameters<typeof fields>[0]>(known: F): Reader<Read<F>> {
  const strict = fields(known);
  const names = Object.keys(known);
  return (node, at) => {
    if (node.kind !== 'map') return strict(node, at);
    const entries = node.entries.map((entry) => {
      const name = names.find((candidate) => candidate.toLowerCase() === entry.key.toLowerCase());
      return { ...entry, key: name ?? entry.key };
    });
    return strict({ ...node, entries }, at);
  };
}

/** A list of maps, each with its own key, or one map with all of them: AWS takes both. */
function joined<T>(reader: Reader<ReadonlyMap<string, T>>): Reader<ReadonlyMap<string, T>> {
  const items = mapped(list(reader, { min: 1 }), (maps) => new Map(maps.flatMap((map) => [...map])));
  return (node, at) => (node.kind === 'map' ? reader(node, at) : items(node, at));
}

const functionVersion = matching(/^(\d+|\$LATEST)$/, 'a version number');
const lambdaFunction = mapped(
  relaxed({
    type: required(oneOf(['AWS::Lambda::Function'])),
    properties: required(
      relaxed({
        name: required(text),
        alias: required(text),
        currentversion: required(functionVersion),
        targetversion: required(functionVersion),
      }),
    ),
  }),
  ({ properties }) => properties,
);

export const lambdaAppspec: Reader<LambdaAppspec> = mapped(
  relaxed({
    version: required(version),
    resources: required(joined(mapped(record(lambdaFunction), (read) => new Map(Object.entries(read))))),
    hooks: orEmpty(joined(events(lambdaEvents, text)), new Map()),
  }),
  ({ resources = new Map(), hooks = new Map() }) => ({
    platform: 'Lambda',
    functions: [...resources.values()],
    hooks,
  }),
);

const ecsService = mapped(
  relaxed({
    Type: required(oneOf(['AWS::ECS::Service'])),
    Properties: required(
      relaxed({
        TaskDefinition: required(text),
        LoadBalancerInfo: required(
          relaxed({ ContainerName: required(text), ContainerPort: required(integer(1, 65535)) }),
        ),
        PlatformVersion: text,
        NetworkConfiguration: relaxed({
          AwsvpcConfiguration: required(
            relaxed({
              Subnets: required(list(text, { min: 1, max: 16 })),
              SecurityGroups: list(text, { max: 5 }),
              AssignPublicIp: oneOf(['ENABLED', 'DISABLED']),
            }),
          ),
        }),
        CapacityProviderStrategy: list(
          relaxed({ CapacityProvider: required(text), Base: integer(0, 100_000), Weight: integer(0, 1000) }),
        ),
      }),
    ),
  }),
  ({ Properties }) => Properties,
);

export const ecsAppspec: Reader<EcsAppspec> = mapped(
  relaxed({
    version: required(version),
    Resources: required(list(relaxed({ TargetService: required(ecsService) }), { min: 1 })),
    Hooks: orEmpty(joined(events(ecsEvents, text)), new Map()),
  }),
  ({ Resources = [], Hooks = new Map() }) => ({
    platform: 'ECS',
    services: Resources.map(({ TargetService }) => TargetService),
    hooks: Hooks,
  }),
);

type ValueOf<R> = R extends Reader<infer T> ? T : never;
type LambdaFunction = ValueOf<typeof lambdaFunction>;
type EcsService = ValueOf<typeof ecsService>;
