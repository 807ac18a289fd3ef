import { type Acknowledgement, type Delivery, jsonOf } from './dispatch.ts';
import { render } from './methods.ts';
import { renderView, viewOf } from './view-methods.ts';
import type { ShownView } from './views.ts';
import { type Block, directOf, type Element, type Workspace } from './workspace.ts';

/** What people do in Slack that the app hears of. */
export interface Deeds {
  /** Types a slash command as somebody, and hands it to the app as Slack would. */
  command(typed: { user: string; channel: string; command: string; text: string }): Promise<Acknowledgement>;
  /**
   * Presses a button, found by its label: on the message `ts`, else on the newest one in the channel that shows it
   * to this person; without a channel in their Home tab.
   */
  press(pressed: { user: string; channel?: string; label: string; ts?: string }): Promise<Acknowledgement>;
  /** Presses the button of the modal in front of somebody, with what they enter. */
  submit(submitted: { user: string; words?: string }): Promise<Acknowledgement>;
  /** Closes it without. */
  dismiss(user: string): Promise<void>;
  /** Opens the app's Home tab. */
  openHome(user: string): Promise<Acknowledgement>;
  /** Writes a message, in a thread or not. */
  write(written: { user: string; channel: string; text: string; thread?: string }): Promise<Acknowledgement>;
}

interface Way {
  readonly workspace: Workspace;
  readonly deliver: (delivery: Delivery) => Promise<Acknowledgement>;
  /** The address of a response handle. */
  readonly responseUrl: (id: string) => string;
  readonly now: () => number;
}

export function createDeeds({ workspace, deliver, responseUrl, now }: Way): Deeds {
  const { team, appId } = workspace;

  const interaction = (type: string, user: string) => interactionOf(workspace, { type, user });

  function event(user: string, event: Readonly<Record<string, unknown>>): Promise<Acknowledgement> {
    const eventTs = String(now() / 1000);
    return deliver({
      type: 'events_api',
      payload: {
        type: 'event_callback',
        token: 'legacy',
        team_id: team,
        api_app_id: appId,
        event_id: workspace.newEventId(),
        event_time: Math.floor(now() / 1000),
        event: { user, event_ts: eventTs, ...event },
      },
    });
  }

  function pressOnMessage(
    user: string,
    channel: string,
    { label, ts }: { label: string; ts?: string | undefined },
  ) {
    const found = workspace
      .seenBy(user, channel)
      .filter((message) => ts === undefined || message.ts === ts)
      .flatMap((message) => buttonsOf(message.blocks).map((button) => ({ message, ...button })))
      .findLast(({ element }) => element.text?.text === label);
    if (!found) throw new Error(`${user} sees no button “${label}” in ${channel}.`);
    const { message, element, block } = found;
    return deliver({
      type: 'interactive',
      payload: {
        ...interaction('block_actions', user),
        container: {
          type: 'message',
          message_ts: message.ts,
          channel_id: channel,
          is_ephemeral: message.visibleTo !== undefined,
          ...(message.thread ? { thread_ts: message.thread } : {}),
        },
        channel: { id: channel, name: workspace.channels.get(channel)?.name ?? channel },
        message: render(message),
        state: { values: {} },
        response_url: responseUrl(workspace.newResponse(user, channel, message.ts)),
        actions: [actionOf(element, block)],
      },
    });
  }

  function pressAtHome(user: string, label: string) {
    const home = workspace.views.homes.get(user);
    const found =
      home && buttonsOf(home.view.blocks as Block[]).find(({ element }) => element.text?.text === label);
    if (!found) throw new Error(`${user} sees no button “${label}” in the Home tab.`);
    return deliver({
      type: 'interactive',
      payload: {
        ...interaction('block_actions', user),
        container: { type: 'view', view_id: home.id },
        view: renderView(workspace, home),
        actions: [actionOf(found.element, found.block)],
      },
    });
  }

  function actionOf(element: Element, block: Block) {
    return { ...element, block_id: block.block_id ?? 'b', action_ts: String(now() / 1000) };
  }

  /** What the app says in the acknowledgement. https://docs.slack.dev/surfaces/modals#response_actions */
  function respond(modal: ShownView, body: unknown): void {
    const answer = jsonOf(body) as { response_action?: string; view?: unknown };
    if (answer.response_action === undefined) workspace.views.close(modal.id);
    else if (answer.response_action === 'clear') workspace.views.clear(modal.user);
    else if (answer.response_action === 'update') {
      workspace.views.update({ id: modal.id }, viewOf(answer.view, 'modal'));
    } else if (answer.response_action === 'push') {
      workspace.views.push(modal.user, viewOf(answer.view, 'modal'));
    } else if (answer.response_action !== 'errors') {
      throw new Error(`There is no response_action ${answer.response_action}.`);
    }
  }

  return {
    command({ user, channel, command, text }) {
      const { username, team_id } = personOf(workspace, user);
      const payload = {
        token: 'legacy',
        team_id,
        team_domain: 'local',
        channel_id: channel,
        channel_name: workspace.channels.get(channel)?.name ?? channel,
        user_id: user,
        user_name: username,
        command,
        text,
        api_app_id: appId,
        is_enterprise_install: 'false',
        response_url: responseUrl(workspace.newResponse(user, channel)),
        trigger_id: workspace.newTrigger(user),
      };
      return deliver({ type: 'slash_commands', payload });
    },

    press({ user, channel, label, ts }) {
      return channel === undefined ? pressAtHome(user, label) : pressOnMessage(user, channel, { label, ts });
    },

    async submit({ user, words }) {
      const modal = workspace.views.top(user);
      if (modal?.view.submit === undefined) throw new Error(`${user} has no modal to submit.`);
      const acknowledged = await deliver(submissionOf(workspace, modal, words));
      respond(modal, acknowledged.body);
      return acknowledged;
    },

    async dismiss(user) {
      const modal = workspace.views.top(user);
      if (!modal) return;
      workspace.views.close(modal.id);
      if (modal.view.notify_on_close !== true) return;
      const view = renderView(workspace, modal);
      const payload = { ...interaction('view_closed', user), view, is_cleared: false };
      await deliver({ type: 'interactive', payload });
    },

    openHome(user) {
      const home = workspace.views.homes.get(user);
      const view = home && { view: renderView(workspace, home) };
      return event(user, { type: 'app_home_opened', channel: directOf(user), tab: 'home', ...view });
    },

    async write({ user, channel, text, thread }) {
      const { ts } = workspace.post({ channel, user, text, blocks: [], ...(thread && { thread }) });
      const message = { channel, text, ts, ...(thread && { thread_ts: thread }) };
      const heard = await event(user, { type: 'message', channel_type: 'channel', ...message });
      if (!text.includes(`<@${workspace.botUser}>`)) return heard;
      return event(user, { type: 'app_mention', ...message });
    },
  };
}

/** What Slack sends when the button of a modal is pressed, with what is entered in it. */
export function submissionOf(workspace: Workspace, modal: ShownView, words?: string): Delivery {
  return {
    type: 'interactive',
    payload: {
      ...interactionOf(workspace, { type: 'view_submission', user: modal.user }),
      view: renderView(workspace, modal, enteredIn(modal, words)),
      response_urls: [],
    },
  };
}

function personOf({ users, team }: Workspace, user: string) {
  const { name } = users.get(user) ?? { name: user };
  return { id: user, username: name, name, team_id: team };
}

/** What every interaction carries. */
function interactionOf(workspace: Workspace, { type, user }: { type: string; user: string }) {
  return {
    type,
    user: personOf(workspace, user),
    api_app_id: workspace.appId,
    token: 'legacy',
    trigger_id: workspace.newTrigger(user),
    team: { id: workspace.team, domain: 'local' },
    enterprise: null,
    is_enterprise_install: false,
  };
}

function buttonsOf(blocks: readonly Block[]): { block: Block; element: Element }[] {
  return blocks.flatMap((block) =>
    [...(block.elements ?? []), ...(block.accessory ? [block.accessory] : [])]
      .filter((element) => element.type === 'button')
      .map((element) => ({ block, element })),
  );
}

/** The state of a modal's inputs: what is entered goes into the first; the others keep what stands there. */
function enteredIn({ view }: ShownView, words: string | undefined): Record<string, unknown> {
  const inputs = (view.blocks as Block[]).filter(({ type }) => type === 'input');
  const entries = inputs.map((block, index) => {
    const element = block.element as Element & { initial_value?: string; max_length?: number };
    const value = (index === 0 ? words : undefined) ?? element.initial_value ?? null;
    // Slack keeps the button from being pressed then.
    if (!value && block.optional !== true) throw new Error('Something has to be entered in the modal.');
    if ((value?.length ?? 0) > (element.max_length ?? 3_000))
      throw new Error('That is too long for the modal.');
    return [block.block_id ?? '', { [element.action_id ?? '']: { type: element.type, value } }];
  });
  return Object.fromEntries(entries);
}
