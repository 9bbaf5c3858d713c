import { describe, expect, it } from 'vitest';
import { conceptIdOf, conceptIdOfName } from './concept-id.ts';

describe('the id of a concept', () => {
  it('is the one that databases have been filled with', () => {
    expect(conceptIdOf({ language: 'en', key: 'load balancer' })).toBe('ee502f7a52b37626');
    expect(conceptIdOf({ language: 'ja', key: 'サーバ' })).toBe('a3c6c85e5f07a560');
  });

  it('is the same for every way to write its name, and another one in another language', () => {
    const id = conceptIdOf({ language: 'en', key: 'load balancer' });
    expect(conceptIdOfName('Load-Balancers', 'en')).toBe(id);
    expect(conceptIdOfName('サーバー', 'ja')).toBe(conceptIdOf({ language: 'ja', key: 'サーバ' }));
    expect(conceptIdOfName('load balancer', 'ja')).not.toBe(id);
  });
});
