/**
 * How characters are read in compounds, learnt from words of two of them (水温 すいおん, 温度 おんど: 温 is おん). The Chinese
 * readings have one or two beats of few shapes, so that mostly one place to part the reading is left; a character that
 * words disagree about is not answered.
 */
export function learnOnReadings(readings: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const heard = new Map<string, Set<string>>();
  for (const [word, reading] of readings) {
    const characters = Array.from(word);
    if (characters.length !== 2 || !characters.every((one) => HAN.test(one))) continue;
    const [parted, second] = partings(reading);
    if (parted === undefined || second !== undefined) continue;
    for (const [index, character] of characters.entries()) {
      const sound = parted[index] ?? '';
      // Before another word's first sound a last beat may be swallowed: けつ and てん are けってん.
      if (!sound.endsWith('っ')) heard.set(character, (heard.get(character) ?? new Set()).add(sound));
    }
  }
  const sure = new Map<string, string>();
  for (const [character, sounds] of heard) {
    const [only] = sounds;
    if (only !== undefined && sounds.size === 1) sure.set(character, only);
  }
  return sure;
}

/** All ways to part a reading into two Chinese readings. */
function partings(reading: string): (readonly [string, string])[] {
  return Array.from({ length: Math.max(0, reading.length - 1) }, (_, index) => {
    return [reading.slice(0, index + 1), reading.slice(index + 1)] as const;
  }).filter((parts) => parts.every((part) => ON.test(part)));
}

const HAN = /^\p{sc=Han}$/u;
const ON = /^(?![ぁぃぅぇぉっゃゅょゎ])[あ-わ][ゃゅょ]?[いうくきつちんっ]?$/u;
