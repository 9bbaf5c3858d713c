export interface KoreanWord {
  /** UTF-16 code units of the word without its particles; the whole word where it has none. */
  readonly length: number;
  /** It is a verb or an adjective, or what is cut off makes one of a noun (하다, 되다, 이다). */
  readonly isPredicate: boolean;
}

/**
 * Cuts the particles off a word as it stands between spaces (어절). Without a dictionary only sound can tell a particle
 * from the end of a noun: most particles have one form after a consonant and another after a vowel, so that the 과 of
 * 사과 or the 가 of 평가 cannot be one. Particles without two forms are cut off longer words only.
 */
export function splitKoreanWord(surface: string): KoreanWord {
  const whole = { length: surface.length, isPredicate: false };
  if (!/[\uac00-\ud7a3]$/u.test(surface)) return whole;
  const verbal = VERBAL.exec(surface);
  if (verbal !== null) {
    const length = verbal.index;
    return length >= 2 ? { length, isPredicate: true } : { length: surface.length, isPredicate: true };
  }
  if (PREDICATE.test(surface)) return { length: surface.length, isPredicate: true };
  for (const { particles, after } of PARTICLES) {
    const found = particles.exec(surface);
    if (found === null) continue;
    const stem = surface.slice(0, found.index);
    if (after(stem)) return { length: stem.length, isPredicate: false };
  }
  return whole;
}

/** What makes a predicate of a noun that stands before it. */
const VERBAL =
  /(?:입니다|이다|이며|이고|이란|합니다|하였다|했다|한다|하는|하여|해서|하고|하면|하며|하기|하지|됩니다|되었다|됐다|된다|되는|되어|되고|되며|되면|시킨다|시키는|시켜)$/u;
/** Endings that only verbs and adjectives have. */
const PREDICATE = /(?:니다|는다|았다|었다|였다|있다|없다|있는|없는|있고|없고|으며|지만|도록|려면|으면|어서|아서)$/u;

interface ParticleRule {
  /** The longer first. */
  readonly particles: RegExp;
  readonly after: (stem: string) => boolean;
}

const PARTICLES: readonly ParticleRule[] = [
  { particles: /(?:에서는|에서도|에게서|으로부터|으로써|으로서|에서의|까지의|으로의)$/u, after: isWord },
  { particles: /(?:에서|에게|부터|까지|처럼|보다|마다|께서|에는|에도|조차)$/u, after: isWord },
  { particles: /(?:으로|은|을|과)$/u, after: (stem) => isWord(stem) && endsInConsonant(stem) },
  { particles: /이$/u, after: (stem) => isLongWord(stem) && endsInConsonant(stem) },
  { particles: /(?:는|를|와)$/u, after: (stem) => isWord(stem) && endsInVowel(stem) },
  { particles: /가$/u, after: (stem) => isLongWord(stem) && endsInVowel(stem) },
  { particles: /로$/u, after: (stem) => isLongWord(stem) && (endsInVowel(stem) || finalOf(stem) === RIEUL) },
  { particles: /(?:에|의|도|만)$/u, after: isLongWord },
];

/** After ㄹ it is 로 as after a vowel. */
const RIEUL = 8;

function isWord(stem: string): boolean {
  return stem !== '';
}

function isLongWord(stem: string): boolean {
  return stem.length >= 2;
}

/** Number of the final consonant of the last syllable (0: none); the syllables of Unicode are ordered by it, 28 to a vowel. */
function finalOf(stem: string): number | undefined {
  const unit = stem.charCodeAt(stem.length - 1);
  return unit >= 0xac00 && unit <= 0xd7a3 ? (unit - 0xac00) % 28 : undefined;
}

/** Of a word in another script nobody knows how it is read: both forms may follow. */
function endsInConsonant(stem: string): boolean {
  return finalOf(stem) !== 0;
}

function endsInVowel(stem: string): boolean {
  const final = finalOf(stem);
  return final === undefined || final === 0;
}
