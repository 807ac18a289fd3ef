import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { listTree } from '../shared/artifact/tree.ts';
import { writeZip } from '../shared/artifact/zip.ts';
import { createAwsClients } from '../shared/aws/clients.ts';
import { createPipelines } from '../shared/aws/pipelines.ts';
import { isFinal, type Run } from '../shared/run/model.ts';
import type { LocalAws } from './aws/server.ts';
import { localCredentials, sampleFolder } from './shop.ts';

const patience = 30_000;

/** Uploads the sample as it is to the pipeline's source bucket, as it lay there before anybody had Drawbridge. */
export async function uploadFirstRelease(local: LocalAws): Promise<void> {
  const file = join(local.aws.scratch, 'first-release.zip');
  await writeZip(listTree(sampleFolder), file);
  const config = { endpoint: local.endpoint, region: local.aws.region, credentials: localCredentials };
  const s3 = new S3Client({ ...config, forcePathStyle: true });
  await s3.send(new PutObjectCommand({ Bucket: 'shop-source', Key: 'shop.zip', Body: await readFile(file) }));
}

/** Lets the run that a new pipeline starts with go through, so that there is a release to go back to. */
export async function finishFirstRun(local: LocalAws): Promise<void> {
  const clients = createAwsClients({
    endpoint: local.endpoint,
    region: local.aws.region,
    credentials: localCredentials,
  });
  const pipelines = createPipelines(clients, local.aws.region);
  const end = performance.now() + patience;
  for (;;) {
    const [run] = await pipelines.recent('shop', { limit: 1 });
    if (run && isFinal(run)) return check(await pipelines.run('shop', run.id));
    const approval = run && (await pipelines.pendingApproval('shop', run.id));
    if (approval) await pipelines.approve({ approval, status: 'Approved', summary: 'The first release' });
    if (performance.now() > end) throw new Error('The first release of the sample does not come to an end.');
    await sleep(50);
  }
}

function check({ status, stages }: Run): void {
  if (status === 'Succeeded') return;
  const failed = stages.flatMap(({ actions }) => actions).find((action) => action.status === 'Failed');
  const why = failed ? `${failed.name}: ${failed.summary ?? 'no reason is known'}` : 'no action failed';
  throw new Error(`The first release of the sample ended as ${status}. ${why}`);
}
