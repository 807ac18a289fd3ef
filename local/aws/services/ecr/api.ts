import { boolean, list, number, operation, string, structure, timestamp } from '../../protocol/declare.ts';

/** What is here of the API of ECR, 2015-09-21. */

const strings = list(string);
const repository = structure(
  {},
  {
    repositoryArn: string,
    registryId: string,
    repositoryName: string,
    repositoryUri: string,
    createdAt: timestamp,
    imageTagMutability: string,
  },
);
const imageId = structure({}, { imageDigest: string, imageTag: string });
const image = structure(
  {},
  {
    registryId: string,
    repositoryName: string,
    imageId,
    imageManifest: string,
    imageManifestMediaType: string,
  },
);
const imageDetail = structure(
  {},
  {
    registryId: string,
    repositoryName: string,
    imageDigest: string,
    imageTags: strings,
    imageSizeInBytes: number,
    imagePushedAt: timestamp,
    imageManifestMediaType: string,
  },
);
const failure = structure({}, { imageId, failureCode: string, failureReason: string });
const of = { registryId: string };
const paged = { ...of, nextToken: string, maxResults: number };

export const api = {
  CreateRepository: operation(
    structure({ repositoryName: string }, { ...of, imageTagMutability: string }),
    structure({}, { repository }),
  ),
  DescribeRepositories: operation(
    structure({}, { ...paged, repositoryNames: strings }),
    structure({}, { repositories: list(repository), nextToken: string }),
  ),
  DeleteRepository: operation(
    structure({ repositoryName: string }, { ...of, force: boolean }),
    structure({}, { repository }),
  ),
  PutImage: operation(
    structure(
      { repositoryName: string, imageManifest: string },
      { ...of, imageManifestMediaType: string, imageTag: string, imageDigest: string },
    ),
    structure({}, { image }),
  ),
  BatchGetImage: operation(
    structure({ repositoryName: string, imageIds: list(imageId) }, of),
    structure({}, { images: list(image), failures: list(failure) }),
  ),
  DescribeImages: operation(
    structure({ repositoryName: string }, { ...paged, imageIds: list(imageId) }),
    structure({}, { imageDetails: list(imageDetail), nextToken: string }),
  ),
};
