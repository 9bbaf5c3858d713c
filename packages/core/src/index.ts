/** The door of `@genglossary/core`. */
export * from './domain/index.ts';
export { GlossaryError } from './errors/glossary-error.ts';
export type { Exporter, ExportOptions } from './export/exporter.ts';
export { type ExporterName, exporterNamed, exporters } from './export/exporters/index.ts';
export type { EntryExport, EvidenceExport, GlossaryExport, IssueExport } from './export/json-schema.ts';
export { parseGlossaryExport } from './export/parse-glossary-export.ts';
export { type WriteExportsOptions, type WrittenFile, writeExports } from './export/write-files.ts';
