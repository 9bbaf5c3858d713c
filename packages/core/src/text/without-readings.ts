/** Readings and notes of the typist in Aozora notation; what else stands in such brackets, as titles do, is text. */
const NOTATION =
  /｜([^｜《》\n]{1,60})《[^《》\n]{1,60}》|(?<=[\p{Script=Han}々〆ヶ])《[\p{Script=Hiragana}\p{Script=Katakana}ー・]{1,60}》|［＃[^］\n]{0,200}］/gu;

/** A text as people read it: without `《かんじ》` behind its word, the stroke before it, and notes of the typist. */
export function withoutReadings(text: string): string {
  return text.replace(NOTATION, '$1');
}
