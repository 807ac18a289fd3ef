import { describe, expect, test } from 'vitest';
import { teamsOf } from '../../bot/gates/slack-teams.ts';
import { toMessage } from '../../bot/render/block-kit.ts';
import type { Request } from '../../bot/request.ts';
import { toMarkdown } from '../../shared/render/markdown.ts';
import type { View } from '../../shared/render/view.ts';
import { conversation, places, speak } from './conversation.ts';
import { shopRun } from './fakes/shop.ts';
import { listener, usual } from './webhooks.ts';

const id = '2222bbbb-0000-0000-0000-000000000000';
const waits = ['Succeeded', 'InProgress'];

describe('a webhook of GitHub', () => {
  async function heardOf(payload: object): Promise<string[]> {
    const asked: Request[] = [];
    const hear = await listener({
      handle: async (request) => void asked.push(request),
      isSettled: async () => true,
    });
    await hear(payload);
    return asked.map(({ text }) => text);
  }

  test('of a new comment on a pull request is heard', async () => {
    expect(await heardOf(usual)).toEqual(['approve shop']);
  });

  test.each([
    ['an edit: words that were read once do not become others', { action: 'edited' }],
    ['a deletion', { action: 'deleted' }],
    ['a comment on an issue', { issue: { number: 7 } }],
    ['a bot', { comment: { ...usual.comment, user: { login: 'ada[bot]', type: 'Bot' } } }],
    ['an account that is gone', { comment: { ...usual.comment, user: null } }],
    ['five days ago', { comment: { ...usual.comment, created_at: '2026-02-24T11:59:59Z' } }],
    ['nobody’s installation', { installation: undefined }],
    [
      'our own answer, quoted',
      { comment: { ...usual.comment, body: '> /deploy approve shop\n\n`/deploy list`' } },
    ],
  ])('of %s is not', async (_, change) => {
    expect(await heardOf({ ...usual, ...change })).toEqual([]);
  });
});

describe('a payload of Slack', () => {
  test.each([
    [{ team_id: 'T1' }, ['T1']],
    [{ team_id: 'T1', event: { team: 'T2', user: 'U2' } }, ['T1', 'T2']],
    [{ team_id: 'T1', event: { user_team: 'T2', source_team: 'T3' } }, ['T1', 'T2', 'T3']],
    [{ team: { id: 'T1' }, user: { id: 'U1', team_id: 'T2' } }, ['T1', 'T2']],
    [{ team: null, user: { id: 'U1', team_id: 'T1' } }, ['T1']],
    [{ team: 'T1', user: 'U1', event: 7 }, []],
  ])('%j names the workspaces %j', (body, teams) => {
    expect(teamsOf(body)).toEqual(teams);
  });
});

describe.each(places)('who is not let any more in $place', ({ place, eve }) => {
  test('a second after they left the group is refused', async () => {
    await using talk = await conversation();
    talk.pipelines.runs = [shopRun(id, waits)];
    const members = place === 'Slack' ? talk.slack.groups : talk.github.teams;
    const group = place === 'Slack' ? 'S0OPS' : 'acme/ops';
    members.set(group, [eve]);
    expect((await speak(talk, place, eve, 'status shop'))[0]).toContain('waits for approval');
    members.set(group, []);
    expect((await speak(talk, place, eve, 'approve shop'))[0]).toContain('There is no pipeline “shop” here');
    expect(talk.pipelines.calls).toEqual([]);
  });
});

const hostile = [
  '<!channel> <!here> <@U0EVE> <https://evil.example|acme.example>',
  '@everyone @acme/ops fixes #1 GH-2 https://evil.example www.evil.example',
  '*bold* _slanted_ ~struck~ `code` ```fence```',
  '[acme](https://evil.example) ![x](https://evil.example/x.png) <img src=x onerror=alert(1)> <!-- x -->',
  '# heading\r\n- item\n| a | b |\n> quote\n\n/deploy stop shop now',
  'user\u202Etxt.exe ad\u200Bmin pay\u2066pal \u061C\u3164',
  '&lt;!channel&gt; &amp;lt;script&amp;gt;',
  '\u001B[31mred\u001B[0m \u0000\u0007 \uD800',
];

/** What is not seen, which no text of ours has. */
const unseen = /[\p{Cc}\u061C\u200B\u202E\u2066\u3164]/u;
/** Links, mentions and formats that are none of ours, as mrkdwn has them. */
const atWorkInSlack = /<!(?!subteam\^S0OPS>)|<@U0EVE|<https?:\/\/evil|~|\*(?:bold|item)|_slanted/;
/** The same as Markdown has them, code left out; the zero-width spaces there are ours and written out. */
const atWorkOnGitHub =
  /\]\(<?https:\/\/evil|<img|<!--|@(?:everyone|acme)|(?<!\\)#1\b|GH-2|:\/\/evil|www\.evil/;

/** Every text that Slack reads as mrkdwn, in a message. */
function markupIn(block: unknown): string[] {
  if (typeof block !== 'object' || block === null) return [];
  const { type, text } = block as { type?: unknown; text?: unknown };
  if (type === 'mrkdwn') return [String(text)];
  return Object.values(block).flatMap(markupIn);
}

function withoutCode(markdown: string): string {
  const withoutFences = markdown.replace(/^(`{3,})text\n[\s\S]*?\n\1$/gm, '');
  return withoutFences.replace(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '');
}

describe.each(places)('what others wrote, told in $place', ({ place, ada }) => {
  test.each(hostile)('is text and nothing else: %j', async (text) => {
    await using talk = await conversation();
    const views: View[] = [];
    for (const port of [talk.slack, talk.github]) {
      for (const method of ['post', 'whisper', 'respond', 'comment', 'editComment'] as const) {
        const own = (
          port as unknown as Record<string, ((of: { view?: View; body?: View }) => unknown) | undefined>
        )[method];
        if (!own) continue;
        Object.assign(port, {
          [method]: (of: { view?: View; body?: View }) => {
            views.push((of.view ?? of.body)!);
            return own.call(port, of);
          },
        });
      }
    }
    const change = {
      commit: 'c'.repeat(40),
      message: text,
      author: text,
      actor: text,
      ref: `refs/heads/${text}`,
    };
    const done = shopRun('1111aaaa-0000-0000-0000-000000000000', ['Succeeded', 'Succeeded', 'Succeeded']);
    talk.pipelines.runs = [shopRun(id, waits, { change }), done];
    talk.github.comparisons.set('1111aaa...ccccccc', {
      commits: [{ sha: 'c'.repeat(40), message: text, author: text }],
      total: 1,
      files: [text],
    });
    talk.written.set('Approve/Approve', [text]);
    const quoted = `"${text.replaceAll('"', '')}"`;
    for (const words of [
      'status',
      'list',
      'history',
      'diff',
      'logs shop Approve',
      `lock shop ${quoted}`,
      'start shop',
      `unlock shop ${quoted}`,
      `approve shop ${quoted}`,
      'approve shop',
      `start ${quoted}`,
      `help ${quoted}`,
      quoted,
      'audit',
    ]) {
      await speak(talk, place, ada, words);
    }
    expect(views.length).toBeGreaterThan(14);
    for (const view of views) {
      const { text: notification, blocks } = toMessage(view);
      for (const markup of [notification, ...markupIn(blocks)]) {
        expect(markup.replaceAll('\n', ' ')).not.toMatch(unseen);
        expect(markup.replace(/```[\s\S]*?```|`[^`]*`/g, '')).not.toMatch(atWorkInSlack);
      }
      const markdown = toMarkdown(view);
      expect(markdown.replaceAll('\n', ' ')).not.toMatch(unseen);
      expect(withoutCode(markdown)).not.toMatch(atWorkOnGitHub);
      expect(markdown).not.toMatch(/^\/deploy stop/m);
    }
  });
});
