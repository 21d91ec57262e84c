import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/check.js';
import { delivery, stem } from '../../src/check/examples.js';
import { faultRule } from '../../src/check/faults.js';
import { resolveProfile } from '../../src/check/profiles/index.js';
import { RULES } from '../../src/check/rules/index.js';
import type { Delivery, Fault } from '../../src/model/delivery.js';
import { FAULTS } from '../../src/scan/headers/faults.js';

const EVERY_FAULT: readonly Fault[] = Object.entries(FAULTS).map(([id, is]) => ({
  id,
  is,
  atByte: 0,
  message: 'The file is not as it should be.',
}));

describe('a fault that a reader of headers can find', () => {
  it.each(EVERY_FAULT.map((fault) => [fault.id, fault] as const))('is never silent: %s', (_, fault) => {
    const rules = findings(deliveryWith(fault)).map(({ rule }) => rule);
    expect(rules).toContain(faultRule(fault));
  });

  it.each(EVERY_FAULT.map((fault) => [fault.id, fault] as const))('has a rule that is registered: %s', (_, fault) => {
    expect(RULES.map(({ id }) => id)).toContain(faultRule(fault));
  });

  it('is an error where the file cannot be played, a warning in doubt, a note where it is only odd', () => {
    const severities = (['not-audio', 'frame-size-wrong', 'pad-missing'] as const).map(
      (id) => findings(deliveryWith({ id, is: FAULTS[id], atByte: 0, message: 'So.' }))[0]?.severity,
    );
    expect(severities).toEqual(['error', 'warning', 'info']);
  });

  it('is not found on a file without faults', () => {
    expect(findings(delivery(stem('Kick.wav')))).toEqual([]);
  });
});

function deliveryWith(fault: Fault): Delivery {
  const opens = fault.is === 'odd' || fault.is === 'doubt';
  const moved = fault.id === 'changed' || fault.id === 'vanished' ? fault.id : null;
  const unread = moved ? [{ path: 'Bass.wav', because: moved, message: 'Bass.wav moved.' } as const] : [];
  const facts = { coverage: { quick: false, specials: [], unread } };
  return delivery(stem('Kick.wav'), stem('Bass.wav', { opens, faults: [fault] }), { facts });
}

const FILE_RULES = ['unreadable-file', 'truncated-file', 'corrupt-audio', 'header-fault', 'changed-while-read'];

function findings(given: Delivery) {
  const profile = resolveProfile('standard');
  return check(given, { profile, waivers: true, version: '0.0.0' }).findings.filter(({ rule }) =>
    FILE_RULES.includes(rule),
  );
}
