import type { PipelineDeclaration, PipelineSummary } from '@aws-sdk/client-codepipeline';
import {
  createPipeline,
  definitionOf,
  deletePipeline,
  findPipeline,
  updatePipeline,
} from '../definitions.ts';
import { page } from '../paging.ts';
import { current, type Pipeline } from '../state.ts';
import { tag, tagsByArn } from '../tags.ts';
import type { CodePipelineOperations } from './define.ts';

/** Operations on pipelines' definitions and their tags. */
export const definitionOperations = {
  async CreatePipeline(engine, { pipeline, tags }) {
    const created = await createPipeline(engine, pipeline as PipelineDeclaration, tags);
    return { pipeline: current(created), tags: [...created.tags.values()] };
  },

  async UpdatePipeline(engine, { pipeline }) {
    return { pipeline: await updatePipeline(engine, pipeline as PipelineDeclaration) };
  },

  GetPipeline(engine, { name, version }) {
    const pipeline = findPipeline(engine, name);
    return {
      pipeline: definitionOf(pipeline, version),
      metadata: {
        pipelineArn: pipeline.arn,
        created: new Date(pipeline.created),
        updated: new Date(pipeline.updated),
      },
    };
  },

  DeletePipeline(engine, { name }) {
    deletePipeline(engine, name);
    return {};
  },

  ListPipelines(engine, input) {
    const all = [...engine.pipelines.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    const { items, nextToken } = page(all, input, { idOf: (pipeline) => pipeline.name, most: 1000 });
    return { pipelines: items.map(summary), nextToken };
  },

  ListTagsForResource(engine, { resourceArn, ...input }) {
    const all = [...tagsByArn(engine, resourceArn).values()];
    const { items, nextToken } = page(all, input, { idOf: ({ key }) => key ?? '' });
    return { tags: [...items], nextToken };
  },

  TagResource(engine, { resourceArn, tags = [] }) {
    tag(tagsByArn(engine, resourceArn), tags);
    return {};
  },

  UntagResource(engine, { resourceArn, tagKeys = [] }) {
    const tags = tagsByArn(engine, resourceArn);
    for (const key of tagKeys) tags.delete(key);
    return {};
  },
} satisfies CodePipelineOperations;

function summary(pipeline: Pipeline): PipelineSummary {
  const { version, pipelineType, executionMode } = current(pipeline);
  return {
    name: pipeline.name,
    version,
    pipelineType,
    executionMode,
    created: new Date(pipeline.created),
    updated: new Date(pipeline.updated),
  };
}
