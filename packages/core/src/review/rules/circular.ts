import type { ConceptId } from '../../domain/index.ts';
import type { Finding, ReviewEntry, ReviewRule } from '../review-rule.ts';

/**
 * A definition that goes round: it uses its own term after naming it, or the kind of thing it names leads, from entry
 * to entry, back to itself. Each entry names at most one kind, so circles are found in one walk and told once.
 */
export const circular: ReviewRule = {
  key: 'circular',
  kind: 'unclear',
  check: ({ entries }) => {
    const byId = new Map(entries.map((entry) => [entry.concept.id, entry]));
    const kinds = new Map(entries.map((entry) => [entry.concept.id, genusOf(entry)]));
    return [...entries.flatMap(ownCircle), ...circlesIn(kinds).map((circle) => describe(circle, byId))];
  },
};

function ownCircle({ concept, name, text, mentions }: ReviewEntry): Finding[] {
  const own = mentions.filter((mention) => mention.concept.id === concept.id);
  const again = own.find(({ start, end }) => {
    // "…, sometimes called the carousel, lifts …" and "a wash stand, which is a table …" give the name, and go on.
    // A quoted sentence may give it at its end.
    const isQuoted = concept.definition?.author === 'built-in';
    const isNaming = isQuoted || own.some((one) => one.end <= start);
    if (isQuoted && GIVEN.test(text.slice(end))) return false;
    if ((isNaming && NAMING.test(text.slice(0, start))) || NAMED.test(text.slice(end))) return false;
    // "The Tide Table Office (TTO) is …" names the thing twice before it says anything of it.
    const before = own.reduce(
      (left, one) => (one.end <= start ? left.replace(text.slice(one.start, one.end), '') : left),
      text.slice(0, start),
    );
    return start > 0 && /[\p{L}\p{N}]{4,}/u.test(before);
  });
  const line = again === undefined ? -1 : text.lastIndexOf('\n', again.start);
  if (again === undefined || line >= 0 || text.slice(0, again.start).length > CLAUSE_LENGTH) return [];
  const quote = text.slice(again.start, again.end);
  return [{ conceptId: concept.id, message: `The definition of "${name}" uses "${quote}" itself.`, quote, others: [] }];
}

/** Before a name: words that give it. */
const NAMING =
  /(?:\b(?:called|termed|named|dubbed|known as|referred to as|abbreviated(?: as| to)?|short for|also|or)(?: simply)?(?:\s(?:the|an?))?|(?:別名|通称|略称|略して|または|あるいは)[、：:]?)\s*["“”'‘「『(（*]*$/iu;
/** After a name: words that begin to say what it is. */
const NAMED = /^["“”'’」』)）*]*(?:,\s(?:which|who|that)\s(?:is|are)\b|,\s(?:an?|the)\s|\s*[:：—–]\s*\S)/iu;
/** After a name in Japanese: that it is one, 「…と呼ぶ」. */
const GIVEN = /^["”'」』)）*]*と(?:は)?(?:呼[ばびぶん]|よ[ばびぶん]|称[さしす]|言[いうわ]|い[いうわ])/u;

const CLAUSE_LENGTH = 80;
const CLAUSE_END = /[,;:。、]|\b(?:that|which|who|where|when|for|to|of|in|by|with)\b/u;

/** The entry that names the kind of thing: the first other entry mentioned before the first clause ends. */
function genusOf({ concept, text, mentions }: ReviewEntry): ConceptId | undefined {
  const other = mentions.find((mention) => mention.concept.id !== concept.id);
  return other === undefined || CLAUSE_END.test(text.slice(0, other.start)) ? undefined : other.concept.id;
}

function circlesIn(kinds: ReadonlyMap<ConceptId, ConceptId | undefined>): readonly (readonly ConceptId[])[] {
  const seen = new Set<ConceptId>();
  const circles: ConceptId[][] = [];
  for (const start of kinds.keys()) {
    const path = new Map<ConceptId, number>();
    let at: ConceptId | undefined = start;
    while (at !== undefined && !seen.has(at)) {
      seen.add(at);
      path.set(at, path.size);
      at = kinds.get(at);
    }
    const from = at === undefined ? undefined : path.get(at);
    if (from !== undefined) circles.push([...path.keys()].slice(from));
  }
  return circles;
}

function describe(circle: readonly ConceptId[], byId: ReadonlyMap<ConceptId, ReviewEntry>): Finding {
  const [first, ...others] = circle.toSorted((a, b) => (a < b ? -1 : 1));
  const names = circle.map((id) => `"${byId.get(id)?.name ?? ''}"`).join(', ');
  return {
    conceptId: first ?? ('' as ConceptId),
    message: `The definitions of ${names} explain each other.`,
    quote: '',
    others,
  };
}
