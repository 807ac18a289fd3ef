import { type AwsError, queryOf } from '../define.ts';
import { type Answer, asAwsError, callOf, type Exchange, readBody, splitUrl } from './answer.ts';
import { checkRequired, type Values, wrongType } from './check.ts';
import { findOperation } from './json.ts';
import { errorTraits, type Member, type Shape, type Structure } from './schema.ts';
import { element, escapeXml, readText, writeMembers } from './xml.ts';

const largestForm = 8 * 1024 * 1024;
/** No operation nests deeper; a hostile name must not cost more. */
const deepestPath = 16;
const contentType = 'text/xml';

/** A form and the call it makes, read before it is known which service answers. */
export interface Form {
  readonly fields: Fields;
  readonly action: string;
  /** Such as `2010-03-31`: tells the service. */
  readonly version: string;
}

/** Reads `Action=…&Version=…` from the query or the body; undefined for a request that is no call of this protocol. */
export async function readForm(request: Exchange['request']): Promise<Form | undefined> {
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded');
  const { query } = splitUrl(request);
  const fields = new Fields(
    request.method === 'POST' && isForm
      ? new URLSearchParams((await readBody(request, largestForm)).toString('utf8'))
      : query,
  );
  const action = fields.get('Action');
  return action === undefined ? undefined : { fields, action, version: fields.get('Version') ?? '' };
}

/** The fields of a form, whose names are paths such as `Tags.member.1.Key`. */
class Fields {
  readonly #values: ReadonlyMap<string, string>;
  readonly #paths = new Set<string>();

  constructor(values: URLSearchParams) {
    this.#values = new Map(values);
    for (const name of this.#values.keys()) {
      const steps = name.split('.', deepestPath);
      for (let length = 1; length <= steps.length; length++)
        this.#paths.add(steps.slice(0, length).join('.'));
    }
  }

  get(name: string): string | undefined {
    return this.#values.get(name);
  }

  /** Whether anything is given at this path or below it. */
  has(path: string): boolean {
    return this.#paths.has(path);
  }
}

/** Answers one call of the query protocol. https://smithy.io/2.0/aws/protocols/aws-query-protocol.html */
export async function answerQuery(exchange: Exchange, { fields, action }: Form): Promise<Answer> {
  const { aws, service, request, requestId } = exchange;
  const namespace = queryOf(service.protocol)?.namespace;
  const headers = { 'content-type': contentType, 'x-amzn-requestid': requestId };
  try {
    const { operation, schema } = await findOperation(service, action);
    const input = readStructure(schema.input, fields, '');
    checkRequired(schema.input, input, service);
    const output = await operation(aws.use(service), input, callOf(action, request));
    const result = element(`${action}Result`, writeMembers(schema.output, (output ?? {}) as Values));
    const metadata = element('ResponseMetadata', element('RequestId', requestId));
    return { status: 200, headers, body: element(`${action}Response`, result + metadata, namespace) };
  } catch (thrown) {
    const error = asAwsError(thrown, exchange);
    const { code, status } = await queryError(exchange, error);
    return {
      status,
      headers,
      body: errorDocument({ code, status, message: error.message, requestId }, namespace),
    };
  }
}

function errorDocument(
  { code, status, message, requestId }: { code: string; status: number; message: string; requestId: string },
  namespace?: string,
): string {
  const type = element('Type', status < 500 ? 'Sender' : 'Receiver');
  const error = element('Error', type + element('Code', code) + element('Message', escapeXml(message)));
  return element('ErrorResponse', error + element('RequestId', requestId), namespace);
}

/** In this protocol an error may have another name, such as `NotFound` for `NotFoundException`. */
async function queryError({ service }: Exchange, error: AwsError): Promise<{ code: string; status: number }> {
  const { awsQueryError } = errorTraits(await service.sdk(), error.code);
  const [code, status] = Array.isArray(awsQueryError) ? (awsQueryError as [string, number]) : [];
  return { code: code ?? error.code, status: status ?? error.status };
}

function readStructure(shape: Structure, fields: Fields, prefix: string): Values {
  const values: Values = {};
  for (const [name, member] of shape.members) {
    const at = `${prefix}${member.traits.xmlName ?? name}`;
    const value = readMember(member, fields, at);
    if (value !== undefined) values[name] = value;
  }
  return values;
}

function readMember({ shape, traits }: Member, fields: Fields, at: string): unknown {
  if (shape.kind === 'list') {
    const own = shape.member.traits.xmlName ?? 'member';
    return readList(shape.member, fields, traits.xmlFlattened ? at : `${at}.${own}`);
  }
  if (shape.kind === 'map') return readMap(shape, fields, traits.xmlFlattened ? at : `${at}.entry`);
  if (shape.kind === 'structure') return fields.has(at) ? readStructure(shape, fields, `${at}.`) : undefined;
  const text = fields.get(at);
  return text === undefined ? undefined : readSimple(shape, text, at);
}

function readSimple(shape: Shape, text: string, at: string): unknown {
  const value = readText(shape, text, 'date-time');
  return value === undefined ? wrongType(at, shape.kind, text) : value;
}

function readList(member: Member, fields: Fields, at: string): unknown[] | undefined {
  const items: unknown[] = [];
  for (let index = 1; fields.has(`${at}.${index}`); index++) {
    const own = { shape: member.shape, required: member.required, traits: {} };
    const value = readMember(own, fields, `${at}.${index}`);
    if (value === undefined) break;
    items.push(value);
  }
  return items.length > 0 ? items : undefined;
}

function readMap(
  { key, value }: { key: Member; value: Member },
  fields: Fields,
  at: string,
): Values | undefined {
  const map = new Map<string, unknown>();
  for (let index = 1; ; index++) {
    const name = fields.get(`${at}.${index}.${key.traits.xmlName ?? 'key'}`);
    if (name === undefined) break;
    const own = { shape: value.shape, required: value.required, traits: {} };
    map.set(name, readMember(own, fields, `${at}.${index}.${value.traits.xmlName ?? 'value'}`));
  }
  return map.size > 0 ? Object.fromEntries(map) : undefined;
}

/** The error of a call that no service here knows. */
export function unknownCall({ action, version }: Form, requestId: string): Answer {
  const message = `No service of the local AWS has the operation ${action} in version ${JSON.stringify(version)}.`;
  return {
    status: 400,
    headers: { 'content-type': contentType, 'x-amzn-requestid': requestId },
    body: errorDocument({ code: 'InvalidAction', status: 400, message, requestId }),
  };
}
