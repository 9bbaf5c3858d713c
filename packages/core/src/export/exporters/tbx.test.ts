import { describe, expect, it } from 'vitest';
import type { Glossary } from '../../domain/index.ts';
import { buildConcept, buildDefinition, buildDesignation, buildGlossary } from '../../testing/builders.ts';
import { exporterConformance, hostileTexts } from '../../testing/conformance/exporter.ts';
import { sampleGlossary } from '../../testing/sample-glossary.ts';
import { assertTbxBasic, type ReadElement, readXml } from '../../testing/tbx-basic.ts';
import { tbx } from './tbx.ts';

const write = (glossary: Glossary, options = {}): string => [...tbx.write(glossary, options)].join('');

exporterConformance(tbx, {
  snapshot: '../fixtures/sample.tbx',
  entryNames: (output) =>
    [...elements(readXml(output), 'langSec')].map((section) => elements(section, 'term').next().value?.text ?? ''),
  expectInert: (output) => assertTbxBasic(readXml(output)),
});

describe('a TBX export', () => {
  it('is TBX-Basic as its stewards describe it', () => {
    for (const options of [{}, { includeUnsupported: true, locale: 'ja' }]) {
      assertTbxBasic(readXml(write(sampleGlossary(), options)));
    }
    assertTbxBasic(readXml(write(buildGlossary())));
  });

  it('says of each name what it is worth, and of one that is not to be used why, and what to say instead', () => {
    const concept = buildConcept('quay', {
      designations: [
        buildDesignation('quay'),
        buildDesignation('dock wall', { status: 'admitted', form: 'synonym' }),
        buildDesignation('key', { status: 'deprecated', form: 'variant' }),
        buildDesignation('dock', { status: 'forbidden', form: 'synonym', reason: 'a dock is a basin' }),
      ],
    });
    const terms = [...elements(readXml(write(buildGlossary({ concepts: [concept] }))), 'termSec')];
    expect(terms.map(({ children }) => children.map(({ text }) => text))).toEqual([
      ['quay', 'preferredTerm-admn-sts', 'fullForm'],
      ['dock wall', 'admittedTerm-admn-sts'],
      ['key', 'supersededTerm-admn-sts', 'variant', 'Use instead: quay'],
      ['dock', 'deprecatedTerm-admn-sts', 'Use instead: quay', 'Reason: a dock is a basin'],
    ]);
  });

  it.each([...hostileTexts, 'a\r\nb', ' spaces ', 'a list:\n  - of one', '\n\t]]>\r '])('holds %j as it is', (text) => {
    const definition = buildDefinition([], { author: 'person', text });
    const concepts = [buildConcept('quay', { note: text, definition })];
    const read = readXml(write(buildGlossary({ concepts })));
    // oxlint-disable-next-line no-control-regex
    const held = text.toWellFormed().replace(/[\0-\u0008\u000b\u000c\u000e-\u001f]/gu, '\ufffd');
    expect([...elements(read, 'note'), ...elements(read, 'descrip')].map((one) => one.text)).toEqual([held, held]);
  });
});

function* elements(element: ReadElement, name: string): Generator<ReadElement, undefined> {
  if (element.name === name) yield element;
  for (const child of element.children) yield* elements(child, name);
}
