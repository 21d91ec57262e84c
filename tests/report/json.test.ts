import { describe, expect, it } from 'vitest';
import { delivery, stem } from '../../src/check/examples.js';
import { formatDelivery, formatJson } from '../../src/report/json.js';
import { finding, report, saltAndStatic } from './builders.js';

describe('a report as JSON', () => {
  it('reads back as what it was, but for what only drawings need', () => {
    const salt = saltAndStatic();
    const back = JSON.parse(formatJson(salt, { evidence: true }));
    expect(back).toEqual(JSON.parse(JSON.stringify(salt)));
    const plain = formatJson(salt, { evidence: false });
    expect(plain).not.toContain('"overview"');
    expect(JSON.parse(plain).findings).toHaveLength(11);
  });

  it('is the same bytes whichever way round its parts were built', () => {
    const salt = saltAndStatic();
    const turned = turn(salt) as typeof salt;
    expect(formatJson(turned, { evidence: true })).toBe(formatJson(salt, { evidence: true }));
    expect(Object.keys(turned)[0]).not.toBe(Object.keys(salt)[0]);
  });

  it('of several folders keeps their order under one roof', () => {
    const both = JSON.parse(formatJson([report({ root: 'B' }), report({ root: 'A' })], { evidence: false }));
    expect(both.schemaVersion).toBe(1);
    expect(both.reports.map(({ root }: { root: string }) => root)).toEqual(['B', 'A']);
  });

  it('keeps any name whole, half a surrogate pair too, and stays valid', () => {
    const name = 'a\ud800\n\u202e<script>\x1b[2J.wav';
    const text = formatJson(report({ findings: [finding({ rule: 'clipping', title: name, files: [name] })] }), {
      evidence: false,
    });
    expect(JSON.parse(text).findings[0].files).toEqual([name]);
    expect(new TextDecoder('utf-8', { fatal: true }).decode(new TextEncoder().encode(text))).toBe(text);
    expect(text).not.toContain('\x1b');
  });

  it('puts what a person looks for first at the top', () => {
    const keys = Object.keys(JSON.parse(formatJson(saltAndStatic(), { evidence: false })));
    expect(keys.slice(0, 6)).toEqual(['schemaVersion', 'tool', 'profile', 'root', 'song', 'verdict']);
    expect(keys.at(-1)).toBe('files');
  });
});

describe('the facts of a folder as JSON', () => {
  it('hold every file with its header', () => {
    const facts = JSON.parse(formatDelivery(delivery(stem('Kick.wav', { sampleRate: 44_100 }))));
    expect(facts.files[0].path).toBe('Kick.wav');
    expect(facts.files[0].header.sampleRate).toBe(44_100);
  });
});

/** A deep copy whose objects hold their keys the other way round. */
function turn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turn);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, one]) => [key, turn(one)]),
  );
}
