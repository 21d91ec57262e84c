import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderDelivery } from '../../../fixtures/render.js';
import { scan } from '../../../src/scan/scan.js';

const base = mkdtempSync(join(tmpdir(), 'stemcheck-relations-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

describe('what the rough mix tells of the stems, kept between runs', () => {
  const folder = join(base, 'cache');
  const delivery = join(base, 'Night Drive');
  const run = async () => (await scan(delivery, { cache: { folder } })).relations;
  const entry = () => {
    const paths = readdirSync(folder).map((name) => join(folder, name));
    return paths.find((path) => readFileSync(path, 'utf8').includes('"roughBecause"'));
  };
  beforeAll(async () => {
    renderDelivery('nothing-wrong', delivery);
    await wait(150); // a file that was just written is not kept: it may still change within one tick of the clock
  });

  it('is the same as in the first run', async () => {
    const first = await run();
    expect(first.rough?.stems.length).toBeGreaterThan(2);
    expect(entry()).toBeDefined();
    expect(await run()).toEqual(first);
  });

  it('is used: what stands in the entry comes back', async () => {
    const body = readFileSync(entry()!, 'utf8')
      .split('\n')[1]!
      .replace(/"nullDb":[^,]+/, '"nullDb":-12.5');
    writeFileSync(entry()!, `${createHash('sha1').update(body).digest('hex')}\n${body}`);
    expect((await run()).rough?.nullDb).toBe(-12.5);
  });

  it('is looked for again when a stem is another', async () => {
    const { rough } = await run();
    const stem = join(delivery, rough!.stems[0]!.path);
    writeFileSync(stem, readFileSync(stem));
    await wait(150);
    expect((await run()).rough?.nullDb).not.toBe(-12.5);
  });
});
