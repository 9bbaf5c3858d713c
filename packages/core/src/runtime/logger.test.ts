import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GlossaryError } from '../errors/glossary-error.ts';
import { describeFailure } from './describe-failure.ts';
import { jsonLogger, type Logger, logLevelNamed, maskText } from './logger.ts';

const KEY = 'sk-harbour0123456789abcdef';

describe('a log line', () => {
  it('RP5: is one JSON document with its level, its time, its event and every field of its parents', () => {
    const { lines, logger } = recorded();
    logger
      .child({ run: 'r1', attempt: 2 })
      .child({ step: 'define' })
      .warn('item-retry', { item: 'tide gate', tries: 1 });
    expect(lines()).toEqual([
      {
        level: 'warn',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/u),
        run: 'r1',
        attempt: 2,
        step: 'define',
        item: 'tide gate',
        tries: 1,
        event: 'item-retry',
      },
    ]);
  });

  it('is left out below the level that was asked for', () => {
    const { lines, logger } = recorded('error');
    logger.warn('run-interrupted');
    logger.error('run-status-unsaved');
    expect(lines()).toMatchObject([{ event: 'run-status-unsaved' }]);
  });

  it('RP5: holds no secret and no absolute path, neither in a field nor in a message, however deep', () => {
    const { text, logger } = recorded();
    logger.child({ apiKey: KEY, url: `https://ada:lovelace@models.example/v1?api_key=${KEY}` }).error('model-failed', {
      error: new Error(`Bearer ${KEY} was refused; see /home/ada/docs/plans.md`),
      request: { headers: [{ 'X-Api-Key': 'harbour', authorization: 'Basic aGFyYm91cg==' }] },
      details: {
        path: 'C:\\Users\\ada\\plans.md',
        share: '\\\\store\\ada\\plans.md',
        link: 'file:///home/ada/plans.md',
      },
      inputTokens: 12,
    });
    expect(text()).not.toMatch(/harbour|lovelace|aGFy|home|ada|Users/u);
    expect(text()).toContain('"inputTokens":12');
    expect(text().match(/plans\.md/gu)).toHaveLength(4);
  });

  it('ends, although a structure holds itself', () => {
    const { lines, logger } = recorded();
    const knot: { name: string; self?: unknown } = { name: 'knot' };
    knot.self = knot;
    logger.info('knot', { knot });
    expect(lines()).toMatchObject([{ knot: { name: 'knot' } }]);
  });
});

describe('a masked text', () => {
  it.each([
    ['opening /var/lib/app/genglossary.db failed', 'opening …/genglossary.db failed'],
    ["ENOENT: no such file, open '/home/ada/a.md'", "ENOENT: no such file, open '…/a.md'"],
    ['位置は/home/ada/文書.mdです', '位置は…/文書.mdです'],
    ['see C:/Users/ada/a.md', 'see …/a.md'],
    ['see D:\\docs\\a.md', 'see …/a.md'],
    ['see docs/a.md, 3/4 and https://models.example/v1/chat', 'see docs/a.md, 3/4 and https://models.example/v1/chat'],
    ['postgres://ada:secret@db.example/runs', 'postgres://[masked]db.example/runs'],
    ['key AIzaSyA0123456789abcdefghij', 'key [masked]'],
    ['eyJhbGciOiJIUzI1.eyJzdWIiOiJhZGEi.c2lnbmF0dXJl', '[masked]'],
    ['a risk-based approach', 'a risk-based approach'],
  ])('%s', (text, masked) => {
    expect(maskText(text)).toBe(masked);
  });

  it('holds no key, whatever stands around it, and stays as it is when it is masked again', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const masked = maskText(`${before} ${KEY} ${after}`);
        expect(masked).not.toContain(KEY);
        expect(maskText(masked)).toBe(masked);
      }),
    );
  });
});

describe('a failure that is stored and shown', () => {
  it('holds no path and no key in its words or its details', () => {
    const failure = describeFailure(
      new GlossaryError('document/unreadable', `/home/ada/docs/a.md could not be read with ${KEY}.`, {
        details: { name: '/home/ada/docs/a.md', why: `Bearer ${KEY}` },
      }),
    );
    expect(failure).toEqual({
      code: 'document/unreadable',
      message: '…/a.md could not be read with [masked].',
      details: { name: '…/a.md', why: '[masked]' },
    });
  });
});

describe('the name of a log level', () => {
  it('is one of four', () => {
    expect(logLevelNamed('debug')).toBe('debug');
    expect(() => logLevelNamed('loud')).toThrow('There is no log level loud');
  });
});

function recorded(level: 'info' | 'error' = 'info'): {
  readonly logger: Logger;
  readonly text: () => string;
  readonly lines: () => unknown[];
} {
  const written: string[] = [];
  const logger = jsonLogger({ level, destination: { write: (line) => void written.push(line) } });
  return { logger, text: () => written.join(''), lines: () => written.map((line): unknown => JSON.parse(line)) };
}
