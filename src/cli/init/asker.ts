import { createInterface } from 'node:readline';

/** Whoever answers: a person at a terminal, or lines from a pipe. */
export type Asker = {
  /** @returns what was typed, without spaces around it; null where the conversation was ended */
  ask(
    lines: readonly string[],
    problemOf: (typed: string) => Promise<string | null>,
    hint?: string,
  ): Promise<string | null>;
  say(lines: readonly string[]): void;
  close(): void;
};

/** A conversation in a terminal, in the look of @clack/prompts. */
export async function terminalAsker(): Promise<Asker> {
  const { isCancel, log, text } = await import('@clack/prompts');
  return {
    async ask(lines, problemOf, hint = '') {
      // The package checks an answer at once, and some of ours take a moment: they are asked again instead.
      for (;;) {
        const typed = await text({ message: lines.join('\n'), placeholder: hint });
        if (isCancel(typed)) return null;
        const answer = (typed ?? '').trim();
        const problem = await problemOf(answer);
        if (problem === null) return answer;
        log.message(problem);
      }
    },
    say: (lines) => log.message(lines.join('\n')),
    close: () => undefined,
  };
}

/** A conversation with a script: a line of input an answer, plain text out. */
export function pipeAsker(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Asker {
  const lines = createInterface({ input, terminal: false })[Symbol.asyncIterator]();
  const say = (words: readonly string[]) => output.write(`${words.map((line) => `  ${line}`).join('\n')}\n\n`);
  return {
    async ask(question, problemOf) {
      say(question);
      for (;;) {
        const next = await lines.next();
        if (next.done) return null;
        const answer = next.value.trim();
        output.write(`  > ${answer}\n\n`);
        const problem = await problemOf(answer);
        if (problem === null) return answer;
        say(problem.split('\n'));
      }
    },
    say,
    close: () => void lines.return?.(),
  };
}
