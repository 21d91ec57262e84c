import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, vi } from 'vitest';
import { renderDelivery } from '../../fixtures/render.js';
import type { Report } from '../../src/model/report.js';

export const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
export type Run = { readonly exitCode: number; readonly stdout: string; readonly stderr: string };

/** Runs the built program as a person would, from `cwd`, with nobody looking: no colour, 80 columns. */
export function stemcheck(
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv; readonly input?: string } = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args], {
      cwd: options.cwd ?? tmpdir(),
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '', ...options.env },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject).on('close', (code) => resolve({ exitCode: code ?? -1, stdout, stderr }));
    child.stdin.end(options.input ?? '');
  });
}

/** What code that runs in the test's own process prints, from the start of each test; the terminal stays clean. */
export function printed(): { stdout: string } {
  const print = { stdout: '' };
  beforeEach(() => {
    print.stdout = '';
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      print.stdout += String(text);
      return true;
    });
    return () => vi.restoreAllMocks();
  });
  return print;
}

/** The report of a folder, as programs read it. */
export async function reportOf(folder: string, ...args: string[]): Promise<Report> {
  const { stdout, stderr } = await stemcheck(['check', folder, '--format', 'json', '--no-cache', ...args]);
  if (stdout === '') throw new Error(`no report of ${folder}: ${stderr}`);
  return JSON.parse(stdout) as Report;
}

/** A new folder that is gone after the tests of the file. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stemcheck-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A rendered recipe of fixtures/recipes in a new folder. */
export function deliver(recipe: string, name = 'Night Drive'): string {
  return renderDelivery(recipe, join(emptyFolder(), name));
}

/** What a person must know: rule and files of every finding above info. */
export function aboveInfo(report: Report): { rule: string; files: readonly string[] }[] {
  return report.findings
    .filter(({ severity, number, waived }) => severity !== 'info' && number !== null && !waived)
    .map(({ rule, files }) => ({ rule, files }));
}
