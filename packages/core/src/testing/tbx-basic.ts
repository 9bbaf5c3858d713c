import { strict as assert } from 'node:assert';
import { SaxesParser } from 'saxes';

/** An element of an XML file, read by a parser that had no part in writing it. */
export interface ReadElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly ReadElement[];
  /** The characters directly in it. */
  readonly text: string;
}

/** The tree of a well-formed XML file. @throws what is not well-formed, with line and column */
export function readXml(xml: string): ReadElement {
  interface Open extends ReadElement {
    children: ReadElement[];
    text: string;
  }
  const root: Open = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  const add = (text: string) => {
    const last = open.at(-1);
    if (last !== undefined) last.text += text;
  };
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('opentag', ({ local, uri, attributes }) => {
    assert.equal(uri, 'urn:iso:std:iso:30042:ed-2', `<${local}> is of the namespace of TBX`);
    const told = Object.values(attributes).filter(({ prefix }) => prefix !== 'xmlns' && prefix !== '');
    const own = Object.values(attributes).filter(({ name }) => !name.startsWith('xmlns'));
    assert(told.every(({ prefix }) => prefix === 'xml'));
    const element: Open = {
      name: local,
      attributes: Object.fromEntries(own.map(({ name, value }) => [name, value])),
      children: [],
      text: '',
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(xml).close();
  const [element] = root.children;
  assert(element !== undefined);
  return element;
}

/** What stands behind an element, in this order, and how often. */
type Content = readonly (readonly [names: readonly string[], count: 'one' | 'maybe' | 'any' | 'some'])[];

const about = ['admin', 'adminGrp', 'descrip', 'descripGrp', 'note', 'ref', 'transacGrp', 'xref'];
const behindDescrip = ['admin', 'adminGrp', 'note', 'ref', 'transacGrp', 'xref'];

/** The structure of TBX version 3, as far as our exports use it; what is not here holds a text alone. */
const structure: Readonly<Record<string, Content>> = {
  tbx: [
    [['tbxHeader'], 'one'],
    [['text'], 'one'],
  ],
  tbxHeader: [
    [['fileDesc'], 'one'],
    [['encodingDesc'], 'maybe'],
  ],
  encodingDesc: [[['p'], 'some']],
  fileDesc: [
    [['titleStmt'], 'maybe'],
    [['sourceDesc'], 'one'],
  ],
  titleStmt: [[['title'], 'one']],
  sourceDesc: [[['p'], 'some']],
  text: [[['body'], 'maybe']],
  body: [[['conceptEntry'], 'some']],
  conceptEntry: [
    [about, 'any'],
    [['langSec'], 'some'],
  ],
  langSec: [
    [about, 'any'],
    [['termSec'], 'some'],
  ],
  termSec: [
    [['term'], 'one'],
    [['termNote'], 'any'],
    [about, 'any'],
  ],
  descripGrp: [
    [['descrip'], 'one'],
    [behindDescrip, 'any'],
  ],
};

/** The attributes of an element; each has to be there. */
const attributesOf: Readonly<Record<string, readonly string[]>> = {
  tbx: ['type', 'style', 'xml:lang'],
  'encodingDesc p': ['type'],
  conceptEntry: ['id'],
  langSec: ['xml:lang'],
  descrip: ['type'],
  admin: ['type'],
  termNote: ['type'],
  ref: ['type', 'target'],
};

/** The fields of TBX-Basic that our exports use: where each may stand, and its values where it has a list of them. */
const fields: Readonly<Record<string, { readonly in: readonly string[]; readonly values?: readonly string[] }>> = {
  'descrip subjectField': { in: ['conceptEntry'] },
  'descrip definition': { in: ['conceptEntry', 'langSec'] },
  'descrip context': { in: ['termSec'] },
  'admin source': { in: ['conceptEntry', 'langSec', 'termSec'] },
  'ref crossReference': { in: ['conceptEntry', 'termSec'] },
  'termNote administrativeStatus': {
    in: ['termSec'],
    values: ['preferredTerm', 'admittedTerm', 'deprecatedTerm', 'supersededTerm'].map((value) => `${value}-admn-sts`),
  },
  'termNote termType': {
    in: ['termSec'],
    values: ['fullForm', 'acronym', 'abbreviation', 'shortForm', 'variant', 'phrase'],
  },
};

/** Fails unless a file is TBX-Basic in the style DCA: by the rules that its stewards publish, written down anew. */
export function assertTbxBasic(tbx: ReadElement): void {
  assert.equal(tbx.name, 'tbx');
  assert.equal(tbx.attributes['type'], 'TBX-Basic');
  assert.equal(tbx.attributes['style'], 'dca');
  const ids = new Set<string>();
  const targets: string[] = [];
  const visit = (element: ReadElement, level: string) => {
    const { name, attributes, children, text } = element;
    const at = `<${name}> in <${level}>`;
    assert.deepEqual(
      Object.keys(attributes).toSorted(),
      (attributesOf[`${level} ${name}`] ?? attributesOf[name] ?? []).toSorted(),
      at,
    );
    const content = structure[name];
    if (content === undefined) assert.deepEqual(children, [], `${at} holds a text`);
    else {
      assert.equal(text.trim(), '', `${at} holds elements`);
      assertContent(children, { content, at });
    }
    const { type, id, target, 'xml:lang': language } = attributes;
    if (type !== undefined && name !== 'tbx' && name !== 'p') {
      const field = fields[`${name} ${type}`];
      assert(field !== undefined, `${at} is no field ${type}`);
      assert(field.in.includes(level), `${type} stands in <${level}>`);
      assert(field.values?.includes(text) ?? true, `${type} is ${text}`);
    }
    if (language !== undefined) assert.match(language, /^[a-zA-Z]{1,8}(?:-[a-zA-Z\d]{1,8})*$/u);
    if (id !== undefined) {
      assert.match(id, /^[A-Za-z_][\w.-]*$/u);
      assert(!ids.has(id), `${id} stands twice`);
      ids.add(id);
    }
    if (target !== undefined) targets.push(target);
    // A group stands for what it holds.
    for (const child of children) visit(child, name.endsWith('Grp') ? level : name);
  };
  visit(tbx, '');
  for (const target of targets) assert(ids.has(target), `${target} is an id`);
}

function assertContent(
  children: readonly ReadElement[],
  { content, at }: { readonly content: Content; readonly at: string },
): void {
  const names = children.map(({ name }) => name);
  for (const [allowed, count] of content) {
    const end = names.findIndex((name) => !allowed.includes(name));
    const found = names.splice(0, end < 0 ? names.length : end).length;
    const least = count === 'one' || count === 'some' ? 1 : 0;
    const most = count === 'one' || count === 'maybe' ? 1 : Number.POSITIVE_INFINITY;
    assert(found >= least && found <= most, `${at} holds ${found} of ${allowed.join(', ')}`);
  }
  assert.deepEqual(names, [], `${at} holds nothing else`);
}
