import { pino } from 'pino';
import { createAwsClients } from '../shared/aws/clients.ts';
import { createDeployments } from '../shared/aws/deployments-port.ts';
import { createPipelines } from '../shared/aws/pipelines.ts';
import { createSecretStore } from '../shared/aws/secrets.ts';
import { createStages } from '../shared/aws/stages.ts';
import { type Clock, systemClock } from '../shared/clock.ts';
import type { Log } from '../shared/log.ts';
import { createLogReader, createProgressFinder, createReasonFinder } from '../shared/providers/find.ts';
import { reveal } from './commands/reveal.ts';
import type { AwsConfig, Config } from './config.ts';
import { createConfirming } from './confirming.ts';
import { effects } from './effects/effects.gen.ts';
import { createFollower } from './follow.ts';
import { awsRoute } from './gates/aws-http.ts';
import { snsRoute } from './gates/aws-sns.ts';
import { startSqs } from './gates/aws-sqs.ts';
import { createBolt } from './gates/bolt.ts';
import { githubRoute, listenOnGitHub, processWebhook } from './gates/github.ts';
import { healthRoutes } from './gates/health.ts';
import { startInboxWorker } from './gates/inbox-worker.ts';
import { metricsRoute } from './gates/metrics.ts';
import { createSlackGate } from './gates/slack-gate.ts';
import { slackRoute } from './gates/slack-http.ts';
import { createSlackSocket, type SlackSocket } from './gates/slack-socket.ts';
import { isOfAws, isOfEndpoint } from './gates/sns-origin.ts';
import { createGitHub, noGitHub } from './github.ts';
import { createHandler } from './handle.ts';
import { startHousekeeping } from './housekeeping.ts';
import { type HttpRoute, startHttp } from './http.ts';
import { withinGitHubBudget, withinSlackBudget } from './outbox/budget.ts';
import { startDeliverer } from './outbox/deliver.ts';
import { createRoute } from './outbox/route.ts';
import { loadPolicy } from './policy/load.ts';
import type { Ports } from './ports.ts';
import { startReconciler } from './reconcile.ts';
import { startRedelivery } from './redelivery.ts';
import { isMeant } from './replies.ts';
import { createSlack, noSlack } from './slack.ts';
import { storeFault } from './store/fault.ts';
import { openStore } from './store/open.ts';
import type { Received } from './store/store.ts';
import { startStoryteller } from './storyteller.ts';
import { openHome } from './viewers.ts';

export interface Bot {
  /** Where its HTTP gates listen, such as `http://127.0.0.1:3000`. */
  readonly address: string;
  /** Takes nothing more, ends what is under way and closes the store. What waits is done after the next start. */
  close(): Promise<void>;
}

/** Puts together everything that the bot is made of, and starts it. */
export async function createBot(
  config: Config,
  {
    clock = systemClock,
    log = pino({ level: config.logLevel }),
    onRush = () => {},
  }: { clock?: Clock; log?: Log; onRush?: () => void } = {},
): Promise<Bot> {
  // Closed in the opposite order: the gates first, the store after them; all of it if anything here throws.
  await using closers = new AsyncDisposableStack();
  const policy = await loadPolicy(config.policy, { clock, log });
  closers.defer(() => policy.close());
  const { data, databaseUrl } = config;
  const database = databaseUrl ? { url: databaseUrl } : { file: data };
  const store = await openStore({ ...database, clock, route: createRoute(effects), onRush }).catch(
    (error) => {
      throw storeFault(error, database);
    },
  );
  closers.defer(() => store.close());

  const aws = createAws(config.aws);
  const slack = config.slack && createSlack({ ...config.slack, log });
  // Loaded where it is set up: it takes 8 MB.
  const probot = config.github && (await import('./probot.ts')).createProbot(config.github);
  const github = probot && createGitHub(probot);
  const ports: Ports = {
    clock,
    log,
    store,
    ...aws.ports,
    slack: slack ? withinSlackBudget(slack, { clock, store }) : noSlack,
    github: github ? withinGitHubBudget(github, { clock, store }) : noGitHub,
    policy: policy.current,
  };

  const deliverer = startDeliverer(ports, { kinds: effects });
  closers.defer(() => deliverer.stop());

  const handle = createHandler(ports);
  let socket: SlackSocket | undefined;
  const health = slack && {
    async check() {
      await slack.check();
      socket?.check();
    },
  };
  const routes: HttpRoute[] = [
    ...healthRoutes({ store, slack: health, clock }),
    metricsRoute({ store, clock }),
  ];
  const process: Record<Received['source'], (received: Received) => Promise<void>> = {
    slack: notSetUp,
    github: notSetUp,
    aws: ({ payload }) => follow(payload),
  };
  const follow = createFollower(ports);
  if (probot && github && config.github) {
    const { isSettled } = store.outbox;
    listenOnGitHub(probot, { handle, isSettled, installations: github, clock });
    process.github = (received) => processWebhook(probot, received);
    routes.push(githubRoute({ secret: config.github.webhookSecret, store }));
  }
  const { topics, endpoint } = config.aws;
  if (topics.length > 0) {
    const isOfSns = endpoint ? isOfEndpoint(endpoint) : isOfAws;
    routes.push(snsRoute({ topics, isOfSns, store, clock, log, fetch }));
  }
  if (config.aws.eventsKey) routes.push(awsRoute({ key: config.aws.eventsKey, store }));
  if (slack && config.slack) {
    const { signingSecret, appToken, apiUrl } = config.slack;
    const bolt = createBolt({
      ...config.slack,
      slack,
      store,
      clock,
      log,
      confirming: createConfirming(ports),
      isMeant: (request) => isMeant(request, ports),
      showHome: (viewer) => openHome(viewer, ports),
      reveal: (click) => reveal(ports, click),
    });
    closers.defer(() => bolt.close());
    await bolt.resume();
    process.slack = bolt.process;
    const gate = createSlackGate({ store, inline: bolt.inline });
    if (signingSecret) routes.push(slackRoute({ signingSecret, clock, gate }));
    if (appToken) socket = createSlackSocket({ appToken, apiUrl, gate, log, clock });
  }
  const worker = startInboxWorker({ store, clock, log, process });
  closers.defer(() => worker.stop());

  const reconciler = startReconciler(ports);
  closers.defer(() => reconciler.close());

  const storyteller = startStoryteller(ports);
  closers.defer(() => storyteller.close());

  const housekeeping = startHousekeeping(ports, () => {
    worker.wake();
    deliverer.wake();
  });
  closers.defer(() => housekeeping.stop());

  if (config.aws.queueUrl) {
    const queue = await aws.queue(config.aws.queueUrl);
    const sqs = startSqs({ queue, store, clock, log });
    closers.defer(() => sqs.close());
  }
  // Else the first sender after the start waits while it is loaded.
  await aws.load();
  const http = await startHttp({ host: config.host, port: config.port, routes, log });
  closers.defer(() => http.close());
  if (probot) {
    const redelivery = startRedelivery({ probot, clock, log });
    closers.defer(() => redelivery.close());
  }
  // Last, as it waits for Slack's first answer.
  if (socket) {
    closers.defer(socket.close);
    await socket.start();
  }
  log.info({ address: http.url, gates: routes.map(({ path }) => path) }, 'Drawbridge is up');

  const open = closers.move();
  return { address: http.url, close: () => open.disposeAsync() };
}

function createAws({ region, endpoint, credentials }: AwsConfig) {
  const clients = createAwsClients({
    region,
    userAgent: 'drawbridge',
    // The SDK waits for ever unless told; a queue's long poll takes twenty seconds.
    requestHandler: { connectionTimeout: 5_000, socketTimeout: 30_000 },
    ...(endpoint && { endpoint }),
    ...(credentials && {
      credentials: {
        accessKeyId: credentials.id,
        secretAccessKey: credentials.secret.reveal(),
        ...(credentials.session && { sessionToken: credentials.session.reveal() }),
      },
    }),
  });
  return {
    ports: {
      pipelines: createPipelines(clients, region),
      stages: createStages(clients, region),
      deployments: createDeployments(clients),
      reasonOf: createReasonFinder(clients),
      logsOf: createLogReader(clients),
      progressOf: createProgressFinder(clients),
      secrets: createSecretStore(clients),
    },
    /** Loaded where it is set up. */
    async queue(url: string) {
      const { createQueue } = await import('../shared/aws/queue.ts');
      return createQueue(clients, { url, region });
    },
    /** Loads what is sure to be needed. */
    load: () => clients.codepipeline(),
  };
}

/** What was left in the inbox by a time when there was more set up than now. */
async function notSetUp({ source }: Received): Promise<void> {
  throw new Error(`There is no ${source} set up to answer to`);
}
