import { boolean, list, number, operation, string, structure, timestamp } from '../../protocol/declare.ts';

/** What is here of the API of Elastic Load Balancing v2, 2015-12-01. */

const strings = list(string);
const matcher = structure({}, { HttpCode: string });
const target = structure({ Id: string }, { Port: number });
const attributes = list(structure({}, { Key: string, Value: string }));
const healthCheck = {
  HealthCheckProtocol: string,
  HealthCheckPort: string,
  HealthCheckEnabled: boolean,
  HealthCheckPath: string,
  HealthCheckIntervalSeconds: number,
  HealthCheckTimeoutSeconds: number,
  HealthyThresholdCount: number,
  UnhealthyThresholdCount: number,
  Matcher: matcher,
};
const targetGroup = structure(
  { TargetGroupArn: string, TargetGroupName: string },
  {
    Protocol: string,
    ProtocolVersion: string,
    Port: number,
    TargetType: string,
    LoadBalancerArns: strings,
    ...healthCheck,
  },
);
const loadBalancer = structure(
  { LoadBalancerArn: string, LoadBalancerName: string, DNSName: string },
  { CreatedTime: timestamp, Scheme: string, Type: string, State: structure({}, { Code: string }) },
);
const action = structure({ Type: string }, { TargetGroupArn: string, Order: number });
const listener = structure(
  { ListenerArn: string, LoadBalancerArn: string },
  { Port: number, Protocol: string, DefaultActions: list(action) },
);
const page = { Marker: string, PageSize: number };
const nothing = structure({});

export const api = {
  CreateLoadBalancer: operation(
    structure({ Name: string }, { Subnets: strings, Scheme: string, Type: string }),
    structure({ LoadBalancers: list(loadBalancer) }),
  ),
  DescribeLoadBalancers: operation(
    structure({}, { LoadBalancerArns: strings, Names: strings, ...page }),
    structure({ LoadBalancers: list(loadBalancer) }, { NextMarker: string }),
  ),
  DeleteLoadBalancer: operation(structure({ LoadBalancerArn: string }), nothing),
  CreateListener: operation(
    structure({ LoadBalancerArn: string, DefaultActions: list(action) }, { Protocol: string, Port: number }),
    structure({ Listeners: list(listener) }),
  ),
  DescribeListeners: operation(
    structure({}, { LoadBalancerArn: string, ListenerArns: strings, ...page }),
    structure({ Listeners: list(listener) }, { NextMarker: string }),
  ),
  DeleteListener: operation(structure({ ListenerArn: string }), nothing),
  CreateTargetGroup: operation(
    structure(
      { Name: string },
      { Protocol: string, ProtocolVersion: string, Port: number, TargetType: string, ...healthCheck },
    ),
    structure({ TargetGroups: list(targetGroup) }),
  ),
  DescribeTargetGroups: operation(
    structure({}, { LoadBalancerArn: string, TargetGroupArns: strings, Names: strings, ...page }),
    structure({ TargetGroups: list(targetGroup) }, { NextMarker: string }),
  ),
  DeleteTargetGroup: operation(structure({ TargetGroupArn: string }), nothing),
  DescribeTargetGroupAttributes: operation(
    structure({ TargetGroupArn: string }),
    structure({ Attributes: attributes }),
  ),
  ModifyTargetGroupAttributes: operation(
    structure({ TargetGroupArn: string, Attributes: attributes }),
    structure({ Attributes: attributes }),
  ),
  RegisterTargets: operation(structure({ TargetGroupArn: string, Targets: list(target) }), nothing),
  DeregisterTargets: operation(structure({ TargetGroupArn: string, Targets: list(target) }), nothing),
  DescribeTargetHealth: operation(
    structure({ TargetGroupArn: string }, { Targets: list(target) }),
    structure({
      TargetHealthDescriptions: list(
        structure(
          { Target: target },
          {
            HealthCheckPort: string,
            TargetHealth: structure({ State: string }, { Reason: string, Description: string }),
          },
        ),
      ),
    }),
  ),
};
