import type { TestCase } from '@aws-sdk/client-codebuild';

/** What a file tells of a test, with the names that CodeBuild has for how it ended. */
export type Tested = Pick<Required<TestCase>, 'name' | 'status' | 'durationInNanoSeconds' | 'message'> & {
  /** The test's class, or its suite. */
  readonly prefix: string;
  readonly testSuiteName: string;
};

/** An element as the parser gives it: attributes begin with `@`, each child is a list. */
type Node = string | Readonly<Record<string, string | readonly Node[]>>;

/**
 * The tests of a JUnit file, suites within suites included; throws where it is not one. Writers differ, and this
 * reads what they have in common: https://github.com/testmoapp/junitxml
 */
export async function parseJUnit(text: string): Promise<Tested[]> {
  const { XMLParser, XMLValidator } = await import('fast-xml-parser');
  // A document type could declare entities that grow without bound; no test runner writes one.
  if (/<!DOCTYPE/i.test(text) || XMLValidator.validate(text) !== true) throw new Error('it is not XML');
  const parser = new XMLParser({
    ignoreDeclaration: true,
    ignorePiTags: true,
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    parseTagValue: false,
    processEntities: true,
    isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
  });
  const document = parser.parse(text) as Node;
  const suites = [
    ...elements(document, 'testsuites').flatMap((all) => elements(all, 'testsuite')),
    ...elements(document, 'testsuite'),
  ];
  if (suites.length === 0 && elements(document, 'testsuites').length === 0)
    throw new Error('it has no test suites');
  return suites.flatMap((each) => suite(each, ''));
}

function suite(node: Node, outer: string): Tested[] {
  const name = attribute(node, 'name') || outer;
  return [
    ...elements(node, 'testcase').map((each) => test(each, name)),
    ...elements(node, 'testsuite').flatMap((inner) => suite(inner, name)),
  ];
}

function test(node: Node, testSuiteName: string): Tested {
  const seconds = Number(attribute(node, 'time').replaceAll(',', ''));
  const [status, why] = ending(node);
  return {
    name: attribute(node, 'name'),
    prefix: attribute(node, 'classname') || testSuiteName,
    testSuiteName,
    status,
    durationInNanoSeconds: Number.isFinite(seconds) ? Math.round(seconds * 1e9) : 0,
    message: why ? attribute(why, 'message') || textOf(why) : '',
  };
}

function ending(node: Node): readonly [status: string, why: Node | undefined] {
  for (const [name, status] of endings) {
    const [why] = elements(node, name);
    if (why !== undefined) return [status, why];
  }
  return ['SUCCEEDED', undefined];
}

const endings = [
  ['error', 'ERROR'],
  ['failure', 'FAILED'],
  ['skipped', 'SKIPPED'],
] as const;

function elements(node: Node, name: string): readonly Node[] {
  const found = typeof node === 'string' ? undefined : node[name];
  return typeof found === 'object' ? found : [];
}

function attribute(node: Node, name: string): string {
  const value = typeof node === 'string' ? undefined : node[`@${name}`];
  return typeof value === 'string' ? value : '';
}

function textOf(node: Node): string {
  if (typeof node === 'string') return node;
  const text = node['#text'];
  return typeof text === 'string' ? text : '';
}
