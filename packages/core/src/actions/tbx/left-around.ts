import type { TbxField } from './tbx-fields.ts';

/** What a group says about a field of which only the field itself is read. */
export function leftAround({ sources, notes, others }: TbxField): readonly string[] {
  return [...sources.map(() => 'source'), ...notes.map(() => 'note'), ...others];
}
