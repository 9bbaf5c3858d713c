import type { RunEvent } from '../domain/index.ts';

/** Most UTF-16 units of an event as JSON. */
const EVENT_LENGTH = 65_536;
/** What is left of a text in an event that is too large. */
const TEXT_LENGTH = 4000;

/** The event, its long texts cut and marked where it would be too large for a message. */
export function clipEvent(event: RunEvent): RunEvent {
  return JSON.stringify(event).length <= EVENT_LENGTH ? event : (clipped(event) as RunEvent);
}

function clipped(value: unknown): unknown {
  if (typeof value === 'string' && value.length > TEXT_LENGTH) {
    return `${value.slice(0, TEXT_LENGTH)}… (${value.length} characters)`;
  }
  if (Array.isArray(value)) return value.map(clipped);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, clipped(part)]));
}
