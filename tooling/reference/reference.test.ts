import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cliReference } from './cli.ts';
import { countCodes, errorsReference } from './errors.ts';
import { eventsReference } from './events.ts';
import { proceduresReference } from './procedures.ts';

const page = (name: string) => resolve(import.meta.dirname, '../../docs/reference', name);

describe('the reference', () => {
  it('of procedures is what the router says', async () => {
    const text = proceduresReference();
    expect(text.match(/^\| `/gmu)?.length).toBeGreaterThan(50);
    await expect(text).toMatchFileSnapshot(page('procedures.md'));
  });

  it('of errors has every code, as the server tells it', async () => {
    const text = errorsReference();
    expect(text.match(/^\| `/gmu)?.length).toBe(countCodes());
    await expect(text).toMatchFileSnapshot(page('errors.md'));
  });

  it('of the command line is what the program says', async () => {
    const text = cliReference();
    expect(text.match(/^## /gmu)?.length).toBeGreaterThan(12);
    for (const option of ['--budget <limit>', '--category <name>', '--on-conflict <what>'])
      expect(text).toContain(option);
    await expect(text).toMatchFileSnapshot(page('cli.md'));
  });

  it('of events is what the types say', async () => {
    await expect(eventsReference()).toMatchFileSnapshot(page('events.md'));
  });
});
