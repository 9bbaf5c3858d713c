/** Ends of addresses that people copy from examples: the path of one call instead of the base. */
const CALL_PATHS =
  /\/(?:chat\/completions|completions|responses|messages|models|embeddings|api\/(?:chat|generate|tags|show)|tags|generate|chat)$/u;

/** The base that an address was copied from, and the bases that servers usually have, without the address itself. */
export function healUrl(baseUrl: string, roots: readonly string[]): readonly string[] {
  const trimmed = baseUrl.replace(CALL_PATHS, '');
  const bare = trimmed.replace(/\/(?:v1|v1beta|api|api\/v0|api\/v1|openai|openai\/v1)$/u, '');
  const found = [trimmed, ...roots.map((root) => `${bare}${root}`)];
  return [...new Set(found)].filter((url) => url !== baseUrl);
}
