import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Aws, AwsError, type Persistence } from '../../define.ts';

/** An image as its manifest tells of it. Its layers are not here: nothing runs it. */
export interface Image {
  /** `sha256:…` of the manifest. */
  readonly digest: string;
  readonly manifest: string;
  readonly mediaType: string;
  /** Bytes, as the manifest says. */
  readonly size: number;
  /** Epoch milliseconds. */
  readonly pushed: number;
}

export interface ImageRepository {
  readonly name: string;
  readonly immutable: boolean;
  /** Epoch milliseconds. */
  readonly created: number;
  /** By digest. */
  readonly images: Map<string, Image>;
  /** The digest of each tag. */
  readonly tags: Map<string, string>;
}

export interface ImageId {
  readonly imageDigest?: string | undefined;
  readonly imageTag?: string | undefined;
}

const size = z.object({ size: z.int().nonnegative() });
const manifestShape = z.object({
  mediaType: z.string().optional(),
  config: size.optional(),
  layers: z.array(size).default([]),
});

/** ECR's repositories with records of images. */
export class Registry {
  readonly aws: Aws;
  readonly repositories = new Map<string, ImageRepository>();

  constructor(aws: Aws) {
    this.aws = aws;
  }

  create(name: string, immutable: boolean): ImageRepository {
    // https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html
    if (!/^(?=.{2,256}$)[a-z0-9]+([._-][a-z0-9]+)*(\/[a-z0-9]+([._-][a-z0-9]+)*)*$/.test(name))
      throw new AwsError('InvalidParameterException', `Invalid parameter at 'repositoryName': '${name}'`);
    if (this.repositories.has(name))
      throw new AwsError('RepositoryAlreadyExistsException', `The repository '${name}' already exists`);
    const created = this.aws.clock.now();
    const repository = { name, immutable, created, images: new Map(), tags: new Map() };
    this.repositories.set(name, repository);
    return repository;
  }

  find(name: string): ImageRepository {
    const repository = this.repositories.get(name);
    if (!repository)
      throw new AwsError(
        'RepositoryNotFoundException',
        `The repository with name '${name}' does not exist in the registry with id '${this.aws.account}'`,
      );
    return repository;
  }

  image({ name }: ImageRepository, { imageDigest, imageTag }: ImageId): Image | undefined {
    const { images, tags } = this.find(name);
    const tagged = imageTag === undefined ? undefined : tags.get(imageTag);
    if (imageTag !== undefined && (tagged === undefined || (imageDigest && imageDigest !== tagged)))
      return undefined;
    return images.get(imageDigest ?? tagged ?? '');
  }

  tagsOf({ tags }: ImageRepository, { digest }: Image): string[] {
    return [...tags].filter(([, tagged]) => tagged === digest).map(([tag]) => tag);
  }

  put(
    repository: ImageRepository,
    given: {
      manifest: string;
      mediaType: string | undefined;
      tag: string | undefined;
      digest: string | undefined;
    },
  ): Image {
    const { manifest, tag } = given;
    const digest = `sha256:${createHash('sha256').update(manifest).digest('hex')}`;
    if (given.digest !== undefined && given.digest !== digest)
      throw new AwsError('ImageDigestDoesNotMatchException', `The digest of the manifest is ${digest}`);
    if (tag !== undefined && !/^[\w][\w.-]{0,299}$/.test(tag))
      throw new AwsError('InvalidParameterException', `Invalid parameter at 'imageTag': '${tag}'`);
    const { mediaType, config, layers } = readManifest(manifest);
    this.#checkNew(repository, { digest, tag });
    const image = repository.images.get(digest) ?? {
      digest,
      manifest,
      mediaType: given.mediaType ?? mediaType ?? 'application/vnd.docker.distribution.manifest.v2+json',
      size: layers.reduce((sum, layer) => sum + layer.size, config?.size ?? 0),
      pushed: this.aws.clock.now(),
    };
    repository.images.set(digest, image);
    if (tag !== undefined) repository.tags.set(tag, digest);
    this.#emit(repository, { digest, tag });
    return image;
  }

  #checkNew(repository: ImageRepository, { digest, tag }: { digest: string; tag: string | undefined }): void {
    const tagged = tag === undefined ? undefined : repository.tags.get(tag);
    const isKnown = repository.images.has(digest) && (tag === undefined || tagged === digest);
    if (isKnown)
      throw new AwsError(
        'ImageAlreadyExistsException',
        `Image with digest '${digest}' and tag '${tag}' already exists in the repository '${repository.name}'`,
      );
    if (repository.immutable && tagged !== undefined)
      throw new AwsError(
        'ImageTagAlreadyExistsException',
        `The image tag '${tag}' already exists in the '${repository.name}' repository and cannot be overwritten because the repository is immutable`,
      );
  }

  /** https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-eventbridge.html */
  #emit({ name }: ImageRepository, { digest, tag }: { digest: string; tag: string | undefined }): void {
    this.aws.emit({
      source: 'aws.ecr',
      detailType: 'ECR Image Action',
      resources: [],
      detail: {
        'action-type': 'PUSH',
        result: 'SUCCESS',
        'repository-name': name,
        'image-digest': digest,
        ...(tag !== undefined && { 'image-tag': tag }),
      },
    });
  }
}

function readManifest(manifest: string): z.infer<typeof manifestShape> {
  try {
    return manifestShape.parse(JSON.parse(manifest));
  } catch {
    throw new AwsError(
      'InvalidParameterException',
      "Invalid parameter at 'imageManifest': it is not the JSON of an image's manifest",
    );
  }
}

export const persistence: Persistence<Registry> = {
  version: 1,
  snapshot: ({ repositories }): ImageRepository[] => [...repositories.values()],
  restore(state, snapshot) {
    for (const repository of snapshot as ImageRepository[])
      state.repositories.set(repository.name, repository);
  },
};
