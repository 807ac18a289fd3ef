import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { homeView } from '../../../bot/home.ts';
import { toMessage } from '../../../bot/render/block-kit.ts';
import { toHome, toModal } from '../../../bot/render/views.ts';
import { createConsoleBackend } from '../../../local/console/backend.ts';
import { startConsole } from '../../../local/console/server.ts';
import { startEmbedded } from '../../../local/embedded.ts';
import { renderRun } from '../../../shared/render/run.ts';
import { shopRun } from '../../bot/fakes/shop.ts';

const browsers = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];
const executablePath = browsers.find((path) => path !== undefined && existsSync(path));
const folder = process.env.SCREENSHOTS;

// Where there is no Chromium the page cannot be tried; CHROMIUM names one.
describe.runIf(executablePath)('the page in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    const args = ['--no-sandbox', '--disable-quic', '--no-first-run'];
    browser = await chromium.launch({ executablePath: executablePath!, args });
  });
  afterAll(() => browser?.close());

  async function open(url: string, colorScheme: 'light' | 'dark' = 'light') {
    const page = await browser.newPage({ viewport: { width: 1440, height: 1000 }, colorScheme });
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(url);
    return { page, faults };
  }

  async function picture(page: Page, name: string): Promise<void> {
    if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
  }

  test('a release is merged, approved and seen on the hosts, all from the page', {
    timeout: 120_000,
  }, async () => {
    await using closers = new AsyncDisposableStack();
    const world = await startEmbedded();
    closers.defer(() => world.close());
    const site = await startConsole(createConsoleBackend(world));
    closers.defer(() => site.close());
    const { page, faults } = await open(site.url);

    await page.getByRole('button', { name: 'Merge a release' }).click();
    const approve = page.locator('#messages').getByRole('button', { name: 'Approve' }).first();
    await approve.waitFor({ timeout: 60_000 });
    await picture(page, 'waiting');
    await page.getByRole('tab', { name: 'Home' }).click();
    await page.locator('#home').getByText('Waiting for you').waitFor();
    await picture(page, 'home');
    await page.locator('#home').getByRole('button', { name: 'Reject' }).click();
    const modal = page.getByRole('dialog');
    await modal.getByRole('button', { name: 'Reject' }).waitFor();
    await modal.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('tab', { name: 'deploys' }).click();
    await approve.click();
    await modal.getByText('Comment (optional)').waitFor();
    await modal.locator('textarea').fill('fine');
    await picture(page, 'modal');
    await modal.getByRole('button', { name: 'Approve' }).click();
    await page.locator('#stages').getByText('Deploy — Succeeded').waitFor({ timeout: 60_000 });
    await expect
      .poll(() => page.locator('#hosts li').allInnerTexts(), { timeout: 20_000 })
      .toEqual(Array.from({ length: 4 }, () => expect.stringContaining('1.1.0')));
    await page.locator('#messages').getByText('succeeded').first().waitFor();
    await picture(page, 'succeeded');
    expect(faults).toEqual([]);
  });

  describe.each(['light', 'dark'] as const)('in %s', (scheme) => {
    test.each(['messages', 'home', 'modal'])(
      'names full of tricks do not break the look of %s',
      async (what) => {
        await using closers = new AsyncDisposableStack();
        const site = await startConsole({
          state: async () => extremes(what),
          act: async () => {},
          onChange: () => () => {},
        });
        closers.defer(() => site.close());
        const { page, faults } = await open(site.url, scheme);
        await page.getByText('Pull requests').waitFor();
        if (what === 'home') await page.getByRole('tab', { name: 'Home' }).click();
        await expect.poll(() => page.getByText('Paint the door').count()).toBeGreaterThan(0);
        await picture(page, `extremes-${what}-${scheme}`);
        const wide = await page.evaluate(tooWide);
        expect(wide).toEqual([]);
        expect(faults).toEqual([]);
      },
    );
  });
});

/** Elements of Slack's that are wider than their place, as their markup begins. */
const tooWide = `[...document.querySelectorAll('.slack, .slack *')]
  .filter((each) => each.tagName !== 'PRE' && each.clientWidth > 0 && each.scrollWidth > each.clientWidth + 1)
  .map((each) => each.outerHTML.slice(0, 80))`;

/** What the page shows of a workspace where everybody has tried to break it. */
function extremes(what: string) {
  const change = {
    commit: 'f00dfeed'.repeat(5),
    message: `Paint the door 🚪 \u202Eeman a ton\u202C ${'Donaudampfschifffahrt'.repeat(12)} <!channel> *bold* _x_`,
    author: 'مرحبا بالعالم',
    repository: 'acme/shop',
    pullRequest: 12,
    ref: 'refs/heads/main',
  };
  const run = shopRun('2222bbbb-0000-0000-0000-000000000000', ['Succeeded', 'InProgress'], {
    change,
    startedAt: 0,
  });
  const view = renderRun(run, {
    approvers: [{ slack: 'U0ADA' }, ', ', 'x'.repeat(120)],
    note: 'n'.repeat(400),
  });
  const named = (index: number) => ({ ...run, pipeline: `${'pipeline-'.repeat(8)}${index}` });
  const home = homeView({
    waiting: [run, named(1)],
    pipelines: Array.from({ length: 30 }, (_, index) => ({ name: named(index).pipeline, run: named(index) })),
    now: 3_600_000,
  });
  const form = {
    submit: 'Approve',
    callback: 'confirm',
    metadata: '',
    input: { label: 'Reason', optional: false, longest: 1000, value: 'w'.repeat(300) },
  };
  const message = { ts: '1', author: 'drawbridge', text: '', blocks: toMessage(view).blocks };
  return {
    people: [{ id: 'ada', name: 'ada', slack: 'U0ADA' }],
    messages: [message, { ...message, ts: '2', thread: '1', visibleTo: 'U0ADA' }],
    direct: [],
    home: toHome(home).blocks,
    modal:
      what === 'modal'
        ? {
            ...toModal('Approve shop', view, form),
            id: 'V',
            hash: 'h',
            title: 'Approve shop',
            submit: 'Approve',
            close: 'Cancel',
          }
        : undefined,
    pulls: [],
    stages: [],
    hosts: [],
  };
}
