import { parseArgs } from 'node:util';
import { messageOf, UserError } from '../../shared/errors.ts';
import type { AwsOptions, LocalAws } from './server.ts';

const usage =
  'Usage: npm run local -- [--port 4566] [--region us-east-1] [--account 123456789012] [--data DIR] [--sample]';

let isStopping = false;

try {
  const { sample, ...options } = readOptions(process.argv.slice(2));
  const aws = await start(options);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(aws));
  if (sample) await provisionSample(aws);
  console.log(exportsFor(aws));
  // On standard error: what is on standard output may be fed to a shell.
  if (aws.kept) console.error(`# ${describeKept(aws.kept)}`);
} catch (error) {
  // What is under way while it stops breaks off.
  if (!isStopping) fail(error);
}

function fail(error: unknown): void {
  if (!(error instanceof UserError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function readOptions(args: string[]): AwsOptions & { sample: boolean } {
  const { port, region, account, data, sample } = parse(args);
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new UserError(`--port ${port} is not a port.`);
  if (!/^[a-z]{2}(-[a-z]+)+-\d$/.test(region)) throw new UserError(`--region ${region} is not a region.`);
  if (!/^\d{12}$/.test(account)) throw new UserError(`--account ${account} must have twelve digits.`);
  if (data === '') throw new UserError('--data needs the name of a folder.');
  return { port: Number(port), region, account, data, sample };
}

function parse(args: string[]) {
  try {
    const options = {
      port: { type: 'string', default: '4566' },
      region: { type: 'string', default: 'us-east-1' },
      account: { type: 'string', default: '123456789012' },
      data: { type: 'string' },
      sample: { type: 'boolean', default: false },
    } as const;
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new UserError(`${messageOf(error)}\n${usage}`, { cause: error });
  }
}

async function start(options: AwsOptions): Promise<LocalAws> {
  const { startAws } = await import('./server.ts');
  try {
    return await startAws(options);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    const advice = 'stop what listens there, or choose another with --port.';
    throw new UserError(`Port ${options.port} is in use: ${advice}`, { cause: error });
  }
}

/** The sample's pipeline `shop` with its four hosts, to drive with the AWS CLI. */
async function provisionSample(aws: LocalAws): Promise<void> {
  const { provisionShop } = await import('../shop.ts');
  const { urls } = await provisionShop(aws);
  console.error(`# The pipeline shop deploys to ${urls.join(' ')}`);
}

/** What makes the SDKs and the AWS CLI of a shell speak to this server. */
function exportsFor({ endpoint, aws }: LocalAws): string {
  const variables = {
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_REGION: aws.region,
    AWS_DEFAULT_REGION: aws.region,
  };
  return Object.entries(variables)
    .map(([name, value]) => `export ${name}=${value}`)
    .join('\n');
}

/** So that nobody takes for kept what is not. */
function describeKept({ folder, services, forgotten }: NonNullable<LocalAws['kept']>): string {
  const rest = forgotten.length > 0 ? ` Forgotten at its end: ${forgotten.join(', ')}.` : '';
  return `Kept in ${folder}: ${services.join(', ')}.${rest}`;
}

async function stop(aws: LocalAws): Promise<void> {
  isStopping = true;
  await aws.close();
  process.exit();
}
