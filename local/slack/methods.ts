import { SlackError } from './errors.ts';
import { checkMessage } from './limits.ts';
import { viewMethods } from './view-methods.ts';
import { type Block, directOf, type Message, type Workspace } from './workspace.ts';

export type Arguments = Readonly<Record<string, unknown>>;
export type Method = (workspace: Workspace, args: Arguments) => Record<string, unknown>;

/** The Web API methods that are here, by name. https://docs.slack.dev/reference/methods */
export const methods: Readonly<Record<string, Method>> = {
  'api.test': (_, args) => ({ args }),

  'auth.test': (workspace) => ({
    url: 'http://localhost/',
    team: 'Local',
    user: 'drawbridge',
    team_id: workspace.team,
    user_id: workspace.botUser,
    bot_id: 'B0DRAWBRIDGE',
    app_id: workspace.appId,
    is_enterprise_install: false,
  }),

  'chat.postMessage': (workspace, args) => {
    const channel = channelOf(workspace, args);
    const message = workspace.post({
      channel,
      user: workspace.botUser,
      ...contentOf(args),
      ...(args.thread_ts ? { thread: text(args.thread_ts) } : {}),
    });
    return { channel, ts: message.ts, message: render(message) };
  },

  'chat.postEphemeral': (workspace, args) => {
    const message = workspace.post({
      channel: channelOf(workspace, args),
      user: workspace.botUser,
      visibleTo: userOf(workspace, args),
      ...contentOf(args),
      ...(args.thread_ts ? { thread: text(args.thread_ts) } : {}),
    });
    return { message_ts: message.ts };
  },

  'chat.update': (workspace, args) => {
    const channel = channelOf(workspace, args);
    const message = workspace.edit(channel, text(args.ts), contentOf(args));
    if (!message) throw new SlackError('message_not_found');
    return { channel, ts: message.ts, text: message.text, message: render(message) };
  },

  'chat.delete': (workspace, args) => {
    const channel = channelOf(workspace, args);
    if (!workspace.delete(channel, text(args.ts))) throw new SlackError('message_not_found');
    return { channel, ts: text(args.ts) };
  },

  'conversations.info': (workspace, args) => {
    const id = channelOf(workspace, args);
    return { channel: { ...workspace.channels.get(id), is_channel: true, is_member: true } };
  },

  'conversations.open': (workspace, args) => {
    const user = text(args.users);
    if (!workspace.users.has(user)) throw new SlackError('user_not_found');
    return { channel: { id: directOf(user) } };
  },

  'conversations.history': (workspace, args) => ({
    messages: history(workspace, args, (message) => !message.thread),
    has_more: false,
  }),

  'conversations.replies': (workspace, args) => {
    const root = text(args.ts);
    return { messages: history(workspace, args, (m) => m.ts === root || m.thread === root), has_more: false };
  },

  'users.info': (workspace, args) => {
    const user = workspace.users.get(userOf(workspace, args))!;
    return {
      user: {
        id: user.id,
        team_id: workspace.team,
        name: user.name,
        real_name: user.name,
        is_bot: user.bot ?? false,
        is_email_confirmed: user.email !== undefined,
        profile: { real_name: user.name, display_name: user.name, email: user.email },
      },
    };
  },

  'users.lookupByEmail': (workspace, args) => {
    const user = [...workspace.users.values()].find(({ email }) => email && email === args.email);
    if (!user) throw new SlackError('users_not_found');
    return methods['users.info']!(workspace, { user: user.id });
  },

  'usergroups.users.list': (workspace, args) => {
    const users = workspace.groups[text(args.usergroup)];
    if (!users) throw new SlackError('no_such_subteam');
    return { users };
  },

  ...viewMethods,
};

function channelOf(workspace: Workspace, args: Arguments): string {
  const named = text(args.channel);
  // A person stands for the conversation with them: https://docs.slack.dev/reference/methods/chat.postMessage#dm
  const channel = workspace.users.has(named) ? directOf(named) : named;
  if (!workspace.channels.has(channel)) throw new SlackError('channel_not_found');
  return channel;
}

function userOf(workspace: Workspace, args: Arguments): string {
  const user = text(args.user);
  if (!workspace.users.has(user)) throw new SlackError('user_not_found');
  return user;
}

function contentOf(args: Arguments): Pick<Message, 'text' | 'blocks' | 'metadata'> {
  const blocks = (args.blocks ?? []) as Block[];
  if (!args.text && blocks.length === 0) throw new SlackError('no_text');
  checkMessage(blocks);
  return { text: text(args.text), blocks, metadata: args.metadata };
}

function history(workspace: Workspace, args: Arguments, keep: (message: Message) => boolean) {
  const channel = channelOf(workspace, args);
  const kept = workspace.messages.filter((m) => m.channel === channel && !m.visibleTo && keep(m));
  return kept.reverse().map(render);
}

/** A message in the shape the Web API returns. */
export function render(message: Message): Record<string, unknown> {
  return {
    type: 'message',
    user: message.user,
    ts: message.ts,
    text: message.text,
    blocks: message.blocks,
    ...(message.thread ? { thread_ts: message.thread } : {}),
    ...(message.metadata ? { metadata: message.metadata } : {}),
  };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
