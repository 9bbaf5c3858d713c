/** The door of `@genglossary/client`. */
export type { AppRouter } from '@genglossary/server';
export { type ClientErrorCode, GenGlossaryError, isGenGlossaryError } from './client-error.ts';
export { type ClientSettings, createClient, createLocalClient, type GlossaryClient } from './create-client.ts';
export type { DocumentsRoom, UploadFile, UploadResult } from './rooms/documents.ts';
export type { EntriesRoom, Seen } from './rooms/entries.ts';
export type { ExportRequest, ExportsRoom } from './rooms/exports.ts';
export type { PageOptions } from './rooms/pages.ts';
export type { InsightsRoom } from './rooms/insights.ts';
export type { IssuesRoom } from './rooms/issues.ts';
export type { NewProject, ProjectsRoom, ProjectUpdate } from './rooms/projects.ts';
export type { CallOptions } from './rooms/room.ts';
export type { RunHandle, RunsRoom, StartOptions } from './rooms/runs.ts';
export type { SettingsPlace, SettingsRoom } from './rooms/settings.ts';
export type { TermListsRoom, TermsRoom } from './rooms/terms.ts';
export type { VersionsRoom } from './rooms/versions.ts';
export type { FollowOptions, RunEventMessage } from './run-events.ts';
export type { NetworkSettings, Transport } from './transport.ts';
export type * from './types.ts';
