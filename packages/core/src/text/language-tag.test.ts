import { describe, expect, it } from 'vitest';
import { languageOfTag } from './language-tag.ts';

describe('the language of a tag', () => {
  it.each([
    ['ja', 'ja'],
    ['EN', 'en'],
    ['en-GB', 'en'],
    ['eng', 'en'],
    ['zh-Hant-TW', 'zh'],
    ['tlh', 'tlh'],
    ['und', 'und'],
  ])('of %s is %s', (tag, language) => {
    expect(languageOfTag(tag)).toBe(language);
  });

  it.each(['klingon', 'xx', 'xx-yy-zz', 'en_GB', 'English', '', 'e', 'ja;q=1'])('is none of %j', (tag) => {
    expect(languageOfTag(tag)).toBeUndefined();
  });
});
