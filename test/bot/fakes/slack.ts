import type { SlackPort } from '../../../bot/ports.ts';
import type { View } from '../../../shared/render/view.ts';
import { type Heard, readable } from './readable.ts';

export class FakeSlack implements SlackPort {
  readonly heard: Heard[] = [];
  readonly groups = new Map<string, string[]>();
  readonly modals: View[] = [];
  /** What each person's Home tab says. */
  readonly homes = new Map<string, string>();

  async post({ channel, thread, view }: Parameters<SlackPort['post']>[0]): Promise<string> {
    this.heard.push({ where: thread ? `${channel} under ${thread}` : channel, text: readable(view) });
    return `ts${this.heard.length}`;
  }

  async update({ ts, view }: Parameters<SlackPort['update']>[0]): Promise<'updated' | 'gone'> {
    const message = this.heard[Number(ts.slice(2)) - 1];
    if (!message) return 'gone';
    message.text = readable(view);
    return 'updated';
  }

  async find(): Promise<string | undefined> {
    return undefined;
  }

  async whisper({ channel, user, view }: Parameters<SlackPort['whisper']>[0]): Promise<void> {
    this.heard.push({ where: `${channel} for ${user}`, text: readable(view) });
  }

  async respond(): Promise<'sent' | 'expired'> {
    return 'expired';
  }

  async openModal({ view }: Parameters<SlackPort['openModal']>[0]): Promise<string> {
    this.modals.push(view);
    return `V${this.modals.length}`;
  }

  async updateModal({ id, view }: Parameters<SlackPort['updateModal']>[0]): Promise<'updated' | 'gone'> {
    const index = Number(id.slice(1)) - 1;
    if (!this.modals[index]) return 'gone';
    this.modals[index] = view;
    return 'updated';
  }

  async publishHome({ user, view }: Parameters<SlackPort['publishHome']>[0]): Promise<void> {
    this.homes.set(user, readable(view));
  }

  async groupMembers(group: string): Promise<string[]> {
    return this.groups.get(group) ?? [];
  }

  /** Confirmed addresses, by user. */
  readonly emails = new Map<string, string>();

  async emailOf(user: string): Promise<string | undefined> {
    return this.emails.get(user);
  }

  async userOf(email: string): Promise<string | undefined> {
    return [...this.emails].find(([, each]) => each === email)?.[0];
  }
}
