import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentId, type Block, type Document, isExplained, type Sentence } from '../domain/index.ts';
import { defineConcepts } from './define-concepts.ts';
import type { Definable, DefinitionSource } from './definition-source.ts';
import { findDefiningSentences } from './find-defining-sentences.ts';
import { atOnce } from '../runtime/in-slices.ts';

const verify = (): 'supported' => 'supported';

describe('defineConcepts', () => {
  it('quotes the sentence that defines a concept, with the exact words of the document as evidence', () => {
    const source = read('kust.txt', ['Een vuurtoren is een toren die schepen in de nacht de weg wijst.'], 'nl');
    const definition = atOnce(defineConcepts([concept('vuurtoren', 'nl')], [source], { verify })).get('vuurtoren');
    expect(definition).toEqual({
      state: 'drafted',
      author: 'built-in',
      statements: [
        {
          text: 'Een vuurtoren is een toren die schepen in de nacht de weg wijst.',
          role: 'definition',
          support: 'supported',
          evidence: [
            {
              documentId: 'kust.txt',
              range: { start: 0, end: 64 },
              quote: 'Een vuurtoren is een toren die schepen in de nacht de weg wijst.',
            },
          ],
        },
      ],
      confidence: expect.closeTo(0.56, 1) as number,
      revision: 1,
    });
  });

  it('leaves out a quotation mark whose other half stands in another sentence', () => {
    const texts = ['「潮番とは潮の高さを測る役目である。', '鐘番とは（浜の）鐘を鳴らす役目である」'];
    const source = read('minato.txt', texts, 'ja');
    const concepts = [concept('潮番', 'ja'), concept('鐘番', 'ja')];
    const found = [...atOnce(defineConcepts(concepts, [source], { verify })).values()];
    expect(found.map(({ statements }) => statements[0]?.text)).toEqual([texts[0]?.slice(1), texts[1]?.slice(0, -1)]);
  });

  it('takes a definition that speaks of any day or place, and none that points back', () => {
    const texts = ['旗番とは、その日に旗を揚げる当番のことをいう。', '灯番とは、その旗を夜に降ろす当番のことをいう。'];
    const source = read('minato.txt', texts, 'ja');
    const defined = atOnce(defineConcepts([concept('旗番', 'ja'), concept('灯番', 'ja')], [source], { verify }));
    const isDefined = (key: string) => {
      const definition = defined.get(key);
      return isExplained(definition === undefined ? {} : { definition });
    };
    expect(['旗番', '灯番'].map(isDefined)).toEqual([true, false]);
  });

  it('shows a concept in use where nothing defines it, and does not call that a definition', () => {
    const source = read('minato.txt', ['港の入口で漁師たちは潮溜まりのそばに網を干していた。'], 'ja');
    const used = { documentId: source.document.id, start: 10, end: 14 };
    const result = atOnce(
      defineConcepts([{ ...concept('潮溜まり', 'ja'), occurrences: [used] }], [source], { verify }),
    );
    const definition = result.get('潮溜まり');
    expect(definition).toMatchObject({ confidence: 0, statements: [{ role: 'context', text: source.document.text }] });
    expect(isExplained(definition === undefined ? {} : { definition })).toBe(false);
  });

  it('passes over a passage that does not stand on its evidence', () => {
    const source = read('kust.txt', ['Een boei is een drijvend baken dat aan de bodem vastligt.'], 'nl');
    const result = atOnce(defineConcepts([concept('boei', 'nl')], [source], { verify: () => 'unsupported' }));
    expect(result.get('boei')).toBeUndefined();
  });

  it('shows another use where the first does not stand on its evidence', () => {
    const [first, second] = [
      '漁師たちは潮溜まりのそばに網を干していた。',
      '子供たちは潮溜まりで小さな蟹を探していた。',
    ];
    const source = read('minato.txt', [first, second], 'ja');
    const at = [5, first.length + 6].map((start) => ({ documentId: source.document.id, start, end: start + 4 }));
    const shownBy = (refused: string) =>
      atOnce(
        defineConcepts([{ ...concept('潮溜まり', 'ja'), occurrences: at }], [source], {
          verify: (statement) => (statement === refused ? 'unsupported' : 'supported'),
        }),
      ).get('潮溜まり')?.statements[0]?.text;
    expect([shownBy(first), shownBy(second)]).toEqual([second, first]);
  });

  it('shows a Japanese name in use where it stands by itself, not as a piece of a longer one', () => {
    const sentences = [
      '灯室番は、夜のあいだ沖の船を静かに見守っている。',
      '夜のあいだ、番人は油を持って灯室に上がる。',
    ];
    const source = read('minato.txt', sentences, 'ja');
    const at = [0, (sentences[0]?.length ?? 0) + 1 + 14].map((start) => ({
      documentId: source.document.id,
      start,
      end: start + 2,
    }));
    const result = atOnce(defineConcepts([{ ...concept('灯室', 'ja'), occurrences: at }], [source], { verify }));
    expect(source.prose.text.slice(at[1]?.start, at[1]?.end)).toBe('灯室');
    expect(result.get('灯室')?.statements[0]?.text).toBe(sentences[1]);
  });

  it('says the same whatever the order of documents', () => {
    const sources = [
      read('a.txt', ['Un phare est une tour qui guide les navires la nuit.'], 'fr'),
      read('b.txt', ['Un phare est un bâtiment qui porte une lumière pour les navires.'], 'fr'),
      read('c.txt', ['On appelle phare la tour qui guide les navires.'], 'fr'),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(sources, { minLength: 3 }), (shuffled) => {
        const [one, other] = [sources, shuffled].map((some) =>
          atOnce(defineConcepts([concept('phare', 'fr')], some, { verify })),
        );
        expect(other?.get('phare')).toEqual(one?.get('phare'));
      }),
    );
  });

  it('never writes a word that its quotation does not have', () => {
    const names = ['boei', 'anker', 'kade', 'sluis', 'baken'];
    const kinds = [
      'een baken dat drijft',
      'een ijzeren haak (zie figuur 3) die een schip vasthoudt',
      'de muur langs het water [4]',
    ];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...kinds)), { minLength: 1 }),
        (pairs) => {
          const source = read(
            'x.txt',
            pairs.map(([name, kind]) => `Een ${name} is ${kind}.`),
            'nl',
          );
          const result = atOnce(
            defineConcepts(
              names.map((name) => concept(name, 'nl')),
              [source],
              { verify },
            ),
          );
          for (const { statements } of result.values()) {
            for (const { text, evidence } of statements) {
              const [proof] = evidence;
              expect(proof?.quote).toBe(source.document.text.slice(proof?.range.start, proof?.range.end));
              const quoted = new Set(proof?.quote.match(/[\p{L}\p{N}]+/gu));
              expect((text.match(/[\p{L}\p{N}]+/gu) ?? []).every((word) => quoted.has(word))).toBe(true);
            }
          }
        },
      ),
    );
  });
});

function concept(key: string, language: string): Definable {
  return { key, language, names: [key], occurrences: [] };
}

function read(name: string, paragraphs: readonly string[], language: string): DefinitionSource {
  const text = paragraphs.join('\n');
  let start = 0;
  const blocks: Block[] = paragraphs.map((words) => {
    const block = {
      kind: 'paragraph' as const,
      start,
      end: start + words.length,
      level: 0,
      section: -1,
      row: -1,
      column: -1,
    };
    start = block.end + 1;
    return block;
  });
  const alignment = { prose: [0], proseLength: [text.length], original: [0], originalLength: [text.length] };
  const prose = { text, blocks, marks: [], alignment };
  const sentences: Sentence[] = blocks.map((block, index) => ({
    start: block.start,
    end: block.end,
    block: index,
    language,
    tokens: [],
  }));
  const document: Document = { id: documentId(name), name, format: 'text', encoding: 'utf-8', contentHash: '', text };
  return { document, prose, sentences, definingSentences: findDefiningSentences(prose, sentences) };
}
