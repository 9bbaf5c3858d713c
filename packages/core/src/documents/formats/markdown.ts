import { documentSuffixes } from '../../domain/document-suffixes.ts';
import type { Tree } from '@lezer/common';
import type { Prose } from '../../domain/index.ts';
import type { DocumentFormat } from '../document-format.ts';
import { readFrontMatter } from '../markdown/front-matter.ts';
import { markdownParser, resetInlineBudget } from '../markdown/markdown-parser.ts';
import { linkKey, MarkdownReader } from '../markdown/markdown-reader.ts';
import { packageVersion } from '../../runtime/package-version.ts';
import { ProseBuilder } from '../prose-builder.ts';

/** Markdown: CommonMark, GitHub's additions, and those of site generators (Hugo, MkDocs, Docusaurus, MDX). */
export const markdown: DocumentFormat = {
  name: 'markdown',
  version: `3+${packageVersion('@lezer/markdown')}`,
  suffixes: documentSuffixes.markdown,
  read: readMarkdown,
};

function readMarkdown(text: string): Prose {
  const builder = new ProseBuilder(text);
  const frontMatter = readFrontMatter(text);
  if (frontMatter.title !== undefined) {
    builder.startBlock('title');
    builder.copy(frontMatter.title.start, frontMatter.title.end);
  }
  const body = withPlainLineEnds(frontMatter.end === 0 ? text : text.slice(frontMatter.end));
  resetInlineBudget();
  const tree = markdownParser.parse(body);
  new MarkdownReader(builder, { base: frontMatter.end, links: linkTargets(tree, body) }).read(tree);
  return builder.finish();
}

/** The parser knows `\n` alone; the length must stay, since the tree's offsets are used in the original. */
function withPlainLineEnds(text: string): string {
  return text.includes('\r')
    ? text
        .replace(/\|\r\n/gu, ' |\n')
        .replace(/\r\n/gu, ' \n')
        .replace(/\r/gu, '\n')
    : text;
}

/** The targets of reference definitions (`[label]: target`) by folded label. */
function linkTargets(tree: Tree, body: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  if (!body.includes(']:')) return targets;
  tree.iterate({
    enter(node) {
      if (node.name !== 'LinkReference') return !LEAVES.has(node.name);
      const label = node.node.getChild('LinkLabel');
      const url = node.node.getChild('URL');
      if (label === null || url === null) return false;
      const key = linkKey(body.slice(label.from, label.to));
      if (!targets.has(key)) targets.set(key, body.slice(url.from, url.to));
      return false;
    },
  });
  return targets;
}

const LEAVES: ReadonlySet<string> = new Set(['Paragraph', 'Table', 'FencedCode', 'HTMLBlock', 'CodeBlock', 'Task']);
