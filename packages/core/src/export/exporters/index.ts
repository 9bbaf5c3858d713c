import { GlossaryError } from '../../errors/glossary-error.ts';
import type { Exporter } from '../exporter.ts';
import { contextive } from './contextive.ts';
import { cspell } from './cspell.ts';
import { csv } from './csv.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import { mkdocsAbbr } from './mkdocs-abbr.ts';
import { prh } from './prh.ts';
import { tbx } from './tbx.ts';
import { textlintTerminology } from './textlint-terminology.ts';
import { vale } from './vale.ts';

/** Every format a glossary can be written in. To add one: a file beside this, a line here, its test. */
export const exporters = {
  markdown,
  json,
  csv,
  html,
  tbx,
  prh,
  vale,
  'textlint-terminology': textlintTerminology,
  cspell,
  'mkdocs-abbr': mkdocsAbbr,
  contextive,
} satisfies Record<string, Exporter>;

export type ExporterName = keyof typeof exporters;

const aliases: Readonly<Record<string, ExporterName>> = { md: 'markdown' };

/**
 * The exporter of a name or alias (`md`).
 * @throws `config/invalid` for any other name.
 */
export function exporterNamed(name: string): Exporter & { readonly name: ExporterName } {
  const found = Object.hasOwn(aliases, name) ? aliases[name] : name;
  if (isExporterName(found)) return { ...exporters[found], name: found };
  const known = [...Object.keys(exporters), ...Object.keys(aliases)].join(', ');
  throw new GlossaryError('config/invalid', `There is no format "${name}"; there are ${known}.`, {
    details: { problem: `unknown format "${name}" (known: ${known})` },
  });
}

function isExporterName(name: string | undefined): name is ExporterName {
  return name !== undefined && Object.hasOwn(exporters, name);
}
