/**
 * Makes a project of the Markdown and text files of a folder and prints its id.
 *
 *     genglossary serve &
 *     node examples/upload-a-folder.ts "My handbook" docs
 */
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createClient } from '@genglossary/client';

const [name = 'Handbook', folder = '.'] = process.argv.slice(2);
await using glossary = createClient();

const names = await Array.fromAsync(glob('**/*.{md,txt,rst,html}', { cwd: folder }));
const files = await Promise.all(
  names
    .toSorted()
    .map(async (file) => ({ name: file.replaceAll('\\', '/'), content: await readFile(join(folder, file)) })),
);
const project = await glossary.projects.create({ name });
const { added, rejected } = await glossary.documents.upload(project.id, files);
for (const file of rejected) console.error(`${file.name}: ${file.detail}`);
console.error(`${added.length} documents in ${project.name}`);
console.log(project.id);
