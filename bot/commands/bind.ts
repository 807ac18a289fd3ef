import { UserError } from '../../shared/errors.ts';
import { noSuchPipeline } from '../policy/policy.ts';
import type { AnyCommand } from './define.ts';
import { didYouMean, type Word, wordsOf } from './grammar.ts';

/** What may be left unsaid, because the place says it. */
export interface Place {
  /** The pipelines of this channel or repository. */
  readonly pipelines: readonly string[];
  /** The run whose thread this is. */
  readonly run?: { readonly pipeline: string; readonly id: string };
  /** Every pipeline there is. */
  readonly known: ReadonlySet<string>;
}

export interface Parsed {
  readonly command: AnyCommand;
  readonly words: readonly Word[];
  readonly flags: Readonly<Record<string, string | true>>;
  readonly variables: Readonly<Record<string, string>>;
}

/** The verb and what kind of word each other is. Throws a `UserError`. */
export function parse(text: string, commands: readonly AnyCommand[]): Parsed {
  const [verb, ...rest] = wordsOf(text);
  const name = verb?.value.toLowerCase() ?? 'help';
  const command = commands.find((each) => each.name === name);
  if (!command) throw new UserError(unknownVerb(verb?.value ?? '', commands));
  return { command, ...sort(rest, command) };
}

function unknownVerb(word: string, commands: readonly AnyCommand[]): string {
  const meant = didYouMean(
    word,
    commands.map(({ name }) => name),
  );
  const unknown = `There is no command “${short(word)}”`;
  return meant ? `${unknown}: did you mean \`${meant}\`?` : `${unknown}; \`help\` lists them.`;
}

/** Flags may stand anywhere; once free text has begun, only the command's own are flags. */
function sort(all: readonly Word[], command: AnyCommand): Omit<Parsed, 'command'> {
  const known = command.flags ?? {};
  const freeText = command.words.findIndex((word) => word.endsWith('…'));
  const words: Word[] = [];
  const flags: Record<string, string | true> = {};
  const variables: Record<string, string> = {};
  const queue = [...all];
  for (let word = queue.shift(); word; word = queue.shift()) {
    const flag = word.quoted ? undefined : /^--([a-z][a-z-]{0,30})(?:=(.*))?$/s.exec(word.value);
    const kind = flag?.[1] && Object.hasOwn(known, flag[1]) ? known[flag[1]] : undefined;
    if (flag?.[1] && kind) {
      if (Object.hasOwn(flags, flag[1])) throw new UserError(`--${flag[1]} is given twice.`);
      flags[flag[1]] =
        kind === 'switch' ? switchOf(flag[1], flag[2]) : valueGiven(flag[1], flag[2] ?? queue.shift()?.value);
    } else if (flag?.[1] && (freeText < 0 || words.length < freeText)) {
      throw new UserError(unknownFlag(flag[1], command));
    } else if (command.variables && isAssignment(word)) {
      const equals = word.value.indexOf('=');
      variables[word.value.slice(0, equals)] = word.value.slice(equals + 1);
    } else {
      words.push(word);
    }
  }
  return { words, flags, variables };
}

function switchOf(flag: string, value: string | undefined): true {
  if (value !== undefined) throw new UserError(`--${flag} takes no value.`);
  return true;
}

function valueGiven(flag: string, value: string | undefined): string {
  if (!value || value.startsWith('--')) throw new UserError(`--${flag} needs a value, such as --${flag}=….`);
  return value;
}

function unknownFlag(flag: string, command: AnyCommand): string {
  const known = Object.keys(command.flags ?? {});
  const meant = didYouMean(flag, known);
  if (meant) return `\`${command.name}\` has no flag --${flag}: did you mean --${meant}?`;
  return `\`${command.name}\` has no flag --${flag}. Usage: \`/deploy ${command.help.usage}\``;
}

function isAssignment(word: Word): boolean {
  return !word.quoted && /^[A-Za-z0-9@_-]{1,128}=/.test(word.value);
}

export type Bound =
  | { readonly kind: 'args'; readonly args: unknown }
  /** Two or more pipelines could be meant: the commands that say which. */
  | { readonly kind: 'ask'; readonly choices: readonly Choice[] };

interface Choice {
  readonly pipeline: string;
  readonly command: string;
}

const runId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Stands for a reason that is still to be asked for. */
export const reasonToCome = '…';

/**
 * Gives each word its name and fills in what the place says. Throws a `UserError`; not for a missing reason where
 * that is asked for `later`.
 */
export function bind(parsed: Parsed, place: Place, { later }: { later?: 'reason' } = {}): Bound {
  const { command, flags, variables } = parsed;
  const words = [...parsed.words];
  const args: Record<string, unknown> = { ...flags, ...(command.variables ? { variables } : {}) };

  for (const name of command.words) {
    if (name === 'pipeline' && isInstead(words[0], command)) {
      args[words.shift()!.value.toLowerCase()] = true;
    } else if (name === 'pipeline') {
      const found = pipelineOf(words, parsed, place);
      if (Array.isArray(found)) return { kind: 'ask', choices: choicesOf(found, parsed) };
      args.pipeline = found;
    } else if (name === 'run') {
      args.run = runOf(words, args.pipeline, place);
    } else if (name.endsWith('…')) {
      args[name.slice(0, -1)] = textOf(words.splice(0));
    } else {
      args[name] = words.shift()?.value;
    }
  }
  if (later && args.reason === undefined && command.words.includes('reason…')) args.reason = reasonToCome;
  const [tooMany] = words;
  if (tooMany) throw new UserError(leftOver(tooMany.value, parsed));
  const checked = command.args.safeParse(args);
  if (checked.success) return { kind: 'args', args: checked.data };
  const message = checked.error.issues[0]?.message ?? 'That is not how it is used';
  throw new UserError(`${message}. Usage: \`/deploy ${command.help.usage}\``);
}

/** In quotation marks it is a pipeline of that name. */
function isInstead(word: Word | undefined, { insteadOfPipeline }: AnyCommand): boolean {
  return word !== undefined && !word.quoted && word.value.toLowerCase() === insteadOfPipeline;
}

/** The one that is named, or the one that can be meant; several if it is not clear. */
function pipelineOf(words: Word[], { command }: Parsed, place: Place): string | readonly string[] {
  const [first] = words;
  if (first && place.known.has(first.value)) return words.shift()!.value;
  const near = first && didYouMean(first.value, place.pipelines);
  // Nearly a pipeline's name: better asked than taken for the first word of a comment.
  if (first && near && !first.quoted) throw new UserError(nearly(first.value, near, command));
  const takesMore = command.words.some((word) => word !== 'pipeline' && word !== 'run');
  if (first && !takesMore && !runId.test(first.value))
    throw new UserError(noSuchPipeline(short(first.value)));
  if (first && mayBeAnother(words, command, place)) throw new UserError(another(first.value, command));
  if (place.run) return place.run.pipeline;
  if (place.pipelines.length === 1) return place.pipelines[0]!;
  if (place.pipelines.length > 1) return place.pipelines;
  throw new UserError(`Which pipeline? None belongs here, so name it: \`/deploy ${command.help.usage}\``);
}

/**
 * One bare word where a text may stand is perhaps the name of a pipeline that is not here: it must not become
 * the comment by which another pipeline is approved. In a run's thread it is plain which one is meant, and where
 * several belong it is asked anyway.
 */
function mayBeAnother([only, more]: readonly Word[], { words }: AnyCommand, place: Place): boolean {
  const onlyOneHere = !place.run && place.pipelines.length === 1 && place.known.size > 1;
  if (!onlyOneHere || !only || more || only.quoted) return false;
  return words.some((word) => word.endsWith('…')) && /^[A-Za-z0-9.@_-]{1,100}$/.test(only.value);
}

function another(word: string, { help }: AnyCommand): string {
  return `There is no pipeline “${short(word)}”. Put quotation marks around it if it is not one, or name the pipeline: \`/deploy ${help.usage}\``;
}

function nearly(word: string, near: string, command: AnyCommand): string {
  const text = command.words.some((each) => each.endsWith('…'))
    ? ' Put quotation marks around it if it is not one.'
    : '';
  return `There is no pipeline “${short(word)}”: did you mean \`${near}\`?${text}`;
}

function runOf(words: Word[], pipeline: unknown, place: Place): string | undefined {
  if (words[0] && runId.test(words[0].value)) return words.shift()!.value.toLowerCase();
  return place.run?.pipeline === pipeline ? place.run?.id : undefined;
}

/** As it was written; a single quoted word without its quotes. */
function textOf(words: readonly Word[]): string | undefined {
  if (words.length === 0) return undefined;
  return words.length === 1 ? words[0]!.value : words.map(({ raw }) => raw).join(' ');
}

function choicesOf(pipelines: readonly string[], { command, words, flags, variables }: Parsed): Choice[] {
  const rest = [
    ...words.map(({ raw }) => raw),
    ...Object.entries(flags).map(([flag, value]) => (value === true ? `--${flag}` : `--${flag}="${value}"`)),
    ...Object.entries(variables).map(([name, value]) => `${name}="${value}"`),
  ];
  return pipelines.map((pipeline) => ({ pipeline, command: [command.name, pipeline, ...rest].join(' ') }));
}

function leftOver(word: string, { command }: Parsed): string {
  return `“${short(word)}” is one word too many. Usage: \`/deploy ${command.help.usage}\``;
}

function short(word: string): string {
  return word.length > 40 ? `${word.slice(0, 40)}…` : word;
}
