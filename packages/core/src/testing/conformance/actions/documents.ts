import { describe, expect, it } from 'vitest';
import { documentId, projectId, type UploadItem } from '../../../domain/index.ts';
import { MAX_DOCUMENT_BYTES } from '../../../documents/load-documents.ts';
import { wordFile, wordParagraph } from '../../word-file.ts';
import { type ActionsFixture, inProject, outcomeOf } from './fixture.ts';

/** A Word document of one paragraph. */
function written(words: string): Uint8Array {
  return wordFile({ body: wordParagraph(words) });
}

export function documentRules(database: string, fixture: ActionsFixture): void {
  describe(`documents in ${database}`, () => {
    it(
      'that are uploaded each have an outcome, and what is good goes in',
      inProject(fixture, async ({ actions: { documents }, project }) => {
        await documents.upload(project, [
          { name: 'same.md', content: 'The lamp turns.' },
          { name: 'old.md', content: 'The lamp is lit.' },
        ]);
        const items: UploadItem[] = [
          { name: 'same.md', content: '\ufeffThe lamp turns.' },
          { name: 'old.md', content: 'The lamp is dark.' },
          { name: './tower//new.md', content: 'A tower.' },
          { name: '灯台.txt', content: Uint8Array.from([0x93, 0x94, 0x91, 0xe4, 0x82, 0xcd, 0x8c, 0xf5, 0x82, 0xe9]) },
          { name: '../up.md', content: 'x' },
          { name: 'OLD.md', content: 'x' },
          { name: 'tower/new.md', content: 'x' },
          { name: '.env', content: 'x' },
          { name: '.git/config.md', content: 'x' },
          { name: 'node_modules/a.md', content: 'x' },
          { name: 'picture.png', content: 'x' },
          { name: 'blank.md', content: ' \n' },
          { name: 'zero.md', content: 'a\0b' },
          { name: 'half.md', content: '\ud800' },
          { name: 'big.md', content: new Uint8Array(MAX_DOCUMENT_BYTES + 1).fill(0x61) },
        ];
        const { value } = await documents.upload(project, items);
        expect(value.outcomes.map((one) => ('reason' in one ? one.reason : one.outcome))).toEqual([
          'unchanged',
          'updated',
          'added',
          'added',
          'invalid-name',
          'name-taken',
          'name-taken',
          'secret',
          'version-control',
          'dependencies',
          'unsupported-format',
          'empty',
          'binary',
          'undecodable',
          'too-large',
        ]);
        const stored = await documents.list(project);
        expect(stored.map(({ name, encoding, length, state }) => [name, encoding, length, state])).toEqual([
          ['old.md', 'utf-8', 17, 'new'],
          ['same.md', 'utf-8', 15, 'new'],
          ['tower/new.md', 'utf-8', 8, 'new'],
          ['灯台.txt', 'shift_jis', 5, 'new'],
        ]);
      }),
    );

    it(
      'of Word come in as their text, are known again by it, and are replaced by new bytes',
      inProject(fixture, async ({ actions: { documents }, project }) => {
        const items = [
          { name: 'lamp.docx', content: written('A lamp is a light.') },
          { name: '~$lamp.docx', content: 'x' },
          { name: 'old.doc', content: 'x' },
          { name: 'cut.docx', content: written('A lamp.').subarray(0, 99) },
        ];
        const { value } = await documents.upload(project, items);
        expect(value.outcomes.map((one) => ('reason' in one ? [one.reason, one.detail] : one.outcome))).toEqual([
          'added',
          ['hidden', 'Its name says that it is hidden.'],
          ['unsupported-format', 'Save it as .docx.'],
          ['damaged', 'It is not a whole zip archive.'],
        ]);
        const [id = documentId('')] = value.added;
        expect(await documents.get(project, id)).toMatchObject({ format: 'docx', text: '<p>A lamp is a light.</p>' });
        expect((await documents.prose(project, id))?.text).toBe('A lamp is a light.');
        const again = await documents.upload(project, items.slice(0, 1));
        expect(again.value.outcomes.map(({ outcome }) => outcome)).toEqual(['unchanged']);
        const { value: replaced } = await documents.replace(project, id, written('A lamp is dark.'));
        expect(replaced).toMatchObject({ format: 'docx', text: '<p>A lamp is dark.</p>' });
        expect(await outcomeOf(documents.replace(project, id, Uint8Array.of(1, 2, 3)))).toBe('document/unreadable');
      }),
    );

    it(
      'are looked through for words as names are compared, also in the midst of words',
      inProject(fixture, async ({ actions: { documents }, project }) => {
        await documents.upload(project, [
          { name: 'a.md', content: 'A **Load-Balancer** and a load\nbalancer.\n\nThe ＬＯＡＤ.' },
          { name: '灯台.txt', content: '灯台の光。\n灯 台 守は灯台にいる。' },
          { name: 'page.html', content: '<p title="lamp">The <b>la</b>mp &amp; buoy<script>lamp</script></p>' },
        ]);
        const find = async (text: string, options = {}) => {
          const { items, ...counts } = await documents.search(project, { text, ...options });
          return { ...counts, places: items.map(({ documentName, line, match }) => [documentName, line, match]) };
        };
        expect(await find('load balancer')).toEqual({
          total: 2,
          documents: 1,
          places: [
            ['a.md', 1, 'Load-Balancer'],
            ['a.md', 1, 'load\nbalancer'],
          ],
        });
        expect(await find('load-')).toMatchObject({ total: 3 });
        expect(await find('灯台', { limit: 2 })).toEqual({
          total: 3,
          documents: 1,
          places: [
            ['灯台.txt', 1, '灯台'],
            ['灯台.txt', 2, '灯 台'],
          ],
        });
        expect(await find('台', { perDocument: 1 })).toMatchObject({ total: 3, places: [['灯台.txt', 1, '台']] });
        expect(await find('lamp & buoy')).toEqual({
          total: 1,
          documents: 1,
          places: [['page.html', 1, 'lamp & buoy']],
        });
        expect(await find('lamp')).toMatchObject({ total: 1 });
        expect(await find('weir')).toEqual({ total: 0, documents: 0, places: [] });
        const [light] = (await documents.search(project, { text: '光' })).items;
        expect([light?.before, light?.after]).toEqual(['灯台の', '。 灯 台 守は灯台にいる。']);
        expect(await outcomeOf(documents.search(projectId('gone'), { text: 'lamp' }))).toBe('storage/not-found');
      }),
    );

    it(
      'that are all the same change nothing',
      inProject(fixture, async ({ actions: { documents }, project, storage }) => {
        const items = [{ name: 'a.md', content: 'lamp' }];
        await documents.upload(project, items);
        const last = await storage.changes.last(project);
        expect((await documents.upload(project, items)).change).toBeUndefined();
        expect(await storage.changes.last(project)).toBe(last);
      }),
    );

    it(
      'are replaced and thrown away one by one or together, and every step is taken back',
      inProject(fixture, async ({ actions: { documents, undo }, project }) => {
        const { value } = await documents.upload(project, [
          { name: 'a.md', content: 'lamp' },
          { name: 'b.md', content: 'buoy' },
        ]);
        const [a = documentId('a'), b = documentId('b')] = value.added;
        const before = await documents.get(project, a);
        const replaced = await documents.replace(project, a, 'lantern');
        expect((await documents.get(project, a)).text).toBe('lantern');
        expect(await outcomeOf(documents.replace(project, a, '\0'))).toBe('document/unreadable');
        expect(await outcomeOf(documents.trash(project, [b, documentId('gone')]))).toBe('storage/not-found');
        const trashed = await documents.trash(project, [a, b]);
        expect(await documents.list(project)).toEqual([]);
        expect(await outcomeOf(documents.get(project, a))).toBe('storage/not-found');
        await undo.apply(trashed.undo?.token ?? '');
        await undo.apply(replaced.undo?.token ?? '');
        expect(await documents.get(project, a)).toEqual(before);
      }),
    );

    it(
      'of a name that is in the trash come in anew',
      inProject(fixture, async ({ actions: { documents }, project }) => {
        const { value } = await documents.upload(project, [{ name: 'a.md', content: 'lamp' }]);
        await documents.trash(project, value.added);
        const again = await documents.upload(project, [{ name: 'a.md', content: 'lamp' }]);
        expect(again.value.added).toEqual(value.added);
        expect(await documents.list(project)).toHaveLength(1);
      }),
    );

    it(
      'wish for a run in the transaction that takes them in, the last wish of a project alone, until it is done',
      inProject(fixture, async ({ actions: { documents }, project, storage }) => {
        const upload = (content: string, thenRun?: 'full' | 'extract' | false) =>
          documents.upload(project, [{ name: 'a.md', content }], thenRun === undefined ? {} : { thenRun });
        expect((await upload('One.')).value.isRunQueued).toBe(false);
        expect((await upload('Two.', false)).value.isRunQueued).toBe(false);
        expect(await storage.wantedRuns.list()).toEqual([]);
        // Nothing of this upload is new, but what came in before is.
        expect((await upload('Two.', 'extract')).value.isRunQueued).toBe(true);
        const first = await storage.wantedRuns.read(project);
        expect(first?.scope).toBe('extract');
        await upload('Three.', 'full');
        const [second, ...others] = await storage.wantedRuns.list();
        expect([second?.scope, others]).toEqual(['full', []]);
        if (first === undefined || second === undefined) throw new Error('Nothing was wished for.');
        await storage.wantedRuns.remove(first);
        expect(await storage.wantedRuns.list()).toEqual([second]);
        await storage.wantedRuns.remove(second);
        expect(await storage.wantedRuns.read(project)).toBeUndefined();
      }),
    );
  });
}
