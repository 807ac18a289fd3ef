import { walkTree } from '../../shared/artifact/tree.ts';
import { writeZip } from '../../shared/artifact/zip.ts';
import { createAwsClients } from '../../shared/aws/clients.ts';
import { createObjectStore } from '../../shared/aws/uploads.ts';

/** Packages a folder and puts it into the bucket `bench`, once; prints the most KiB that were resident. */
const [tree = '', file = ''] = process.argv.slice(2);
const region = 'us-east-1';
const zip = await writeZip(walkTree(tree), file);
const store = createObjectStore(createAwsClients({ region }), region);
await store.put({ ...zip, bucket: 'bench', key: 'own.zip', metadata: {} });
console.log(process.resourceUsage().maxRSS);
