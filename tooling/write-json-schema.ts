/** Writes the published JSON Schema of the JSON export from the code: `node --conditions=@genglossary/source tooling/write-json-schema.ts`. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { glossaryJsonSchema } from '../packages/core/src/export/json-schema.ts';

const path = resolve(import.meta.dirname, '../docs/reference/genglossary.glossary-1.schema.json');
writeFileSync(path, `${JSON.stringify(glossaryJsonSchema(), null, 2)}\n`);
