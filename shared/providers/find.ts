import type { AwsClients } from '../aws/clients.ts';
import { explain, explaining, isRefused } from '../aws/errors.ts';
import type { LogReader, ReasonFinder } from '../aws/ports.ts';
import type { Action, Reason, Run } from '../run/model.ts';
import type { Progress, Provider } from './define.ts';
import { providers } from './providers.gen.ts';

const byName = new Map<string, Provider>(providers.map((provider) => [provider.provider, provider]));

/** Who explains an action; undefined for a provider that nobody has described yet. */
function providerOf({ provider }: Action): Provider | undefined {
  return byName.get(provider);
}

/** What an action is about, in a few words. */
export function describeAction(action: Action): string {
  return providerOf(action)?.describe(action) ?? action.provider;
}

/**
 * Finds out why an action failed: its provider is asked, and where that knows nothing more or may not look, the
 * action's own error message is the reason.
 *
 * @throws what may pass when it is tried again, such as throttling or a network that failed.
 */
export function createReasonFinder(clients: AwsClients): ReasonFinder {
  return async (run, stageName, actionName) => {
    const stage = run.stages.find(({ name }) => name === stageName);
    const action = stage?.actions.find(({ name }) => name === actionName);
    if (action?.status !== 'Failed') return undefined;
    const provider = providerOf(action);
    const url = provider?.link?.(action, run.region) ?? action.externalUrl;
    try {
      const found = await provider?.reason?.(action, { clients, run });
      if (found) return { ...found, url: found.url ?? url };
    } catch (error) {
      if (!isRefused(error)) throw explain(error, { region: run.region, pipeline: run.pipeline });
    }
    return ownReason(action, url);
  };
}

/** Finds who can tell what an action does while it runs; undefined where nobody can, or where it has no id yet. */
export type ProgressFinder = (run: Run, action: Action) => Progress | undefined;

export function createProgressFinder(clients: AwsClients): ProgressFinder {
  return (run, action) => {
    const { region, pipeline } = run;
    const progress = action.externalId ? providerOf(action)?.progress?.(action, { clients, run }) : undefined;
    return progress && { look: (last) => explaining({ region, pipeline }, () => progress.look(last)) };
  };
}

/** Reads what an action wrote, where its provider keeps that. */
export function createLogReader(clients: AwsClients): LogReader {
  return async (run, stageName, actionName) => {
    const stage = run.stages.find(({ name }) => name === stageName);
    const action = stage?.actions.find(({ name }) => name === actionName);
    if (!action) return undefined;
    try {
      return await providerOf(action)?.logs?.(action, { clients, run });
    } catch (error) {
      throw explain(error, { region: run.region, pipeline: run.pipeline });
    }
  };
}

function ownReason({ summary }: Action, url: string | undefined): Reason | undefined {
  return summary ? { text: summary, url } : undefined;
}
