import { type ActionTypeSpec, actionTypes, findActionType, versionOf } from './action-types.ts';
import { type PipelineProblem, repeated } from './pipeline-problem.ts';
import type { ActionShape, PipelineShape } from './pipeline-shape.ts';

interface Placed {
  readonly action: ActionShape;
  readonly stage: string;
  readonly path: readonly (string | number)[];
  /** When it runs: stage, then run order. */
  readonly order: readonly [number, number];
}

/** What is wrong with the actions of a pipeline whose shape is right. */
export function pipelineActionProblems(
  pipeline: PipelineShape,
  customTypes: readonly ActionTypeSpec[] | undefined,
): PipelineProblem[] {
  const placed = pipeline.stages.flatMap((stage, stageIndex) =>
    stage.actions.map(
      (action, index): Placed => ({
        action,
        stage: stage.name,
        path: ['stages', stageIndex, 'actions', index],
        order: [stageIndex, action.runOrder ?? 1],
      }),
    ),
  );
  return [
    ...pipeline.stages.flatMap((stage, stageIndex) =>
      repeated(stage.actions).map(({ name, index }) =>
        invalid(
          ['stages', stageIndex, 'actions', index, 'name'],
          `The action name ${name} is used twice in stage ${stage.name}`,
        ),
      ),
    ),
    ...placed.flatMap((one) => [
      ...typeProblems(one, customTypes),
      ...artifactProblems(one, placed),
      ...variableProblems(one, { placed, pipeline }),
    ]),
    ...namespaceProblems(placed),
    ...regionProblems(pipeline, placed),
  ];
}

function invalid(path: PipelineProblem['path'], message: string): PipelineProblem {
  return { path, exception: 'InvalidActionDeclarationException', message };
}

function typeProblems(
  { action, path }: Placed,
  customTypes: readonly ActionTypeSpec[] | undefined,
): PipelineProblem[] {
  const { actionTypeId: id } = action;
  if (id.owner === 'Custom' && !customTypes) return [];
  const types = [...(customTypes ?? []), ...actionTypes];
  const type = findActionType(id, types);
  if (!type) {
    const known = types.filter((one) => one.category === id.category && one.owner === id.owner);
    const names = known.map((one) => one.provider).join(', ');
    return [
      invalid(
        [...path, 'actionTypeId', 'provider'],
        `ActionType (Category: '${id.category}', Provider: '${id.provider}', Owner: '${id.owner}', Version: '${id.version}') in action '${action.name}' is not available${names ? `. Known: ${names}` : ''}`,
      ),
    ];
  }
  const version =
    id.version === versionOf(type)
      ? []
      : [
          invalid(
            [...path, 'actionTypeId', 'version'],
            `The version of ${id.provider} must be ${versionOf(type)}`,
          ),
        ];
  return [
    ...version,
    ...configurationProblems(type, { action, path }),
    ...countProblems(type, { action, path }),
  ];
}

function configurationProblems(
  type: ActionTypeSpec,
  { action, path }: Pick<Placed, 'action' | 'path'>,
): PipelineProblem[] {
  const configuration = action.configuration ?? {};
  const at = [...path, 'configuration'];
  const name = `Action configuration for action '${action.name}'`;
  const missing = type.required
    .filter((key) => !(key in configuration))
    .map((key) => invalid(at, `${name} is missing required configuration '${key}'`));
  const known = type.optional && [...type.required, ...type.optional];
  const unknown = known
    ? Object.keys(configuration)
        .filter((key) => !known.includes(key))
        .map((key) => invalid([...at, key], `${name} contains unknown configuration '${key}'`))
    : [];
  const combined: PipelineProblem[] = [];
  const { category, provider } = type;
  if (
    category === 'Deploy' &&
    provider === 'S3' &&
    configuration.Extract === 'false' &&
    !configuration.ObjectKey
  )
    combined.push(invalid(at, `${name} needs 'ObjectKey' because 'Extract' is false`));
  if (provider === 'CodeBuild' && (action.inputArtifacts?.length ?? 0) > 1 && !configuration.PrimarySource)
    combined.push(invalid(at, `${name} needs 'PrimarySource' because it has several input artifacts`));
  if (provider === 'Commands' && !action.commands?.length)
    combined.push(invalid(path, `Action '${action.name}' needs commands`));
  return [...missing, ...unknown, ...combined];
}

function countProblems(
  type: ActionTypeSpec,
  { action, path }: Pick<Placed, 'action' | 'path'>,
): PipelineProblem[] {
  const sides = [
    { key: 'inputArtifacts', range: type.inputs, found: action.inputArtifacts?.length ?? 0, word: 'input' },
    {
      key: 'outputArtifacts',
      range: type.outputs,
      found: action.outputArtifacts?.length ?? 0,
      word: 'output',
    },
  ];
  return sides
    .filter(({ range: [least, most], found }) => found < least || found > most)
    .map(({ key, range: [least, most], found, word }) => {
      const wanted = least === most ? `${least}` : `${least} to ${most}`;
      return invalid(
        found === 0 ? path : [...path, key],
        `Action ${action.name} (${type.provider}) takes ${wanted} ${word} artifact(s), found ${found}`,
      );
    });
}

function artifactProblems(one: Placed, placed: readonly Placed[]): PipelineProblem[] {
  const { action, path } = one;
  const inputs = (action.inputArtifacts ?? []).flatMap(({ name }, index) => {
    const maker = placed.find((other) =>
      other.action.outputArtifacts?.some((output) => output.name === name),
    );
    const at = [...path, 'inputArtifacts', index, 'name'];
    if (!maker)
      return [invalid(at, `Action ${action.name} takes the artifact ${name}, which no action puts out`)];
    if (!isBefore(maker, one))
      return [
        invalid(
          at,
          `Action ${action.name} takes the artifact ${name} before action ${maker.action.name} in stage ${maker.stage} has put it out`,
        ),
      ];
    return [];
  });
  const outputs = (action.outputArtifacts ?? []).flatMap(({ name }, index) => {
    const first = placed.find((other) =>
      other.action.outputArtifacts?.some((output) => output.name === name),
    );
    const inItself = action.outputArtifacts?.findIndex((output) => output.name === name);
    if (first === one && inItself === index) return [];
    return [
      invalid(
        [...path, 'outputArtifacts', index, 'name'],
        `The output artifact name ${name} is used twice; each must be unique in the pipeline`,
      ),
    ];
  });
  return [...inputs, ...outputs];
}

const isBefore = (a: Placed, b: Placed) =>
  a.order[0] < b.order[0] || (a.order[0] === b.order[0] && a.order[1] < b.order[1]);

/** https://docs.aws.amazon.com/codepipeline/latest/userguide/actions-variables.html */
function variableProblems(
  one: Placed,
  { placed, pipeline }: { placed: readonly Placed[]; pipeline: PipelineShape },
): PipelineProblem[] {
  const declared = new Set(pipeline.variables?.map((variable) => variable.name));
  return Object.entries(one.action.configuration ?? {}).flatMap(([key, value]) =>
    [...value.matchAll(/#\{([^}]*)\}/g)].flatMap(([text, reference = '']) => {
      const wrong = referenceProblem(reference, { one, placed, declared });
      if (!wrong) return [];
      return [
        {
          path: [...one.path, 'configuration', key],
          exception: 'InvalidStructureException' as const,
          message: `${wrong}. StageName=[${one.stage}], ActionName=[${one.action.name}], ActionConfigurationKey=[${key}], VariableReferenceText=[${text}]`,
        },
      ];
    }),
  );
}

function referenceProblem(
  reference: string,
  { one, placed, declared }: { one: Placed; placed: readonly Placed[]; declared: ReadonlySet<string> },
): string | undefined {
  const format =
    'Valid format for a pipeline execution variable reference is a namespace and a key separated by a period';
  const match = /^([A-Za-z0-9@\-_]+)\.([A-Za-z0-9@\-_]+)$/.exec(reference);
  if (!match) return format;
  const [, namespace, key = ''] = match;
  if (namespace === 'codepipeline')
    return key === 'PipelineExecutionId' ? undefined : `The namespace codepipeline has no key ${key}`;
  if (namespace === 'variables')
    return declared.has(key) ? undefined : `The pipeline declares no variable ${key}`;
  const makers = placed.filter((other) => other.action.namespace === namespace);
  if (makers.length === 0) return `${format}. The reference names a namespace that does not exist`;
  return makers.some((maker) => isBefore(maker, one))
    ? undefined
    : 'A variable can be used only by an action that runs after the one that puts it out';
}

function namespaceProblems(placed: readonly Placed[]): PipelineProblem[] {
  return placed.flatMap(({ action, path }, index) => {
    const { namespace } = action;
    if (!namespace) return [];
    const at = [...path, 'namespace'];
    if (namespace === 'codepipeline' || namespace === 'variables')
      return [invalid(at, `The namespace ${namespace} is reserved`)];
    const first = placed.findIndex((other) => other.action.namespace === namespace);
    return first < index ? [invalid(at, `The namespace ${namespace} is used twice`)] : [];
  });
}

function regionProblems(pipeline: PipelineShape, placed: readonly Placed[]): PipelineProblem[] {
  const { artifactStores } = pipeline;
  return placed.flatMap(({ action, path }) =>
    action.region && artifactStores && !(action.region in artifactStores)
      ? [invalid([...path, 'region'], `There is no artifact store for the region ${action.region}`)]
      : [],
  );
}
