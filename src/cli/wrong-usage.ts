import { existsSync, readdirSync } from 'node:fs';
import type { Command, CommanderError } from 'commander';
import { nearest } from '../model/nearest.js';
import { QuestionError } from './question-error.js';
import { quoted } from './quoted.js';

/** What commander found wrong with a command line, in the words of all other questions that cannot be asked. */
export function usageQuestion({ code, message }: CommanderError, command: Command): QuestionError {
  const [first = '', second = ''] = [...message.matchAll(/'([^']{0,200})'/g)].map((match) => match[1] ?? '');
  const help = `All of it:  stemcheck ${isRoot(command) ? '' : `${command.name()} `}--help`;
  switch (code) {
    case 'commander.unknownOption':
      return unknownOption(first, command, help);
    case 'commander.missingArgument':
      return new QuestionError(`${command.name()} was given no <${first}>`, [`Write  ${usageOf(command)}`, help]);
    case 'commander.excessArguments':
      return new QuestionError(`${command.name()} takes ${countOf(command)} and was given more`, [
        `Write  ${usageOf(command)}`,
        'A name with spaces stands in quotes.',
      ]);
    case 'commander.optionMissingArgument':
      return new QuestionError(`${first.split(' ')[0]} stands without its value`, [`Write  ${first}`, help]);
    case 'commander.invalidArgument':
      return unknownValue(first, second, message, help);
    default:
      return new QuestionError(message.replace(/^error: /, ''), [help]);
  }
}

function unknownOption(written: string, command: Command, help: string): QuestionError {
  const flag = written.split('=')[0] ?? written;
  const near = nearest(
    flag,
    command.options.flatMap(({ long }) => (long ? [long] : [])),
  );
  const who = isRoot(command) ? 'there is' : `${command.name()} has`;
  return new QuestionError(`${who} no option ${quoted(flag)}`, [
    ...(near === null ? [] : [`Did you mean  ${near} ?`]),
    help,
  ]);
}

// "option '--fail-on <severity>' argument 'erro' is invalid. Allowed choices are error, warning, info, never."
function unknownValue(option: string, value: string, message: string, help: string): QuestionError {
  const choices = message.split('Allowed choices are ')[1]?.replace(/\.$/, '').split(', ') ?? [];
  const flag = option.split(' ')[0] ?? option;
  const near = nearest(value, choices);
  return new QuestionError(`${flag} is ${quoted(value)}`, [
    ...(near === null ? [] : [`Did you mean  ${flag} ${near} ?`]),
    choices.length === 0 ? help : `It takes:  ${choices.join(' ')}`,
  ]);
}

function isRoot(command: Command): boolean {
  return command.parent === null;
}

function usageOf(command: Command): string {
  const places = command.registeredArguments.map((argument) => {
    const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
    return argument.required ? `<${name}>` : `[${name}]`;
  });
  return ['stemcheck', command.name(), ...places].join(' ');
}

const COUNTS = ['nothing', 'one thing', 'two things'];
function countOf(command: Command): string {
  const count = command.registeredArguments.length;
  return COUNTS[count] ?? `${count} things`;
}

/**
 * Where no verb was written, the first word may be one with a slip: "chek".
 *
 * @throws QuestionError where a verb is near, and no folder is
 */
export function refuseNearVerb(word: string, verbs: readonly string[]): void {
  if (/[/\\.:]/.test(word) || existsSync(word)) return;
  const near = nearest(word, verbs);
  if (near === null || nearest(word, namesHere()) !== null) return;
  throw new QuestionError(`there is no verb and no folder ${quoted(word)}`, [
    `Did you mean  stemcheck ${near} ?`,
    'All verbs:  stemcheck --help',
  ]);
}

function namesHere(): string[] {
  try {
    return readdirSync('.');
  } catch {
    return []; // a current folder that cannot be listed has no near name either
  }
}
