import type { Done, ProjectId, EffectiveSettings, GlossarySettings, SettingsChange } from '../domain/index.ts';
import { GlossaryError } from '../errors/glossary-error.ts';
import { checkedBaseUrl } from '../llm/check-address.ts';
import type { Stores } from '../storage/storage.ts';
import { contentHash } from '../text/content-hash.ts';
import { type ActionTools, perform } from './action-tools.ts';
import { effectiveSettings, glossarySettings } from './glossary-settings.ts';
import { requireProject } from './require-project.ts';

/** Settings as they are, where they come from, and what holds. */
export interface SettingsView {
  /** Stands for `own`: whoever changes it names the version they saw. */
  readonly version: string;
  /** What is set here. */
  readonly own: GlossarySettings;
  /** What the server says where a project does not; nothing for the server itself. */
  readonly inherited: GlossarySettings;
  readonly effective: EffectiveSettings;
}

/** Of a project, or of the server where no project is named. */
export interface SettingsActions {
  /** @throws `storage/not-found` */
  get(project?: ProjectId): Promise<SettingsView>;
  /**
   * Changes what is named. Of a project it is a change like any other, with history and undo; of the server it is not.
   *
   * @throws `settings/conflict` with what they are now in `details.current` · `config/invalid` · `llm/refused-address` ·
   * `storage/not-found`
   */
  update(
    project: ProjectId | undefined,
    update: { readonly ifVersion: string; readonly change: SettingsChange },
  ): Promise<Done<SettingsView>>;
}

export function settingsActions(tools: ActionTools): SettingsActions {
  const { storage } = tools;
  return {
    async get(project) {
      if (project !== undefined) await requireProject(storage, project);
      return readSettings(storage, project);
    },
    async update(project, { ifVersion, change }) {
      checkAddresses(change);
      if (project === undefined) return { value: await updateServer(storage, ifVersion, change) };
      return perform(tools, { project, kind: 'settings-edited' }, async (stores) => {
        const before = await readSettings(stores, project);
        if (before.version !== ifVersion) throw conflict(before);
        const next = changed(before.own, change);
        const isEmpty = Object.keys(next).length === 0;
        await stores.settings.putProject(project, isEmpty ? undefined : JSON.stringify(next));
        return readSettings(stores, project);
      });
    },
  };
}

/** What holds now for a project, or for the server. */
export async function readSettings({ settings }: Stores, project?: ProjectId): Promise<SettingsView> {
  const server = parsed(await settings.ofServer());
  if (project === undefined) {
    return { version: versionOf(server), own: server, inherited: {}, effective: effectiveSettings(server) };
  }
  const own = parsed(await settings.ofProject(project));
  return { version: versionOf(own), own, inherited: server, effective: effectiveSettings(server, own) };
}

async function updateServer({ settings }: Stores, ifVersion: string, change: SettingsChange): Promise<SettingsView> {
  const seen = await settings.ofServer();
  const own = parsed(seen);
  const next = changed(own, change);
  const isDone =
    versionOf(own) === ifVersion && (await settings.exchangeServer({ seen, settings: JSON.stringify(next) }));
  const now = await readSettings({ settings } as Stores);
  if (!isDone) throw conflict(now);
  return now;
}

function changed(own: GlossarySettings, change: SettingsChange): GlossarySettings {
  const next = Object.entries({ ...own, ...change }).filter(([, value]) => value !== null && value !== undefined);
  const checked = glossarySettings.safeParse(Object.fromEntries(next));
  if (checked.success) return checked.data;
  const problem = checked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  throw new GlossaryError('config/invalid', `The settings cannot be kept: ${problem}.`, { details: { problem } });
}

/** An address that no model may live at is refused when it is set, not when a run begins. */
function checkAddresses({ languageModel, stepModels }: SettingsChange): void {
  for (const model of [languageModel, ...Object.values(stepModels ?? {})]) {
    if (typeof model === 'object' && model?.baseUrl !== undefined) checkedBaseUrl(model.baseUrl);
  }
}

/** What an older program kept and this one no longer knows is left out. */
function parsed(text: string | undefined): GlossarySettings {
  if (text === undefined) return {};
  const stored = JSON.parse(text) as Readonly<Record<string, unknown>>;
  const known = Object.entries(stored).filter(([name, value]) => glossarySettings.safeParse({ [name]: value }).success);
  return glossarySettings.parse(Object.fromEntries(known));
}

function versionOf(settings: GlossarySettings): string {
  return contentHash(JSON.stringify(settings)).slice(0, 16);
}

function conflict(current: SettingsView): GlossaryError<'settings/conflict'> {
  return new GlossaryError('settings/conflict', 'Somebody changed the settings since.', {
    details: { version: current.version, current },
  });
}
