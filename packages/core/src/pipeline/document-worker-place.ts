/** Where the analysis threads start, without the file's ending. */
export const documentWorker = { base: './document-worker', importer: import.meta.url } as const;
