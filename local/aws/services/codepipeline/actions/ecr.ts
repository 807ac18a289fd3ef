import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listTree } from '../../../../../shared/artifact/tree.ts';
import { writeZip } from '../../../../../shared/artifact/zip.ts';
import ecr from '../../ecr/service.ts';
import { type ActionContext, ActionFailure, defineActionRunner } from './define.ts';

/** https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-ECR.html */
export default defineActionRunner({
  category: 'Source',
  provider: 'ECR',
  async run(context) {
    const { aws, configuration, outputs, override } = context;
    const { RepositoryName: name = '', ImageTag: tag = 'latest' } = configuration;
    const registry = aws.use(ecr);
    const repository = registry.find(name);
    const image = registry.image(
      repository,
      override ? { imageDigest: override.revisionValue } : { imageTag: tag },
    );
    if (!image)
      throw new ActionFailure(
        'ConfigurationError',
        `There is no image ${override?.revisionValue ?? tag} in the ECR repository ${name}`,
      );
    const { digest } = image;
    const uri = `${aws.account}.dkr.ecr.${aws.region}.amazonaws.com/${name}@${digest}`;
    await storeFile(context, 'imageDetail.json', {
      ImageSizeInBytes: String(image.size),
      ImageDigest: digest,
      Version: '1.0',
      ImagePushedAt: new Date(image.pushed).toString(),
      RegistryId: aws.account,
      RepositoryName: name,
      ImageURI: uri,
      ImageTags: registry.tagsOf(repository, image),
    });
    return {
      status: 'Succeeded',
      externalExecutionId: digest,
      revisions: { [outputs[0]?.name ?? '']: { id: digest, created: image.pushed } },
      outputVariables: {
        RegistryId: aws.account,
        RepositoryName: name,
        ImageTag: tag,
        ImageDigest: digest,
        ImageURI: uri,
      },
    };
  },
});

/** Puts out an artifact with one file of JSON. */
async function storeFile({ aws, outputs, store }: ActionContext, name: string, json: object): Promise<void> {
  const folder = await mkdtemp(join(aws.scratch, 'image-'));
  try {
    await writeFile(join(folder, name), JSON.stringify(json));
    const zip = join(folder, 'artifact.zip');
    await writeZip(listTree(folder, { include: [name] }), zip);
    await store(outputs[0]?.name ?? '', createReadStream(zip));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
