import { describe, expect, it } from 'vitest';
import { tbx } from '../../../export/exporters/tbx.ts';
import { buildConcept, buildCorpus, buildDefinition, buildGlossary } from '../../builders.ts';
import { type ActionsFixture, inProject } from './fixture.ts';
import { buoy, keeper, lamp, withGlossary } from './harbour-glossary.ts';
import { corpus, inGlossary } from './lighthouse-glossary.ts';

const section = (language: string, term: string, definition = '') =>
  `<langSec xml:lang="${language}">${definition === '' ? '' : `<descrip type="definition">${definition}</descrip>`}
    <termSec><term>${term}</term><termNote type="partOfSpeech">noun</termNote></termSec></langSec>`;
const entry = (...sections: readonly string[]) =>
  `<conceptEntry id="c${sections.length}">${sections.join('')}</conceptEntry>`;

/** Of a harbour, in three languages. */
const HARBOUR_TERMBASE = `<tbx type="TBX-Basic" style="dca" xml:lang="de" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>
${entry(section('de', 'Boje'), section('en', 'buoy', 'A mark at sea.'))}
${entry(section('de', 'Riff', 'Ein Felsrücken.'), section('ja', '暗礁', '海中の岩。'), section('en-GB', 'reef'))}
${entry(section('de', 'Hafen'))}
</body></text></tbx>`;

/** What a termbase does to a glossary. */
export function termbaseRules(database: string, fixture: ActionsFixture): void {
  describe(`termbases in ${database}`, () => {
    it(
      'come in by a plan that names what is not taken, change nothing twice, and are taken back by one undo',
      inProject(fixture, async (test) => {
        const { actions, project, storage } = await withGlossary(test);
        const { documents } = buildCorpus({ 'a.md': 'A buoy.', 'b.md': 'A lamp.', 'c.md': '潮位とは海面の高さです。' });
        const tide = buildConcept('潮位', { language: 'ja' });
        await storage.glossary.replace(project, buildGlossary({ documents, concepts: [buoy, keeper, lamp, tide] }));
        const before = await storage.glossary.read(project);
        const file = { fileName: 'harbour.tbx', content: HARBOUR_TERMBASE };
        const plan = await actions.imports.plan(project, file);
        expect(plan.format).toBe('tbx');
        expect(plan.rows.map(({ place, term, outcome, reason }) => [place, term, reason ?? outcome])).toEqual([
          [1, 'buoy', 'person-wrote-definition'],
          [2, 'reef', 'create'],
          // An entry that is in none of the languages of the glossary is not lost.
          [3, 'Hafen', 'create'],
        ]);
        expect(plan.left).toEqual([
          { kind: 'names', name: 'de', count: 2 },
          { kind: 'field', name: 'partOfSpeech', count: 4 },
        ]);
        expect(await actions.imports.get(project, plan.id)).toEqual(plan);

        const { value, undo } = await actions.imports.apply(project, plan.id);
        const made = await Promise.all(value.created.map((id) => actions.entries.get(project, id)));
        expect(made).toMatchObject([
          { term: 'reef', language: 'en', definition: '海中の岩。' },
          { term: 'Hafen', language: 'de' },
        ]);
        expect(made[0]?.designations.map(({ text, status }) => [text, status])).toEqual([
          ['reef', 'preferred'],
          ['暗礁', 'admitted'],
        ]);
        const again = await actions.imports.plan(project, file);
        expect(again.counts).toMatchObject({ create: 0, update: 0, same: 2, conflict: 1 });
        await actions.undo.apply(undo?.token ?? '');
        expect(await storage.glossary.read(project)).toEqual(before);

        const german = await actions.imports.plan(project, { ...file, language: 'de' });
        expect(german.rows.map(({ term, outcome }) => [term, outcome])).toEqual([
          ['Boje', 'create'],
          ['Riff', 'create'],
          ['Hafen', 'create'],
        ]);
        const japanese = await actions.imports.plan(project, { ...file, language: 'ja' });
        expect(japanese.rows.map(({ outcome, reason }) => reason ?? outcome)).toEqual([
          'other-language',
          'create',
          'other-language',
        ]);
      }),
    );

    it(
      'bring the passages of statements that really stand in the documents',
      inGlossary(fixture, async ({ actions, project }) => {
        const burns = corpus.evidence('tower.md', 'The tower stands; 👩‍🚀 the beacon burns.');
        const fire = corpus.evidence('tower.md', 'A beacon is a fire on a hill.');
        const elsewhere = {
          ...corpus.evidence('lamp.md', 'The keeper cleans the lamp.'),
          quote: 'The captain sleeps.',
        };
        const definition = buildDefinition([], {
          statements: [
            { text: 'A fire on a hill.', role: 'definition', support: 'supported', evidence: [fire, elsewhere] },
            { text: burns.quote, role: 'context', support: 'supported', evidence: [burns] },
          ],
        });
        const concepts = [buildConcept('beacon fire', { definition })];
        const theirs = buildGlossary({ documents: corpus.documents, concepts });
        const content = [...tbx.write(theirs, {})].join('');
        const plan = await actions.imports.plan(project, { fileName: 'theirs.tbx', content });
        const { value } = await actions.imports.apply(project, plan.id);
        const { current } = await actions.entries.get(project, value.created[0] ?? concepts[0]!.id);
        expect(current?.statements.map(({ text, evidence }) => [text, evidence])).toMatchObject([
          ['A fire on a hill.', [{ quote: fire.quote, range: fire.range }]],
          [burns.quote, [{ quote: burns.quote, range: burns.range }]],
        ]);
        expect(current?.statements[0]?.evidence).toHaveLength(1);
      }),
    );
  });
}
