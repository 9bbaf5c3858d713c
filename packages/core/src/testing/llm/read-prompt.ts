/** One part of a prompt as a model sees it: a title, and pieces of data by their label. */
export interface ReadSection {
  readonly title: string;
  readonly data: readonly { readonly label: string; readonly text: string }[];
}

/** Takes a prompt apart by its mark alone, as an honest model does: whatever stands between two marks is data. */
export function readPrompt(prompt: string): readonly ReadSection[] {
  const mark = /[0-9a-f]{16}/u.exec(prompt)?.[0] ?? 'none';
  const sections: { title: string; data: { label: string; text: string }[] }[] = [];
  let label: string | undefined;
  let text: string[] = [];
  let last = '';
  for (const line of prompt.split('\n').slice(1)) {
    const opened = label === undefined && line.startsWith('<<') && line.endsWith(` ${mark}>>`);
    if (opened) {
      if (last !== '') sections.push({ title: last, data: [] });
      last = '';
      label = line.slice(2, -mark.length - 3);
      text = [];
    } else if (label !== undefined && line === `<<end ${mark}>>`) {
      sections.at(-1)?.data.push({ label, text: text.join('\n') });
      label = undefined;
    } else if (label !== undefined) text.push(line);
    else if (line !== '') last = line;
  }
  return sections;
}

/** Texts of a section whose label begins so, in order. */
export function dataOf(section: ReadSection | undefined, label: string): readonly string[] {
  return section?.data.filter((one) => one.label.startsWith(label)).map(({ text }) => text) ?? [];
}

/** The passages of a section, in either language of our prompts. */
export function passagesOf(section: ReadSection | undefined): readonly string[] {
  return [...dataOf(section, 'passage'), ...dataOf(section, '抜粋')].filter((text) => text !== '');
}
