import { strToU8, zipSync } from 'fflate';
import { assert, array, asyncProperty, nat, record, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  wordBomb,
  wordFile,
  wordParagraph as p,
  wordPart,
  type WordParts,
  wordRuby,
  wordRun,
} from '../../testing/word-file.ts';
import { docx } from '../formats/docx.ts';
import { decodeDocx } from './decode-docx.ts';

async function textOf(parts: WordParts | string): Promise<string> {
  const decoded = await decodeDocx(wordFile(typeof parts === 'string' ? { body: parts } : parts));
  if (decoded.kind === 'refused') throw new Error(decoded.detail);
  expect(decoded.encoding).toBe('utf-8');
  return decoded.text;
}

const style = (id: string, name: string, rest = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${rest}</w:style>`;
const cell = (...paragraphs: string[]) => `<w:tc><w:tcPr/>${paragraphs.map((one) => p(one)).join('')}</w:tc>`;
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
const item = (text: string, level = 0, list = 1) =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${wordRun(text)}</w:p>`;
const note = (id: number, text: string, rest = '') => `<w:footnote w:id="${id}"${rest}>${p(text)}</w:footnote>`;
const refer = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
const field = (instruction: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

async function outcomeOf(bytes: Uint8Array): Promise<readonly string[]> {
  const decoded = await decodeDocx(bytes);
  return decoded.kind === 'refused' ? [decoded.reason, decoded.detail] : [decoded.text];
}

/** As old Word and password protection write them, as far as it is looked at. */
function compound(stream: string): Uint8Array {
  return Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(stream, 'utf16le')]);
}

describe('the text of a Word document', () => {
  it('has every block on a line of its own, and no empty ones', async () => {
    const body = [
      p('Kilns', '1'),
      p(''),
      p('A kiln heats clay.'),
      p('Firing', '2'),
      p('It takes &lt;two&gt; days &amp; a night.'),
    ];
    expect(await textOf(body.join(''))).toBe(
      [
        '<h1>Kilns</h1>',
        '<p>A kiln heats clay.</p>',
        '<h2>Firing</h2>',
        '<p>It takes &lt;two&gt; days &amp; a night.</p>',
      ].join('\n'),
    );
  });

  it('is the same for the same bytes', async () => {
    const bytes = wordFile({ body: p('窯は土を焼く。') + item('薪') });
    expect(await decodeDocx(bytes.slice())).toEqual(await decodeDocx(bytes));
  });

  it('knows headings by their outline, by a style below theirs, and by the names of other languages', async () => {
    const styles = [
      style('h', 'heading 1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
      style('own', 'Chapter', '<w:basedOn w:val="h"/>'),
      style('back', 'Unnumbered', '<w:basedOn w:val="h"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>'),
      style('ja', '見出し 2'),
      style('t', 'Title'),
    ].join('');
    const direct = `<w:p><w:pPr><w:outlineLvl w:val="2"/></w:pPr>${wordRun('direct')}</w:p>`;
    const body = `${p('手引き', 't')}${p('own', 'own')}${p('back', 'back')}${p('窯', 'ja')}${direct}`;
    expect(await textOf({ body, styles })).toBe(
      ['<title>手引き</title>', '<h1>own</h1>', '<p>back</p>', '<h2>窯</h2>', '<h3>direct</h3>'].join('\n'),
    );
  });

  it('takes a whole clause for a paragraph, even in the style of a heading', async () => {
    const clause = `A supplier is ${'a person who hands over clay, '.repeat(6)}and nobody else.`;
    expect(await textOf(p(clause, '1'))).toBe(`<p>${clause}</p>`);
  });

  it('has lists with their depths, and ends them where the list ends', async () => {
    const body = `${item('one')}${item('two', 1)}${item('three')}${p('after')}${item('no list', 0, 0)}`;
    expect(await textOf(body)).toBe(
      ['<ul><li>one</li>', '<ul><li>two</li></ul>', '<li>three</li></ul>', '<p>after</p>', '<p>no list</p>'].join('\n'),
    );
  });

  it('has a row of a table on a line, with columns where they stand and a header where one is named', async () => {
    const look = '<w:tblPr><w:tblLook w:val="04A0"/></w:tblPr>';
    const wide = `<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${p('wide')}</w:tc>`;
    const body = [
      `<w:tbl>${look}${row(cell('Term'), cell('Meaning'), cell('See'))}${row(cell('slip'), cell('thin', 'clay'), cell(''))}${row(wide, cell('end'))}</w:tbl>`,
      `<w:tbl>${look}${row(cell('One row is no header'))}</w:tbl>`,
      `<w:tbl>${row(cell('a'))}${row(cell('b'))}</w:tbl>`,
      `<w:tbl>${look}${row(cell('It is a sentence.'))}${row(cell('b'))}</w:tbl>`,
    ];
    expect(await textOf(body.join(''))).toBe(
      [
        '<table><tr><th>Term</th><th>Meaning</th><th>See</th></tr>',
        '<tr><td>slip</td><td><p>thin</p><p>clay</p></td><td></td></tr>',
        '<tr><td>wide</td><td></td><td>end</td></tr></table>',
        '<table><tr><td>One row is no header</td></tr></table>',
        '<table><tr><td>a</td></tr>',
        '<tr><td>b</td></tr></table>',
        '<table><tr><td>It is a sentence.</td></tr>',
        '<tr><td>b</td></tr></table>',
      ].join('\n'),
    );
  });

  it('marks what is bold, italic or code as one, however many runs it is cut into', async () => {
    const styles = '<w:style w:type="character" w:styleId="c"><w:name w:val="HTML Code"/></w:style>';
    const runs = [
      wordRun('A '),
      wordRun('tide', '<w:b/>'),
      wordRun(' '),
      wordRun('gate', '<w:b w:val="1"/>'),
      wordRun(' is ', '<w:b w:val="0"/>'),
      wordRun('not', '<w:i/>'),
      wordRun(' set(x)', '<w:rStyle w:val="c"/>'),
    ];
    expect(await textOf({ body: `<w:p>${runs.join('')}</w:p>`, styles })).toBe(
      '<p>A <strong>tide gate</strong> is <em>not</em><code> set(x)</code></p>',
    );
  });

  it('keeps links, in both ways of writing them', async () => {
    const body = `<w:p><w:hyperlink r:id="rId9">${wordRun('kiln')}</w:hyperlink>${wordRun(', ')}${field(' HYPERLINK "https://example.com/?a=1&amp;b=2" ', wordRun('clay'))}</w:p>`;
    expect(await textOf({ body, links: { rId9: 'https://example.com/kiln' } })).toBe(
      '<p><a href="https://example.com/kiln">kiln</a>, <a href="https://example.com/?a=1&amp;b=2">clay</a></p>',
    );
  });

  it('keeps the reading that stands above a word, as ruby and as the field of older files', async () => {
    const guide = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>EQ \\* jc2 \\* hps10 \\o\\ad(\\s\\up 9(</w:instrText></w:r><w:r><w:instrText>うわぐすり),釉薬)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const body = `<w:p>${wordRuby('匣鉢', 'さや')}${wordRun('は箱である。')}${guide}${wordRun('をかける。')}</w:p>`;
    const text = await textOf(body);
    expect(text).toBe(
      '<p><ruby>匣鉢<rt>さや</rt></ruby>は箱である。<ruby>釉薬<rt>うわぐすり</rt></ruby>をかける。</p>',
    );
    const prose = docx.read(text);
    expect(prose.text).toBe('匣鉢は箱である。釉薬をかける。');
    expect(prose.marks.map(({ kind, value }) => [kind, value])).toEqual([
      ['ruby', 'さや'],
      ['ruby', 'うわぐすり'],
    ]);
  });

  it('is what stands when all changes are accepted', async () => {
    const body = [
      `<w:p>${wordRun('A kiln is ')}<w:del w:id="1">${wordRun('gone')}<w:r><w:delText>cold</w:delText></w:r></w:del><w:ins w:id="2">${wordRun('hot')}</w:ins>${wordRun('.')}</w:p>`,
      `<w:p><w:moveFrom w:id="3">${wordRun('moved')}</w:moveFrom></w:p><w:p><w:moveTo w:id="4">${wordRun('moved')}</w:moveTo></w:p>`,
      `<w:p><w:pPr><w:rPr><w:del w:id="5"/></w:rPr></w:pPr>${wordRun('Two become ')}</w:p>${p('one.')}`,
      `<w:tbl>${row(cell('kept'))}<w:tr><w:trPr><w:del w:id="6"/></w:trPr>${cell('deleted row')}</w:tr></w:tbl>`,
      `<w:p><w:pPr><w:pStyle w:val="2"/><w:pPrChange><w:pPr><w:pStyle w:val="1"/></w:pPr></w:pPrChange></w:pPr><w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>Now</w:t></w:r></w:p>`,
    ];
    expect(await textOf(body.join(''))).toBe(
      [
        '<p>A kiln is hot.</p>',
        '<p>moved</p>',
        '<p>Two become one.</p>',
        '<table><tr><td>kept</td></tr></table>',
        '<h2>Now</h2>',
      ].join('\n'),
    );
  });

  it('leaves out what nobody reads there: hidden text, contents, page numbers, placeholders, comments, pictures', async () => {
    const styles = [
      style('toc', 'toc 1'),
      style('h', 'heading 1'),
      style('x', 'Note to self', '<w:rPr><w:vanish/></w:rPr>'),
      '<w:style w:type="character" w:styleId="hid"><w:name w:val="Hidden"/><w:rPr><w:vanish/></w:rPr></w:style>',
    ].join('');
    const body = [
      p('Clay 2', 'toc'),
      `<w:p>${field(' TOC \\o "1-3" ', `${wordRun('Kilns 4')}</w:p>${p('Slip 5')}<w:p>`)}</w:p>`,
      '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>',
      `${p('Contents')}</w:sdtContent></w:sdt>`,
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${p('Click here to type.')}</w:sdtContent></w:sdt>`,
      `<w:sdt><w:sdtPr><w:alias w:val="a"/></w:sdtPr><w:sdtContent>${p('A filled field.')}</w:sdtContent></w:sdt>`,
      p('all of it', 'x'),
      `<w:p>${wordRun('secret ', '<w:vanish/>')}${wordRun('more ', '<w:rStyle w:val="hid"/>')}${wordRun('Shown')}`,
      '<w:commentRangeStart w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:r><w:drawing><wp:docPr descr="a kiln"/></w:drawing></w:r>',
      `${wordRun(' on ')}${field(' PAGE ', wordRun('7'))}${wordRun('ice.')}</w:p>`,
    ];
    expect(await textOf({ body: body.join(''), styles })).toBe(
      ['<p>A filled field.</p>', '<p>Shown on ice.</p>'].join('\n'),
    );
  });

  it('goes on after a field that never ends', async () => {
    const begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>';
    const body = `<w:p>${begin}<w:r><w:instrText>REF x</w:instrText></w:r></w:p>${p('Next.')}<w:p>${begin}<w:r><w:instrText>TOC</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r></w:p>${p('Kilns 4')}${p('Kilns', '1')}${p('Last.')}`;
    expect(await textOf(body)).toBe(['<p>Next.</p>', '<h1>Kilns</h1>', '<p>Last.</p>'].join('\n'));
  });

  it('has text boxes once, after the paragraph that they hang on', async () => {
    const box = `<w:txbxContent>${p('In the box.')}</w:txbxContent>`;
    const anchor = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(await textOf(`<w:p>${wordRun('Before ')}${anchor}${wordRun('after.')}</w:p>`)).toBe(
      ['<p>Before after.</p>', '<p>In the box.</p>'].join('\n'),
    );
  });

  it('has the notes that it refers to at its end, in the order of the text', async () => {
    const footnotes = `${note(0, '-----', ' w:type="separator"')}${note(1, 'Dry clay.')}${note(2, 'Wet clay.')}${note(3, 'Nobody asks.')}`;
    const body = `<w:p>${wordRun('Slip')}${refer(2)}${wordRun(' and bone')}${refer(1)}<w:del>${refer(3)}</w:del></w:p>`;
    const text = await textOf({ body, footnotes });
    expect(text).toBe(['<p>Slip and bone</p>', '<aside>Wet clay.</aside>', '<aside>Dry clay.</aside>'].join('\n'));
    expect(docx.read(text).blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'note', 'note']);
  });

  it('looks up the links of a note among those of the notes', async () => {
    const noted = `<w:footnote w:id="1"><w:p><w:hyperlink r:id="rId1">${wordRun('bone')}</w:hyperlink></w:p></w:footnote>`;
    const relations =
      '<Relationship Id="rId1" Type="x/hyperlink" Target="https://example.com/bone" TargetMode="External"/>';
    const others = { 'word/_rels/footnotes.xml.rels': strToU8(`<Relationships>${relations}</Relationships>`) };
    expect(await textOf({ body: `<w:p>${wordRun('Slip')}${refer(1)}</w:p>`, footnotes: noted, others })).toBe(
      '<p>Slip</p>\n<aside><a href="https://example.com/bone">bone</a></aside>',
    );
  });

  it('reads the strict form, other prefixes, UTF-16 and a main part of another name', async () => {
    const strict = strToU8(
      '<document xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main" xmlns:z="http://purl.oclc.org/ooxml/wordprocessingml/main"><body><p><pPr><pStyle z:val="1"/></pPr><r><t>Kiln</t></r></p></body></document>',
    );
    const relations = strToU8(
      '<Relationships><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>',
    );
    expect(await textOf({ body: '', others: { '_rels/.rels': relations, 'word/document2.xml': strict } })).toBe(
      '<p>Kiln</p>',
    );
    const utf16 = Buffer.from(
      '\ufeff' + Buffer.from(wordPart('document', `<w:body>${p('窯')}</w:body>`)).toString(),
      'utf16le',
    );
    expect(await textOf({ body: '', others: { 'word/document.xml': utf16 } })).toBe('<p>窯</p>');
  });

  it('is read to prose block for block, so that every line is one block', async () => {
    await assert(
      asyncProperty(
        array(string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), { maxLength: 8 }),
        async (lines) => {
          const shown = lines.map((line) => line.toWellFormed().replaceAll(/[\p{C}\p{Z}<>&]/gu, 'x'));
          const text = await textOf(shown.map((line) => p(line)).join(''));
          expect(docx.read(text).text.split('\n')).toEqual(shown.length === 0 ? [''] : shown);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('a file that is no readable Word document', () => {
  it('is refused before it is unpacked where it would fill the memory', async () => {
    const bomb = wordBomb(Buffer.alloc(65 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(1024 * 1024);
    const before = process.memoryUsage().rss;
    expect(await outcomeOf(bomb)).toEqual(['too-large', 'it unpacks to more than 67108864 bytes']);
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024);
  });

  it('is refused where it unpacks to more than it says', async () => {
    const bytes = Buffer.from(wordFile({ body: p('A kiln. '.repeat(100_000)) }));
    // The size that the directory at the end of the archive declares, 24 bytes into the entry of the part.
    const entry = bytes.lastIndexOf('word/document.xml') - 46;
    expect(bytes.readUInt32LE(entry)).toBe(0x02014b50);
    bytes.writeUInt32LE(5000, entry + 24);
    expect(await outcomeOf(bytes)).toEqual(['damaged', 'its part word/document.xml is damaged']);
  });

  it('is refused where its text is longer than that of any document may be', async () => {
    const long = wordPart('document', `<w:body>${p('A kiln is hot all day. '.repeat(500_000))}</w:body>`);
    expect(await outcomeOf(wordBomb(long))).toEqual(['too-large', 'it has more than 10485760 characters']);
  });

  it('is refused where a few signs of it would write much', async () => {
    const links = { rId9: `https://example.com/${'x'.repeat(2000)}` };
    const linked = `<w:hyperlink r:id="rId9">${wordRun('a')}</w:hyperlink>${wordRun('b')}`;
    expect((await outcomeOf(wordFile({ body: `<w:p>${linked.repeat(6000)}</w:p>`, links })))[0]).toBe('too-large');
    const wide = `<w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>${p('a')}</w:tc>`;
    expect((await outcomeOf(wordFile({ body: `<w:tbl>${row(wide).repeat(20_000)}</w:tbl>` })))[0]).toBe('too-large');
  });

  it('is read in bounded time where its fields and prefixes have no end', async () => {
    const begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>';
    const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
    const fields = Array.from(
      { length: 20_000 },
      (_, index) => `${begin}<w:r xmlns:p${index}="${main}"><w:t>kiln</w:t></w:r>`,
    );
    const start = performance.now();
    expect(await textOf(`<w:p>${fields.join('')}</w:p>${p('End.')}`)).toBe('<p>End.</p>');
    expect(performance.now() - start).toBeLessThan(6000);
  });

  it('declares no entities: what it names is not looked up and does not grow', async () => {
    const document = strToU8(
      `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "boom"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]><w:document><w:body><w:p><w:r><w:t>[&b;&f;]</w:t></w:r></w:p></w:body></w:document>`,
    );
    expect(await textOf({ body: '', others: { 'word/document.xml': document } })).toBe('<p>[&amp;b;&amp;f;]</p>');
  });

  it('is refused with words that say what it is', async () => {
    expect(await outcomeOf(compound('EncryptedPackage'))).toEqual(['encrypted', 'it is protected by a password']);
    expect(await outcomeOf(compound('WordDocument'))).toEqual([
      'unsupported-format',
      'the old format of Word: save it as .docx',
    ]);
    expect(await outcomeOf(compound('Workbook'))).toEqual(['damaged', 'it is not a Word document']);
    expect(await outcomeOf(strToU8('{\\rtf1 Kiln}'))).toEqual(['unsupported-format', 'it is RTF: save it as .docx']);
    expect(await outcomeOf(strToU8('A kiln.'))).toEqual(['damaged', 'it is not a whole zip archive']);
    expect(await outcomeOf(new Uint8Array())).toEqual(['damaged', 'it is not a whole zip archive']);
    expect(await outcomeOf(zipSync({ 'a.txt': strToU8('A kiln.') }))).toEqual(['damaged', 'it is not a Word document']);
    const workbook = { 'word/document.xml': strToU8('<workbook/>') };
    expect(await outcomeOf(wordFile({ body: '', others: workbook }))).toEqual(['damaged', 'it is not a Word document']);
  });

  it('is refused where it is cut off, changed, or nested without end', async () => {
    const bytes = wordFile({ body: p('A kiln is hot.') });
    expect(await outcomeOf(bytes.subarray(0, bytes.length - 30))).toEqual(['damaged', 'it is not a whole zip archive']);
    const half = wordPart('document', `<w:body>${p('A kiln.')}${p('Another.')}`).subarray(0, -60);
    expect(await outcomeOf(wordFile({ body: '', others: { 'word/document.xml': half } }))).toEqual([
      'damaged',
      'it ends in the middle',
    ]);
    const nested = '<w:tbl><w:tr><w:tc>'.repeat(100_000);
    expect(await outcomeOf(wordFile({ body: nested }))).toEqual(['damaged', 'its elements are nested too deep']);
    const stored = Buffer.from(
      wordFile({
        body: '',
        others: { 'word/document.xml': [wordPart('document', `<w:body>${p('Kiln')}</w:body>`), { level: 0 }] },
      }),
    );
    stored.write('Mill', stored.indexOf('Kiln'));
    expect(await outcomeOf(stored)).toEqual(['damaged', 'its part word/document.xml is damaged']);
  });

  it('has an outcome, whatever happened to its bytes', async () => {
    const whole = wordFile({
      body: p('A kiln is hot.') + item('clay') + `<w:tbl>${row(cell('a'), cell('b'))}</w:tbl>`,
    });
    const edits = array(record({ at: nat({ max: whole.length - 1 }), value: nat({ max: 255 }) }), {
      minLength: 1,
      maxLength: 8,
    });
    await assert(
      asyncProperty(edits, async (changes) => {
        const bytes = whole.slice();
        for (const { at, value } of changes) bytes[at] = value;
        expect((await outcomeOf(bytes)).length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });

  it('has an outcome, whatever order its elements come in', async () => {
    const names = [
      'p',
      'r',
      't',
      'tbl',
      'tr',
      'tc',
      'ruby',
      'rt',
      'rubyBase',
      'txbxContent',
      'pPr',
      'rPr',
      'del',
      'sdt',
      'sdtContent',
      'fldSimple',
      'body',
      'footnote',
      'hyperlink',
      'fldChar',
      'pStyle',
      'tblHeader',
    ];
    await assert(
      asyncProperty(array(nat({ max: names.length * 2 - 1 }), { maxLength: 60 }), async (picks) => {
        const open: string[] = [];
        const pieces = picks.map((pick) => {
          const name = names[pick >> 1] ?? 'p';
          if (pick % 2 === 1 && open.length > 0) return `kiln</w:${open.pop()}>`;
          open.push(name);
          return `<w:${name} w:fldCharType="begin" w:val="1">clay`;
        });
        const rest = open.toReversed().map((name) => `</w:${name}>`);
        const text = await textOf(pieces.join('') + rest.join(''));
        expect(docx.read(text).text).toBeTypeOf('string');
      }),
      { numRuns: 200 },
    );
  });
});
