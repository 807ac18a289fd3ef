import { z } from 'zod';

const teamId = z.string().nullish().catch(undefined);

const bodySchema = z.looseObject({
  team_id: teamId,
  team: z.looseObject({ id: teamId }).nullish().catch(undefined),
  user: z.looseObject({ team_id: teamId }).nullish().catch(undefined),
  event: z.looseObject({ team: teamId, user_team: teamId, source_team: teamId }).nullish().catch(undefined),
});

/**
 * Every workspace that a payload names: where it was said, and whose the person is. In a channel that is shared with
 * another workspace these differ: https://docs.slack.dev/apis/slack-connect
 */
export function teamsOf(body: unknown): string[] {
  const { team_id, team, user, event } = bodySchema.parse(body);
  const named = [team_id, team?.id, user?.team_id, event?.team, event?.user_team, event?.source_team];
  return [...new Set(named.filter((each) => each !== undefined && each !== null))];
}
