import type { AwsClients } from './clients.ts';
import type { Deployments } from './ports.ts';

/** CodeDeploy behind its port; the SDK's package is loaded when it is first asked. */
export function createDeployments(clients: AwsClients): Deployments {
  const control = () => import('./deployment-control.ts');
  return {
    async read(id) {
      const { findDeployment } = await control();
      const found = await findDeployment(await clients.codedeploy(), id);
      return (
        found && {
          id,
          status: found.status ?? '',
          application: found.applicationName ?? '',
          group: found.deploymentGroupName ?? '',
        }
      );
    },
    async proceed(id, wait) {
      const { proceed } = await control();
      await proceed(await clients.codedeploy(), { id, wait });
    },
    async repeat(id, description) {
      const { repeatDeployment } = await control();
      return repeatDeployment(await clients.codedeploy(), { id, description });
    },
    async described(id, description) {
      const { describedSo } = await control();
      return describedSo(await clients.codedeploy(), { id, description });
    },
  };
}
