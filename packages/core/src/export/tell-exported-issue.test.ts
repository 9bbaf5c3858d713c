import { describe, expect, it } from 'vitest';
import { conceptId, type Issue, issueId } from '../domain/index.ts';
import { tellExportedIssue } from './tell-exported-issue.ts';

const issue = (changes: Partial<Issue>): Issue => ({
  id: issueId('i1'),
  conceptId: conceptId('c1'),
  kind: 'unclear',
  rule: 'model-unclear',
  message: 'Captain Morwenna Pell would say it better.',
  quote: '',
  others: [],
  state: 'open',
  ...changes,
});
const kinds = ['unclear', 'contradiction', 'missing-relation', 'unnecessary', 'form'] as const;

describe('an issue in an export', () => {
  it.each(kinds)('of the kind %s that a model found holds no word of the model', (kind) => {
    for (const locale of ['en', 'ja'] as const) {
      const told = tellExportedIssue(issue({ kind, rule: `model-${kind}` }), locale, {
        term: 'buoy',
        others: ['quay'],
      });
      expect(told).toContain('buoy');
      expect(told).not.toMatch(/Morwenna|Pell|Captain/u);
    }
  });

  it('names the words that it is about, which the definition holds', () => {
    const quoting = issue({ quote: 'a float' });
    const english = tellExportedIssue(quoting, 'en', { term: 'buoy' });
    expect(english).toBe('A language model finds "a float" in the definition of "buoy" unclear.');
    const japanese = tellExportedIssue(quoting, 'ja', { term: 'buoy' });
    expect(japanese).toBe('言語モデルの指摘：「buoy」の定義にある「a float」がわかりにくいかもしれません。');
  });

  it('is told as everywhere where a rule found it', () => {
    const found = issue({ rule: 'too-long', message: 'The definition of "buoy" is too long.' });
    expect(tellExportedIssue(found, 'en', { term: 'buoy' })).toBe('The definition of "buoy" is too long.');
  });
});
