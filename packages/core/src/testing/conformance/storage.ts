import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Concept,
  conceptId,
  type Document,
  documentId,
  type Glossary,
  issueId,
  type ProjectId,
  projectId,
} from '../../domain/index.ts';
import { GlossaryError } from '../../errors/glossary-error.ts';
import type { StorageOptions } from '../../storage/kysely/open-storage.ts';
import type { Storage } from '../../storage/storage.ts';
import { anyGlossary, anyText } from '../arbitrary-glossary.ts';

/** What every kind of storage promises. `open` opens an empty place of its own, `reopen` the same place once more. */
export interface StorageFixture {
  fresh(): Promise<{ open(options?: StorageOptions): Promise<Storage> }>;
}

/** Registers the tests that every storage passes. */
export function storageConformance(database: string, fixture: StorageFixture): void {
  const withStorage = async (work: (storage: Storage, project: ProjectId) => Promise<void>) => {
    await using storage = await (await fixture.fresh()).open();
    await work(storage, (await storage.projects.ensure('Lighthouses')).id);
  };

  describe(`storage in ${database}`, () => {
    it('gives a project of the same name the same id and finds it after opening again', async () => {
      const place = await fixture.fresh();
      const first = await place.open();
      const made = await first.projects.ensure('灯台 👩‍🚀');
      await first[Symbol.asyncDispose]();
      await using second = await place.open();
      expect(await second.projects.ensure('灯台 👩‍🚀')).toEqual(made);
      expect(await second.projects.list()).toEqual([made]);
    });

    it('row 6: has all of its schema or none, at whatever statement the first opening dies', async () => {
      const whole = await fixture.fresh();
      let statements = 0;
      await (await whole.open({ intercept: () => void (statements += 1) }))[Symbol.asyncDispose]();
      expect(statements).toBeGreaterThan(20);
      // The last commit has happened when `committed` is told: nothing dies after it.
      for (let last = 0; last < statements - 1; last += 3) {
        const place = await fixture.fresh();
        let left = last;
        const intercept = () => {
          if (left === 0) throw new Error('power cut');
          left -= 1;
        };
        const died = await place.open({ intercept }).then(
          (storage) => storage[Symbol.asyncDispose](),
          (error: unknown) => String(error),
        );
        await using storage = await place.open();
        expect([died, (await storage.projects.ensure('Lighthouses')).name]).toEqual([
          'Error: power cut',
          'Lighthouses',
        ]);
      }
    });

    it('removes everything of a deleted project and nothing of another', () =>
      withStorage(async (storage, project) => {
        const other = await storage.projects.ensure('Harbours');
        for (const id of [project, other.id]) {
          await storage.documents.replaceAll(id, [document('a.md', 'lamp')]);
          await storage.glossary.replace(id, glossaryOf([entry('lamp')]));
        }
        await storage.projects.delete(project);
        expect(await storage.projects.list()).toEqual([other]);
        expect(await storage.documents.readAll(project)).toEqual([]);
        expect(await storage.glossary.read(project)).toBeUndefined();
        expect(await storage.documents.readAll(other.id)).toEqual([document('a.md', 'lamp')]);
        expect(await storage.glossary.read(other.id)).toEqual(glossaryOf([entry('lamp')]));
      }));

    it('refuses to write into a project that is gone', () =>
      withStorage(async (storage) => {
        const gone = projectId('gone');
        const works = [
          storage.documents.replaceAll(gone, []),
          storage.termLists.replace(gone, { required: [], excluded: [] }),
          storage.glossary.replace(gone, glossaryOf([])),
          storage.projects.delete(gone),
        ];
        for (const result of await Promise.allSettled(works)) {
          expect(result.status === 'rejected' && GlossaryError.is(result.reason, 'storage/not-found')).toBe(true);
        }
      }));

    it('tells which documents are new, changed, gone and the same', () =>
      withStorage(async (storage, project) => {
        await storage.documents.replaceAll(project, [document('a', '1'), document('b', '1'), document('c', '1')]);
        const next = [document('b', '2'), document('c', '1'), document('d', '1')];
        expect(await storage.documents.replaceAll(project, next.toReversed())).toEqual({
          added: ['d'],
          changed: ['b'],
          removed: ['a'],
          unchanged: 1,
        });
        expect(await storage.documents.readAll(project)).toEqual(next);
        expect(await storage.documents.read(project, documentId('b'))).toEqual(document('b', '2'));
      }));

    it('gives back every document text exactly', () =>
      withStorage(async (storage, project) => {
        await fc.assert(
          fc.asyncProperty(anyText, async (text) => {
            await storage.documents.replaceAll(project, [document('a', text)]);
            expect(await storage.documents.readAll(project)).toEqual([document('a', text)]);
          }),
          { numRuns: 40 },
        );
      }));

    it('gives back every glossary exactly', () =>
      withStorage(async (storage) => {
        let count = 0;
        await fc.assert(
          fc.asyncProperty(anyGlossary, async (glossary) => {
            const { id } = await storage.projects.ensure(`project ${(count += 1)}`);
            await storage.glossary.replace(id, glossary);
            expect(await storage.glossary.read(id)).toEqual(glossary);
          }),
          { numRuns: 40 },
        );
      }));

    it('keeps what people made through every later build', () =>
      withStorage(async (storage) => {
        let count = 0;
        await fc.assert(
          fc.asyncProperty(anyGlossary, anyGlossary, async (first, second) => {
            const { id } = await storage.projects.ensure(`project ${(count += 1)}`);
            await storage.glossary.replace(id, first);
            for (const concept of first.concepts) {
              await storage.concepts.editDefinition(id, concept.id, { statements: [], confidence: 1 });
            }
            await storage.glossary.replace(id, second);
            const glossary = await storage.glossary.read(id);
            const definitions = new Map(glossary?.concepts.map((concept) => [concept.id, concept.definition]));
            for (const concept of first.concepts) {
              // A person's own later revision that comes with the build also counts as people's work.
              expect(definitions.get(concept.id)?.author).toBe('person');
            }
          }),
          { numRuns: 25 },
        );
      }));

    it('tells what a glossary was built from until anything of its project is changed, and never of a copy', () =>
      withStorage(async (storage, project) => {
        const glossary = glossaryOf([entry('buoy')]);
        expect(await storage.glossary.basis(project)).toBeUndefined();
        await storage.glossary.replace(project, glossary, { basis: 'these documents' });
        expect(await storage.glossary.basis(project)).toBe('these documents');

        const copy = await storage.projects.ensure('Copy');
        await storage.transaction(({ projects }) => projects.copy(project, copy.id));
        expect(await storage.glossary.read(copy.id)).toEqual(glossary);
        expect(await storage.glossary.basis(copy.id)).toBeUndefined();

        const require = (stores: Pick<Storage, 'termLists'>) =>
          stores.termLists.add(project, 'required', [{ pattern: 'mole' }]);
        await storage.change(project, { kind: 'term-list-edited' }, require);
        expect(await storage.glossary.basis(project)).toBeUndefined();
        await storage.glossary.replace(project, glossary, { basis: 'these terms' });
        expect(await storage.glossary.basis(project)).toBe('these terms');
        await storage.documents.replaceAll(project, [document('a.md', 'lamp')]);
        expect(await storage.glossary.basis(project)).toBeUndefined();
        await storage.glossary.replace(project, glossary);
        expect(await storage.glossary.basis(project)).toBeUndefined();
      }));

    it('replaces what the build wrote and keeps an edited entry that the build no longer finds', () =>
      withStorage(async (storage, project) => {
        await storage.glossary.replace(project, glossaryOf([entry('buoy'), entry('lamp')]));
        const edited = await storage.concepts.editDefinition(project, conceptId('buoy'), {
          statements: [{ text: 'A float.', role: 'definition', support: 'weak', evidence: [] }],
          confidence: 0.5,
          reason: 'shorter',
        });
        expect(edited.revision).toBe(2);
        await storage.glossary.replace(project, glossaryOf([entry('tower')]));
        const kept = { ...entry('buoy'), occurrences: [], definition: edited };
        expect((await storage.glossary.read(project))?.concepts).toEqual([entry('tower'), kept]);
        await storage.glossary.replace(project, glossaryOf([entry('buoy'), entry('tower')]));
        const found = { ...entry('buoy'), definition: edited };
        expect((await storage.glossary.read(project))?.concepts).toEqual([found, entry('tower')]);
        expect(await storage.concepts.read(project, conceptId('buoy'))).toEqual(found);
        expect((await storage.concepts.revisions(project, conceptId('buoy'))).map(({ author }) => author)).toEqual([
          'built-in',
          'person',
        ]);
      }));

    it('keeps an accepted relation accepted', () =>
      withStorage(async (storage, project) => {
        const relation = { kind: 'broader', target: conceptId('tower'), state: 'proposed', evidence: [] } as const;
        const build = glossaryOf([{ ...entry('lamp'), relations: [relation] }, entry('tower')]);
        await storage.glossary.replace(project, build);
        await storage.concepts.acceptRelation(project, conceptId('lamp'), relation);
        await storage.glossary.replace(project, build);
        const lamp = await storage.concepts.read(project, conceptId('lamp'));
        expect(lamp?.relations).toEqual([{ ...relation, state: 'accepted' }]);
      }));

    it('forgets a decision about an issue when it is taken back', () =>
      withStorage(async (storage, project) => {
        const glossary = { ...glossaryOf([entry('lamp')]), issues: [issue] };
        await storage.glossary.replace(project, glossary);
        await storage.issues.decide(project, [issue.id], { state: 'resolved' });
        expect(await storage.issues.list(project)).toEqual([{ ...issue, state: 'resolved' }]);
        await storage.issues.decide(project, [issue.id], 'open');
        expect(await storage.issues.list(project)).toEqual([issue]);
      }));

    it('keeps the lists of terms in their order', () =>
      withStorage(async (storage, project) => {
        const lists = {
          required: [{ pattern: 'z*', note: '' }, { pattern: '__proto__' }],
          excluded: [{ pattern: '灯?' }],
        };
        await storage.termLists.replace(project, lists);
        await storage.glossary.replace(project, glossaryOf([entry('lamp')]));
        expect(await storage.termLists.read(project)).toEqual(lists);
      }));

    it('remembers analyses by content and analyzer, and forgets what no document needs', () =>
      withStorage(async (storage, project) => {
        const key = { contentHash: document('a', 'x').contentHash, analyzer: 'english/1' };
        await storage.analyses.put([
          { ...key, payload: '{"tokens":"語👩‍🚀"}' },
          { contentHash: 'unneeded', analyzer: 'english/1', payload: '1' },
        ]);
        await storage.analyses.put([{ ...key, payload: '["newer"]' }]);
        expect(await storage.analyses.get([{ ...key, analyzer: 'english/2' }, key])).toEqual([undefined, '["newer"]']);
        await storage.documents.replaceAll(project, [document('a', 'x')]);
        expect(await storage.analyses.prune({ maxBytes: 1_000_000 })).toBe(1);
        expect(await storage.analyses.get([key])).toEqual(['["newer"]']);
        expect(await storage.analyses.prune({ maxBytes: 0 })).toBe(1);
        expect(await storage.analyses.get([key])).toEqual([undefined]);
      }));

    it('forgets what many older analyzers made of a text that is still there', () =>
      withStorage(async (storage, project) => {
        const { contentHash } = document('a', 'x');
        const keys = ['1', '2', '3', '4'].map((version) => ({ contentHash, analyzer: `english/${version}` }));
        for (const key of keys) await storage.analyses.put([{ ...key, payload: key.analyzer }]);
        await storage.documents.replaceAll(project, [document('a', 'x')]);
        expect(await storage.analyses.prune({ maxBytes: 1_000_000 })).toBe(1);
        expect((await storage.analyses.get(keys)).filter((payload) => payload !== undefined)).toHaveLength(3);
      }));

    it('leaves nothing behind of a transaction that throws', () =>
      withStorage(async (storage, project) => {
        await storage.glossary.replace(project, glossaryOf([entry('lamp')]));
        const failing = storage.transaction(async (stores) => {
          await stores.documents.replaceAll(project, [document('a', 'x')]);
          await stores.glossary.replace(project, glossaryOf([entry('tower')]));
          throw new Error('changed my mind');
        });
        await expect(failing).rejects.toThrow('changed my mind');
        expect(await storage.documents.readAll(project)).toEqual([]);
        expect(await storage.glossary.read(project)).toEqual(glossaryOf([entry('lamp')]));
      }));

    it('shows readers the old glossary until the new one is whole', () =>
      withStorage(async (storage, project) => {
        await storage.glossary.replace(project, glossaryOf([entry('lamp')]));
        await storage.transaction(async (stores) => {
          await stores.glossary.replace(project, glossaryOf([entry('tower')]));
          expect(await stores.glossary.read(project)).toEqual(glossaryOf([entry('tower')]));
        });
        const reading: Promise<Glossary | undefined>[] = [];
        const writing = storage.glossary.replace(project, glossaryOf(many.map((name) => entry(name))));
        for (let count = 0; count < 20; count += 1) reading.push(storage.glossary.read(project));
        await writing;
        const sizes = new Set((await Promise.all(reading)).map((glossary) => glossary?.concepts.length));
        expect([...sizes].filter((size) => size !== 1 && size !== many.length)).toEqual([]);
      }));

    it('lets transactions wait for each other without getting stuck', () =>
      withStorage(async (storage) => {
        const ensure = (name: string) => storage.transaction(async (stores) => stores.projects.ensure(name));
        await Promise.all(Array.from({ length: 10 }, (_, index) => ensure(`project ${index}`)));
        expect(await storage.projects.list()).toHaveLength(11);
      }));

    it('refuses the storage itself inside its own transaction instead of waiting for ever', () =>
      withStorage(async (storage) => {
        const stuck = storage.transaction(() => storage.projects.list());
        await expect(stuck).rejects.toThrow('the storage was used inside its own transaction');
      }));

    it('stores 300,000 occurrences in less than five seconds', () =>
      withStorage(async (storage, project) => {
        const documents = Array.from({ length: 10 }, (_, index) => documentId(`d${index}`));
        const concepts = Array.from({ length: 1000 }, (_, index) => ({
          ...entry(`concept ${index}`),
          occurrences: documents.flatMap((id) =>
            Array.from({ length: 30 }, (_unused, at) => ({
              documentId: id,
              range: { start: 100_000 + at * 40, end: 100_010 + at * 40 },
              designation: 0,
            })),
          ),
        }));
        const glossary = { ...glossaryOf(concepts), documents: ['a.md', ...documents].map(glossaryDocument) };
        const start = performance.now();
        await storage.glossary.replace(project, glossary);
        expect(performance.now() - start).toBeLessThan(5000);
        const stored = await storage.glossary.read(project);
        expect(stored?.concepts.at(-1)).toEqual(concepts.at(-1));
      }));
  });
}

const many = Array.from({ length: 300 }, (_, index) => `entry ${index}`);

const issue = {
  id: issueId('i'),
  conceptId: conceptId('lamp'),
  kind: 'form',
  rule: 'too-long',
  message: 'The definition is long.',
  quote: '',
  others: [],
  state: 'open',
} as const;

function document(name: string, text: string): Document {
  return { id: documentId(name), name, format: 'markdown', encoding: 'utf-8', contentHash: `hash of ${text}`, text };
}

function glossaryDocument(id: string): Glossary['documents'][number] {
  return {
    id: documentId(id),
    name: id,
    format: 'markdown',
    encoding: 'utf-8',
    language: 'en',
    contentHash: 'hash',
    lineStarts: [0],
  };
}

function glossaryOf(concepts: readonly Concept[]): Glossary {
  return { title: 'Lighthouses', documents: [glossaryDocument('a.md')], concepts, issues: [] };
}

function entry(name: string): Concept {
  const evidence = [{ documentId: documentId('a.md'), range: { start: 0, end: name.length }, quote: name }];
  return {
    id: conceptId(name),
    language: 'en',
    designations: [{ text: name, kind: 'term', status: 'preferred', form: 'full' }],
    definition: {
      state: 'drafted',
      author: 'built-in',
      statements: [{ text: name, role: 'definition', support: 'supported', evidence }],
      confidence: 0.75,
      revision: 1,
    },
    relations: [],
    occurrences: [{ documentId: documentId('a.md'), range: { start: 0, end: name.length }, designation: 0 }],
    reason: 'score',
    score: 1.5,
    scoreParts: [{ name: 'frequency', value: 1.5 }],
  };
}
