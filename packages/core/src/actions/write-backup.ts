import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createGzip, inflateSync } from 'node:zlib';
import type { GlossarySettings, ProjectId } from '../domain/index.ts';
import type { ProjectRow } from '../storage/project-stores.ts';
import type { Stores } from '../storage/storage.ts';
import { backupVersion } from './backup-rows.ts';
import { notFound } from './not-found.ts';

/**
 * Everything that makes a project, as one file: lines of JSON, packed with gzip. The same project is the same bytes,
 * whenever and wherever it is written.
 */
export async function writeBackup({ projects }: Pick<Stores, 'projects'>, id: ProjectId): Promise<Uint8Array> {
  const project = await projects.read(id);
  if (project === undefined) throw notFound('project', id);
  const gzip = createGzip();
  const packed: Buffer[] = [];
  gzip.on('data', (piece: Buffer) => packed.push(piece));
  const digest = createHash('sha256');
  const put = async (line: unknown) => {
    const text = `${JSON.stringify(line)}\n`;
    digest.update(text);
    if (!gzip.write(text)) await once(gzip, 'drain');
  };
  const { name, language = null, subject = null } = project;
  await put({ schema: backupVersion, project: { name, language, subject } });
  let rows = 0;
  await projects.eachRow(id, async ({ table, row }) => {
    const moved = toMove({ table, row });
    if (moved === undefined) return;
    rows += 1;
    await put([table, moved]);
  });
  gzip.end(`${JSON.stringify({ rows, sha256: digest.digest('hex') })}\n`);
  await once(gzip, 'end');
  return new Uint8Array(Buffer.concat(packed));
}

/** A row as it is written; whom a project asks, and where that is, belongs to the place that it is moved from. */
function toMove({ table, row }: ProjectRow): ProjectRow['row'] | undefined {
  if (table === 'version' && row['glossary'] instanceof Uint8Array) {
    return { ...row, glossary: inflateSync(row['glossary']).toString('utf8') };
  }
  if (table !== 'project_settings') return row;
  const {
    languageModel: _languageModel,
    stepModels: _stepModels,
    ...left
  } = JSON.parse(String(row['settings'])) as GlossarySettings;
  return Object.keys(left).length === 0 ? undefined : { settings: JSON.stringify(left) };
}
