import type { ConceptId } from '@genglossary/core/domain';
import { useCallback, useState } from 'react';

/**
 * What a person has just said about terms, until the server says so too. `was` is what the server said at that moment:
 * as soon as it says anything else, that stands.
 */
export function useSaid<Said, Was>() {
  const [said, setSaid] = useState<ReadonlyMap<ConceptId, { readonly said: Said; readonly was: Was }>>(new Map());
  const say = (terms: readonly { readonly id: ConceptId; readonly was: Was }[], now: Said) =>
    setSaid((before) => new Map([...before, ...terms.map(({ id, was }) => [id, { said: now, was }] as const)]));
  const forget = (ids: readonly ConceptId[]) =>
    setSaid((before) => {
      const after = new Map(before);
      for (const id of ids) after.delete(id);
      return after;
    });
  /** `undefined` where nothing was said, or the server has answered since. */
  const saidOf = useCallback(
    (id: ConceptId, is: Was): Said | undefined => {
      const one = said.get(id);
      return one !== undefined && one.was === is ? one.said : undefined;
    },
    [said],
  );
  return { say, forget, saidOf };
}
