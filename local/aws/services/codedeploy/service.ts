import { buffer } from 'node:stream/consumers';
import { type Aws, defineService } from '../../define.ts';
import { hostsOf } from '../../hosts/hosts.ts';
import s3 from '../s3/service.ts';
import { predefinedConfigs } from './configs.ts';
import { missingMemberCode } from './missing.ts';
import { updateNewcomers } from './newcomers.ts';
import { applicationOperations } from './operations/applications.ts';
import { configOperations } from './operations/configs.ts';
import { deploymentOperations } from './operations/deployments.ts';
import { groupOperations } from './operations/groups.ts';
import { instanceOperations } from './operations/instances.ts';
import { revisionOperations } from './operations/revisions.ts';
import { tagOperations } from './operations/tags.ts';
import { targetOperations } from './operations/targets.ts';
import { persistence } from './persistence.ts';
import { createDeployment } from './plan.ts';
import { rollBackIfAsked } from './rollback.ts';
import { type CodeDeploy, isActive } from './state.ts';
import { stopDeployment } from './stop.ts';

/** CodeDeploy to servers, in place and blue/green: it runs the appspec of a bundle on local hosts, `aws.use(codedeploy).hosts`. */
export default defineService<typeof import('@aws-sdk/client-codedeploy'), CodeDeploy>({
  name: 'codedeploy',
  protocol: { kind: 'json', version: '1.1', target: 'CodeDeploy_20141006' },
  sdk: () => import('@aws-sdk/client-codedeploy'),
  missingMemberCode,
  state: createState,
  persistence,
  operations: {
    ...applicationOperations,
    ...groupOperations,
    ...configOperations,
    ...revisionOperations,
    ...deploymentOperations,
    ...targetOperations,
    ...instanceOperations,
    ...tagOperations,
  },
});

function createState(aws: Aws): CodeDeploy {
  const state: CodeDeploy = {
    aws,
    hosts: hostsOf(aws),
    applications: new Map(),
    configs: predefinedConfigs(aws.uuid, aws.clock.now()),
    deployments: new Map(),
    onPremises: new Map(),
    tags: new Map(),
    createDeployment: (input) => createDeployment(state, input),
    afterDeployment(deployment) {
      rollBackIfAsked(state, deployment);
      updateNewcomers(state, deployment);
    },
    async fetchBundle({ bucket, key, version }) {
      const { etag, body } = await aws.use(s3).get({ bucket, key, versionId: version });
      return { content: await buffer(body), etag };
    },
  };
  // Hosts close after this: what was made later is closed earlier.
  aws.onClose(async () => {
    for (;;) {
      const active = [...state.deployments.values()].filter(isActive);
      if (active.length === 0) return;
      for (const deployment of active) stopDeployment(deployment, { rollBack: false });
      await Promise.all(active.map(({ finished }) => finished));
    }
  });
  return state;
}
