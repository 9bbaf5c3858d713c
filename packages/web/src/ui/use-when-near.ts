import { useState } from 'react';

/**
 * What a part of a page is drawn with, as it was when the part was near the view last: what nobody sees is not drawn anew
 * for all that comes meanwhile.
 */
export function useWhenNear<Value>(value: Value, isNear: boolean): Value {
  const [kept, setKept] = useState({ value });
  if (!isNear || Object.is(kept.value, value)) return kept.value;
  setKept({ value });
  return value;
}
