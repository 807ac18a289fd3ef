import type { Filter } from '@aws-sdk/client-secrets-manager';
import { AwsError } from '../../define.ts';
import type { SecretStore } from './store.ts';

type Stored = ReturnType<SecretStore['all']>[number];

const fields: Readonly<Record<string, (stored: Stored) => readonly string[]>> = {
  name: ({ name }) => [name],
  description: ({ description = '' }) => words(description),
  'tag-key': ({ tags }) => [...tags.keys()],
  'tag-value': ({ tags }) => [...tags.values()],
  all: ({ name, description = '', tags }) =>
    [name, description, ...tags.keys(), ...tags.values()].flatMap((text) => [text, ...words(text)]),
};

/**
 * Whether a secret passes all filters: one value of each. Values are prefixes, of words in descriptions; one that
 * starts with `!` must not match. Throws where a filter is not one.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_Filter.html
 */
export function filterOf(filters: readonly Filter[]): (stored: Stored) => boolean {
  const checks = filters.map(({ Key: key = '', Values: values = [] }) => {
    const textsOf = Object.hasOwn(fields, key)
      ? fields[key]!
      : refuse(`The filter ${key} is not served here.`);
    if (values.length === 0) refuse(`The filter ${key} has no values.`);
    const parts = (value: string) => (key === 'description' || key === 'all' ? words(value) : [value]);
    return (stored: Stored) => {
      const texts = textsOf(stored).map((text) => text.toLowerCase());
      const has = (value: string) =>
        parts(value).some((part) => texts.some((text) => text.startsWith(part.toLowerCase())));
      return values.some((value) => (value.startsWith('!') ? !has(value.slice(1)) : has(value)));
    };
  });
  return (stored) => checks.every((check) => check(stored));
}

/** `prod/AppBeta` has three. */
function words(text: string): string[] {
  return text.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ').match(/[\p{L}\p{N}]+/gu) ?? [];
}

function refuse(message: string): never {
  throw new AwsError('InvalidParameterException', message);
}
