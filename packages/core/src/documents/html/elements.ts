import type { BlockKind, MarkKind } from '../../domain/index.ts';

/** Elements whose content nobody reads as prose. */
export const hiddenElements: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'nav',
  'noscript',
  'pre',
  'svg',
  'math',
  'iframe',
  'object',
  'canvas',
  'audio',
  'video',
  'select',
  'textarea',
  'map',
  'datalist',
]); // prettier-ignore

export const voidElements: ReadonlySet<string> = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
]); // prettier-ignore

export const inlineMarks: ReadonlyMap<string, MarkKind> = new Map([
  ['a', 'link'],
  ['abbr', 'abbreviation'],
  ['acronym', 'abbreviation'],
  ['b', 'strong'],
  ['strong', 'strong'],
  ['i', 'emphasis'],
  ['em', 'emphasis'],
  ['cite', 'emphasis'],
  ['code', 'code'],
  ['kbd', 'code'],
  ['samp', 'code'],
  ['tt', 'code'],
  ['var', 'code'],
  ['dfn', 'definiendum'],
]);

/** Elements that decide the kind of the blocks inside them; a `structure` only arranges other frames. */
export const frameElements: ReadonlyMap<string, BlockKind | 'structure'> = new Map([
  ['title', 'title'],
  ['h1', 'heading'],
  ['h2', 'heading'],
  ['h3', 'heading'],
  ['h4', 'heading'],
  ['h5', 'heading'],
  ['h6', 'heading'],
  ['ul', 'structure'],
  ['ol', 'structure'],
  ['menu', 'structure'],
  ['li', 'list-item'],
  ['dl', 'structure'],
  ['dt', 'definition-term'],
  ['dd', 'definition-text'],
  ['blockquote', 'quote'],
  ['aside', 'note'],
  ['table', 'structure'],
  ['tr', 'structure'],
  ['th', 'table-header'],
  ['td', 'table-cell'],
  ['caption', 'caption'],
  ['figcaption', 'caption'],
  ['summary', 'caption'],
]);

/** Elements at whose tags a block of text ends. */
export const blockElements: ReadonlySet<string> = new Set([
  ...frameElements.keys(),
  'html',
  'head',
  'body',
  'address',
  'article',
  'center',
  'details',
  'dialog',
  'div',
  'fieldset',
  'figure',
  'footer',
  'form',
  'header',
  'hgroup',
  'hr',
  'legend',
  'main',
  'nav',
  'option',
  'p',
  'pre',
  'script',
  'search',
  'section',
  'style',
  'tbody',
  'template',
  'tfoot',
  'thead',
]); // prettier-ignore

export const listElements: ReadonlySet<string> = new Set(['ul', 'ol', 'menu']);

/** Which open elements the start of an element ends, and which elements shield them. */
export const impliedEnds: ReadonlyMap<
  string,
  { readonly ends: readonly string[]; readonly within: readonly string[] }
> = new Map([
  ['li', { ends: ['li'], within: ['ul', 'ol', 'menu'] }],
  ['dt', { ends: ['dt', 'dd'], within: ['dl'] }],
  ['dd', { ends: ['dt', 'dd'], within: ['dl'] }],
  ['tr', { ends: ['tr'], within: ['table'] }],
  ['td', { ends: ['td', 'th'], within: ['table', 'tr'] }],
  ['th', { ends: ['td', 'th'], within: ['table', 'tr'] }],
]);

/** Classes that documentation generators give to admonitions. */
export const noteClass =
  /(?:^|[\s_-])(?:admonition|alert|callout|note|tip|warning|caution|important|danger)(?:$|[\s_-])/u;

/** The “link to this heading” signs of documentation generators. */
export const headerLinkClass = /(?:^|\s)(?:headerlink|hash-link|header-anchor|anchor-link)(?:$|\s)/u;
