import { AwsError, type Service } from '../define.ts';
import { type Answer, asAwsError, callOf, type Exchange, readBody } from './answer.ts';
import { checkRequired, invalidOutput, type Values, wrongType } from './check.ts';
import { errorTraits, type Member, operationSchema, type Shape, type Structure } from './schema.ts';

const largestBody = 8 * 1024 * 1024;

/** Answers one `X-Amz-Target` request: https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html */
export async function answerJson(exchange: Exchange): Promise<Answer> {
  const { aws, service, request, requestId } = exchange;
  const version = service.protocol.kind === 'json' ? service.protocol.version : '1.1';
  const headers = { 'content-type': `application/x-amz-json-${version}`, 'x-amzn-requestid': requestId };
  try {
    const name = String(request.headers['x-amz-target']).split('.').at(-1)!;
    const body = await readBody(request, largestBody);
    const { operation, schema } = await findOperation(service, name);
    const input = decodeInput(schema.input, body);
    checkRequired(schema.input, input, service);
    const output = await operation(aws.use(service), input, callOf(name, request));
    return { status: 200, headers, body: JSON.stringify(encodeStructure(schema.output, output ?? {}, name)) };
  } catch (thrown) {
    const error = asAwsError(thrown, exchange);
    return {
      status: error.status,
      headers: { ...headers, 'x-amzn-errortype': error.code, ...(await queryErrorHeader(service, error)) },
      body: JSON.stringify({ __type: error.code, message: error.message }),
    };
  }
}

/** The handler of an operation and its schema, or the error of one that is not there. */
export async function findOperation(service: Service<unknown>, name: string) {
  const operation = Object.hasOwn(service.operations, name) ? service.operations[name] : undefined;
  const schema = operationSchema(await service.sdk(), name);
  if (operation && schema) return { operation, schema };
  const why = schema ? 'is not there in the local AWS' : 'does not exist here';
  throw new AwsError('UnknownOperationException', `The operation ${name} of ${service.name} ${why}.`);
}

/** Clients of a service that moved from the query protocol still expect its old error codes. */
async function queryErrorHeader(service: Service<unknown>, error: AwsError): Promise<Record<string, string>> {
  const traits = errorTraits(await service.sdk(), error.code);
  const [code] = Array.isArray(traits.awsQueryError) ? (traits.awsQueryError as [string, number]) : [];
  return code ? { 'x-amzn-query-error': `${code};${error.status < 500 ? 'Sender' : 'Receiver'}` } : {};
}

function decodeInput(shape: Structure, body: Buffer): Values {
  if (body.length === 0) return {};
  let json: unknown;
  try {
    json = JSON.parse(body.toString('utf8'));
  } catch {
    throw new AwsError('SerializationException', 'The request body is not valid JSON.');
  }
  return decode({ shape, traits: {}, required: true }, json, '') as Values;
}

/** The value an operation sees: as the SDK's TypeScript types say. Members that nobody knows are dropped. */
function decode(member: Member, json: unknown, path: string): unknown {
  const { shape } = member;
  switch (shape.kind) {
    case 'string':
      return typeof json === 'string' ? json : wrongType(path, 'String', json);
    case 'number':
      return typeof json === 'number' ? json : wrongType(path, 'Number', json);
    case 'boolean':
      return typeof json === 'boolean' ? json : wrongType(path, 'Boolean', json);
    case 'timestamp':
      return typeof json === 'number' ? new Date(json * 1000) : wrongType(path, 'Timestamp', json);
    case 'blob':
    case 'stream':
      return typeof json === 'string' ? Buffer.from(json, 'base64') : wrongType(path, 'Blob', json);
    case 'list':
      if (!Array.isArray(json)) return wrongType(path, 'List', json);
      return json.map((item, index) =>
        item === null ? null : decode(shape.member, item, `${path}[${index}]`),
      );
    case 'map':
      return mapValues(objectAt(json, path), (value, key) => decode(shape.value, value, join(path, key)));
    case 'structure':
      return decodeStructure(shape, objectAt(json, path), path);
    default:
      return json;
  }
}

function decodeStructure(shape: Structure, json: Values, path: string): Values {
  const values: Values = {};
  for (const [name, member] of shape.members) {
    const value = Object.hasOwn(json, name) ? json[name] : undefined;
    if (value !== undefined && value !== null) values[name] = decode(member, value, join(path, name));
  }
  return values;
}

function objectAt(json: unknown, path: string): Values {
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json as Values;
  return wrongType(path, 'Structure', json);
}

/** JSON for what an operation gave back, which must be exactly what the SDK's schema allows. */
function encode(shape: Shape, value: unknown, path: string): unknown {
  switch (shape.kind) {
    case 'string':
    case 'number':
    case 'boolean':
      return typeof value === shape.kind ? value : invalidOutput(path, shape.kind, value);
    case 'timestamp':
      return value instanceof Date ? value.getTime() / 1000 : invalidOutput(path, 'Date', value);
    case 'blob':
    case 'stream':
      if (!(value instanceof Uint8Array)) return invalidOutput(path, 'Uint8Array', value);
      return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64');
    case 'list':
      if (!Array.isArray(value)) return invalidOutput(path, 'array', value);
      return value.map((item, index) => encode(shape.member.shape, item, `${path}[${index}]`));
    case 'map':
      if (typeof value !== 'object' || value === null) return invalidOutput(path, 'object', value);
      return mapValues(value as Values, (item, key) => encode(shape.value.shape, item, join(path, key)));
    case 'structure':
      return encodeStructure(shape, value, path);
    default:
      return value;
  }
}

function encodeStructure(shape: Structure, value: unknown, path: string): Values {
  if (typeof value !== 'object' || value === null) return invalidOutput(path, shape.name, value);
  const json: Values = {};
  for (const [name, item] of Object.entries(value)) {
    if (item === undefined || item === null) continue;
    const member = shape.members.get(name);
    json[name] = member
      ? encode(member.shape, item, join(path, name))
      : invalidOutput(path, 'no such member', name);
  }
  for (const [name, member] of shape.members)
    if (member.required && json[name] === undefined) invalidOutput(join(path, name), 'a value', undefined);
  return json;
}

function mapValues(object: Values, change: (value: unknown, key: string) => unknown): Values {
  const present = Object.entries(object).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(present.map(([key, value]) => [key, change(value, key)]));
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
