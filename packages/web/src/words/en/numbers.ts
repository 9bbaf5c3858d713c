const format = new Intl.NumberFormat('en');

export const number = (count: number) => format.format(count);

/** A count with its noun. */
export const plural = (count: number, one: string, many = `${one}s`) => `${number(count)} ${count === 1 ? one : many}`;
