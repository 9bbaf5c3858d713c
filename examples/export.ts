/**
 * Writes the glossary of a project into a file.
 *
 *     node examples/export.ts <project id> markdown
 */
import { writeFile } from 'node:fs/promises';
import { createClient, type ExportFormat, type ProjectId } from '@genglossary/client';

const [projectId, format = 'markdown'] = process.argv.slice(2);
await using glossary = createClient();

const { fileName, content } = await glossary.exports.create(projectId as ProjectId, { format: format as ExportFormat });
await writeFile(fileName, content);
console.log(fileName);
