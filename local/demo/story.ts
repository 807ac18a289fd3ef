import { deploy } from './chapters/deploy.ts';
import { fail, rollBack } from './chapters/fail.ts';
import { lookUpSecret } from './chapters/secret.ts';
import type { Scene } from './deeds.ts';

/** The main job: a push becomes a deployment, approved from Slack; a broken one is rolled back from its pull request. */
export async function tell(scene: Scene): Promise<void> {
  const first = await deploy(scene);
  const second = await fail(scene);
  await rollBack(scene, { first, second });
  await lookUpSecret(scene);
}
