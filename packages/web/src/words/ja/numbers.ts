const format = new Intl.NumberFormat('ja');

export const n = (count: number) => format.format(count);
