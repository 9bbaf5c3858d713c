import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { planUpload } from './plan-upload.ts';

const file = (path: string, content: string | Uint8Array<ArrayBuffer>) => ({ path, file: new File([content], 'x') });
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

describe('looking at files before they are sent', () => {
  it('says of each file what will become of it', async () => {
    const plan = await planUpload(
      [
        file('harbour/new.md', '# New'),
        file('harbour/deep/changed.md', 'now'),
        file('harbour/page.MDX', '# Page'),
        file('harbour/same.txt', 'as it was'),
        file('harbour/map.png', 'x'),
        file('harbour/node_modules/pkg/readme.md', 'x'),
        file('harbour/.git/notes.txt', 'x'),
        file('harbour/odd.txt', new Uint8Array([65, 0, 66])),
        file('harbour/nothing.md', ''),
        file('harbour/large.md', 'x'.repeat(10 * 1024 * 1024 + 1)),
      ],
      {
        known: new Map([
          ['deep/changed.md', hash('before')],
          ['same.txt', hash('as it was')],
        ]),
      },
    );
    expect(plan.map((one) => [one.path, one.verdict === 'reject' ? one.reason : one.verdict])).toEqual([
      ['new.md', 'add'],
      ['deep/changed.md', 'update'],
      ['page.MDX', 'add'],
      ['same.txt', 'same'],
      ['map.png', 'type'],
      ['node_modules/pkg/readme.md', 'ignored'],
      ['.git/notes.txt', 'ignored'],
      ['odd.txt', 'binary'],
      ['nothing.md', 'empty'],
      ['large.md', 'size'],
    ]);
  });

  it('takes Word documents as they are, and not what Word keeps beside one that is open', async () => {
    const zip = Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 0);
    const plan = await planUpload([file('gates.docx', zip), file('~$gates.docx', zip), file('old.doc', zip)], {
      known: new Map(),
    });
    expect(plan.map((one) => [one.firstLine, one.verdict === 'reject' ? one.reason : one.verdict])).toEqual([
      ['', 'add'],
      ['', 'type'],
      ['', 'old-word'],
    ]);
  });

  it('keeps files of one name in different folders apart', async () => {
    const plan = await planUpload([file('docs/a/index.md', 'one'), file('docs/b/index.md', 'two')], {
      known: new Map(),
    });
    expect(plan.map(({ path, verdict }) => [path, verdict])).toEqual([
      ['a/index.md', 'add'],
      ['b/index.md', 'add'],
    ]);
  });

  it.each([
    ['a.md', '---\n\n# The tide desk\nText'],
    ['b.md', '---\ntitle: The tide desk\n---\n'],
    ['c.rst', '=============\nThe tide desk\n=============\n'],
    ['d.html', '<!DOCTYPE html>\n<html><head><title>The tide desk</title></head>'],
  ])('shows what %s can be recognised by', async (name, content) => {
    const [plan] = await planUpload([file(name, content)], { known: new Map() });
    expect(plan?.firstLine).toBe('The tide desk');
  });

  it.each([
    ['a.html', '<title>The tide desk</title><style>body { margin: 0 }</style>'],
    ['b.html', '<style>\nbody { margin: 0 }\n</style><script>let open = 1;</script>\n<h1>The tide desk</h1>'],
  ])('does not take the style of %s for its words', async (name, content) => {
    const [plan] = await planUpload([file(name, content)], { known: new Map() });
    expect(plan?.firstLine).toBe('The tide desk');
  });

  it('reads Shift_JIS, and knows a document in it again', async () => {
    // "潮見台の手引き" (guide to the tide desk)
    const bytes = [0x92, 0xaa, 0x8c, 0xa9, 0x91, 0xe4, 0x82, 0xcc, 0x8e, 0xe8, 0x88, 0xf8, 0x82, 0xab];
    const [plan] = await planUpload([file('a.txt', Uint8Array.from(bytes))], {
      known: new Map([['a.txt', hash('潮見台の手引き')]]),
    });
    expect(plan).toMatchObject({ firstLine: '潮見台の手引き', verdict: 'same' });
  });
});
