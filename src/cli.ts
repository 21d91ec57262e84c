#!/usr/bin/env node
import { Command, CommanderError, Option } from 'commander';
import { QuestionError } from './cli/question-error.js';
import { VERSION } from './cli/version.js';

// Each verb lives in its own file and is loaded when it is called, so that --help reads nothing but this page.
const EXIT = { clean: 0, gaps: 1, question: 2, interrupted: 130 } as const;

function program(): Command {
  const stemcheck = new Command('stemcheck')
    .description(
      'Says, before a mix starts, whether a mixing engineer can begin with a folder of stems, and if not, who has to do what.',
    )
    .version(VERSION)
    .enablePositionalOptions()
    .showSuggestionAfterError(false)
    .addHelpText('after', EXAMPLES);

  const check = stemcheck
    .command('check', { isDefault: true })
    .argument('<folder...>', 'delivered folders, or zips of them')
    .summary('verdict, handoff list and gaps of a delivered folder (the verb may be left out)');
  printing(
    judging(reading(check)),
    'table, json, html, markdown, message, csv, sarif, junit or github; repeat it for several',
  )
    .option('--evidence', 'json with overviews and excerpts of the sound')
    .option('--quiet', 'the verdict and the things to do, no more')
    .action(async (folders: string[], options) => {
      const [first = ''] = stemcheck.args;
      if (first === folders[0]) await refuseNearVerb(first, stemcheck);
      return exit((await import('./cli/check.js')).check(folders, options));
    });

  reading(stemcheck.command('scan').argument('<folder>', 'a delivered folder, or a zip of it'))
    .summary('what lies in it, as JSON: facts, no judgement')
    .option('--evidence', 'with overviews and excerpts of the sound')
    .action(async (folder: string, options) => exit((await import('./cli/scan.js')).scan(folder, options)));

  const audit = stemcheck
    .command('audit')
    .argument('<drive>', 'a folder of deliveries')
    .summary('every delivery under a project drive, one row each');
  printing(
    judging(reading(audit)),
    'table, json, html or csv; repeat it for several; html=FILE writes a page of each delivery beside FILE',
  )
    .option('--shard <part/of>', 'one part of the deliveries, such as 2/8; `merge` joins them')
    .action(async (drive: string, options) => exit((await import('./cli/audit.js')).audit(drive, options)));

  const merge = stemcheck
    .command('merge')
    .argument('<audits...>', 'the JSON of all shards')
    .summary('the shards of an audit as one report');
  printing(merge, 'table, json, html or csv; repeat it for several').action(async (files: string[], options) =>
    exit((await import('./cli/merge.js')).merge(files, options)),
  );

  const diff = stemcheck
    .command('diff')
    .argument('<old>', 'the delivery as it was')
    .argument('<new>', 'the delivery as it is now')
    .summary('what changed between two deliveries, by sound');
  failing(judging(reading(diff)), 'table, json, html or message; repeat it for several').action(
    async (old: string, now: string, options) => exit((await import('./cli/diff.js')).diff(old, now, options)),
  );

  stemcheck
    .command('init')
    .argument('[folder]', 'a delivered folder')
    .summary('ask for what is missing and write handoff.yaml')
    .option('--yes', 'ask nothing: write what the folder says, the rest as comments')
    .option('--update', 'change a handoff file that is there already')
    .option('--template', 'print an empty handoff.yaml')
    .option('--md', 'write handoff.md, a form to fill in by hand')
    .option('--song <title>')
    .option('--tempo <bpm>')
    .option('--key <key>')
    .option('--set <line=value>', 'any other line of handoff.yaml; repeat it', collected, [])
    .action(async (folder: string | undefined, options) =>
      exit((await import('./cli/init.js')).init(folder ?? '.', options)),
    );

  stemcheck
    .command('manifest')
    .argument('<folder>', 'a delivered folder')
    .summary('checksums to send along')
    .option('--yes', 'ask nothing: write sha256sums.txt into the folder')
    .option('--update', 'with --yes: write over one that is there already')
    .action(async (folder: string, options) => exit((await import('./cli/manifest.js')).manifest(folder, options)));

  stemcheck
    .command('triage')
    .argument('<file>', 'notes or a mail; - for standard input')
    .summary('sentences sorted by who decides')
    .option('--format <name>', 'table or json', 'table')
    .action(async (file: string, options) => exit((await import('./cli/triage.js')).triage(file, options)));

  coloured(stemcheck.command('explain').argument('<rule>', 'a rule, such as same-start'))
    .summary('what a rule looks at, why, and how to close it')
    .action(async (rule: string, options) => exit((await import('./cli/explain.js')).explain(rule, options)));

  stemcheck
    .command('cache')
    .summary('measurements that are kept between runs: where, how much')
    .option('--clear', 'forget them')
    .action(async (options) => exit((await import('./cli/cache.js')).cache(options)));

  coloured(stemcheck.command('rules'))
    .summary('all rules with severity, item and owner')
    .addOption(new Option('--format <name>', 'table or json').default('table'))
    .option('--profile <name>', 'severities as this profile sets them', 'standard')
    .action(async (options) => exit((await import('./cli/rules.js')).rules(options)));

  for (const command of [stemcheck, ...stemcheck.commands]) {
    command.exitOverride((error) => {
      throw error.exitCode === 0 ? error : new WrongUsage(error, command);
    });
    // What was wrong is said in our own words, at the one place where questions end.
    command.configureOutput({ outputError: () => {} });
  }
  return stemcheck;
}

class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
  constructor(
    readonly found: CommanderError,
    readonly command: Command,
  ) {
    super(found.message);
  }
}

async function refuseNearVerb(word: string, stemcheck: Command): Promise<void> {
  const usage = await import('./cli/wrong-usage.js');
  usage.refuseNearVerb(
    word,
    stemcheck.commands.map((command) => command.name()),
  );
}

function reading(command: Command): Command {
  return command
    .option('--quick', 'names, headers and words only; no sample is read')
    .option('--brief <file>', 'a handoff file that stands in for the delivered one')
    .option('--no-rough', 'do not hold the stems against the rough mix')
    .option('--jobs <n>', 'files measured at one time (default: one a core)', wholeNumber)
    .option('--no-cache', 'measure again, whatever is remembered from earlier runs');
}

function judging(command: Command): Command {
  return command
    .option('--profile <name>', 'standard, strict or two-track (default: standard, or what the settings extend)')
    .option('--config <file>', "a studio's own settings")
    .option('--print-config', 'the settings as they come out, then stop')
    .option('--rule <id=severity>', 'off, info, warning or error for one rule; repeat it', collected, [])
    .option('--only <ids>', 'these rules and no others, separated by commas', collected, [])
    .option('--no-waivers', 'judge without the "meant" and "none" of the brief');
}

function printing(command: Command, formats: string): Command {
  return failing(command, formats)
    .option('--baseline <json>', 'an earlier report: what it knows does not fail, what is new does')
    .option('--prune', 'take what is closed out of the baseline file');
}

function failing(command: Command, formats: string): Command {
  return coloured(command)
    .option('--format <name[=file]>', formats, collected, [])
    .addOption(
      new Option('--fail-on <severity>', 'exit 1 from this severity on')
        .choices(['error', 'warning', 'info', 'never'])
        .default('error'),
    )
    .option('--verbose', 'notes, folded and waived findings in full');
}

function coloured(command: Command): Command {
  return command.addOption(
    new Option('--color <when>', 'colour in the terminal (NO_COLOR is respected)')
      .choices(['auto', 'always', 'never'])
      .default('auto'),
  );
}

function collected(value: string, earlier: string[]): string[] {
  return [...earlier, value];
}

function wholeNumber(value: string): number {
  if (!/^[1-9]\d{0,3}$/.test(value))
    throw new QuestionError(`--jobs is "${value}"`, [
      'Write how many files are measured at one time, such as  --jobs 2',
    ]);
  return Number(value);
}

const EXAMPLES = `
Examples:
  stemcheck "Night Drive"                    the report in the terminal
  stemcheck "Night Drive" --format json      the same for programs
  stemcheck explain same-start               why a gap matters, how to close it

Exit codes: 0 nothing at or above --fail-on; 1 something is, or nothing could be checked; 2 the question could not be asked.`;

async function exit(code: Promise<number>): Promise<void> {
  process.exitCode = await code;
}

async function main(): Promise<void> {
  try {
    await program().parseAsync();
  } catch (error) {
    process.exitCode = await exitCodeOf(error);
  }
}

async function exitCodeOf(error: unknown): Promise<number> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.question;
  if (error instanceof WrongUsage) {
    const { usageQuestion } = await import('./cli/wrong-usage.js');
    return exitCodeOf(usageQuestion(error.found, error.command));
  }
  if (error instanceof QuestionError) {
    const { questionText } = await import('./cli/question-text.js');
    process.stderr.write(questionText(error));
    return EXIT.question;
  }
  if (error instanceof Error && error.name === 'AbortError') return EXIT.interrupted;
  throw error;
}

// A reader that closes early (`| head`) is no fault of ours and needs no stack.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? EXIT.clean);
  throw error;
});

await main();
