import type { FoldedText } from './fold-with-alignment.ts';
import { ScriptKind, scriptKindOf } from './script-kind.ts';

/** Whether a word may start at a unit. What the rules are, `createOccurrenceFinder` says. */
export function startsWord({ units, starts, ends }: FoldedText, first: number, last: number): boolean {
  if (first === 0) return true;
  if (starts[first - 1] === starts[first]) return false;
  const before = scriptKindOf(units[first - 1] ?? 0);
  const kind = scriptKindOf(units[first] ?? 0);
  if (before !== kind) return true;
  switch (kind) {
    case ScriptKind.word:
    case ScriptKind.hangul:
      return false;
    case ScriptKind.katakana:
      return ends[first - 1] !== starts[first];
    case ScriptKind.han:
      return first !== last || ends[first - 1] !== starts[first];
    default:
      return true;
  }
}

/** Whether a word may end with a unit. */
export function endsWord(folded: FoldedText, first: number, last: number): boolean {
  const { units, starts, ends, length } = folded;
  if (last + 1 === length) return true;
  if (starts[last + 1] === starts[last]) return false;
  const after = scriptKindOf(units[last + 1] ?? 0);
  const kind = scriptKindOf(units[last] ?? 0);
  if (after !== kind) return true;
  switch (kind) {
    case ScriptKind.word:
      return false;
    case ScriptKind.hangul:
      return isKoreanParticle(folded, last + 1);
    case ScriptKind.katakana:
      return starts[last + 1] !== ends[last];
    case ScriptKind.han:
      return first !== last || starts[last + 1] !== ends[last];
    default:
      return true;
  }
}

/** An underscore that joins is part of an identifier; one that merely marks (`_node_`) is not. */
export function outsideIdentifier(
  text: string,
  start: number,
  end: number,
  firstUnit: number,
  lastUnit: number,
): boolean {
  if (text.charCodeAt(start - 1) === UNDERSCORE && joins(firstUnit, text.charCodeAt(start - 2))) return false;
  return !(text.charCodeAt(end) === UNDERSCORE && joins(lastUnit, text.charCodeAt(end + 1)));
}

function joins(unit: number, beyond: number): boolean {
  return scriptKindOf(unit) === ScriptKind.word && isIdentifierUnit(beyond);
}

const UNDERSCORE = 0x5f;

function isIdentifierUnit(unit: number): boolean {
  return unit === UNDERSCORE || (unit >= 0 && scriptKindOf(unit) === ScriptKind.word);
}

/** Particles that follow a Korean noun without a space. */
const PARTICLES = new Set(
  (
    '은 는 이 가 을 를 의 에 에서 에게 께 로 으로 와 과 도 만 나 이나 랑 이랑 까지 부터 마다 처럼 보다 라고 이라고 라는 이라는 ' +
    '에는 에도 에서는 로는 으로는 로도 와의 과의 들 들은 들이 들을 들의 입니다 이다 인 이며 이고'
  ).split(' '),
);

function isKoreanParticle({ units, length }: FoldedText, from: number): boolean {
  let run = '';
  for (let index = from; index < length && run.length < 4; index += 1) {
    const unit = units[index] ?? 0;
    if (scriptKindOf(unit) !== ScriptKind.hangul) break;
    run += String.fromCharCode(unit);
  }
  return PARTICLES.has(run);
}

/** Japanese and Chinese writing without spaces: neither kanji nor katakana touches it. Kana may: they are particles. */
export function isWhole({ units, starts, ends, length }: FoldedText, first: number, last: number): boolean {
  const isContent = (at: number) => {
    const kind = at < 0 || at >= length ? ScriptKind.other : scriptKindOf(units[at] ?? 0);
    return kind === ScriptKind.han || kind === ScriptKind.katakana;
  };
  const touchesBefore = first > 0 && ends[first - 1] === starts[first] && isContent(first - 1);
  const touchesAfter = last + 1 < length && starts[last + 1] === ends[last] && isContent(last + 1);
  return !touchesBefore && !touchesAfter;
}

/** Whether a stretch begins or ends within one character (`㌔` is キロ). */
export function isCut({ starts, length }: FoldedText, first: number, last: number): boolean {
  return (first > 0 && starts[first - 1] === starts[first]) || (last + 1 < length && starts[last + 1] === starts[last]);
}
