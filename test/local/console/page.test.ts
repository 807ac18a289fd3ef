import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { expect, test } from 'vitest';
import { createConsoleBackend } from '../../../local/console/backend.ts';
import { startConsole } from '../../../local/console/server.ts';
import { startEmbedded } from '../../../local/embedded.ts';

const browsers = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];
const executablePath = browsers.find((path) => path !== undefined && existsSync(path));

test('a release is merged, approved and seen on the hosts, all from the page', {
  timeout: 90_000,
}, async () => {
  if (!executablePath) {
    console.log('No Chromium on this machine (CHROMIUM names one): the page was not tried in a browser.');
    return;
  }
  await using closers = new AsyncDisposableStack();
  const world = await startEmbedded();
  closers.defer(() => world.close());
  const site = await startConsole(createConsoleBackend(world));
  closers.defer(() => site.close());
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-quic', '--no-first-run'],
  });
  closers.defer(() => browser.close());
  const page = await browser.newPage({ viewport: { width: 1440, height: 1100 } });
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(site.url);

  await page.getByRole('button', { name: 'Merge a release' }).click();
  const approve = page.locator('#messages').getByRole('button', { name: 'Approve' }).first();
  await approve.waitFor({ timeout: 40_000 });
  if (process.env.SCREENSHOTS)
    await page.screenshot({ path: `${process.env.SCREENSHOTS}/waiting.png`, fullPage: true });
  await page.locator('#command').fill('approve shop fine');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.locator('#stages').getByText('Deploy — Succeeded').waitFor({ timeout: 40_000 });
  await expect
    .poll(() => page.locator('#hosts li').allInnerTexts(), { timeout: 20_000 })
    .toEqual([
      expect.stringContaining('1.1.0'),
      expect.stringContaining('1.1.0'),
      expect.stringContaining('1.1.0'),
      expect.stringContaining('1.1.0'),
    ]);
  await page.locator('#messages').getByText('succeeded').first().waitFor();
  if (process.env.SCREENSHOTS)
    await page.screenshot({ path: `${process.env.SCREENSHOTS}/succeeded.png`, fullPage: true });
  expect(faults).toEqual([]);
});
