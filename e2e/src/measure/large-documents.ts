/** A file of the large fixture: invented, the same bytes at every call and on every machine. */
export interface MadeDocument {
  readonly name: string;
  readonly content: string;
}

/** Beside the long one. */
const documents = 399;
const leadTerms = 2050;
const otherTerms = 500;
/** Of every document. */
const sentences = 56;
const longCharacters = 3_000_000;
/** Paragraphs of the long document that are about terms: one of so many. */
const oneIn = 5;

const onsets = [
  'b',
  'br',
  'c',
  'd',
  'dr',
  'f',
  'g',
  'gr',
  'h',
  'k',
  'l',
  'm',
  'n',
  'p',
  'pl',
  'r',
  's',
  'st',
  't',
  'v',
];
const vowels = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'ou'];
const codas = ['l', 'm', 'n', 'nd', 'r', 'rk', 's', 'x', 'th', 'ck'];
const heads =
  'valve relay ledger lattice hinge siphon gasket spindle baffle crank pulley gauge rotor filter manifold nozzle bracket damper coupling winch flange bearing shutter ratchet'.split(
    ' ',
  );

const definitions = [
  (a: string, b: string) => `A ${a} is a part that carries the load of the ${b} while the line is open.`,
  (a: string, b: string) => `A ${a} is a device that keeps the ${b} at one height through the night.`,
  (a: string, b: string) => `The ${a} is the one which turns the ${b} back when nobody does.`,
];
const mentions = [
  (a: string, b: string) => `Before the crew opens the ${a}, somebody looks at the ${b} and writes down what it shows.`,
  (a: string, b: string) => `When the ${a} is warm, the ${b} can be moved by hand.`,
  (a: string, b: string) => `People who take care of the ${a} clean the ${b} as well, and do so every spring.`,
  (a: string, b: string) => `If water gets into the ${a}, nobody should touch the ${b} until it is dry again.`,
  (a: string, b: string) => `Two of us carried the ${a} upstairs and left the ${b} where it was.`,
  (a: string, b: string) => `After a week the ${a} was quiet again, although the ${b} had not been changed.`,
];
const who = ['They', 'We', 'Both of us', 'She', 'He', 'All of them', 'Some of you'];
const did = [
  'waited',
  'said so',
  'came back late',
  'sat down again',
  'went on talking',
  'did not mind',
  'were told to stay',
];
const when = [
  'because it was too dark',
  'as they always did',
  'before anybody could ask why',
  'while the others slept',
  'and that was all',
  'since there was nothing else to do',
  'long after it was over',
];

/** The words between the invented ones: no terms, however often they are said. */
export function ordinaryWords(): string[] {
  const told = [...definitions, ...mentions].map((sentence) => sentence('', ''));
  const words = [...told, ...who, ...did, ...when, 'notes day all told']
    .join(' ')
    .toLowerCase()
    .split(/[^a-z]+/u);
  return [...new Set(words)].filter((word) => word !== '').toSorted();
}

/** 400 documents with about 10,000 candidates, 50,000 places of 2,000 terms, and one document of 3 MB. */
export function largeDocuments(): MadeDocument[] {
  const random = numbers(20_240_607);
  const pick = <Item>(all: readonly Item[]): Item => at(all, Math.floor(random() * all.length));
  const names = termNames(leadTerms + otherTerms, pick);
  const leads = names.slice(0, leadTerms);
  const others = names.slice(leadTerms);
  const made = Array.from({ length: documents }, (_, index): MadeDocument => {
    const lines = Array.from({ length: sentences }, (__, line) => {
      const turn = index * sentences + line;
      const lead = at(leads, turn % leads.length);
      // Each is explained where it is first named.
      if (turn < leads.length) return pick(definitions)(lead, pick(leads));
      return pick(mentions)(lead, line % 3 === 0 ? at(others, Math.floor(turn / 3) % others.length) : pick(leads));
    });
    const folder = `part-${String(Math.floor(index / 40) + 1).padStart(2, '0')}`;
    const title = `# Notes of day ${index + 1}`;
    return { name: `${folder}/day-${String(index + 1).padStart(3, '0')}.md`, content: page(title, lines) };
  });
  return [...made, longDocument()];

  function longDocument(): MadeDocument {
    const parts = ['# All that was told'];
    for (let length = 0; length < longCharacters; length += parts.at(-1)?.length ?? 0) {
      const told = Array.from({ length: 4 }, () => `${pick(who)} ${pick(did)} ${pick(when)}.`);
      const isAbout = parts.length % oneIn === 0;
      parts.push([...told, ...(isAbout ? [pick(mentions)(pick(leads), pick(leads))] : [])].join(' '));
    }
    return { name: 'all-that-was-told.md', content: `${parts.join('\n\n')}\n` };
  }
}

function page(title: string, lines: readonly string[]): string {
  const paragraphs = Array.from({ length: Math.ceil(lines.length / 4) }, (_, index) =>
    lines.slice(index * 4, index * 4 + 4).join(' '),
  );
  return `${[title, ...paragraphs].join('\n\n')}\n`;
}

/** Different names of two invented words or one, and a thing that there is. */
function termNames(count: number, pick: <Item>(all: readonly Item[]) => Item): string[] {
  const names = new Set<string>();
  const word = () => pick(onsets) + pick(vowels) + pick(codas) + pick(vowels) + pick(codas);
  while (names.size < count) names.add(`${word()}${names.size % 6 === 0 ? ` ${word()}` : ''} ${pick(heads)}`);
  return [...names];
}

function at<Item>(all: readonly Item[], index: number): Item {
  const item = all[index];
  if (item === undefined) throw new Error(`There is no item ${index}.`);
  return item;
}

/** The same numbers from 0 up to 1 for the same seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
