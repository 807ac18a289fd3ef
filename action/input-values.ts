import { linesOf, Wrong } from './input.ts';

/** https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_PipelineVariable.html */
export function parseVariables(value: string): Readonly<Record<string, string>> | Wrong {
  const variables = new Map<string, string>();
  for (const line of linesOf(value)) {
    const [, name, text] = /^([A-Za-z0-9@_-]{1,128})=(.*)$/.exec(line) ?? [];
    if (!name)
      return new Wrong(`takes one NAME=value a line, and a line begins with \`${line.split('=')[0]}\``);
    if (!text) return new Wrong(`has no value for \`${name}\`, and CodePipeline takes no empty ones`);
    if (text.length > 1000) return new Wrong(`has more than 1000 characters for \`${name}\``);
    if (variables.has(name)) return new Wrong(`sets \`${name}\` twice`);
    variables.set(name, text);
  }
  if (variables.size > 50)
    return new Wrong('has more than 50 variables, which is as many as CodePipeline takes');
  return Object.fromEntries(variables);
}

export function parseAccounts(value: string): readonly string[] | Wrong {
  const accounts = value.split(/[\s,]+/).filter(Boolean);
  const wrong = accounts.find((account) => !/^\d{12}$/.test(account));
  return wrong === undefined ? accounts : new Wrong(`takes account ids of twelve digits, not \`${wrong}\``);
}
