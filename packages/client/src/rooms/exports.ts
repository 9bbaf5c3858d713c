import type { ExportedFile, ExportPreview, ExportRequest, OfferedFormat, ProjectId } from '@genglossary/contract';
import type { CallOptions, Room } from './room.ts';

export interface ExportsRoom {
  formats(options?: CallOptions): Promise<readonly OfferedFormat[]>;
  /** The beginning of what `create` would answer. @throws as `create` */
  preview(projectId: ProjectId, request: ExportRequest, options?: CallOptions): Promise<ExportPreview>;
  /** The glossary in a format, byte for byte what the command line writes. @throws `glossary/none` · `storage/not-found` · `category/not-found` */
  create(projectId: ProjectId, request: ExportRequest, options?: CallOptions): Promise<ExportedFile>;
}

export function exportsRoom(room: Room): ExportsRoom {
  const { api, ask } = room;
  return {
    formats: (options) => ask(api.exports.formats.query, undefined, options),
    preview: (projectId, { format, ...rest }, options) =>
      ask(api.exports.preview.query, { projectId, format, options: rest }, options),
    create: (projectId, { format, ...rest }, options) =>
      ask(api.exports.create.mutate, { projectId, format, options: rest }, options),
  };
}
