import { type Aws, AwsError } from '../../define.ts';
import { page } from '../../page.ts';
import { type DeclaredOperations, defineDeclared } from '../../protocol/declare.ts';
import { api } from './api.ts';
import { type Image, type ImageId, type ImageRepository, persistence, Registry } from './registry.ts';

const operations: DeclaredOperations<typeof api, Registry> = {
  CreateRepository: (state, { repositoryName, imageTagMutability }) => ({
    repository: describe(state, state.create(repositoryName, imageTagMutability === 'IMMUTABLE')),
  }),

  DescribeRepositories(state, { repositoryNames, nextToken, maxResults }) {
    const all = repositoryNames?.map((name) => state.find(name)) ?? [...state.repositories.values()];
    const shown = page(all, { token: nextToken, max: maxResults, limit: 1000, badToken });
    return {
      repositories: shown.items.map((repository) => describe(state, repository)),
      nextToken: shown.nextToken,
    };
  },

  DeleteRepository(state, { repositoryName, force }) {
    const repository = state.find(repositoryName);
    if (repository.images.size > 0 && !force)
      throw new AwsError(
        'RepositoryNotEmptyException',
        `The repository '${repositoryName}' cannot be deleted because it still contains images`,
      );
    state.repositories.delete(repositoryName);
    return { repository: describe(state, repository) };
  },

  PutImage(state, { repositoryName, imageManifest, imageManifestMediaType, imageTag, imageDigest }) {
    const repository = state.find(repositoryName);
    const image = state.put(repository, {
      manifest: imageManifest,
      mediaType: imageManifestMediaType,
      tag: imageTag,
      digest: imageDigest,
    });
    return { image: show(state, repository, { image, tag: imageTag }) };
  },

  BatchGetImage(state, { repositoryName, imageIds }) {
    const repository = state.find(repositoryName);
    const found = imageIds.map((id) => ({ id, image: state.image(repository, id) }));
    return {
      images: found.flatMap(({ id, image }) =>
        image ? [show(state, repository, { image, tag: id.imageTag })] : [],
      ),
      failures: found
        .filter(({ image }) => !image)
        .map(({ id }) => ({
          imageId: id,
          failureCode: 'ImageNotFound',
          failureReason: 'Requested image not found',
        })),
    };
  },

  DescribeImages(state, { repositoryName, imageIds, nextToken, maxResults }) {
    const repository = state.find(repositoryName);
    const all = imageIds?.map((id) => need(state, repository, id)) ?? [...repository.images.values()];
    const shown = page(all, { token: nextToken, max: maxResults, limit: 1000, badToken });
    return {
      imageDetails: shown.items.map((image) => ({
        registryId: state.aws.account,
        repositoryName,
        imageDigest: image.digest,
        imageTags: state.tagsOf(repository, image),
        imageSizeInBytes: image.size,
        imagePushedAt: new Date(image.pushed),
        imageManifestMediaType: image.mediaType,
      })),
      nextToken: shown.nextToken,
    };
  },
};

const badToken = 'InvalidParameterException';

/** Records of images, for pipelines that start from one. */
export default defineDeclared({
  name: 'ecr',
  protocol: { kind: 'json', version: '1.1', target: 'AmazonEC2ContainerRegistry_V20150921' },
  missingMemberCode: 'InvalidParameterException',
  api,
  state: (aws: Aws) => new Registry(aws),
  operations,
  persistence,
});

function describe({ aws }: Registry, { name, immutable, created }: ImageRepository) {
  return {
    repositoryArn: `arn:aws:ecr:${aws.region}:${aws.account}:repository/${name}`,
    registryId: aws.account,
    repositoryName: name,
    repositoryUri: `${aws.account}.dkr.ecr.${aws.region}.amazonaws.com/${name}`,
    createdAt: new Date(created),
    imageTagMutability: immutable ? 'IMMUTABLE' : 'MUTABLE',
  };
}

function show(
  { aws }: Registry,
  repository: ImageRepository,
  { image, tag }: { image: Image; tag: string | undefined },
) {
  return {
    registryId: aws.account,
    repositoryName: repository.name,
    imageId: { imageDigest: image.digest, imageTag: tag },
    imageManifest: image.manifest,
    imageManifestMediaType: image.mediaType,
  };
}

function need(state: Registry, repository: ImageRepository, id: ImageId): Image {
  const image = state.image(repository, id);
  if (!image)
    throw new AwsError(
      'ImageNotFoundException',
      `The image with imageId {imageDigest:'${id.imageDigest ?? 'null'}', imageTag:'${id.imageTag ?? 'null'}'} does not exist within the repository with name '${repository.name}' in the registry with id '${state.aws.account}'`,
    );
  return image;
}
