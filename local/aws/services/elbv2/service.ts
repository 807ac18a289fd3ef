import type { Aws } from '../../define.ts';
import { defineDeclared } from '../../protocol/declare.ts';
import { api } from './api.ts';
import { Balancers } from './balancers.ts';
import { operations } from './operations.ts';
import { persistence } from './persistence.ts';

const version = '2015-12-01';

/** Elastic Load Balancing v2: HTTP listeners that forward to target groups of local hosts. */
export default defineDeclared({
  name: 'elasticloadbalancing',
  protocol: {
    kind: 'query',
    version,
    namespace: `http://elasticloadbalancing.amazonaws.com/doc/${version}/`,
  },
  missingMemberCode: 'ValidationError',
  api,
  state: (aws: Aws) => new Balancers(aws),
  persistence,
  operations,
});
