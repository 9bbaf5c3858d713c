import type { LanguageModelSettings, ProviderName } from '../../domain/index.ts';
import type { ProtocolName } from './protocols.ts';

/** Which protocol of the fake server stands in for a provider. */
export const protocolOf: Readonly<Record<ProviderName, ProtocolName>> = {
  'openai-compatible': 'openai',
  ollama: 'ollama',
  openai: 'openai',
  'azure-openai': 'azure',
  anthropic: 'anthropic',
  google: 'google',
};

export function settingsAt(provider: ProviderName, baseUrl: string, model = 'some-model'): LanguageModelSettings {
  return { provider, model, baseUrl };
}
