import type { Concept, ConceptId, Designation, Statement } from '../../domain/index.ts';
import { tbxMark } from '../../text/export-mark.ts';
import { type EntryView, GlossaryIndex, isDoubted, preferred } from '../entry-view.ts';
import { singleLine } from '../escape-markdown.ts';
import type { Exporter } from '../exporter.ts';
import { tbxForms, tbxLabels, tbxMatching, tbxProposed, tbxStatuses, tbxUnsupported } from '../tbx/tbx-words.ts';
import { layoutXml, type XmlElement, xmlElement } from '../tbx/xml-element.ts';
import { localeOf, titleOf, wordsOf } from '../words.ts';

/**
 * A termbase for translation tools: ISO 30042:2019 (TBX version 3) in the public dialect TBX-Basic, by the structure and
 * the picklists that its stewards publish (github.com/LTAC-Global, `TBX_Core_RNG` and `TBX-Basic_dialect`). The style is
 * DCA, which names a field in an attribute as TBX version 2 did: what was written for that version reads it with other
 * names of elements, while DCT needs a namespace for each module.
 *
 * Names of fields and labels of notes do not follow the locale, so that programs can rely on them. What TBX-Basic has no
 * field for stands in notes of the term (`tbx-words.ts`). Entries have one language, and definitions none of their own, so
 * that an entry has one section. Places and issues stay behind: TBX keeps terms, not the texts that they stand in.
 */
export const tbx: Exporter = {
  name: 'tbx',
  fileExtension: '.tbx',
  // None is registered for TBX; this is what its tools call it by.
  mediaType: 'application/x-tbx',
  *write(glossary, options) {
    const { concepts, documents } = glossary;
    const locale = options.locale ?? localeOf(glossary);
    const words = wordsOf(locale);
    const index = new GlossaryIndex(glossary);
    const view = { includeUnsupported: options.includeUnsupported ?? false, includeIssues: false, locale };
    yield '<?xml version="1.0" encoding="UTF-8"?>\n';
    yield `<tbx type="TBX-Basic" style="dca" xml:lang="${locale}" xmlns="urn:iso:std:iso:30042:ed-2">\n`;
    const title = xmlElement('title', {}, singleLine(titleOf(glossary, words)));
    const source = xmlElement('p', {}, words.introduction(concepts.length, documents.length));
    const file = [xmlElement('titleStmt', {}, [title]), xmlElement('sourceDesc', {}, [source])];
    yield `  <tbxHeader>\n${layoutXml(xmlElement('fileDesc', {}, file), 2)}`;
    yield `    <encodingDesc>\n      ${tbxMark}\n    </encodingDesc>\n  </tbxHeader>\n`;
    // A body has at least one entry; a text needs no body.
    if (concepts.length === 0) yield '  <text/>\n';
    else {
      yield '  <text>\n    <body>\n';
      for (const concept of concepts) yield layoutXml(entryXml(index.entry(concept, view), index), 3);
      yield '    </body>\n  </text>\n';
    }
    yield '</tbx>\n';
  },
};

function entryXml(entry: EntryView, index: GlossaryIndex): XmlElement {
  const { concept, relations } = entry;
  const { id, language, category, note, designations } = concept;
  const meanings = statementsXml('definition', entry, index);
  return xmlElement('conceptEntry', { id: xmlId(id) }, [
    ...(category === undefined ? [] : [typed('descrip', 'subjectField', category)]),
    ...relations.map((relation) => referenceXml(relation)),
    ...(note === undefined ? [] : [xmlElement('note', {}, note)]),
    xmlElement('langSec', { 'xml:lang': language }, [
      ...meanings,
      ...designations.map((designation, at) => {
        // A context shows a term; which of the names it shows is not kept.
        return termXml(designation, concept, at === 0 ? statementsXml('context', entry, index) : []);
      }),
    ]),
  ]);
}

function termXml(designation: Designation, concept: Concept, contexts: readonly XmlElement[]): XmlElement {
  const { text, status, form } = designation;
  return xmlElement('termSec', {}, [
    xmlElement('term', {}, text),
    typed('termNote', 'administrativeStatus', tbxStatuses[status]),
    ...(form === 'synonym' ? [] : [typed('termNote', 'termType', tbxForms[form])]),
    ...contexts,
    ...notesOf(designation, preferred(concept)).map(([label, words]) => {
      return xmlElement('note', {}, `${tbxLabels[label]}: ${words}`);
    }),
  ]);
}

function notesOf(designation: Designation, first: Designation): readonly (readonly [keyof typeof tbxLabels, string])[] {
  const { reading, reason, status, kind, form, matching = {} } = designation;
  const { isCaseSensitive, isUninflected, boundary, forms = [] } = matching;
  const found = [
    ...(isCaseSensitive === true ? [tbxMatching.isCaseSensitive] : []),
    ...(isUninflected === true ? [tbxMatching.isUninflected] : []),
    ...(boundary === undefined ? [] : [tbxMatching[boundary]]),
  ];
  const isUnwelcome = status === 'deprecated' || status === 'forbidden';
  return [
    ...(reading === undefined ? [] : [['reading', reading] as const]),
    ...(isUnwelcome ? [['replacement', first.text] as const] : []),
    ...(reason === undefined ? [] : [['reason', reason] as const]),
    ...(kind === 'term' ? [] : [['kind', kind] as const]),
    ...(form === 'synonym' && status === 'preferred' ? [['form', form] as const] : []),
    ...(found.length === 0 ? [] : [['matching', found.join(', ')] as const]),
    ...forms.map((one) => ['forms', one] as const),
  ];
}

function statementsXml(role: Statement['role'], entry: EntryView, index: GlossaryIndex): readonly XmlElement[] {
  return entry.statements
    .filter((statement) => statement.role === role)
    .map((statement) => {
      const { text, evidence } = statement;
      const doubt = isDoubted(statement, entry) ? [xmlElement('note', {}, tbxUnsupported)] : [];
      const sources = evidence.flatMap((one) => {
        const { document, line, column } = index.place(one);
        const source = typed('admin', 'source', `${document.name}:${line}:${column}`);
        // A note right behind a source is its words; without one, they are those of the statement.
        return one.quote === text ? [source] : [source, xmlElement('note', {}, one.quote)];
      });
      return xmlElement('descripGrp', {}, [typed('descrip', role, text), ...doubt, ...sources]);
    });
}

function referenceXml({ kind, target, isProposed }: EntryView['relations'][number]): XmlElement {
  const words = `${kind}${isProposed ? tbxProposed : ''}: ${preferred(target).text}`;
  return xmlElement('ref', { type: 'crossReference', target: xmlId(target.id) }, words);
}

function typed(name: string, type: string, text: string): XmlElement {
  return xmlElement(name, { type }, text);
}

/** An id of XML begins with a letter and holds few signs; others are told by their number. */
function xmlId(id: ConceptId): string {
  return `c${id.replace(/[^A-Za-z\d.-]/gu, (sign) => `_${sign.codePointAt(0)?.toString(16)}_`)}`;
}
