import { SlackError } from './errors.ts';
import { checkView } from './limits.ts';
import type { Method } from './methods.ts';
import type { ShownView, ViewContent } from './views.ts';
import type { Workspace } from './workspace.ts';

/** The Web API methods for modals and Home tabs. https://docs.slack.dev/reference/methods?family=views */
export const viewMethods: Readonly<Record<string, Method>> = {
  'views.open': (workspace, { trigger_id, view }) => {
    const user = triggerOf(workspace, trigger_id);
    return { view: renderView(workspace, workspace.views.open(user, modalOf(view))) };
  },

  'views.push': (workspace, { trigger_id, view }) => {
    const user = triggerOf(workspace, trigger_id);
    return { view: renderView(workspace, workspace.views.push(user, modalOf(view))) };
  },

  'views.update': (workspace, { view_id, external_id, hash, view }) => {
    const found = { id: text(view_id), externalId: text(external_id), hash: text(hash) };
    return { view: renderView(workspace, workspace.views.update(found, modalOf(view))) };
  },

  'views.publish': (workspace, { user_id, hash, view }) => {
    const user = text(user_id) ?? '';
    if (!workspace.users.has(user)) throw new SlackError('user_not_found');
    const home = viewOf(view, 'home');
    return { view: renderView(workspace, workspace.views.publish({ user, hash: text(hash) }, home)) };
  },
};

/** A view as Slack hands it to the app, with what was entered in it: by block and action. */
export function renderView(
  workspace: Workspace,
  { id, view, hash }: ShownView,
  values: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return {
    private_metadata: '',
    callback_id: '',
    external_id: '',
    ...view,
    id,
    team_id: workspace.team,
    app_id: workspace.appId,
    hash,
    state: { values },
    root_view_id: id,
    previous_view_id: null,
  };
}

/** A view of that type, within Slack's limits. */
export function viewOf(view: unknown, type: 'modal' | 'home'): ViewContent {
  const content = typeof view === 'object' && view !== null ? (view as ViewContent) : {};
  if (content.type !== type) throw new SlackError('invalid_arguments', [`expected a view of type ${type}`]);
  checkView(content);
  return content;
}

function modalOf(view: unknown): ViewContent {
  return viewOf(view, 'modal');
}

function triggerOf(workspace: Workspace, trigger: unknown): string {
  const user = workspace.takeTrigger(text(trigger) ?? '');
  if (!user) throw new SlackError('expired_trigger_id');
  return user;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
