/**
 * `npm start`: with any of the bot's settings in the environment it is the bot, else the whole world on this
 * machine with a page to try it from.
 */
const settings =
  /^(SLACK_(BOT_TOKEN|APP_TOKEN|SIGNING_SECRET)|GITHUB_(APP_ID|PRIVATE_KEY|WEBHOOK_SECRET)|DRAWBRIDGE_.+)$/;

if (Object.entries(process.env).some(([name, value]) => value && settings.test(name)))
  await import('../bot/main.ts');
else await startLocal();

async function startLocal(): Promise<void> {
  const { startEmbedded } = await import('./embedded.ts');
  const { createConsoleBackend } = await import('./console/backend.ts');
  const { startConsole } = await import('./console/server.ts');
  const world = await startEmbedded();
  const page = await startConsole(createConsoleBackend(world));
  console.log(`Drawbridge runs here with a local AWS, Slack and GitHub.

  Try it:      ${page.url}
  Local AWS:   export AWS_ENDPOINT_URL=${world.aws.endpoint} AWS_REGION=${world.aws.aws.region} AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local

To point the bot at the real ones, set these and start it again:

  AWS          AWS_REGION, credentials as every AWS SDK finds them, and DRAWBRIDGE_SQS_QUEUE_URL
  Slack        SLACK_BOT_TOKEN, and SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET
  GitHub       GITHUB_APP_ID, GITHUB_PRIVATE_KEY, GITHUB_WEBHOOK_SECRET
  Who may what DRAWBRIDGE_POLICY, the path of your drawbridge.yml

Ctrl-C ends it and leaves nothing behind.`);

  const stop = async () => {
    await page.close();
    await world.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
}
