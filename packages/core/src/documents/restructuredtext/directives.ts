export type DirectiveRole = 'hidden' | 'note' | 'figure' | 'glossary' | 'list-table' | 'table' | 'container';

const ROLES: Readonly<Record<Exclude<DirectiveRole, 'container'>, readonly string[]>> = {
  hidden: [
    'code',
    'code-block',
    'sourcecode',
    'highlight',
    'image',
    'toctree',
    'raw',
    'include',
    'literalinclude',
    'math',
    'parsed-literal',
    'contents',
    'index',
    'meta',
    'csv-table',
    'role',
    'default-role',
    'bibliography',
    'graphviz',
    'digraph',
    'mermaid',
    'uml',
    'productionlist',
    'doctest',
    'testcode',
    'testoutput',
    'testsetup',
    'prompt',
    'tags',
    'sectnum',
    'target-notes',
    'youtube',
    'video',
  ],
  note: [
    'admonition',
    'attention',
    'caution',
    'danger',
    'error',
    'hint',
    'important',
    'note',
    'tip',
    'warning',
    'seealso',
    'todo',
    'topic',
    'sidebar',
    'versionadded',
    'versionchanged',
    'deprecated',
    'epigraph',
    'pull-quote',
    'highlights',
  ],
  figure: ['figure'],
  glossary: ['glossary'],
  'list-table': ['list-table', 'flat-table'],
  table: ['table'],
}; // prettier-ignore

const roleByName = new Map<string, DirectiveRole>();
for (const [role, names] of Object.entries(ROLES))
  for (const name of names) roleByName.set(name, role as DirectiveRole);

/** What the content of a directive is; one that is not known holds ordinary blocks. */
export function directiveRole(name: string): DirectiveRole {
  return roleByName.get(name) ?? 'container';
}

/** Whether the argument of a directive is its title. */
export function isTitled(name: string): boolean {
  return name === 'admonition' || name === 'topic' || name === 'sidebar' || name === 'rubric';
}
