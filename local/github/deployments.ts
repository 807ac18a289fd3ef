import type { CommitStatus, Deployment } from './forge.ts';
import {
  type ApiRequest,
  type ApiResponse,
  type Links,
  nameIn,
  notFound,
  type Route,
  route,
} from './routes.ts';

/** https://docs.github.com/en/rest/deployments/statuses */
const states = ['error', 'failure', 'inactive', 'in_progress', 'queued', 'pending', 'success'];

const commitStates = ['error', 'failure', 'pending', 'success'];

/** Deployments, and statuses of them and of commits, as far as Drawbridge uses them. https://docs.github.com/en/rest/deployments */
export const deploymentRoutes: readonly Route[] = [
  route('POST', '/repos/:owner/:name/statuses/:sha', async (request, forge) => {
    const repository = forge.repositories.get(nameIn(request));
    const sha = await repository?.git.resolve(request.params.sha ?? '');
    if (!repository || !sha) return notFound;
    const { state, context = 'default', description = null, target_url = null } = request.body;
    if (!commitStates.includes(String(state))) return invalid(`${state} is not a state`);
    if (String(description ?? '').length > 140) return invalid('description is too long');
    const status = { state: String(state), context: String(context), description, target_url };
    return { status: 201, body: forge.setStatus({ repository: repository.fullName, sha }, status) };
  }),

  route('GET', '/repos/:owner/:name/commits/:sha/status', async (request, forge) => {
    const repository = forge.repositories.get(nameIn(request));
    const sha = await repository?.git.resolve(request.params.sha ?? '');
    if (!repository || !sha) return notFound;
    const statuses = forge.statusesOf({ repository: repository.fullName, sha });
    return { body: { state: sumOf(statuses), sha, total_count: statuses.length, statuses } };
  }),

  route('GET', '/repos/:owner/:name/deployments', (request, forge, links) => {
    const { query } = request;
    const fits = (name: string, value: string) => !query.has(name) || query.get(name) === value;
    const found = forge.deployments.filter(
      ({ repository, sha, environment }) =>
        repository === nameIn(request) && fits('sha', sha) && fits('environment', environment),
    );
    return { body: found.toReversed().map((deployment) => deploymentBody(deployment, links)) };
  }),

  route('POST', '/repos/:owner/:name/deployments', async (request, forge, links) => {
    const repository = forge.repositories.get(nameIn(request));
    if (!repository) return notFound;
    const {
      ref,
      environment = 'production',
      description,
      payload,
      required_contexts: contexts,
    } = request.body;
    const sha = typeof ref === 'string' ? await repository.git.resolve(ref) : undefined;
    if (!sha) return invalid(`No ref found for: ${ref}`);
    if (contexts !== undefined && !Array.isArray(contexts))
      return invalid('required_contexts must be an array');
    const deployment = forge.deploy({
      repository: repository.fullName,
      sha,
      ref: String(ref),
      environment: String(environment),
      description: typeof description === 'string' ? description : null,
      payload: payload ?? {},
    });
    return { status: 201, body: deploymentBody(deployment, links) };
  }),

  route('GET', '/repos/:owner/:name/deployments/:id/statuses', (request, forge) => {
    const deployment = forge.deployments.find((one) => isThat(one, request));
    return deployment ? { body: deployment.statuses.toReversed() } : notFound;
  }),

  route('POST', '/repos/:owner/:name/deployments/:id/statuses', (request, forge) => {
    const deployment = forge.deployments.find((one) => isThat(one, request));
    if (!deployment) return notFound;
    const { state, description, log_url, environment_url } = request.body;
    if (!states.includes(String(state))) return invalid(`${state} is not a state`);
    if (String(description ?? '').length > 140) return invalid('description is too long');
    const status = { state: String(state), description, log_url, environment_url };
    return { status: 201, body: forge.deploymentStatus(deployment, status) };
  }),
];

/** https://docs.github.com/en/rest/commits/statuses#get-the-combined-status-for-a-specific-reference */
function sumOf(statuses: readonly CommitStatus[]): string {
  if (statuses.some(({ state }) => state === 'error' || state === 'failure')) return 'failure';
  return statuses.length === 0 || statuses.some(({ state }) => state === 'pending') ? 'pending' : 'success';
}

function isThat({ repository, id }: Deployment, request: ApiRequest): boolean {
  return repository === nameIn(request) && id === Number(request.params.id);
}

function invalid(message: string): ApiResponse {
  return { status: 422, body: { message } };
}

function deploymentBody(deployment: Deployment, links: Links) {
  const { statuses: _, repository, ...body } = deployment;
  const url = `${links.api}/repos/${repository}/deployments/${deployment.id}`;
  return { ...body, task: 'deploy', url, statuses_url: `${url}/statuses` };
}
