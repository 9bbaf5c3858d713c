/**
 * Words of closed classes (pronouns, articles, prepositions, conjunctions, auxiliaries) with more than three letters:
 * another wording may bring them in without bringing in a fact. Negations and comparisons are none of them.
 */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  [
    // English
    'that this these those which what whose whom where when while with from into onto upon through during within',
    'between among about around along across toward towards such than then thus also both each either they them their',
    'there here have having been being does were will would could shall should because since although though whether',
    // French
    'dans avec pour chez vers entre depuis pendant selon cette ceux celle celles celui leur leurs elle elles nous vous',
    'dont lequel laquelle lesquels lesquelles quand comme ainsi donc mais sont était étaient être sera seront ayant avoir',
    // German
    'dass diese dieser dieses diesem diesen welche welcher welches einer eines einem einen oder aber auch wird werden',
    'wurde wurden sind waren sein ihre ihrer ihren durch über unter zwischen nach beim wenn damit sowie dabei',
    // Dutch
    'deze wordt worden werd werden zijn waren door voor naar tussen onder tijdens zodat waarbij waarin welke zoals',
    // Spanish, Italian, Portuguese
    'para desde hasta entre sobre cuando donde como esta este estos estas cuyo cuya della delle degli dello nella',
    'nelle sono viene quale quali quando come questa questo queste questi pela pelo pelos pelas essa esse onde quem',
  ]
    .join(' ')
    .split(' '),
);

export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word);
}
