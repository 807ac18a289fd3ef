import type { Target } from '../../loadbalancer/target-group.ts';
import type { NamedGroup } from './balancers.ts';

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetHealth.html */
export function describeHealth(
  group: NamedGroup,
  wanted: readonly { Id: string }[] | undefined,
  isUsed: boolean,
) {
  const present = new Map(group.targets.targets().map((target) => [target.id, target]));
  const ids = wanted?.map(({ Id }) => Id) ?? [...present.keys()];
  return ids.map((id) => {
    const target = present.get(id);
    return {
      Target: { Id: id, Port: target?.port ?? group.port },
      ...(target && { HealthCheckPort: String(target.port) }),
      TargetHealth: health(target, isUsed),
    };
  });
}

function health(target: Target | undefined, isUsed: boolean) {
  if (!target)
    return {
      State: 'unused',
      Reason: 'Target.NotRegistered',
      Description: 'Target is not registered to the target group',
    };
  if (!isUsed && target.state !== 'draining')
    return {
      State: 'unused',
      Reason: 'Target.NotInUse',
      Description: 'Target group is not configured to receive traffic from the load balancer',
    };
  switch (target.state) {
    case 'healthy':
      return { State: 'healthy' };
    case 'initial':
      return {
        State: 'initial',
        Reason: 'Elb.RegistrationInProgress',
        Description: 'Target registration is in progress',
      };
    case 'draining':
      return {
        State: 'draining',
        Reason: 'Target.DeregistrationInProgress',
        Description: 'Target deregistration is in progress',
      };
    case 'unhealthy':
      return { State: 'unhealthy', Reason: unhealthyCode(target.reason), Description: target.reason };
  }
}

function unhealthyCode(reason: string | undefined): string {
  if (reason === 'Request timed out') return 'Target.Timeout';
  return reason?.includes('codes') ? 'Target.ResponseCodeMismatch' : 'Target.FailedHealthChecks';
}
