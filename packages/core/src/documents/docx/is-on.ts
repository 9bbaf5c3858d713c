/** Whether a property that is switched on by being there is not switched off by its value. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !OFF.has(value);
}

const OFF: ReadonlySet<string> = new Set(['0', 'false', 'off']);
