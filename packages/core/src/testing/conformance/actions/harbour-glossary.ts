import type { Concept, Definition, Relation, RelationKind } from '../../../domain/index.ts';
import { buildConcept, buildDefinition, buildDesignation, buildGlossary } from '../../builders.ts';
import type { ActionsUnderTest } from './fixture.ts';

export const defined = (text: string, overrides: Partial<Definition> = {}): Definition =>
  buildDefinition([], { text, ...overrides });

export const lamp = buildConcept('lamp', {
  designations: [buildDesignation('lamp'), buildDesignation('light', { status: 'admitted', form: 'synonym' })],
  definition: defined('A lamp gives light.'),
});
export const buoy = buildConcept('buoy', { definition: defined('A buoy floats.') });
export const keeper = buildConcept('keeper');

/** One row as it is, two that differ, one that is new, one that comes again, one that is none. */
export const HARBOUR_TABLE = `term,definition,other names,colour
lamp,A lamp gives light.,light,red
buoy,A buoy is a mark at sea.,float,
keeper,"Someone who
keeps a light.",,
,A word without a term.,,
reef,A ridge of rock.,,grey
Buoys,The same again.,,
`;

/** Three entries, one of which a person defined. */
export async function withGlossary(test: ActionsUnderTest): Promise<ActionsUnderTest> {
  const { actions, project, storage } = test;
  await storage.glossary.replace(project, buildGlossary({ concepts: [buoy, keeper, lamp] }));
  const { version } = await actions.entries.get(project, buoy.id);
  const statements = [{ text: 'A float on a chain.' }];
  await actions.entries.update(project, buoy.id, { ifVersion: version, definition: { statements } });
  return test;
}

export function relationTo(
  { id: target }: Concept,
  kind: RelationKind,
  state: Relation['state'] = 'accepted',
): Relation {
  return { kind, target, state, evidence: [] };
}
