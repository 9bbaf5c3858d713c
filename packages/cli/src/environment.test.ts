import { describe, expect, it } from 'vitest';
import { databasePath } from './database-path.ts';
import { variable } from './environment.ts';
import { chooseLocale } from './words/index.ts';

describe('a variable of the environment', () => {
  it('says what it is set to, without what is around it', () => {
    expect(variable({ GENGLOSSARY_URL: ' http://glossary.test\n' }, 'GENGLOSSARY_URL')).toBe('http://glossary.test');
  });

  it('that is set to nothing leaves it to the next one', () => {
    expect(variable({ GENGLOSSARY_TOKEN: '' }, 'GENGLOSSARY_TOKEN')).toBeUndefined();
    expect(variable({}, 'GENGLOSSARY_TOKEN')).toBeUndefined();
    expect(chooseLocale(undefined, { LC_ALL: '', LC_MESSAGES: '', LANG: 'ja_JP.UTF-8' })).toBe('ja');
    // A folder that cannot be written, as one that is not there.
    expect(databasePath({ cwd: '/nowhere', environment: { XDG_DATA_HOME: '', HOME: '/home/ada' } })).toBe(
      '/home/ada/.local/share/genglossary/genglossary.db',
    );
  });
});
