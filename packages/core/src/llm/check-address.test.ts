import { describe, expect, it } from 'vitest';
import { GlossaryError } from '../errors/glossary-error.ts';
import { checkedBaseUrl, createLookup } from './check-address.ts';

describe('an address of a language model', () => {
  it('may be on this machine, in a private network or on the web', () => {
    for (const url of [
      'http://127.0.0.1:11434',
      'http://localhost:1234/v1',
      'http://[::1]:8080/v1',
      'http://192.168.1.20:8000/v1',
      'http://10.0.0.7/v1',
      'https://models.example.org/v1',
    ]) {
      expect(checkedBaseUrl(`${url}/`)).toBe(url);
    }
  });

  it('is refused where metadata services and neighbours on the link live, however it is written', () => {
    for (const host of [
      '169.254.169.254',
      '2852039166',
      '0xA9FEA9FE',
      '0251.0376.0251.0376',
      '169.254.1',
      '[::ffff:169.254.169.254]',
      '[::169.254.169.254]',
      '[64:ff9b::a9fe:a9fe]',
      '[2002:a9fe:a9fe::1]',
      '[fe80::1]',
      '[fd00:ec2::254]',
      '100.100.100.200',
      '168.63.129.16',
      '0.0.0.0',
      '[::]',
      '224.0.0.1',
      '255.255.255.255',
    ]) {
      expect(
        codeOf(() => checkedBaseUrl(`http://${host}/latest`)),
        host,
      ).toBe('llm/refused-address');
    }
    expect(checkedBaseUrl('http://169.254.169.254/v1', { allowLinkLocal: true })).toBe('http://169.254.169.254/v1');
  });

  it('is refused with another scheme, with a password, and with a query', () => {
    for (const url of [
      'file:///etc/passwd',
      'ftp://models.example.org',
      'gopher://127.0.0.1',
      'models.example.org',
      'https://ada:secret@models.example.org',
      'https://models.example.org/v1?key=1',
      'https://models.example.org/v1#x',
    ]) {
      expect(
        codeOf(() => checkedBaseUrl(url)),
        url,
      ).toBe('config/invalid');
    }
  });

  it('is refused when its name leads to a refused one', async () => {
    const lookup = createLookup({}, ((_name: string, _options: object, done: (...found: unknown[]) => void) =>
      done(null, [
        { address: '93.184.216.34', family: 4 },
        { address: '169.254.169.254', family: 4 },
      ])) as never);
    const found = await new Promise<unknown>((done) =>
      lookup('rebound.example.org', { all: true }, (error) => done(error)),
    );
    expect(GlossaryError.is(found, 'llm/refused-address')).toBe(true);
  });
});

function codeOf(work: () => unknown): string {
  try {
    work();
    return 'none';
  } catch (error) {
    return GlossaryError.is(error) ? error.code : String(error);
  }
}
