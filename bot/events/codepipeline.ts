import { z } from 'zod';
import { isWebAddress } from '../../shared/run/change.ts';

/**
 * What the three CodePipeline events share. Of the numbers beside them none is read: they have come as
 * integers, as `3.0` and as strings.
 * https://docs.aws.amazon.com/codepipeline/latest/userguide/detect-state-changes-cloudwatch-events.html
 */
export const execution = {
  pipeline: z.string().min(1).max(100),
  'execution-id': z.string().min(1).max(100),
  state: z.string().min(1).max(50),
};

/** A member that is of use as a text and no reason to refuse the event as anything else. */
export const maybeText = z.string().max(10_000).optional().catch(undefined);

export const maybeAddress = maybeText.transform((text) => (text && isWebAddress(text) ? text : undefined));

export const stageName = z.string().min(1).max(100);
