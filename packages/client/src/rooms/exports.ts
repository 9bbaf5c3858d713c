import type { ExportFormat, ExportOptions, ExportedFile, ProjectId } from '../types.ts';
import { call, type CallOptions, type Room } from './room.ts';

export interface ExportRequest extends ExportOptions {
  readonly format: ExportFormat;
}

export interface ExportsRoom {
  formats(
    options?: CallOptions,
  ): Promise<readonly { readonly name: string; readonly fileExtension: string; readonly mediaType: string }[]>;
  /** The beginning of what `create` would answer. @throws as `create` */
  preview(
    projectId: ProjectId,
    request: ExportRequest,
    options?: CallOptions,
  ): Promise<{ readonly content: string; readonly isWhole: boolean }>;
  /** The glossary in a format, byte for byte what the command line writes. @throws `glossary/none` · `storage/not-found` · `category/not-found` */
  create(projectId: ProjectId, request: ExportRequest, options?: CallOptions): Promise<ExportedFile>;
}

export function exportsRoom(room: Room): ExportsRoom {
  const { api } = room;
  return {
    formats: (options = {}) => call(room, options, (sent) => api.exports.formats.query(undefined, sent)),
    preview: (projectId, { format, ...rest }, options = {}) =>
      call(room, options, (sent) => api.exports.preview.query({ projectId, format, options: rest }, sent)),
    create: (projectId, { format, ...rest }, options = {}) =>
      call(room, options, (sent) => api.exports.create.mutate({ projectId, format, options: rest }, sent)),
  };
}
