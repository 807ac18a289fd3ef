import { AwsError } from '../../define.ts';

const invalid = (message: string) => new AwsError('ValidationException', message);

/** https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-su-create.html#sysman-parameter-name-constraints */
export function checkName(name: string): void {
  if (!/^[\w./-]{1,1011}$/.test(name))
    throw invalid('Parameter name must be 1 to 1011 letters, numbers and the symbols .-_/ and no others.');
  if (/^\/?(aws|ssm)/i.test(name))
    throw invalid(
      `Parameter name: can't be prefixed with "aws" or "ssm" (case-insensitive). If formed as a path, it can consist of sub-paths divided by slash symbol; each sub-path can be formed as a mix of letters, numbers and the following 3 symbols .-_`,
    );
  if (name.includes('/') && !name.startsWith('/'))
    throw invalid('Parameter name must be a fully qualified name.');
  if (name.endsWith('/') || name.includes('//'))
    throw invalid('Parameter name has an empty level: remove the slash too many.');
  if (name.split('/').length - 1 > 15)
    throw new AwsError(
      'HierarchyLevelLimitExceededException',
      'A hierarchy can have a maximum of 15 levels.',
    );
}

/** A name of one level is the same parameter with and without its slash: both have the same ARN. */
export function keyOf(name: string): string {
  return /^\/[^/]+$/.test(name) ? name.slice(1) : name;
}

const types = ['SecureString', 'StringList', 'String'];
const dataTypes = ['text', 'aws:ec2:image', 'aws:ssm:integration'];

export function checkTypes(type: string, dataType: string | undefined): void {
  if (!types.includes(type))
    throw invalid(
      `1 validation error detected: Value '${type}' at 'type' failed to satisfy constraint: Member must satisfy enum value set: [${types.join(', ')}]`,
    );
  if (dataType !== undefined && !dataTypes.includes(dataType))
    throw invalid(
      `The following data type is not supported: ${dataType} (Data type names are all lowercase.)`,
    );
}

export function checkPattern(value: string, pattern: string | undefined): void {
  if (!pattern) return;
  let matches: boolean;
  try {
    matches = new RegExp(`^(?:${pattern})$`, 's').test(value);
  } catch {
    throw new AwsError(
      'InvalidAllowedPatternException',
      `The allowed pattern is no regular expression: ${pattern}`,
    );
  }
  if (!matches)
    throw new AwsError(
      'ParameterPatternMismatchException',
      `Parameter value, cannot be validated against allowedPattern: ${pattern}`,
    );
}

/** An advanced parameter never becomes a standard one again. */
export function tierFor(
  value: string,
  asked: string | undefined,
  previous: 'Standard' | 'Advanced' | undefined,
): 'Standard' | 'Advanced' {
  const bytes = Buffer.byteLength(value);
  if (asked === 'Standard' && previous === 'Advanced')
    throw invalid(
      "This parameter uses the advanced-parameter tier. You can't downgrade a parameter from the advanced-parameter tier to the standard-parameter tier.",
    );
  const advanced =
    asked === 'Advanced' || previous === 'Advanced' || (asked === 'Intelligent-Tiering' && bytes > 4096);
  if (bytes > 8192)
    throw invalid('Advanced tier parameters support a maximum parameter value of 8192 characters.');
  if (!advanced && bytes > 4096)
    throw invalid(
      'Standard tier parameters support a maximum parameter value of 4096 characters. To create a larger parameter value, upgrade the parameter to use the advanced-parameter tier.',
    );
  return advanced ? 'Advanced' : 'Standard';
}

/** https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-labels.html */
export function labelComplaint(label: string): boolean {
  return !/^[\w.-]{1,100}$/.test(label) || /^(\d|aws|ssm)/i.test(label);
}
