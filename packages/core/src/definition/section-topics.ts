import type { Prose } from '../domain/index.ts';
import { normalForm } from '../text/normal-form.ts';
import type { DefiningPlace } from './defining-sentence.ts';
import { definitionLanguage } from './patterns/index.ts';

/** What a section is about, by its heading. */
export interface Topic {
  readonly words: string;
  readonly key: string;
  readonly place: Exclude<DefiningPlace, 'body'>;
}

/**
 * The topics of a document's sections: a heading's own words without what wraps them ("What is a …?", 「…とは」); a
 * heading such as "Overview" stands for the title. Indexed by the heading's block; -1 is the text before any heading.
 */
export function sectionTopics(prose: Prose, language: string): ReadonlyMap<number, Topic> {
  const topics = new Map<number, Topic>();
  const known = definitionLanguage(language);
  let title: Topic | undefined;
  prose.blocks.forEach((block, index) => {
    if (block.kind !== 'title' && block.kind !== 'heading') return;
    const heading = prose.text.slice(block.start, block.end).trim();
    const parts = known?.topicHeading.exec(heading)?.groups;
    const words = (parts?.['a'] ?? parts?.['b'] ?? heading).replace(/\s*[([（].*[)\]）]\s*$/u, '').trim();
    const isTitle = title === undefined;
    if (!isTitle && known?.overviewHeading.test(heading) === true && title !== undefined) {
      topics.set(index, title);
      return;
    }
    if (words === '' || words.length > 80) return;
    const topic: Topic = { words, key: normalForm(words, language), place: isTitle ? 'title' : 'heading' };
    if (isTitle || title?.key === topic.key) title = { ...topic, place: 'title' };
    topics.set(index, title?.key === topic.key ? title : topic);
  });
  return topics;
}
