/** One expression for several: it matches where any of them does. All have the same flags. */
export function anyOf(...expressions: readonly [RegExp, ...RegExp[]]): RegExp {
  const [{ flags }] = expressions;
  return new RegExp(expressions.map(({ source }) => source).join('|'), flags);
}
