import type { OfficePackage } from './open-package.ts';
import { readXml } from './read-xml.ts';

/** What a part of a package refers to. */
export interface Relation {
  readonly id: string;
  /** The last word of its type: `officeDocument`, `styles`, `hyperlink`. */
  readonly type: string;
  /** The name of a part, or an address outside of the package. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** The relations of a part; of the package itself where the name is empty. */
export async function readRelations(office: OfficePackage, part: string): Promise<readonly Relation[]> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const bytes = office.part(`${folder}_rels/${part.slice(folder.length)}.rels`);
  const relations: Relation[] = [];
  if (bytes === undefined) return relations;
  await readXml(bytes, {
    open(name, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }) {
      if (!name.endsWith('Relationship')) return;
      const isExternal = mode === 'External';
      relations.push({
        id,
        type: type.slice(type.lastIndexOf('/') + 1),
        target: isExternal ? target : within(folder, target),
        isExternal,
      });
    },
    text() {},
    close() {},
  });
  return relations;
}

function within(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const parts: string[] = [];
  for (const part of `${folder}${target}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
