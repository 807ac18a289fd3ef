import type { ActionTypeSettings } from '@aws-sdk/client-codepipeline';

type Templates = Pick<ActionTypeSettings, 'entityUrlTemplate' | 'executionUrlTemplate'> | undefined;

/**
 * The links of an action by its type's templates, such as `https://ci.example/{Config:Project}` and
 * `https://ci.example/{Config:Project}/{ExternalExecutionId}`.
 * https://docs.aws.amazon.com/codepipeline/latest/userguide/actions-create-custom-action.html
 */
export function urlsOf(templates: Templates, configuration: Readonly<Record<string, string>>) {
  const fill = (template: string, id = '') =>
    template
      .replaceAll(/\{Config:([^}]*)\}/g, (_, name: string) => encodeURIComponent(configuration[name] ?? ''))
      .replaceAll('{ExternalExecutionId}', () => encodeURIComponent(id));
  const { entityUrlTemplate, executionUrlTemplate } = templates ?? {};
  return {
    entity: entityUrlTemplate === undefined ? undefined : fill(entityUrlTemplate),
    execution: (id: string) =>
      executionUrlTemplate === undefined ? undefined : fill(executionUrlTemplate, id),
  };
}
